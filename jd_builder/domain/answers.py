"""Answers as people typed them, and what can be read from them. Wrong input is shown, never lost."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from jd_builder.domain.errors import Problem

ASK = "ask the manager"
NOT_APPLICABLE = "not applicable"

M = TypeVar("M", bound=BaseModel)
_Place = tuple[str | int, ...]
_STRUCK = object()
_BOUNDS = {"ge": "at least", "le": "at most", "gt": "more than", "lt": "less than"}


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
    waiting = {key[:end] for key in asked for end, letter in enumerate(key) if letter == "."} | set(asked)
    return Reading(value, tuple(each for each in problems if each.place not in waiting), tuple(asked), tuple(skipped))


def valid_part(model: type[M], values: Mapping[str, Any], place: str = "") -> tuple[M, tuple[Problem, ...]]:
    """What is right in the values as a model all of whose fields may be left out, and the rest as problems."""
    left = _copied(values)
    problems: list[Problem] = []
    while True:
        try:
            return model.model_validate(left), tuple(problems)
        except ValidationError as error:
            details = error.errors(include_url=False)
            told = {problem.place for problem in problems}
            found = [Problem(_place(left, detail["loc"], place), _sentence(model, detail)) for detail in details]
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
    """A copy to strike wrong values from, without those that are struck already."""
    if isinstance(value, (list, tuple)):
        return _Items((number, _copied(item)) for number, item in _numbered(value) if item is not _STRUCK)
    if isinstance(value, Mapping):
        return {key: _copied(item) for key, item in value.items() if item is not _STRUCK}
    return value


def _without_open(value: Any, model: type[BaseModel] | None, place: str, asked: list[str], skipped: list[str]) -> Any:
    """A copy of the answers without those that are left open, and without parts that hold nothing else."""
    if isinstance(value, (list, tuple)):
        return _Items(
            (number, _without_open(item, model, f"{place}.{number}", asked, skipped))
            for number, item in _numbered(value)
            if not _is_open(item, f"{place}.{number}", asked, skipped)
        )
    if not isinstance(value, Mapping):
        return value
    fields = _parts(model) if model else {}
    kept = {}
    for key, item in value.items():
        if fields and key not in fields:
            kept[key] = item
        elif not _is_open(item, f"{place}.{key}", asked, skipped):
            inner = _without_open(item, fields.get(key), f"{place}.{key}", asked, skipped)
            kept |= {} if inner in ({}, []) else {key: inner}
    return kept


def _is_open(item: Any, place: str, asked: list[str], skipped: list[str]) -> bool:
    """Whether an answer says nothing yet. What is to be asked and what does not apply is noted."""
    written = item.strip().casefold().rstrip(".") if isinstance(item, str) else item
    if written == ASK:
        asked.append(place)
    elif written == NOT_APPLICABLE:
        skipped.append(place)
    return written in (None, "", ASK, NOT_APPLICABLE)


@cache
def _parts(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The keys of a model, each with the model of what stands under it."""
    return {
        key: _model_in(field.annotation)
        for name, field in model.model_fields.items()
        for key in (name, field.alias or name)
    }


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
    return Problem(".".join(filter(None, [place, *steps])), _sentence(model, detail))


def _sentence(model: type[BaseModel], detail: Any) -> str:
    given, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "enum" | "literal_error":
            return f"'{_short(given)}' is not one of {str(context['expected']).replace(' or ', ', ')}"
        case "extra_forbidden":
            return "there is no such key here" + _did_you_mean(model, detail["loc"])
        case "missing":
            return "this is needed here"
        case "model_type" | "model_attributes_type" | "dict_type" | "mapping_type":
            return f"'{_short(given)}' stands alone, but this has keys under it"
        case "tuple_type" | "list_type":
            return f"'{_short(given)}' is not a list"
        case "too_long":
            return f"there are {context['actual_length']} of these; {context['max_length']} at most"
        case "string_too_long":
            return f"this is {len(given):,} characters long; {context['max_length']} at most"
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            bound = " and ".join(f"{_BOUNDS[key]} {limit}" for key, limit in context.items() if key in _BOUNDS)
            return f"{_short(given)} is out of range: {bound}"
        case _:
            return f"'{_short(given)}' cannot be read here"


def _did_you_mean(model: type[BaseModel], loc: _Place) -> str:
    """The nearest key that exists, looked for among all keys at that depth of the model."""
    keys = _keys(model, [step for step in loc[:-1] if isinstance(step, str)])
    near = get_close_matches(str(loc[-1]), keys, n=1)
    return f"; did you mean '{near[0]}'?" if near else f"; the keys are {', '.join(keys)}" if len(keys) < 12 else ""


def _keys(model: type[BaseModel], path: list[str]) -> list[str]:
    for step in path:
        inner = next((_model_in(f.annotation) for f in model.model_fields.values() if f.alias == step), None)
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
