"""YAML and JSON read as plain text values that remember their lines.

YAML 1.1 reads ``no`` as False, ``23:59`` as 1439 and ``0123`` as 83; here every scalar stays the
text that was written and the models convert it, so what a person typed is what they get back.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.clean import clean_text

Path = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40


@dataclass(frozen=True)
class Located:
    """Plain dicts, lists, strings and None, and the line on which each of them begins."""

    data: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of a value, or of the nearest thing around it that has one."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def dotted(path: Path) -> str:
    """The path as people write it: ``post.location.1.town``, items counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def read_yaml(text: str, file: str) -> Located:
    """Read one YAML document. Syntax errors and double keys are a DataFileError with their lines."""
    reader = _Reader(yaml.parse(clean_text(text), Loader=_Loader))
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        raise DataFileError(file, (_syntax_problem(error),)) from error
    except yaml.YAMLError as error:
        raise DataFileError(file, (Problem("", "this is not a YAML text file"),)) from error
    if reader.problems:
        raise DataFileError(file, tuple(reader.problems))
    return Located(data, reader.lines)


def read_json(text: str, file: str) -> Located:
    """Read one JSON document as the same plain text values."""
    try:
        data = json.loads(clean_text(text), parse_int=str, parse_float=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise DataFileError(file, (Problem("", "this is not valid JSON", line),)) from error
    try:
        lines = read_yaml(text, file).lines
    except DataFileError as error:
        if any(problem.place for problem in error.problems):
            raise
        lines = {}
    return Located(_as_text(data), lines)


class _Reader:
    """Builds values from the parser's events, collecting lines and every double key.

    The parser's own tree is not used: it crashes on deeply nested input.
    """

    def __init__(self, events: Iterator[Any]) -> None:
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self._events = events

    def document(self) -> Any:
        """The first document of the stream; a second one is a problem."""
        data = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and self.lines:
                self.problems.append(Problem("", "one file holds one document", _line(event)))
                break
            if isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data

    def _value(self, event: Any, path: Path) -> Any:
        self.lines.setdefault(path, _line(event))
        if len(path) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=event.start_mark)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.AliasEvent):
            self.problems.append(Problem(dotted(path), "write the value out: references are not read", _line(event)))
            return None
        text = clean_text(event.value)
        return None if text == "" and not event.style else text

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = clean_text(event.value) if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                raise yaml.MarkedYAMLError(problem="a key must be a word", problem_mark=event.start_mark)
            where = (*path, key)
            if key in values:
                first = self.lines[where]
                self.problems.append(
                    Problem(dotted(where), f"this key stands twice, first in line {first}", _line(event))
                )
            else:
                self.lines[where] = _line(event)
            values.setdefault(key, self._value(next(self._events), where))
        return values


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _syntax_problem(error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    detail = error.problem or error.context or "it cannot be read"
    return Problem("", f"the YAML does not parse here: {detail}", None if mark is None else mark.line + 1)


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {clean_text(key): _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean_text(value) if isinstance(value, str) else value
