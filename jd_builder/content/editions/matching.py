"""Which statement of an edition is which of an earlier one, by their fingerprints: also where we hold no text."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jd_builder.domain.framework import Statement
from jd_builder.text.fingerprint import fingerprint
from jd_builder.text.likeness import likeness

SAME = 0.7
"""From here on two statements are one: a word in ten may have changed, as in repairs of a page."""
PERHAPS = 0.4
"""From here on a person is asked."""


@dataclass(frozen=True)
class Known:
    """A statement of an earlier edition. ``text`` is what a person is shown of it."""

    id: str
    text: str
    prints: frozenset[str]


class Resemblance(NamedTuple):
    """A new text that may be an earlier statement in other words: to be asked."""

    text: str
    id: str
    before: str
    likeness: float


def known(statements: Iterable[Statement]) -> tuple[Known, ...]:
    return tuple(Known(each.id, shown(each), prints_of(each)) for each in statements)


def shown(statement: Statement) -> str:
    """The newest official text where there is one, else our own."""
    official = statement.wordings.official
    return official[max(official)] if official else statement.wordings.plain


def prints_of(statement: Statement) -> frozenset[str]:
    """The fingerprint of the official text, kept or made."""
    if statement.wordings.official or statement.stands_for is None:
        return frozenset(fingerprint(shown(statement)))
    return frozenset(statement.stands_for.fingerprint)


def matched(
    texts: Sequence[str], earlier: Sequence[Known], decided: Mapping[str, str | None]
) -> tuple[list[str | None], list[Resemblance]]:
    """For each text the id of the statement that it is, or None for a new one; and what a person has to say.

    Each statement is given to one text at most, the most alike first. ``decided`` holds what people
    said of a text: the id of what it is, or None where it is new.
    """
    ids: list[str | None] = [decided.get(text) for text in texts]
    asked: list[Resemblance] = []
    free = {each.id: each for each in earlier if each.id not in ids}
    left = {number for number, text in enumerate(texts) if text not in decided}
    for like, number, id in _pairs(texts, [*free.values()], left):
        if number not in left or id not in free:
            continue
        left.discard(number)
        before = free.pop(id)
        if like >= SAME:
            ids[number] = id
        else:
            asked.append(Resemblance(texts[number], id, before.text, like))
    return ids, asked


def _pairs(texts: Sequence[str], earlier: Sequence[Known], left: Collection[int]) -> list[tuple[float, int, str]]:
    prints = {number: fingerprint(texts[number]) for number in left}
    pairs = [
        (like, number, each.id)
        for number in sorted(left)
        for each in earlier
        if (like := likeness(prints[number], each.prints)) >= PERHAPS
    ]
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1]))
