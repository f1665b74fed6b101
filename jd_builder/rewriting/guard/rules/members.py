"""A member of a list that is only not missed because the sentence has its word elsewhere too."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_JOINTS = frozenset(("and", "or"))
Two = tuple[Concept, Concept]


def members(both: Comparison) -> Iterator[Verdict]:
    """ "A strategy and vision that fit the strategy": the word is said less often, and not beside its neighbour."""
    said = Counter(each.key for each in both.original.concepts)
    fewer = {each.key for each in both.matching.repeated if said[each.key] > 1}
    if not fewer:
        return
    partner = {mine.start: yours.key for mine, yours in both.matching.pairs}
    now = {frozenset((one.key, other.key)) for one, other in _joined(both.rewritten, both)}
    for one, other in _joined(both.original, both):
        keys = frozenset(partner.get(each.start, each.key) for each in (one, other))
        if not fewer.isdisjoint((one.key, other.key)) and keys not in now:
            message = f"“{one.text}” and “{other.text}” no longer stand side by side: one of them may be gone."
            yield verdict("wording", "look", message, (one.start, other.end), "original")


def _joined(reading: Reading, both: Comparison) -> Iterator[Two]:
    """Two things with "and" or "or" between them; what two verbs share is no list."""
    for one, other in pairwise(reading.concepts):
        is_thing = both.known.verbs.isdisjoint((one.key, other.key))
        if is_thing and len(other.gap) == 1 and not _JOINTS.isdisjoint(other.gap):
            yield one, other
