"""Numbers, money, dates, times, grades, numbered standards and contacts: all kept, none added, each with its bound."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jd_builder.domain.rewriting import Outcome, Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.denial import is_opposite, says_no_alike
from jd_builder.rewriting.guard.quantity import Quantity
from jd_builder.rewriting.guard.reading import Reading

_NOUNS = {"money": "amount", "duration": "length of time", "contact": "address"}
_REACH = 40  # characters after a number in which its unit may stand
_COUNTED = ("number", "money", "duration", "percentage")


def quantities(both: Comparison) -> Iterator[Verdict]:
    """Block whatever changed; a bound counts as part of its number."""
    ours, theirs = both.original.quantities, both.rewritten.quantities
    new = _missing(theirs, ours)
    for before in _missing(ours, theirs):
        if _is_still_one(before, both.original, both.rewritten):
            continue
        after = _partner(before, new)
        if after is None:
            message = f"The {_noun(before)} {before.text} is gone."
            yield verdict(before.kind, _level(before, both.original, theirs), message, _span(before), "original")
            continue
        new.remove(after)
        if not _is_unit_said_elsewhere(before, after, both):
            turned = is_opposite(before, after) and says_no_alike(both)
            level = "look" if turned else _change(before, after)
            yield verdict(before.kind, level, _became(before, after), _span(after))
    for after in new:
        if _is_still_one(after, both.rewritten, both.original):
            continue
        yield verdict(
            after.kind, _level(after, both.rewritten, ours), f"The {_noun(after)} {after.text} is new.", _span(after)
        )


def _missing(ours: tuple[Quantity, ...], theirs: tuple[Quantity, ...]) -> list[Quantity]:
    """Those that the other text does not have, and of what can be counted those that it has less often."""
    left = Counter(each.whole for each in theirs)
    known = {each.whole for each in theirs}
    found = []
    for each in ours:
        left[each.whole] -= 1
        if each.whole not in known or (left[each.whole] < 0 and each.kind in _COUNTED):
            found.append(each)
    return found


def _is_still_one(quantity: Quantity, reading: Reading, other: Reading) -> bool:
    """One that the other text has as a pronoun, as "single", or as "a" before the same word."""
    if quantity.text.lower() != "one":
        return False
    lows = [word.low for word in other.words]
    counted = next((word.low for word in reading.words if word.start >= quantity.end), "")
    has_article = any(low in ("a", "an") and after == counted.casefold() for low, after in pairwise(lows))
    return "one" in lows or "single" in lows or (counted.isalpha() and has_article)


def _is_unit_said_elsewhere(before: Quantity, after: Quantity, both: Comparison) -> bool:
    """25 days, rising to 30 days, is 25 days, rising to 30; two days is two office days.

    Not where another number lost or got its unit: that may have changed places.
    """
    if {before.kind, after.kind} != {"number", "duration"} or before.figure != after.figure:
        return False
    is_lost = after.kind == "number"
    bare, length = (after, before) if is_lost else (before, after)
    reading, other = (both.rewritten, both.original) if is_lost else (both.original, both.rewritten)
    lengths = [each for each in reading.quantities if each.kind == "duration"]
    if len(lengths) == sum(each.kind == "duration" for each in other.quantities):
        return False
    next_words = reading.text[bare.end : bare.end + _REACH].lower().split()[:3]
    unit = length.text.lower().split()[-1].rstrip("s")
    return any(each.key[1] == length.key[1] for each in lengths) or unit in [word.strip("s.,;'") for word in next_words]


_NEAR = ({"after", "from", "onwards", ">="}, {"before", "by", "until", "within", "<=", "<"}, {">", ">="})


def _change(before: Quantity, after: Quantity) -> Outcome:
    """A doubt where the figure is still there: its unit or its bound may only be worded in another way."""
    if before.key == after.key:
        bounds = {before.bound, after.bound}
        return "look" if "" in bounds or any(bounds <= near for near in _NEAR) else "block"
    if before.kind == after.kind == "date":  # a day or a year that is left out
        parts = zip(before.key[1:], after.key[1:], strict=True)
        return "look" if all(was == now or 0 in (was, now) for was, now in parts) else "block"
    if before.kind == after.kind == "duration":  # working days and days
        return "look" if before.key[2:] == after.key[2:] and _unit(before) == _unit(after) else "block"
    same = before.figure[0] == after.figure[0] and before.figure != (before.key,)
    return "look" if same and before.kind != after.kind else "block"


def _unit(duration: Quantity) -> str:
    return str(duration.key[1]).split()[-1]


def _level(quantity: Quantity, reading: Reading, other: tuple[Quantity, ...]) -> Outcome:
    """A doubt where it was only said twice, counts a list that follows ("these two: ..."), or is one.

    One may be no number: one of your tasks, a month.
    """
    counts = quantity.kind == "number" and ":" in reading.text[quantity.end :]
    twice = any(each.whole == quantity.whole for each in other)
    is_one = quantity.kind in ("number", "duration") and quantity.figure[0] == 1
    return "look" if twice or is_one or counts else "block"


def _partner(before: Quantity, new: list[Quantity]) -> Quantity | None:
    """What it most likely became: the same with another bound, else the next of its kind."""
    same = next((each for each in new if each.key == before.key or each.figure == before.figure), None)
    return same or next((each for each in new if each.kind == before.kind), None)


def _became(before: Quantity, after: Quantity) -> str:
    if before.key == after.key:
        return f"{_bound(before)} became {_bound(after)}."
    return f"The {_noun(before)} {before.text} became {after.text}."


_BOUNDS = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than", "~": "about", "": "exactly"}


def _bound(quantity: Quantity) -> str:
    said = f"{_BOUNDS.get(quantity.bound, quantity.bound)} {quantity.text}"
    return f"“{said}”"


def _noun(quantity: Quantity) -> str:
    return _NOUNS.get(quantity.kind, quantity.kind)


def _span(quantity: Quantity) -> tuple[int, int]:
    return quantity.start, quantity.end
