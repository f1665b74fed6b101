"""Which number belongs to what: 9 managers and 45 engineers are not 45 managers and 9 engineers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from jd_builder.domain.rewriting import Outcome, Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.quantity import Quantity
from jd_builder.rewriting.guard.reading import Concept, Reading

# What may stand between a number and what it counts: five of the analysts, 12-strong.
_LINKING = """
- of the a an your our their its these those is are be in at as for to on by from with or more less fewer
"""
_LINKS = frozenset(_LINKING.split())
_BREAKS = frozenset((",", ".", ";", ":", "!", "?", "(", ")", "and", "or"))
_MOST = 50  # figures of which each is compared with each
_LISTING = frozenset((",", "and", "or"))
_WEIGHTY = ("money", "date", "time", "percentage")

_Same = Mapping[int, int]  # where a thing starts, and where the same thing starts in the rewrite


class _Place(NamedTuple):
    """What a number stands with: the thing before it, whether nothing parts them, and the run of things after it."""

    before: int | None
    close: bool
    after: frozenset[int]
    listed: frozenset[int]
    """The same with what a list goes on with: 12 analysts and engineers."""


def numbered(both: Comparison) -> Iterator[Verdict]:
    """Of the numbers that both texts say once: each stands with what it stood with, word, grade or number."""
    if both.original.quantities and both.rewritten.quantities:
        yield from _repeated(both)
    ours, theirs = _single(both.original), _single(both.rewritten)
    marks = [mark for mark in ours if mark in theirs]
    if not marks:
        return
    if len(marks) > _MOST:
        yield _told(theirs[marks[0]], "look", "These are too many figures to say which belongs to what.")
        return
    partner = _partners(both) | {ours[mark].start: theirs[mark].start for mark in marks}
    own = {place: place for place in partner.values()}
    was = {mark: _place(ours[mark], both.original, partner) for mark in marks}
    now = {mark: _place(theirs[mark], both.rewritten, own) for mark in marks}
    for mark in sorted(marks, key=lambda mark: theirs[mark].start):
        if told := _moved(mark, was, now, theirs[mark]):
            yield told
            return
    for one, other in combinations(marks, 2):
        alike = ours[one].kind == ours[other].kind or {ours[one].kind, ours[other].kind} == {"number", "duration"}
        if alike and theirs[one].start > theirs[other].start:
            stay = [_stays(was[mark], now[mark]) for mark in (one, other)]
            if not (all(stay) if ours[one].kind in _WEIGHTY else any(stay)):
                yield _told(theirs[other], "look", _REORDERED)
                return


def _repeated(both: Comparison) -> Iterator[Verdict]:
    """Four, two and two that became two, four and two: which of the twos is which, nobody can tell."""
    was, now = (
        [(each.kind, repr(each.key)) for each in reading.quantities] for reading in (both.original, both.rewritten)
    )
    often = Counter(was)
    if often != Counter(now):
        return
    for kind in {kind for (kind, _), count in often.items() if count > 1}:
        if [each for each in was if each[0] == kind] != [each for each in now if each[0] == kind]:
            yield _told(next(each for each in both.rewritten.quantities if each.kind == kind), "look", _REORDERED)


_REORDERED = "The order of the figures changed."


def _moved(mark: str, was: Mapping[str, _Place], now: Mapping[str, _Place], quantity: Quantity) -> Verdict | None:
    """Whether it stands with what another number stood with: surely, if that one stands with what it stood with."""
    before, after = was[mark], now[mark]
    if _stays(before, after) and not before.after.isdisjoint(after.after):
        return None
    for other in was:
        if other == mark:
            continue
        took = not after.after.isdisjoint(was[other].after)
        if took and not now[other].after.isdisjoint(before.after):
            return _told(quantity, "block", f"{quantity.text} stood with another word before.")
        followed = None not in (before.before, after.before) and before.before != after.before
        if followed and (was[other].before, now[other].before) == (after.before, before.before):
            return _told(quantity, "block", f"{quantity.text} followed another word before.")
        if took and before.after and not _stays(before, after):
            return _told(quantity, "look", f"{quantity.text} stood with another word before.")
    # A team of 12, a 12-strong team.
    turned = (before.close and before.before in after.after) or (after.close and after.before in before.after)
    if before.after <= after.listed and after.after <= before.listed:
        return None
    if quantity.kind == "number" and before.after and after.after and not (_stays(before, after) or turned):
        return _told(quantity, "look", f"{quantity.text} stood with another word before.")
    return None


def _stays(before: _Place, after: _Place) -> bool:
    beside = before.close and after.close and before.before is not None and before.before == after.before
    return beside or not before.after.isdisjoint(after.after)


def _told(quantity: Quantity, level: Outcome, message: str) -> Verdict:
    return verdict(quantity.kind, level, message, (quantity.start, quantity.end))


def _single(reading: Reading) -> dict[str, Quantity]:
    """By what they say, those that are said once."""
    often = Counter(repr(each.key) for each in reading.quantities)
    return {mark: each for each in reading.quantities if often[mark := repr(each.key)] == 1}


def _partners(both: Comparison) -> dict[int, int]:
    """Of the words that neither text repeats: of others nobody can tell which is which."""
    ours, theirs = (Counter(each.key for each in reading.concepts) for reading in (both.original, both.rewritten))
    return {
        mine.start: yours.start for mine, yours in both.matching.pairs if ours[mine.key] <= 1 and theirs[yours.key] <= 1
    }


def _place(quantity: Quantity, reading: Reading, same: _Same) -> _Place:
    things: list[Quantity | Concept] = sorted((*reading.quantities, *reading.concepts), key=lambda each: each.start)
    before = next((each for each in reversed(things) if each.end <= quantity.start), None)
    close = before is not None and _BREAKS.isdisjoint(_between(before.end, quantity.start, reading))
    after: list[int] = []
    run: int | None = None  # how many of them stand before the first comma or "and"
    end = quantity.end
    for thing in things:
        if thing.start < end:
            continue
        between = _between(end, thing.start, reading)
        if run is None and after and between and between <= _LISTING:
            run = len(after)
        elif not between <= (frozenset("-") if after else _LINKS):
            break
        if thing.start in same:
            after.append(same[thing.start])
        end = thing.end
        if isinstance(thing, Quantity):
            break  # what follows is said of that one
    return _Place(same.get(before.start) if before else None, close, frozenset(after[:run]), frozenset(after))


def _between(start: int, end: int, reading: Reading) -> frozenset[str]:
    return frozenset(word.low for word in reading.words if start <= word.start and word.end <= end)
