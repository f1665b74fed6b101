"""A model's answer while it arrives: each item as soon as it is whole, and nothing that is not one."""

import json
import re
from collections.abc import Iterator
from typing import Any

_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_BEGINS = re.compile(r'\{\s*"items"\s*:\s*\[|\A\s*(?:```(?:json)?\s*)?\[(?=\s*\{)')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()
LONGEST = 20_000  # characters of one item


class Reply:
    """One JSON document of items, however it is wrapped. What stands after it is not looked at."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self.is_whole = False
        self._rest = ""
        self._is_open = False

    @property
    def text(self) -> str:
        """All that was said so far."""
        return "".join(self._said)

    def feed(self, piece: str) -> Iterator[tuple[int, str]]:
        """The items that are whole now and were not before, each with its number."""
        self._said.append(piece)
        if self._is_open:
            self._rest += piece
        elif "[" in piece and not self.is_whole:
            self._rest = self._opened()
        while self._is_open and (found := self._next()) is not None:
            if item := _item(found):
                yield item

    def _opened(self) -> str:
        """What comes after the beginning of the list, once there is one outside of what the model thought."""
        said = _THOUGHT.sub("", self.text)
        begins = _BEGINS.search(said)
        if begins is None:
            return ""
        self._is_open = True
        return said[begins.end() :]

    def _next(self) -> Any:
        at = _BETWEEN.match(self._rest)
        self._rest = self._rest[at.end() :] if at else self._rest
        if self._rest.startswith("]"):
            self.is_whole, self._is_open = True, False
            return None
        if "}" not in self._rest:
            return None
        try:
            found, end = _DECODER.raw_decode(self._rest)
        except (ValueError, RecursionError):
            return None
        self._rest = self._rest[end:]
        return found


def _item(found: Any) -> tuple[int, str] | None:
    """The number and the text of an item; anything else is dropped."""
    if not isinstance(found, dict) or not isinstance(text := found.get("text"), str):
        return None
    number = found.get("id")
    if isinstance(number, str) and number.isascii() and number.isdigit() and len(number) < 10:
        number = int(number)
    if isinstance(number, bool) or not isinstance(number, int) or not text.strip() or len(text) > LONGEST:
        return None
    return number, text.strip()
