"""Which number belongs to what: 9 managers and 45 engineers are not 45 managers and 9 engineers."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.quantities import Quantity
from jd_builder.rewriting.guard.reading import Concept, Reading


def numbered(both: Comparison) -> Iterator[Verdict]:
    """Of texts with the same numbers: each stands with the word it stood with, or all in the old order."""
    ours, theirs = both.original.quantities, both.rewritten.quantities
    if len(ours) < 2 or sorted(map(_mark, ours)) != sorted(map(_mark, theirs)):
        return
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    was = {_mark(each): partner.get(noun.start) for each in ours if (noun := _noun(each, both.original))}
    now = {_mark(each): noun.start for each in theirs if (noun := _noun(each, both.rewritten))}
    for each in theirs:
        before, after = was.get(_mark(each)), now.get(_mark(each))
        others = {place for mark, place in was.items() if mark != _mark(each)}
        if before is not None and after is not None and before != after and after in others:
            message = f"{each.text} stood with another word before."
            yield verdict(each.kind, "block", message, (each.start, each.end))
            return
    yield from _after_other_words(both, partner)
    for kind in ("money", "date", "time", "percentage"):
        if _sequence(ours, kind) != _sequence(theirs, kind):
            first = next(each for each in theirs if each.kind == kind)
            yield verdict(kind, "look", "The order of the figures changed.", (first.start, first.end))


def _after_other_words(both: Comparison, partner: dict[int, int]) -> Iterator[Verdict]:
    """ "Critical ones in 1 hour, others in 24": each of two numbers now follows the word that the other followed."""
    followed: dict[tuple[int, int], Quantity] = {}
    now = {_mark(each): before.start for each in both.rewritten.quantities if (before := _before(each, both.rewritten))}
    for each in both.original.quantities:
        before = _before(each, both.original)
        if before and before.start in partner and _mark(each) in now:
            followed[partner[before.start], now[_mark(each)]] = each
    for (was, is_now), each in followed.items():
        if was < is_now and (is_now, was) in followed:
            place = next(other for other in both.rewritten.quantities if _mark(other) == _mark(each))
            yield verdict(each.kind, "block", f"{each.text} followed another word before.", (place.start, place.end))


def _before(quantity: Quantity, reading: Reading) -> Concept | None:
    """The last word with weight before a quantity."""
    return next((each for each in reversed(reading.concepts) if each.end <= quantity.start), None)


def _mark(quantity: Quantity) -> str:
    return repr(quantity.key)


def _sequence(quantities: tuple[Quantity, ...], kind: str) -> list[str]:
    return [_mark(each) for each in quantities if each.kind == kind]


def _noun(quantity: Quantity, reading: Reading) -> Concept | None:
    """The next word with weight, where nothing ends or goes on before it."""
    after = next((each for each in reading.concepts if each.start >= quantity.end), None)
    if after is None or after.ends_clause or after.gap[-1:] not in ((), ("#",)):
        return None
    return after
