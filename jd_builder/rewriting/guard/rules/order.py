"""Who does what to whom: the same words in another order may say something else.

A text is not parsed. What is compared is what stands right before or after a word, which survives
clauses that trade places, lists in another order, and a passive that became active.
"""

from collections.abc import Iterator, Mapping

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, Side, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_PASSIVE = frozenset(("is", "are", "be", "been", "was", "were", "being"))
_LINKS = (" of", " to", " with", " for", " on", " in", " from")  # a phrase that leads on to the next word
_ARTICLES = {"a", "an", "the"}
_START = Concept("", frozenset(), "", -1, -1, light=False, gap=())
_Before = Mapping[int, Concept]  # by the place where a concept starts


def order(both: Comparison) -> Iterator[Verdict]:
    """Two words that changed places, and a quality that moved to another word."""
    yield from _crossed(both)
    yield from _exchanged(both)
    yield from _parted(both)
    yield from _moved(both)


def _crossed(both: Comparison) -> Iterator[Verdict]:
    """ "Based in Leeds, travel to London": each of two words now follows what the other one followed."""
    ours, theirs = _before(both.original), _before(both.rewritten)
    partner = {mine.start: yours for mine, yours in both.matching.pairs} | {_START.start: _START}
    followed: dict[tuple[int, int], tuple[Concept, Concept]] = {}
    alike = _passives(both.original) == _passives(both.rewritten)
    for mine, yours in both.matching.pairs:
        was, now = ours.get(mine.start), theirs.get(yours.start)
        if (
            _is_condition(mine, both)
            or was is None
            or now is None
            or was.start not in partner
            or _is_loose(mine, both)
            or _is_loose(was, both)
        ):
            continue
        if _is_passive(was) == _is_passive(partner[was.start]):
            followed[partner[was.start].start, now.start] = (mine, yours)
    for (was_at, now_at), (mine, yours) in followed.items():
        other = followed.get((now_at, was_at))
        if _START.start in (was_at, now_at) and not alike:
            continue
        same = other and other[0].key == mine.key
        if other and not same and was_at < now_at and not _together(mine, other[0], yours, other[1], both):
            message = f"“{other[1].text}” and “{yours.text}” changed places."
            yield verdict("order", "look", message, (yours.start, yours.end))


def _exchanged(both: Comparison) -> Iterator[Verdict]:
    """ "National partners, local bodies": each of two words now stands before what the other one stood before."""
    ours, theirs = (_next(reading) for reading in (both.original, both.rewritten))
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    stood: dict[tuple[int, int], Concept] = {}
    for mine, yours in both.matching.pairs:
        if mine.start in ours and yours.start in theirs and ours[mine.start].start in partner:
            stood[partner[ours[mine.start].start], theirs[yours.start].start] = yours
    for (was_at, now_at), yours in stood.items():
        other = stood.get((now_at, was_at))
        if other and was_at < now_at:
            message = f"“{other.text}” and “{yours.text}” changed places."
            yield verdict("order", "look", message, (yours.start, yours.end))


def _next(reading: Reading) -> dict[int, Concept]:
    """What stands right after each concept, but for "the" and "a"."""
    pairs = zip(reading.concepts, reading.concepts[1:], strict=False)
    return {before.start: after for before, after in pairs if set(after.gap) <= _ARTICLES}


def _before(reading: Reading) -> _Before:
    """What stands before each concept in its clause, but for the members of a list after the first."""
    pairs = zip((_START, *reading.concepts), reading.concepts, strict=False)
    return {after.start: before for before, after in pairs if not after.ends_clause and not after.listed}


def _passives(reading: Reading) -> int:
    return sum(map(_is_passive, reading.concepts))


def _is_passive(concept: Concept) -> bool:
    return not _PASSIVE.isdisjoint(concept.gap) or concept.key.startswith("be ")


def _moved(both: Comparison) -> Iterator[Verdict]:
    """ "Critical incidents and technology": a quality that now stands with another word."""
    ours, theirs = _runs(both.original), _runs(both.rewritten)
    back = {yours.start: mine.start for mine, yours in both.matching.pairs}
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    for mine, yours in both.matching.pairs:
        if (
            not _is_quality(mine, both)
            or mine.key in both.known.actions
            or mine.text.endswith("ly")
            or yours.text.endswith("ly")
        ):
            continue
        was, now = ours.get(mine.start), theirs.get(yours.start)
        if now and _is_condition(now[0], both):
            continue
        if was is None or now is None or was[0].start not in partner or now[0].start not in back:
            continue
        if partner[was[0].start] in _starts(now) or back[now[0].start] in _starts(was):
            continue
        was_listed = _in_one_list(both.original, was[0].start, back[now[0].start], both.known.verbs)
        if not was_listed and not _in_one_list(both.rewritten, partner[was[0].start], now[0].start, both.known.verbs):
            message = f"“{yours.text}” was said of “{was[0].text}” and is now said of “{now[0].text}”."
            yield verdict("order", "look", message, (yours.start, now[0].end))


