"""The two texts side by side, read once for all rules."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from jd_builder.domain.rewriting import Outcome, Verdict
from jd_builder.rewriting.guard.deeds import Deeds, deeds
from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.matching import Matching, match
from jd_builder.rewriting.guard.reading import Reading, read

Side = Literal["original", "rewritten"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    original: Reading
    rewritten: Reading
    matching: Matching
    known: Lexicon
    deeds: tuple[Deeds, Deeds]
    """Who does what in the original and in the rewrite."""


Rule = Callable[[Comparison], Iterator[Verdict]]


def compare(original: str, rewritten: str, known: Lexicon) -> Comparison:
    before, after = read(original, known), read(rewritten, known)
    return Comparison(before, after, match(before, after, known), known, (deeds(before, known), deeds(after, known)))


def verdict(
    rule: str, level: Outcome, message: str, span: tuple[int, int] = (0, 0), side: Side = "rewritten"
) -> Verdict:
    return Verdict(rule=rule, level=level, message=message, start=span[0], end=span[1], in_=side)
