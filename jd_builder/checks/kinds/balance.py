"""Signs that are opened and never closed, or closed and never opened."""

from collections.abc import Iterator, Sequence

from jd_builder.checks.hit import Hit, Place
from jd_builder.checks.rule import Balance
from jd_builder.checks.texts import Placed


def hits(rule: Balance, texts: Sequence[Placed]) -> Iterator[Place]:
    """The first sign of each text that has no partner."""
    signs = {*rule.opens, *rule.closes}
    for placed in texts:
        if placed.scope in rule.scope and not signs.isdisjoint(placed.text):
            place = _without_partner(rule, placed.text)
            if place is not None:
                yield placed, Hit(place, place + 1)


def _without_partner(rule: Balance, text: str) -> int | None:
    waiting: list[int] = []
    stray: list[int] = []
    for place, sign in enumerate(text):
        if sign in rule.opens:
            waiting.append(place)
        elif sign in rule.closes:
            if waiting:
                waiting.pop()
            elif not rule.alone:
                stray.append(place)
    return min([*waiting, *stray], default=None)
