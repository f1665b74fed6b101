"""Acronyms that a reader meets before they are explained."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from jd_builder.checks.hit import Hit, Place
from jd_builder.checks.rule import Occurrence
from jd_builder.checks.texts import Placed

# Two to six capitals that are no part of a reference number, an address or a longer name.
_ACRONYM = re.compile(r"(?<![\w@./&-])([A-Z]{2,6})s?(?![\w@&-])(?!\.\w)")
_EXPLAINED_AFTER = re.compile(r"\s*\(")


def hits(rule: Occurrence, texts: Iterable[Placed], names: Collection[str] = ()) -> Iterator[Place]:
    """The first place of each acronym, unless it stands in brackets there or brackets follow it."""
    met = {*rule.known, *names}
    for placed in texts:
        if placed.scope not in rule.scope or placed.text.isupper():
            continue
        for acronym, place, explained in _acronyms(placed.text):
            if acronym not in met:
                met.add(acronym)
                if not explained:
                    yield placed, Hit(place, place + len(acronym))


@lru_cache(maxsize=8192)
def _acronyms(text: str) -> tuple[tuple[str, int, bool], ...]:
    """Each acronym with its place, and whether it stands in brackets or brackets follow it."""
    return tuple((match[1], match.start(1), _explained(text, match)) for match in _ACRONYM.finditer(text))


def _explained(text: str, match: re.Match[str]) -> bool:
    return text[: match.start()].endswith("(") or bool(_EXPLAINED_AFTER.match(text, match.end()))
