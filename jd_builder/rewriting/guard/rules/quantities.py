"""Numbers, money, dates, times, grades, numbered standards and contacts: all kept, none added, each with its bound."""

from collections import Counter
from collections.abc import Iterator

from jd_builder.domain.rewriting import Outcome, Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.quantities import Quantity

_NOUNS = {"money": "amount", "duration": "length of time", "contact": "address"}
_COUNTED = ("number", "money", "duration", "percentage")


def quantities(both: Comparison) -> Iterator[Verdict]:
    """Block whatever changed; a bound counts as part of its number."""
    ours, theirs = both.original.quantities, both.rewritten.quantities
    new = _missing(theirs, ours)
    for before in _missing(ours, theirs):
        after = _partner(before, new)
        if after is None:
            message = f"The {_noun(before)} {before.text} is gone."
            yield verdict(before.kind, _level(before, theirs), message, _span(before), "original")
            continue
        new.remove(after)
        if not _is_unit_said_elsewhere(before, after):
            yield verdict(before.kind, "block", _became(before, after), _span(after))
    for after in new:
        yield verdict(after.kind, _level(after, ours), f"The {_noun(after)} {after.text} is new.", _span(after))


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


def _is_unit_said_elsewhere(before: Quantity, after: Quantity) -> bool:
    """25 days, rising to 30 days, is 25 days, rising to 30."""
    return {before.kind, after.kind} == {"number", "duration"} and before.figure == after.figure


def _level(quantity: Quantity, other: tuple[Quantity, ...]) -> Outcome:
    """A doubt where it was only said twice, or is "one", which may be no number ("one of your tasks")."""
    twice = any(each.whole == quantity.whole for each in other)
    return "look" if twice or quantity.text.lower() == "one" else "block"


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
