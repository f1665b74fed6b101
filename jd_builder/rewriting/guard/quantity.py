"""What a reader of figures finds in a text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jd_builder.rewriting.guard.numbers import NUMBER, value


@dataclass(frozen=True, slots=True)
class Quantity:
    """``key`` is equal for what is equal; ``start`` and ``end`` are code points; ``kind`` is the id of its rule."""

    kind: str
    key: tuple[object, ...]
    start: int
    end: int
    text: str
    bound: str = ""
    inner: tuple[int, int] | None = None
    """A word within it that keeps its own weight: 12 further months."""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The stretches of the text that it is said by."""
        return [(self.start, self.inner[0]), (self.inner[1], self.end)] if self.inner else [(self.start, self.end)]

    @property
    def figure(self) -> tuple[object, ...]:
        """The bare number at its head, with its bound; empty where there is none."""
        found = re.match(NUMBER, self.text, re.IGNORECASE)
        return (value(found[0]), self.bound) if found else (self.key,)

    @property
    def whole(self) -> tuple[object, ...]:
        """The value with its bound: at least 5 years is not 5 years."""
        return (*self.key, self.bound)


Read = Callable[[re.Match[str]], Iterator[Quantity]]
Reader = tuple[re.Pattern[str], Read]


def made(kind: str, key: tuple[object, ...], match: re.Match[str], group: int | str = 0) -> Quantity:
    start, end = match.span(group)
    return Quantity(kind, (kind, *key), start, end, match[group])


def reader(pattern: str, read: Read, flags: int = re.IGNORECASE) -> Reader:
    return re.compile(pattern, flags), read
