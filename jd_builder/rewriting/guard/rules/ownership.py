"""The department's agencies are not the department and its agencies."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept

_THEIR = frozenset(("its", "their"))
_CLOSE = ((), ("the",), ("your",), ("our",))  # what may stand between an owner and what it owns


def ownership(both: Comparison) -> Iterator[Verdict]:
    """An owner that came to stand beside what it owns, or no longer does."""
    for mine, yours in both.matching.pairs:
        if _is_beside(yours) and mine.gap in _CLOSE:
            message = f"“{yours.text}” now stands beside its owner, which counts as well."
            yield verdict("ownership", "look", message, (yours.start, yours.end))
        elif _is_beside(mine) and yours.gap in _CLOSE:
            message = f"“{mine.text}” stood beside its owner, which no longer counts."
            yield verdict("ownership", "look", message, (mine.start, mine.end), "original")


def _is_beside(concept: Concept) -> bool:
    return "and" in concept.gap and not _THEIR.isdisjoint(concept.gap)
