"""Answers as people typed them, and what can be read from them. Wrong input is shown, never lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from jd_builder.domain.complaints import parts, sentence_for
from jd_builder.domain.errors import Problem
from jd_builder.domain.values import takes_words

ASK = "ask the manager"
NOT_APPLICABLE = "not applicable"

M = TypeVar("M", bound=BaseModel)
_Place = tuple[str | int, ...]
_STRUCK = object()
_OPEN_WORDS: Mapping[str | None, str] = {
    None: "",
    "": "",
    **{f"{word}{stop}": word for word in (ASK, NOT_APPLICABLE) for stop in ("", ".")},
    "n/a": NOT_APPLICABLE,
}
_NO_WORDS = ("none", "no", "nil", "n/a")


@dataclass(frozen=True)
class Reading(Generic[M]):
    """What answers say: the value without its wrong parts, and those parts as problems.

    ``asked`` and ``skipped`` are the dotted keys answered "ask the manager" and "not applicable".
    """

    value: M
    problems: tuple[Problem, ...]
    asked: tuple[str, ...]
    skipped: tuple[str, ...]


def read(model: type[M], answers: Mapping[str, Any], place: str) -> Reading[M]:
    """Read answers into a model all of whose fields may be left out.

    ``place`` goes before the keys in problems: ``post`` makes ``post.pay.minimum``. A part is not
    judged as a whole while one of its answers is to be asked for.
    """
    asked: list[str] = []
    skipped: list[str] = []
    known = _without_open(answers, model, place, asked, skipped)
    value, problems = valid_part(model, known, place)
    waiting = {part for key in asked for part in _wholes(key)} - {place}
    return Reading(value, tuple(each for each in problems if each.place not in waiting), tuple(asked), tuple(skipped))


def _wholes(key: str) -> Iterator[str]:
    """A key and the parts that it belongs to; a list can be judged without one of its items."""
    part, step = key, ""
    while part:
        if not step.isdecimal():
            yield part
        part, _, step = part.rpartition(".")


def open_word(item: Any, in_words: bool = False) -> str | None:
    """The answer of a person who gives none: one of the two words, or empty; None for any real answer.

    In place of words ``none`` is no answer either; elsewhere it may be a choice or a number.
    """
    alone = item[0] if isinstance(item, (list, tuple)) and len(item) == 1 else item
    written = " ".join(alone.split()).casefold() if isinstance(alone, str) else alone
    if in_words and isinstance(written, str) and written.rstrip(".") in _NO_WORDS:
        return NOT_APPLICABLE
    return _OPEN_WORDS.get(written) if isinstance(written, str | None) else None


@cache
def _worded(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a model that take any words."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if takes_words(field))


def valid_part(model: type[M], values: Mapping[str, Any], place: str = "") -> tuple[M, tuple[Problem, ...]]:
    """What is right in the values as a model all of whose fields may be left out, and the rest as problems.

    A part is not judged as a whole while one of its values is wrong.
    """
    left = _copied(values)
    problems: list[Problem] = []
    while True:
        try:
            return model.model_validate(left, by_alias=True, by_name=False), tuple(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
            told = {part for problem in problems for part in _wholes(problem.place)}
            found = [Problem(_place(left, detail["loc"], place), sentence_for(model, detail)) for detail in details]
            problems += [problem for problem in dict.fromkeys(found) if problem.place not in told]
            for detail in details:
                _strike(left, detail["loc"])
            left = _copied(left)


def problems_of(error: ValidationError, model: type[BaseModel], place: str = "") -> tuple[Problem, ...]:
    """A model's complaints as sentences with their places."""
    return tuple(_problem(model, detail, place) for detail in error.errors(include_url=False))


class _Items(list[Any]):
    """A list that remembers the place of each item among what was typed, counted from 1."""

    def __init__(self, numbered: Iterable[tuple[int, Any]]) -> None:
        pairs = tuple(numbered)
        super().__init__(item for _, item in pairs)
        self.numbers = tuple(number for number, _ in pairs)


def _numbered(values: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return zip(values.numbers if isinstance(values, _Items) else range(1, len(values) + 1), values, strict=True)


def _copied(value: Any) -> Any:
    """A copy to strike wrong values from, without those that are struck already, nor what they leave empty."""
    if isinstance(value, (list, tuple)):
        pairs = ((number, item, _copied(item)) for number, item in _numbered(value) if item is not _STRUCK)
        return _Items((number, copy) for number, item, copy in pairs if copy not in ({}, []) or copy == item)
    if isinstance(value, Mapping):
        copies = {key: _copied(item) for key, item in value.items() if item is not _STRUCK}
        return {key: copy for key, copy in copies.items() if copy not in ({}, []) or copy == value[key]}
    return value


def _without_open(
    value: Any, model: type[BaseModel] | None, place: str, asked: list[str], skipped: list[str], in_words: bool = False
) -> Any:
    """A copy of the answers without those that are left open, and without parts that hold nothing else."""
    if isinstance(value, (list, tuple)):
        return _Items(
            (number, _without_open(item, model, f"{place}.{number}", asked, skipped))
            for number, item in _numbered(value)
            if not _is_open(item, f"{place}.{number}", asked, skipped, in_words)
        )
    if not isinstance(value, Mapping):
        return value
    fields, worded = (parts(model), _worded(model)) if model else ({}, frozenset[str]())
    kept = {}
    for key, item in value.items():
        if fields and key not in fields:
            kept[key] = item
        elif not _is_open(item, f"{place}.{key}", asked, skipped, key in worded):
            inner = _without_open(item, fields.get(key), f"{place}.{key}", asked, skipped, key in worded)
            kept |= {} if inner in ({}, []) else {key: inner}
    return kept


def _is_open(item: Any, place: str, asked: list[str], skipped: list[str], in_words: bool) -> bool:
    """Whether an answer says nothing yet. What is to be asked and what does not apply is noted."""
    word = open_word(item, in_words)
    if word == ASK:
        asked.append(place)
    elif word == NOT_APPLICABLE:
        skipped.append(place)
    return word is not None


def _place(values: Any, loc: _Place, place: str) -> str:
    """Where a complaint belongs among the values as typed: a lone word stands for all that is read from it."""
    steps = [place]
    for step in loc:
        if isinstance(values, _Items) and isinstance(step, int):
            steps.append(str(values.numbers[step]))
        elif isinstance(values, Mapping) and isinstance(step, str):
            steps.append(step)
        elif not isinstance(values, Mapping):
            break
        else:
            continue
        values = values[step] if _has(values, step) else None
    return ".".join(filter(None, steps))


def _strike(values: Any, loc: _Place) -> None:
    """Mark the wrong value; where it is a part that is missing, mark what misses it."""
    holder, key = values, loc[0]
    inner = values
    for step in loc:
        if isinstance(step, int) and isinstance(inner, Mapping):
            continue
        if not _has(inner, step):
            break
        holder, key = inner, step
        inner = inner[step]
    if _has(holder, key):
        holder[key] = _STRUCK


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and step < len(holder)


def _problem(model: type[BaseModel], detail: Any, place: str) -> Problem:
    steps = [str(step + 1) if isinstance(step, int) else str(step) for step in detail["loc"]]
    return Problem(".".join(filter(None, [place, *steps])), sentence_for(model, detail))
