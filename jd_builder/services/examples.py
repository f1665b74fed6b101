"""The finished examples that newcomers open: draft files, a new one is found by itself."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jd_builder.domain.draft import Draft

FOLDER = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Example:
    """One example: the kind of organisation it is of, its name, and the documents it shows, in one line."""

    name: str
    kind: str
    organisation: str
    shows: str
    draft: "Draft"


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """What there is, without reading any of it: the first page counts them before it draws them."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def example(name: str, folder: Path = FOLDER) -> Example:
    """One example, read once. A file with mistakes is a DataFileError that lists them."""
    from jd_builder.services import catalogue, draft_files
    from jd_builder.text import english

    path = folder / f"{name}.yaml"
    draft = draft_files.read(path.read_bytes(), path.name).draft
    organisation = draft.read_organisation().value
    kind = organisation.sector.label if organisation.sector else "Example"
    shown = [english.lowered(catalogue.layout(each).name) for each in draft.documents]
    return Example(name, kind, organisation.name or "", english.raised(", ".join(shown)), draft)
