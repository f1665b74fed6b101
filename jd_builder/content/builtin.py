"""The roles that come with the product, read from ``content/data``: adding a role is adding a file.

A broken file takes with it only the roles that need it; the others load, and its error says file and line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jd_builder.content.complaints import Around, of_list, of_role
from jd_builder.content.datafile import DataFile, read_data_file
from jd_builder.content.from_shapes import role_of
from jd_builder.content.references import Complaint
from jd_builder.content.shapes import RawList, RawRole
from jd_builder.domain.errors import DataFileError
from jd_builder.domain.framework import Role

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Loaded:
    """The roles that could be read, and one error for each file that could not."""

    roles: tuple[Role, ...]
    errors: tuple[DataFileError, ...]


@cache
def builtin_roles() -> Loaded:
    """The roles that come with the product. Read once for each process."""
    return read_roles(DATA)


def load_builtin() -> tuple[Role, ...]:
    """The roles that come with the product, for callers to whom a broken file is a reason to stop."""
    loaded = builtin_roles()
    if loaded.errors:
        raise loaded.errors[0]
    return loaded.roles


def read_roles(folder: Path) -> Loaded:
    """Every role file of the folder, each with the further lists that are for it."""
    files, errors = _read_files(folder)
    roles = [(file, file.raw) for file in files if isinstance(file.raw, RawRole)]
    lists = [(file, file.raw) for file in files if isinstance(file.raw, RawList)]
    around = Around([raw for _, raw in roles], [raw for _, raw in lists], all_read=not errors)
    sound_lists = [raw for file, raw in lists if _is_sound(file, of_list(raw, around), errors)]
    sound_roles = [raw for file, raw in roles if _is_sound(file, of_role(raw, around, sound_lists), errors)]
    loaded = [role_of(raw, [further for further in sound_lists if raw.id in further.for_]) for raw in sound_roles]
    return Loaded(tuple(loaded), tuple(errors))


def _read_files(folder: Path) -> tuple[list[DataFile], list[DataFileError]]:
    files: list[DataFile] = []
    errors: list[DataFileError] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            files.append(read_data_file(path))
        except DataFileError as error:
            errors.append(error)
    return files, errors


def _is_sound(file: DataFile, complaints: Iterable[Complaint], errors: list[DataFileError]) -> bool:
    error = file.error(complaints)
    if error is not None:
        errors.append(error)
    return error is None
