"""The Word files of organisations that documents are built on."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.services import catalogue

if TYPE_CHECKING:
    from jd_builder.export.house_styles.found import Found
    from jd_builder.storage import Store

PLACE, REFERENCE = "organisation.house-style", "post.reference"


@dataclass(frozen=True)
class Kept:
    """A house style of an organisation: the name of its file, what was found in it, and a sketch as HTML."""

    name: str
    content: bytes
    found: "Found"
    sketch: str


def of_file(path: str) -> bytes:
    """A house style from a file, inspected and tried; a UserError says why it cannot be one."""
    from jd_builder.export.word_safety import LARGEST_FILE

    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:  # a ValueError for a name with a NUL in it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UserError(f"This file cannot be read: {reason}.", path) from error
    return _tried(content, path)


def keep(store: "Store", content: bytes, name: str) -> str:
    """Keep an uploaded file once it was inspected and tried, and give the id that an organisation names it by."""
    return store.keep_house_style(Path(name).name, _tried(content, name))


def of_draft(draft: Draft) -> bytes | None:
    """What a draft's organisation builds on; None for ours, also where its file is not in this store."""
    id = str(draft.organisation.get("house-style") or "")
    kept = _kept(id) if id else None
    return kept[1] if kept else None


def logo(draft: Draft) -> str:
    """How the organisation describes its logo to those who cannot see it."""
    return str(draft.organisation.get("logo-description") or "")


def is_missing(draft: Draft) -> bool:
    """Whether a draft names a house style that is not kept here."""
    return bool(draft.organisation.get("house-style")) and of_draft(draft) is None


def only_in_word(draft: Draft) -> str:
    """That the other files of a draft do not look as its Word files do, where that is so."""
    return "Word files are in your house style, PDFs and the others in ours." if of_draft(draft) else ""


def note(draft: Draft, style: bytes | None) -> str:
    """That a style has a place for a reference which nobody has given, or said that the job has none of."""
    from jd_builder.export.house_styles.prepared import prepared

    post = draft.read_post()
    if style is None or post.value.reference or REFERENCE in post.skipped:
        return ""
    if "REFERENCE" not in prepared(style, "clean").marks:
        return ""
    return "Your house style prints a reference and the job has none: give it one, or answer that it does not apply."


def look(id: str) -> Kept | None:
    """What a kept file holds, to be shown; None where there is none of that id."""
    kept = _kept(id)
    return _look(*kept) if kept else None


def _tried(content: bytes, name: str) -> bytes:
    from jd_builder.export.house_styles.prepared import prepared
    from jd_builder.export.word_safety import checked

    content = checked(content, name)
    try:
        prepared(content, "clean")
    except UserError as error:
        raise UserError(error.message, name, error.fix) from error
    return content


def _kept(id: str) -> tuple[str, bytes] | None:
    from jd_builder.storage import NotThereError

    store = catalogue.store()
    try:
        return _stored(id, store) if store else None
    except NotThereError:
        return None


@lru_cache(maxsize=8)
def _stored(id: str, store: "Store") -> tuple[str, bytes]:
    """A file never changes under its id, so it is read once."""
    kept = store.load_house_style(id)
    return kept.name, kept.content


@lru_cache(maxsize=8)
def _look(name: str, content: bytes) -> Kept:
    from jd_builder.export.house_styles.found import found
    from jd_builder.export.house_styles.sketch import html

    held = found(content, name)
    return Kept(name, content, held, html(held))
