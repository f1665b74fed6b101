"""What kind of control each field of the models wants, read from the models themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jd_builder.domain.organisation import Organisation, StandardParagraph
from jd_builder.domain.post import Post
from jd_builder.domain.terms import PanelMember, Place
from jd_builder.domain.values import Choice, Prose, takes_words

_MODELS: Mapping[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}
Control = Literal["line", "prose", "yes-no", "choice", "choices", "lines", "part", "paragraphs", "terms"]


@dataclass(frozen=True)
class Field:
    """One field as it is asked.

    ``place`` is its dotted key, ``parts`` are the fields under it, and ``usual`` is the choice that
    holds while none is made. One ``in_words`` takes any words.
    """

    place: str
    label: str
    why: str
    example: str
    control: Control
    choices: tuple[Choice, ...] = ()
    usual: str = ""
    parts: tuple["Field", ...] = ()
    in_words: bool = False

    @property
    def key(self) -> str:
        """The place as a name that style sheets and scripts can use."""
        return self.place.replace(".", "-")


@cache
def field(place: str) -> Field:
    """The field at a dotted key such as ``post.pay`` or ``organisation.about``."""
    part, _, name = place.partition(".")
    info = next(each for each in _MODELS[part].model_fields.values() if each.alias == name)
    return _described(info, place)


def _described(info: FieldInfo, place: str) -> Field:
    kind, is_list = _kind(info.annotation)
    label = info.title or place.rsplit(".", 1)[-1].replace("-", " ").capitalize()
    example = str((info.examples or [""])[0])
    choices = tuple(kind) if isinstance(kind, type) and issubclass(kind, Choice) else ()
    parts: tuple[Field, ...] = ()
    control = _control(kind, is_list, info)
    if control == "part":
        parts = tuple(_described(each, f"{place}.{each.alias}") for each in kind.model_fields.values())
    usual = info.default.label if isinstance(info.default, Choice) else ""
    return Field(place, label, info.description or "", example, control, choices, usual, parts, takes_words(info))


def _control(kind: Any, is_list: bool, info: FieldInfo) -> Control:
    if kind is StandardParagraph:
        return "paragraphs"
    if isinstance(kind, type) and issubclass(kind, Choice):
        return "choices" if is_list else "choice"
    if is_list:
        return "lines" if kind in (str, Place, PanelMember) or not issubclass(kind, BaseModel) else "terms"
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__name__ != "Moment":
        return "part"
    if kind is bool:
        return "yes-no"
    return "prose" if _is_prose(info) else "line"


def _is_prose(info: FieldInfo) -> bool:
    return any(meta in get_args(Prose)[1:] for meta in _metadata(info.annotation, info))


def _metadata(annotation: Any, info: FieldInfo) -> list[Any]:
    found = list(info.metadata)
    for part in (annotation, *get_args(annotation)):
        found += getattr(part, "__metadata__", ())
    return found


def _kind(annotation: Any) -> tuple[Any, bool]:
    """The class of the values, and whether there may be several."""
    if get_origin(annotation) is tuple:
        return _kind(get_args(annotation)[0])[0], True
    if hasattr(annotation, "__metadata__"):
        return _kind(get_args(annotation)[0])
    inner = [each for each in get_args(annotation) if each is not NoneType]
    return _kind(inner[0]) if inner else (annotation, False)
