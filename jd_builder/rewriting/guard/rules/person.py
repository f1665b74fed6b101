"""Who is spoken to: the postholder may become you, and nobody else."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Reading
from jd_builder.rewriting.guard.words import Word

_YOU = frozenset(("you", "your", "yours", "yourself"))
_HOLDER = frozenset(("postholder", "jobholder", "holder"))
_WE = frozenset(("we", "us", "our"))


def person(both: Comparison) -> Iterator[Verdict]:
    """You that became the postholder, and the postholder that became us."""
    holder, we = _first(both.rewritten, _HOLDER), _first(both.rewritten, _WE)
    if _first(both.rewritten, _YOU):
        return
    if holder and _first(both.original, _YOU) and not _first(both.original, _HOLDER):
        yield verdict("person", "look", f"“You” became “{holder.text}”.", (holder.start, holder.end))
    elif we and _first(both.original, _HOLDER) and not holder and not _first(both.original, _WE):
        yield verdict("person", "look", f"The postholder became “{we.text}”.", (we.start, we.end))


def _first(reading: Reading, wanted: frozenset[str]) -> Word | None:
    return next((word for word in reading.words if word.low in wanted), None)
