"""What a person wrote in answer to one question, as a draft takes it: nothing is guessed, and nothing is lost."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from jd_builder.domain.answers import NOT_APPLICABLE, open_word
from jd_builder.domain.complaints import parts
from jd_builder.domain.draft import Draft
from jd_builder.domain.values import Part
from jd_builder.drafts.old.answers import read_typed
from jd_builder.drafts.old.labels import MODELS
from jd_builder.drafts.old.patterns import NO_ANSWER
from jd_builder.text.outline import without_marker

_NOT_APPLICABLE = ("n/a", "na", NOT_APPLICABLE)


@dataclass(frozen=True)
class Typed:
    """Values by their places, the words that no value took, and what is wrong with it all, in words."""

    values: tuple[tuple[str, Any], ...]
    left: tuple[str, ...] = ()
    problem: str = ""


def is_answer(typed: str) -> bool:
    """Whether somebody answered at all: "to be confirmed" leaves a question open."""
    word = _bare(typed)
    return word in _NOT_APPLICABLE or (bool(word) and word not in NO_ANSWER and open_word(word) is None)


def understood(place: str, typed: str) -> Typed:
    """The answer to a question: by its parts, as old files write it, one item on each line, or else as it stands."""
    if _bare(typed) in _NOT_APPLICABLE:
        return Typed(((place, NOT_APPLICABLE),))
    reading, said = read_typed(place, typed), _by_parts(place, typed)
    if said:
        return _judged(place, said)
    if reading.answers:
        return Typed(tuple((found, value) for found, value, _ in reading.answers), reading.left)
    as_typed = _judged(place, _items(typed) if _is_list(place) else typed.strip())
    return Typed(as_typed.values, problem=as_typed.problem or _unlike(place, reading.reason))


def _judged(place: str, value: Any) -> Typed:
    """A value, right or wrong: a draft keeps what was typed."""
    labels = dict(_labels(place))
    if labels and isinstance(value, str) and not _stands_alone(place):
        return Typed(((place, value),), problem=f"it does not say which part this is: {', '.join(labels.values())}")
    draft = Draft().answered(place, value)
    problems = (*draft.read_post().problems, *draft.read_organisation().problems)
    return Typed(((place, value),), problem=". ".join(dict.fromkeys(each.message for each in problems)))


def _unlike(place: str, reason: str) -> str:
    """Why old files' readers refused a place that takes any words: "two days in Leeds" is no town."""
    return reason if place == "post.location" else ""


def _by_parts(place: str, typed: str) -> Mapping[str, Any] | None:
    """An answer such as ``From: £105,000`` and ``To: £130,000``, each on its line; none where a line is otherwise."""
    keys = {_bare(label): key for key, label in _labels(place)}
    said: dict[str, Any] = {}
    for line in _items(typed):
        label, colon, value = line.partition(":")
        key = keys.get(_bare(label))
        if not (key and colon and value.strip()):
            return None
        said[key] = [*_listed(said[key]), value.strip()] if key in said else value.strip()
    return said


def _labels(place: str) -> Iterator[tuple[str, str]]:
    inner = None if _is_list(place) else _inner(place)
    for name, field in inner.model_fields.items() if inner else ():
        if field.title:  # a day with its time has parts that nobody is asked for
            yield field.alias or name, field.title


def _stands_alone(place: str) -> bool:
    """Whether a lone word can be the answer to a question that has parts."""
    inner = _inner(place)
    return bool(inner and issubclass(inner, Part) and inner.lone)


def _inner(place: str) -> type[BaseModel] | None:
    """What the answer to a question with parts is made of."""
    part, _, key = place.partition(".")
    return parts(MODELS[part]).get(key)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_list(place: str) -> bool:
    part, _, key = place.partition(".")
    return any(field.alias == key and field.default == () for field in MODELS[part].model_fields.values())


def _items(typed: str) -> list[str]:
    lines = (without_marker(line).strip() for line in typed.replace(";", "\n").split("\n"))
    return [line for line in lines if line]


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
