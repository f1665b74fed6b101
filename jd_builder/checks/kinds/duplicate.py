"""Items of one list that say the same in other words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, groupby

from jd_builder.checks.hit import Hit, Place
from jd_builder.checks.rule import Duplicate
from jd_builder.checks.texts import Placed
from jd_builder.text.fingerprint import content_stems
from jd_builder.text.likeness import likeness

_FIGURE = re.compile(r"\d+")
_LEAST = 3  # content words; names and grades are too short to tell
_MOST = 60  # items; each is compared with each, and no reader takes in a longer list


def hits(rule: Duplicate, texts: Sequence[Placed]) -> Iterator[Place]:
    """The later one of two, with the earlier as ``other``."""
    for _, together in groupby((each for each in texts if each.scope == "item"), key=lambda each: each.block):
        items = list(together)[:_MOST]
        for earlier, later in _alike(tuple(item.text for item in items), rule.likeness):
            yield items[later], Hit(0, len(items[later].text), other=items[earlier].text)


@lru_cache(maxsize=512)
def _alike(texts: tuple[str, ...], least: float) -> tuple[tuple[int, int], ...]:
    """The pairs that are alike, each later item once."""
    stems = [(number, _stems(text)) for number, text in enumerate(texts)]
    long = [(number, each) for number, each in stems if len(each) >= _LEAST]
    alike: dict[int, int] = {}
    for (earlier, one), (later, other) in combinations(long, 2):
        if likeness(one, other) >= least and _figures(texts[earlier]) == _figures(texts[later]):
            alike.setdefault(later, earlier)
    return tuple((earlier, later) for later, earlier in alike.items())


def _figures(text: str) -> list[str]:
    """Grade 1 and grade 2 are two things, however alike their lines are."""
    return _FIGURE.findall(text)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content_stems(text))
