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
    for kind in ("money", "date", "time", "percentage"):
        if _sequence(ours, kind) != _sequence(theirs, kind):
            first = next(each for each in theirs if each.kind == kind)
            yield verdict(kind, "look", "The order of the figures changed.", (first.start, first.end))


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
