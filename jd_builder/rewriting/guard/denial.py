"""How often two texts say no, and whether they may say the same from its two sides."""

from jd_builder.rewriting.guard.comparison import Comparison
from jd_builder.rewriting.guard.quantity import Quantity
from jd_builder.rewriting.guard.reading import Concept, Reading
from jd_builder.rewriting.guard.stems import stem

_DENYING, _SHORTEST = ("un", "in", "im", "dis", "non"), 5
_SAYING_NO = """
not no never none nor neither nobody nothing without unless except unable impossible absent absence lack lacking
unavailable non excluding exclusive free
"""
_OPPOSITES = ({">", "<="}, {"<", ">="})
_SAYING_IT_IN_PART = "outside beyond only avoid prevent refrain refuse stop exempt optional"
_HALF_NO = frozenset(_SAYING_IT_IN_PART.split())
_NEGATIVES = frozenset(_SAYING_NO.split()) | _HALF_NO


def is_turned(before: Concept, after: Concept, both: Comparison) -> bool:
    """Whether what binds may be said from its other side: "you do not need one", "none is needed"; "only X may"."""
    denied = [not _NEGATIVES.isdisjoint(each.text.lower().split()) for each in (before, after)]
    only = [any(word.low == "only" for word in reading.words) for reading in (both.original, both.rewritten)]
    return denied[0] != denied[1] or only[0] != only[1]


def says_no_alike(both: Comparison) -> bool:
    """As often, or twice more in one text, where two may cancel each other: not without, not except.

    A bound that was turned says no too: not more than two, at most two.
    """
    was, now = _negatives(both.original, both.rewritten), _negatives(both.rewritten, both.original)
    plain = [sum(word not in _HALF_NO for word in said) for said in (was, now)]
    turned = sum(is_opposite(mine, yours) for mine in both.original.quantities for yours in both.rewritten.quantities)
    return (not turned and len(was) == len(now)) or (plain[0] + plain[1] + turned) % 2 == 0


def is_opposite(mine: Quantity, yours: Quantity) -> bool:
    """Whether one bound denies the other: more than two, at most two."""
    return mine.key == yours.key and {mine.bound, yours.bound} in _OPPOSITES


def _negatives(reading: Reading, other: Reading) -> list[str]:
    """The words by which it says no, but for "no more than two"; "unused" is one where the other text has "used"."""
    said = {stem(word.low) for word in other.words if word.is_word}
    return [
        word.low
        for word in reading.words
        if (word.low in _NEGATIVES or _denies(word.low, said)) and not reading.is_figure(word.start)
    ]


def _denies(low: str, said: set[str]) -> bool:
    return low.startswith(_DENYING) and len(low) > _SHORTEST and (stem(low[2:]) in said or stem(low[3:]) in said)
