"""Names that last: an id is given once, to one statement, and never to another."""

import re
import unicodedata
from collections.abc import Iterable, Set

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def slug(text: str) -> str:
    """``Designing secure systems`` is ``designing-secure-systems``; a text without letters is ``x``."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_IN_A_NAME.sub("-", plain).strip("-")[:_LONGEST].rstrip("-") or "x"


def free_slug(text: str, taken: Set[str]) -> str:
    """A slug that nothing else has: the second ``analysis`` is ``analysis-2``."""
    name = slug(text)
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(each for each in numbered if each not in taken)


class Numbers:
    """Hands out numbers under a prefix, each above all that were ever used there."""

    def __init__(self, used: Iterable[str]) -> None:
        self._highest: dict[str, int] = {}
        for id in used:
            prefix, _, number = id.rpartition(".")
            if number.isdecimal():
                self._highest[prefix] = max(self._highest.get(prefix, 0), int(number))

    def next(self, prefix: str) -> str:
        self._highest[prefix] = self._highest.get(prefix, 0) + 1
        return f"{prefix}.{self._highest[prefix]}"
