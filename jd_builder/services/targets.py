"""Where built files go: one file, or a folder that is made if it is missing.

Files are written beside their place and moved there when they are whole, so that an interrupted or
failed build leaves no half file, and what stood there before stays until then.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from jd_builder.domain.errors import UserError
from jd_builder.services.draft_formats import ALL
from jd_builder.services.errors import WrongUseError
from jd_builder.services.file_names import Names

_FORMAT_OF = {format_.suffix: name for name, format_ in ALL.items()}
# No folder is called so on purpose.
_OTHER_FILES = (
    ".doc",
    ".dotx",
    ".htm",
    ".markdown",
    ".odt",
    ".rtf",
    ".yaml",
    ".yml",
)


@dataclass(frozen=True)
class Target:
    """A file or a folder to build into, and the format that its name or an option asks for."""

    path: Path
    is_file: bool
    format: str

    @property
    def folder(self) -> Path:
        return self.path.parent if self.is_file else self.path


def target_of(output: str, drafts: Sequence[str], format_: str | None) -> Target:
    """What ``-o`` means: a name that ends as a format's files do is a file, all else is a folder."""
    path, suffix = Path(output), Path(output).suffix.casefold()
    names = " or ".join(_FORMAT_OF)
    if path.is_dir() or output.endswith(("/", os.sep)):
        return Target(path, False, format_ or "docx")
    if suffix in _OTHER_FILES or output == "-":
        raise WrongUseError(f"'{output}' is no folder, and files are made that end in {names}.")
    if suffix not in _FORMAT_OF:
        return Target(path, False, format_ or "docx")
    if format_ not in (None, _FORMAT_OF[suffix]):
        raise WrongUseError(f"'{output}' ends in {suffix}, but the format asked for is {format_}.")
    if len(drafts) > 1:
        raise WrongUseError(f"'{output}' is one file, and there are {len(drafts)} drafts.", fix="Name a folder.")
    if path.exists() and any(os.path.exists(draft) and path.samefile(draft) for draft in drafts):
        raise WrongUseError(f"'{output}' is the draft itself.", fix="Name another file.")
    return Target(path, True, _FORMAT_OF[suffix])


@contextmanager
def scratch(target: Target) -> Iterator[Path]:
    """A folder beside the target, for files that are not whole yet. It is gone at the end."""
    missing = [each for each in (target.folder, *target.folder.parents) if not each.exists()]
    with in_words(target.folder):
        target.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".jd-builder-", dir=target.folder))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # folders that were made for files that never came
            for each in missing:
                each.rmdir()


class Shelf:
    """Gives whole files their places in a target, each name once."""

    def __init__(self, target: Target) -> None:
        self._target, self._names = target, Names()

    def place(self, file: Path, name: str) -> Path:
        """Move a file to its place and say where that is."""
        target = self._target
        path = target.path if target.is_file else target.folder / self._names.unique(name)
        with in_words(path):
            file.replace(path)
        return path


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """The system's refusal to write as a sentence that names the place."""
    try:
        yield
    except OSError as error:
        reason = (
            "a file stands in the way" if isinstance(error, FileExistsError | NotADirectoryError) else error.strerror
        )
        raise UserError(f"'{path}' cannot be written: {reason or error}.") from error
