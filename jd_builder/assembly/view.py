"""A model as layouts see it: every value printable, with its place, and a gap where one is missing."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from jd_builder.assembly.marks import NOTHING, Absent, Words
from jd_builder.domain.document import Origin
from jd_builder.domain.values import Choice
from jd_builder.text import english


class View:
    """Attributes of the model as Words; a part that has parts is a View of its own.

    ``needs`` are dotted keys such as ``post.pay``: a missing value among them is a gap, any other
    missing value is nothing. ``skipped`` keys were answered "not applicable" and are never gaps. ``reworded`` are
    answers in a model's words, by their keys.
    """

    gap = False

    def __init__(
        self,
        model: BaseModel,
        place: str,
        needs: Collection[str] = (),
        skipped: Collection[str] = (),
        reworded: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._model, self._place, self._needs, self._skipped = model, place, needs, skipped
        self._reworded = reworded

    def __getattr__(self, name: str) -> Any:
        field = type(self._model).__pydantic_fields__.get(name)
        if field is None:
            raise AttributeError(f"{type(self._model).__name__} has no field '{name}'")
        key = f"{self._place}.{field.alias}"
        value = getattr(self._model, name)
        if value is None:
            made: Any = self._gap(key, field.title or name)
        elif isinstance(value, tuple):
            items = tuple(self._item(item, f"{key}.{number}") for number, item in enumerate(value, start=1))
            made = items or tuple(filter(None, [self._gap(key, field.title or name)]))
        elif isinstance(value, BaseModel):
            made = View(value, key, self._needs, self._skipped, self._reworded)
        else:
            made = printed(value, key, "model" if self._reworded.get(key) == value else "organisation")
        self.__dict__[name] = made
        return made

    def _item(self, item: Any, key: str) -> Any:
        is_part = isinstance(item, BaseModel)
        return View(item, key, self._needs, self._skipped, self._reworded) if is_part else printed(item, key)

    def _gap(self, key: str, label: str) -> Words:
        if key not in self._needs or key in self._skipped:
            return NOTHING
        return Absent(f"[{label}: to fill in]", "organisation", key, gap=True)


def printed(value: Any, key: str, origin: Origin = "organisation") -> Words:
    """A value as a document prints it, with the value itself at hand."""
    return Words(_text(value), origin, key, value=value)


def _text(value: Any) -> str:
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, Decimal)):
        return english.number(value)
    return english.day(value) if isinstance(value, date) else str(value)
