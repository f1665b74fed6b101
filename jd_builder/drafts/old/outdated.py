"""Names that have changed since an old description was written: one data file, read once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.drafts.old.parts import Outdated
from jd_builder.text.located import read_yaml
from jd_builder.text.outline import Outline, Piece, Row

FILE = Path(__file__).with_name("outdated.yaml")
_SHORT = 5  # letters; a short name counts only in its own capitals


class Change(BaseModel):
    """Names that were in use, what to write instead, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[str, ...]
    replacement: str
    why: str


@dataclass(frozen=True)
class _Names:
    pattern: re.Pattern[str]
    changes: dict[str, Change]


def outdated(outline: Outline) -> tuple[Outdated, ...]:
    """Each outdated name in an outline, in order; a name inside a longer one is not said again."""
    return tuple(found for piece in outline.pieces for text in _texts(piece) for found in _in_text(text, piece.number))


@cache
def changes(path: Path = FILE) -> tuple[Change, ...]:
    """The data file; anything wrong with it is a DataFileError with its lines."""
    located = read_yaml(path.read_text(encoding="utf-8"), path.name)
    try:
        return TypeAdapter(tuple[Change, ...]).validate_python(located.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems = tuple(Problem("", each["msg"], located.line(each["loc"])) for each in found)
        raise DataFileError(path.name, problems) from error


@cache
def _names() -> _Names:
    named = {name: change for change in changes() for name in change.names}
    ordered = sorted(named, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_spelled, ordered)) + r")(?!\w)")
    return _Names(pattern, {_key(name): change for name, change in named.items()})


def _spelled(name: str) -> str:
    spaced = re.escape(name).replace(r"\ ", r"\s+")
    return spaced if len(name) <= _SHORT else f"(?i:{spaced})"


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _texts(piece: Piece) -> tuple[str, ...]:
    return piece.cells if isinstance(piece, Row) else (piece.text,)


def _in_text(text: str, number: int) -> Iterator[Outdated]:
    names = _names()
    for match in names.pattern.finditer(text):
        change = names.changes[_key(match[0])]
        yield Outdated(text, match[0], change.replacement, change.why, number)
