"""Who does what to whom: the same words in another order may say something else.

A text is not parsed. What is compared is what stands right before or after a word, which survives
clauses that trade places, lists in another order, and a passive that became active.
"""

from collections.abc import Iterator, Mapping

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_Before = Mapping[int, Concept]  # by the place where a concept starts


def order(both: Comparison) -> Iterator[Verdict]:
    """Two words that changed places, and a quality that moved to another word."""
    yield from _crossed(both)
    yield from _moved(both)


def _crossed(both: Comparison) -> Iterator[Verdict]:
    """ "Based in Leeds, travel to London": each of two words now follows what the other one followed."""
    ours, theirs = _before(both.original), _before(both.rewritten)
    partner = {mine.start: yours for mine, yours in both.matching.pairs}
    followed = {
        (partner[ours[mine.start].start].start, theirs[yours.start].start): (mine, yours)
        for mine, yours in both.matching.pairs
        if mine.start in ours and yours.start in theirs and ours[mine.start].start in partner
    }
    for (was, now), (_, yours) in followed.items():
        other = followed.get((now, was))
        if other and was < now:
            message = f"“{other[1].text}” and “{yours.text}” changed places."
            yield verdict("order", "look", message, (yours.start, yours.end))


def _before(reading: Reading) -> _Before:
    """What stands before each concept in its clause, but for the members of a list after the first."""
    pairs = zip(reading.concepts, reading.concepts[1:], strict=False)
    return {after.start: before for before, after in pairs if not after.ends_clause and not after.listed}


def _moved(both: Comparison) -> Iterator[Verdict]:
    """ "Critical incidents and technology": a quality that now stands with another word."""
    ours, theirs = _runs(both.original), _runs(both.rewritten)
    back = {yours.start: mine.start for mine, yours in both.matching.pairs}
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    for mine, yours in both.matching.pairs:
        if not _is_quality(mine, both) or mine.text.endswith("ly") or yours.text.endswith("ly"):
            continue
        was, now = ours.get(mine.start), theirs.get(yours.start)
        if was is None or now is None or was[0].start not in partner or now[0].start not in back:
            continue
        if partner[was[0].start] in _starts(now) or back[now[0].start] in _starts(was):
            continue
        if not _in_one_list(both.original, was[0].start, back[now[0].start]):
            message = f"“{yours.text}” was said of “{was[0].text}” and is now said of “{now[0].text}”."
            yield verdict("order", "look", message, (yours.start, now[0].end))


def _in_one_list(reading: Reading, one: int, other: int) -> bool:
    """Whether nothing but the commas and words of a list stand between two words: potential threats or risks."""
    first, last = sorted((one, other))
    between = [concept for concept in reading.concepts if first < concept.start <= last]
    return all(concept.listed or not concept.gap for concept in between)


def _starts(run: tuple[Concept, ...]) -> set[int]:
    return {concept.start for concept in run}


def _is_quality(concept: Concept, both: Comparison) -> bool:
    kind = both.known.kind(concept.senses)
    return kind is not None and kind.rule in ("qualifier", "timing", "quantifier", "scope")


def _runs(reading: Reading) -> dict[int, tuple[Concept, ...]]:
    """For each concept those that follow it with nothing between, the next one first; then those before it."""
    found: dict[int, tuple[Concept, ...]] = {}
    run: list[Concept] = []
    for concept in (*reading.concepts, None):
        if concept is None or concept.gap:
            for place, each in enumerate(run[:-1]):
                found[each.start] = (*run[place + 1 :], *run[:place])
            run = []
        if concept is not None:
            run.append(concept)
    return found