def _together(mine: Concept, other: Concept, yours: Concept, others: Concept, both: Comparison) -> bool:
    """Whether two words belong to one phrase in either text: "maturity of the organisation" is its maturity."""
    return _in_one_list(both.original, mine.start, other.start, both.known.verbs) or _in_one_list(
        both.rewritten, yours.start, others.start, both.known.verbs
    )


def _parted(both: Comparison) -> Iterator[Verdict]:
    """ "IT security strategy and security budget": a word said twice that no longer stands with one of its two."""
    pairs = both.matching.pairs
    sides: tuple[tuple[Side, tuple[Concept, ...], Reading, Reading, dict[int, Concept], str], ...] = (
        (
            "original",
            both.matching.repeated,
            both.original,
            both.rewritten,
            {a.start: b for a, b in pairs},
            "no longer",
        ),
        ("rewritten", both.matching.again, both.rewritten, both.original, {b.start: a for a, b in pairs}, "newly"),
    )
    for side, concepts, here, there, partner, how in sides:
        keys = {concept.key for concept in concepts if _is_plain(concept, both)}
        for concept, head in zip(here.concepts, here.concepts[1:], strict=False):
            is_verb = head.key in both.known.verbs or head.key in both.known.actions
            if concept.ends_clause or concept is here.concepts[0] or (concept.listed and is_verb):
                continue  # said again as the subject of a sentence of its own
            other = partner.get(head.start) if concept.key in keys and not head.gap else None
            if other and concept.key not in _near(other, there):
                message = f"“{concept.text}” {how} stands with “{head.text}”."
                yield verdict("order", "look", message, (concept.start, head.end), side)


def _is_plain(concept: Concept, both: Comparison) -> bool:
    """No verb and no word of grammar, which may well be said once for two."""
    kind = both.known.kind(concept.key, concept.senses)
    known = both.known
    is_verb = any(concept.key in words for words in (known.verbs, known.actions, known.carriers, known.generic))
    return (
        not is_verb and not concept.parts and (kind is None or kind.rule in ("wording", "scope", "name", "qualifier"))
    )


def _near(concept: Concept, reading: Reading) -> set[str]:
    """The words of its phrase: up to three on each side, as far as no comma and no "and" parts them."""
    place = next((n for n, each in enumerate(reading.concepts) if each.start == concept.start), 0)
    found = {concept.key}
    for step in (1, -1):
        at = place
        while 0 <= at + step < len(reading.concepts) and abs(at + step - place) <= 3:
            later = reading.concepts[at + 1 if step > 0 else at]
            if later.listed or later.ends_clause:
                break
            at += step
            found.add(reading.concepts[at].key)
    return found


def _in_one_list(reading: Reading, one: int, other: int, verbs: frozenset[str]) -> bool:
    """Whether nothing but the commas and words of a list stand between two words: potential threats or risks."""
    first, last = sorted((one, other))
    between = [concept for concept in reading.concepts if first < concept.start <= last]
    if any(concept.text.endswith(_LINKS) for concept in between):
        return False
    return all(not concept.gap or (concept.listed and concept.key not in verbs) for concept in between)


def _starts(run: tuple[Concept, ...]) -> set[int]:
    return {concept.start for concept in run}


def _is_loose(concept: Concept, both: Comparison) -> bool:
    """Words of time and manner stand anywhere in a clause."""
    kind = both.known.kind(concept.key, concept.senses)
    return (
        "…" in concept.text
        or concept.text.endswith("ly")
        or (kind is not None and kind.rule in ("timing", "frequency"))
    )


def _is_condition(concept: Concept, both: Comparison) -> bool:
    kind = both.known.kind(concept.key, concept.senses)
    return kind is not None and kind.rule == "condition"


def _is_quality(concept: Concept, both: Comparison) -> bool:
    kind = both.known.kind(concept.key, concept.senses)
    return kind is not None and kind.rule in ("qualifier", "timing", "quantifier", "frequency")


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
