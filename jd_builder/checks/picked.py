"""Fields whose words are ours: chosen from a list and not typed, such as the name of a standard."""

from functools import cache
from typing import Any, get_args

from jd_builder.domain.base import Model
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.values import Choice

_MODELS: dict[str, type[Model]] = {"organisation": Organisation, "post": Post}


@cache
def is_picked(field: str) -> bool:
    """Whether the answer at a dotted key, such as ``organisation.standards.2``, is one of our own list."""
    part, *keys = (key for key in field.split(".") if not key.isdecimal())
    kind: Any = _MODELS.get(part)
    for key in keys:
        fields = getattr(kind, "model_fields", {}).values()
        kind = next((_innermost(each.annotation) for each in fields if each.alias == key), None)
    return isinstance(kind, type) and issubclass(kind, Choice)


def _innermost(annotation: Any) -> Any:
    """The class of the values: ``Annotated[tuple[Standard, ...], ...]`` holds standards."""
    inner = [each for each in get_args(annotation) if each not in (type(None), ...)]
    return _innermost(inner[0]) if inner else annotation
