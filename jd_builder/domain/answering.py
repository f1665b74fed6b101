"""One answer put among others, at its dotted place, each as typed."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from jd_builder.domain.answers import open_word
from jd_builder.domain.complaints import parts
from jd_builder.domain.values import Part


def with_answer(answers: Any, keys: list[str], value: Any, model: type[BaseModel] | None) -> Any:
    """A copy of nested answers with one value set. A lone word goes to the keys that it stands for."""
    if not keys:
        return value
    first, *rest = keys
    if first.isdecimal():
        return _with_item(answers, int(first) - 1, rest, value, model)
    copy = _opened(answers, model)
    changed = with_answer(copy.get(first), rest, value, parts(model).get(first) if model else None)
    return {**copy, first: changed} if changed is not None else {key: copy[key] for key in copy if key != first}


def _with_item(answers: Any, at: int, keys: list[str], value: Any, model: type[BaseModel] | None) -> list[Any]:
    """The same in a list, where a lone value is the first item."""
    items = [] if answers is None else list(answers) if isinstance(answers, (list, tuple)) else [answers]
    old = items[at] if at < len(items) else None
    items[at : at + 1] = [with_answer(old, keys, value, model)]
    return [item for item in items if item is not None]


def _opened(answers: Any, model: type[BaseModel] | None) -> dict[str, Any]:
    """An answer as keys with values: none of a word that says nothing."""
    if isinstance(answers, Mapping):
        return dict(answers)
    is_word = isinstance(answers, str) and open_word(answers) is None
    return dict(model.spread(answers)) if is_word and model and issubclass(model, Part) else {}


def answer_in(answers: Any, keys: list[str]) -> Any:
    """What stands under these keys of nested answers; items of a list are counted from 1."""
    for key in keys:
        if isinstance(answers, (list, tuple)) and key.isdecimal():
            answers = answers[int(key) - 1] if 0 < int(key) <= len(answers) else None
        else:
            answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers
