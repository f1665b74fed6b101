"""What people may write under each key of a draft file, read from the models themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeGuard

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jd_builder.domain import values
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.values import Choice, Moment

_KINDS: Mapping[str, Any] = {
    "a line of text": values.Line,
    "text, in paragraphs if need be": values.Prose,
    "a sum of money": values.Money,
    "a number": values.Number,
    "a whole number": values.Whole,
    "a date": values.Day,
    "yes or no": values.YesNo,
    "an e-mail address": values.Email,
    "a web address": values.Link,
    "a phone number": values.Phone,
    "three capital letters": values.Currency,
}
_ACCEPTS = {kind.__metadata__[0]: words for words, kind in _KINDS.items()}
ANSWERS: Mapping[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}
_BOUNDS = {"ge": "at least {}", "le": "at most {}", "max_length": "at most {}"}


@dataclass(frozen=True)
class Field:
    """One key: what it is called on screens, why it matters, an example, and what may stand there.

    ``part`` is the model of the keys under it; ``many`` allows a list; ``choices`` are all there are.
    """

    key: str
    label: str
    why: str
    example: str
    accepts: str
    needed: bool
    many: bool
    choices: tuple[Choice, ...]
    part: type[BaseModel] | None


@cache
def fields(model: type[BaseModel]) -> tuple[Field, ...]:
    """The keys of a model in the order in which it asks for them."""
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> Field:
    kind, many = _kind(info.annotation)
    choices = tuple(kind) if isinstance(kind, type) and issubclass(kind, Choice) else ()
    part = None if kind is Moment or not _is_model(kind) else kind
    key = info.alias or name
    return Field(
        key=key,
        label=info.title or key.replace("-", " ").capitalize(),
        why=info.description or "",
        example=str((info.examples or [""])[0]),
        accepts=_accepts(info, choices, kind, many),
        needed=info.is_required(),
        many=many,
        choices=choices,
        part=part,
    )


def _accepts(info: FieldInfo, choices: tuple[Choice, ...], kind: Any, many: bool) -> str:
    marks = list(_marks(info))
    words = next((_ACCEPTS[mark] for mark in marks if _is_hashable(mark) and mark in _ACCEPTS), "a text")
    if choices:
        words = listed([choice.value for choice in choices])
    elif kind is Moment:
        words = "a date, with a time if need be"
    elif _is_model(kind):
        alone = [f"'{key}'" for key in getattr(kind, "lone", "").split()]
        words = f"its keys, or one value for {' and '.join(alone)}" if alone else "its keys"
    bounds = dict.fromkeys(bound for mark in marks for bound in _bounds(mark, many))
    return ", ".join([f"one or a list: {words}" if many else words, *bounds])


def _bounds(mark: Any, many: bool) -> Iterator[str]:
    for name, words in _BOUNDS.items():
        bound = getattr(mark, name, None)
        if bound is not None:
            yield words.format(f"{bound:,}") + (" characters" if name == "max_length" and not many else "")


def _is_model(kind: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def listed(words: list[str]) -> str:
    """``a, b or c``."""
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _kind(annotation: Any) -> tuple[Any, bool]:
    """The class of a value, and whether there may be several."""
    inner = [each for each in getattr(annotation, "__args__", ()) if each not in (NoneType, Ellipsis)]
    if not inner:
        return annotation, False
    kind, many = _kind(inner[0])
    return kind, many or getattr(annotation, "__origin__", None) is tuple


def _marks(info: Any) -> Iterator[Any]:
    """All that is said of a value beside its class, from the outside in."""
    for mark in (*getattr(info, "metadata", ()), *getattr(info, "__metadata__", ())):
        yield from _marks(mark) if isinstance(mark, FieldInfo) else (mark,)
    annotation = info.annotation if isinstance(info, FieldInfo) else info
    for inner in (annotation, *getattr(annotation, "__args__", ())):
        if inner is not info:
            yield from _marks(inner)


def _is_hashable(mark: Any) -> bool:
    return getattr(mark, "__hash__", None) is not None
