"""Findings that a person decided to keep, each for a reason, told from those that are still open."""

from collections import Counter
from collections.abc import Iterable, Iterator

from jd_builder.checks.words import phrase
from jd_builder.domain.findings import Finding, Kept

Key = tuple[str, str, str, int]


def open_findings(found: Iterable[Finding], kept: Iterable[Kept]) -> tuple[Finding, ...]:
    """Those that nobody keeps. Other words in the same place are a new finding."""
    decided = {(each.rule, each.on, normalised(each.match), each.nth) for each in kept}
    return tuple(finding for finding, key in keyed(found) if key not in decided)


def keyed(found: Iterable[Finding]) -> Iterator[tuple[Finding, Key]]:
    """Each finding with what it is kept by: rule, statement or field, folded match, and which such match it is."""
    times: Counter[tuple[str, str, str]] = Counter()
    for each in found:
        key = (each.rule, each.statement or each.field or "", normalised(each.match))
        times[key] += 1
        yield each, (*key, times[key])


def normalised(match: str) -> str:
    return " ".join(phrase(match))
