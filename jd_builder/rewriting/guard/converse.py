"""A deed told from its other side: the bank lends you staff, you borrow staff from the bank."""

from jd_builder.rewriting.guard.clauses import Party
from jd_builder.rewriting.guard.deeds import Deed, Deeds
from jd_builder.rewriting.guard.stems import stem

_REPORT, _MANAGE = stem("report"), (stem("manage"), stem("supervise"))


def is_told_alike(start: int, end: int, ours: Deeds, theirs: Deeds) -> bool:
    """Whether the words from ``start`` to ``end`` say a deed that the other text says too, of the same two."""
    here = (each for each in ours.all if start <= each.start < end and each.doer and each.other)
    return any(
        _is_same(one, other) or is_rank(one, other) or is_rank(other, one) for one in here for other in theirs.all
    )


def _is_same(one: Deed, other: Deed) -> bool:
    if "noun" in (one.how, other.how) or not (_is_one(one.doer, other.doer) and _is_one(one.other, other.other)):
        return False
    return one.key == other.key or not one.things.isdisjoint(other.things) or not one.sorts.isdisjoint(other.sorts)


def is_rank(one: Deed, other: Deed) -> bool:
    """You report to whoever manages you."""
    return one.key == _REPORT and other.key in _MANAGE and (one.doer, one.other) == (other.other, other.doer)


def _is_one(one: Party, other: Party) -> bool:
    """The ward sister may be called the sister."""
    return bool(one and other) and (one <= other or other <= one)
