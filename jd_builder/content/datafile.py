"""One data file read into its shape, or refused with every problem and its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from jd_builder.content.references import Complaint
from jd_builder.content.shapes import RawList, RawRole
from jd_builder.domain.answers import problems_of
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.located import Located, dotted, read_yaml
from jd_builder.text.located import Path as Place

R = TypeVar("R", RawRole, RawList)


@dataclass(frozen=True)
class DataFile:
    name: str
    raw: RawRole | RawList
    located: Located

    def error(self, complaints: Iterable[Complaint]) -> DataFileError | None:
        """The complaints as one error that knows their lines; None where there are none."""
        problems = tuple(_problem(self.located, path, message) for path, message in complaints)
        return DataFileError(self.name, problems) if problems else None


def read_data_file(path: Path) -> DataFile:
    """Read a role or a further list; anything wrong in its shape is a DataFileError."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise DataFileError(path.name, (Problem("", "this is not a text in UTF-8"),)) from error
    located = read_yaml(text, path.name)
    is_list = isinstance(located.data, dict) and "for" in located.data
    raw = _shaped(RawList, located, path.name) if is_list else _shaped(RawRole, located, path.name)
    return DataFile(path.name, raw, located)


def _shaped(model: type[R], located: Located, name: str) -> R:
    empty = tuple(_empty_places(located.data))
    problems = [_problem(located, path, "nothing is written here") for path in empty]
    try:
        raw = model.model_validate(located.data)
    except ValidationError as error:
        for detail, problem in zip(error.errors(include_url=False), problems_of(error, model), strict=True):
            place = tuple(detail["loc"])
            # A list is also called too short when the items it has are wrong, which is said of the items.
            if place not in empty and detail["type"] != "too_short":
                problems.append(Problem(problem.place, problem.message, located.line(place)))
        raise DataFileError(name, tuple(problems)) from error
    if problems:
        raise DataFileError(name, tuple(problems))
    return raw


def _empty_places(value: Any, path: Place = ()) -> Iterator[Place]:
    """Where a key or an item has nothing after it: a slip, as a thing that is not wanted is left out."""
    if not value or (isinstance(value, str) and not value.strip()):
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _empty_places(item, (*path, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from _empty_places(item, (*path, n))


def _problem(located: Located, path: Place, message: str) -> Problem:
    return Problem(dotted(path), message, located.line(path))
