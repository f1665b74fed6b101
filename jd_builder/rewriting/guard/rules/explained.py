"""An acronym in brackets has to be that of the words before it: Security Check (SC), not Security Check (DV)."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept


def explained(both: Comparison) -> Iterator[Verdict]:
    for long, acronym in zip(both.rewritten.concepts, both.rewritten.concepts[1:], strict=False):
        bracket = f"({acronym.text})"
        if acronym.gap != ("(",) or not long.parts or not both.rewritten.text.startswith(bracket, acronym.start - 1):
            continue
        meant, said = _named(long, both), _named(acronym, both)
        if meant and said and meant.isdisjoint(said) and bracket not in both.original.text:
            message = f"“{acronym.text}” does not stand for “{long.text}”."
            yield verdict("name", "block", message, (acronym.start, acronym.end))


def _named(concept: Concept, both: Comparison) -> set[int]:
    return {sense for sense in concept.senses if both.known.kinds[sense].rule in ("name", "claim")}
