"""What a field asks for, in words for a person who is not at the screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jd_builder.domain.complaints import parts
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.values import Choice
from jd_builder.text import english

_MODELS: dict[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}
_PARTS = 3
_KEYS = re.compile(r"(?:^|(?<=, ))[a-z-]+: ")  # as draft files spell them
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?")
_FIGURE = re.compile(r"\d{5,}")


@dataclass(frozen=True)
class Question:
    """``example`` says what an answer may look like, or names the answers there are to choose from."""

    place: str
    label: str
    why: str
    example: str


def question(place: str) -> Question | None:
    """The question behind a dotted key; a part of an answer is asked for with the whole of it."""
    part, _, rest = place.partition(".")
    model, key = _MODELS.get(part), rest.partition(".")[0]
    info = (
        next((each for name, each in model.model_fields.items() if key in (name, each.alias)), None) if model else None
    )
    if model is None or info is None:
        return None
    example = _example(model, info)
    lead = "" if not example else "One of: " if _choices(info.annotation) else "For example: "
    return Question(f"{part}.{info.alias}", _label(info), info.description or "", lead + example)


def _label(info: FieldInfo) -> str:
    return info.title or english.raised(str(info.alias).replace("-", " "))


def _example(model: type[BaseModel], info: FieldInfo) -> str:
    """The answers to choose from, the main parts of an answer with parts, or the field's own example."""
    choices = _choices(info.annotation)
    if choices:
        return " / ".join(choice.label for choice in choices)
    own, inner = str((info.examples or [""])[0]), parts(model).get(str(info.alias))
    if inner and (_KEYS.match(own) or any(_choices(each.annotation) for each in inner.model_fields.values())):
        own = "\n".join(list(_parts(inner))[:_PARTS]) or own
    return "yes or no" if own in ("yes", "no") else _spoken(_KEYS.sub("", own))


def _parts(model: type[BaseModel]) -> Iterator[str]:
    """Those that have to be given, each with its example: what has a default is left out."""
    for info in model.model_fields.values():
        example = _example(model, info)
        if example and (info.is_required() or info.default in (None, ())):
            yield f"{_label(info)}: {example}"


def _choices(annotation: Any) -> tuple[Choice, ...]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return tuple(annotation)
    return next((found for part in get_args(annotation) if (found := _choices(part))), ())


def _spoken(example: str) -> str:
    """Days and figures as people write them, not as files hold them."""
    days = _DAY.sub(
        lambda match: " ".join(filter(None, (english.day(date.fromisoformat(match[1])), match[2]))), example
    )
    return _FIGURE.sub(lambda match: english.number(Decimal(match[0])), days)
