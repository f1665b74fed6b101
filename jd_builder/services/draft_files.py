"""Draft files checked beside the roles and layouts that there are."""

from collections.abc import Iterator
from pathlib import Path

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem, UserError
from jd_builder.drafts.decoding import LARGEST
from jd_builder.drafts.reading import DraftFile, read_draft
from jd_builder.drafts.references import unknown_in_role, unknown_layouts
from jd_builder.services import catalogue, working_copies
from jd_builder.text import english


def read(content: bytes | str, file: str) -> DraftFile:
    """A draft with everything it names known; all that is wrong is one DataFileError.

    A working copy in Word is a draft file too: the draft that it carries, as it was when the copy was made.
    """
    if isinstance(content, bytes) and content.startswith(b"PK"):
        return _inside(content, file)
    return read_draft(content, file, _beside_layouts, _beside_role)


def _inside(content: bytes, file: str) -> DraftFile:
    try:
        returned = working_copies.opened(content, file)
    except UserError as error:
        raise DataFileError(file, (Problem("", f"{error.message} {error.fix}".strip()),)) from error
    if returned is None:
        said = "this is a Word file without a draft in it; in the app, start from it as from any Word file"
        raise DataFileError(file, (Problem("", said),))
    return DraftFile(file, returned.draft, {}, changed_in_word(returned, file))


def changed_in_word(returned: working_copies.Returned, file: str) -> str:
    """A sentence on the changes that the draft of a working copy has not got; empty where there are none."""
    from jd_builder.services import word_changes

    number = len(word_changes.found(returned.draft, returned.carried))
    where = "Start from a Word file, in the app, shows what was changed and takes it."
    return f"{file}: {english.count(number, 'change')} made in Word, left out here. {where}" if number else ""


def content_of(path: str) -> bytes:
    """A file's bytes, no more than show that it is too large. One that cannot be read is a DataFileError."""
    try:
        with Path(path).open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a ValueError for a name with a NUL in it
        raise DataFileError(path, (Problem("", _reason(path, error)),)) from error


def _reason(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and Path(path).is_dir()):
        return "this is a folder; name the draft files in it"
    return f"this cannot be read: {error.strerror if isinstance(error, OSError) else error}"


def _beside_layouts(draft: Draft) -> Iterator[Problem]:
    return unknown_layouts(draft, catalogue.layouts_by_id())


def _beside_role(draft: Draft) -> Iterator[Problem]:
    try:
        role = catalogue.role(draft.role, draft.edition)
    except UserError as error:
        known = any(role.id == draft.role for role in catalogue.roles())
        yield Problem("edition" if known else "role", str(error))
    else:
        yield from unknown_in_role(draft, role)
