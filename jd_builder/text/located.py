"""YAML and JSON read as plain text values that remember their lines.

YAML 1.1 reads ``no`` as False, ``23:59`` as 1439 and ``0123`` as 83; here every scalar stays the
text that was written and the models convert it, so what a person typed is what they get back.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.clean import clean_text

Path = tuple[str | int, ...]
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_TOO_DEEP, _NO_WORD = _OWN_WORDS = ("it is nested too deeply", "a key must be a word")


@dataclass(frozen=True)
class Located:
    """Plain dicts, lists, strings and None, and the line on which each of them begins.

    ``problems`` are those beside which the data can still be read: a double key, say.
    """

    data: Any
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...] = ()

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
    """Read one YAML document. Anything wrong with it is a DataFileError with its lines."""
    located = parse_yaml(text, file)
    if located.problems:
        raise DataFileError(file, located.problems)
    return located


def parse_yaml(text: str, file: str) -> Located:
    """The same, but only what cannot be read at all is raised."""
    return located_from(yaml.parse(clean_text(text), Loader=_Loader), file)


def located_from(events: Iterator[Any], file: str) -> Located:
    """The document that a parser's events spell."""
    reader = _Reader(events)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        raise DataFileError(file, (*reader.problems, _syntax_problem(error))) from error
    except yaml.YAMLError as error:
        raise DataFileError(file, (Problem("", "this is not a text file"),)) from error
    return Located(data, reader.lines, tuple(reader.problems))


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
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)
        if getattr(event, "tag", None):
            self.problems.append(Problem(dotted(path), f"take '{event.tag}' away: tags are not read", _line(event)))
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
                raise yaml.MarkedYAMLError(problem=_NO_WORD, problem_mark=event.start_mark)
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
    hint = (
        ""
        if detail in _OWN_WORDS
        else " (a text with ': ' or ' #' in it needs quotes; lines begin with spaces, not tabs)"
    )
    return Problem("", f"the text does not parse here: {detail}{hint}", None if mark is None else mark.line + 1)
