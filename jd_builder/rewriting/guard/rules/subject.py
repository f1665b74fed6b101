"""Who acts: a duty that was yours and became another's, or the other way about."""

from collections.abc import Iterator
from dataclasses import dataclass

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_READERS = frozenset(("you", "postholder", "post holder", "the post holder"))
_HELPERS = frozenset(("will", "shall", "would", "do", "does", "have", "has", "who", "that", "which"))
_PASSIVE = frozenset(("is", "are", "be", "been", "was", "were", "being"))
_MODALS = frozenset(("can", "must", "should", "may", "able to"))
_OTHERS = ({"they", "we"}, {"they", "you"})


@dataclass(frozen=True, slots=True)
class _Subject:
    """``you``, or the places of the words that name who acts."""

    you: bool
    places: frozenset[int] = frozenset()


def subject(both: Comparison) -> Iterator[Verdict]:
    """Told where both texts say plainly who acts, and it is not the same one."""
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    ours, theirs = both.original.concepts, both.rewritten.concepts
    at = {concept.start: place for place, concept in enumerate(ours)}
    now_at = {concept.start: place for place, concept in enumerate(theirs)}
    for mine, yours in both.matching.pairs:
        here, there = at.get(mine.start), now_at.get(yours.start)
        if here is None or there is None:
            continue
        if {_actor(mine), _actor(yours)} in _OTHERS and "by" not in mine.gap:
            yield _told("Somebody else now does this", yours)
        elif mine.key in both.known.actions:
            was, now = _subject(here, both.original, both), _subject(there, both.rewritten, both)
            said = mine.gap and yours.gap and "you" in (*mine.gap, *yours.gap)
            if said and was and now and was.you != now.you:
                yield _told("Somebody else now does this", yours)
        elif mine.key in both.known.verbs and yours.key in both.known.verbs:
            was, now = _subject(here, both.original, both), _subject(there, both.rewritten, both)
            if now and _done_to(here, both.original, partner) & now.places:
                yield _told("Who does this to whom changed", yours)
            elif was and now and _differ(was, now, partner):
                yield _told("Somebody else now does this", yours)


def _told(message: str, concept: Concept) -> Verdict:
    return verdict("direction", "look", f"{message}: “{concept.text}”.", (concept.start, concept.end))


def _differ(was: _Subject, now: _Subject, partner: dict[int, int]) -> bool:
    if was.you or now.you:
        return was.you != now.you
    known = {partner[place] for place in was.places if place in partner}
    return bool(known) and known.isdisjoint(now.places)


def _actor(verb: Concept) -> str:
    """The pronoun right before a verb; "you will" and "you" are the same."""
    return next((word for word in reversed(verb.gap) if word not in _HELPERS), "")


def _done_to(place: int, reading: Reading, partner: dict[int, int]) -> set[int]:
    """Where the rewrite has the word right after a verb, where it is no agent of a passive."""
    after = reading.concepts[place + 1 : place + 2]
    found = {partner[each.start] for each in after if each.start in partner and not each.ends_clause}
    return set() if after and "by" in after[0].gap else found


def _subject(place: int, reading: Reading, both: Comparison) -> _Subject | None:
    """Who does what the verb at this place says, where it is plain."""
    verb, concepts = reading.concepts[place], reading.concepts
    after, gap = concepts[place + 1 : place + 2], verb.gap
    while place and concepts[place - 1].key in _MODALS:
        place -= 1
        gap = (*concepts[place].gap, "will")
    helpers = set(gap)
    if not helpers.isdisjoint(_PASSIVE) or verb.key.startswith("be "):
        if not after or "by" not in after[0].gap:
            return None
        is_reader = not _READERS.isdisjoint(after[0].gap)
        return _Subject(you=True) if is_reader else _Subject(False, frozenset((after[0].start,)))
    if not helpers.isdisjoint(_READERS) or (place == 0 and helpers <= _HELPERS):
        return _Subject(you=True)
    if place == 0 or concepts[place].ends_clause or concepts[place].listed:
        return None
    if _is_quality(concepts[place - 1], both):
        return None
    is_finite = not gap and verb.text.split()[0].endswith("s") and not verb.text.endswith("ss")
    return _Subject(False, _phrase_before(place, concepts)) if is_finite or (gap and helpers <= _HELPERS) else None


def _is_quality(concept: Concept, both: Comparison) -> bool:
    kind = both.known.kind(concept.key, concept.senses)
    return kind is not None and kind.rule in ("timing", "frequency", "qualifier", "quantifier")


def _phrase_before(place: int, concepts: tuple[Concept, ...]) -> frozenset[int]:
    """The words before a verb, back to where a clause or a member of a list begins."""
    found = []
    while place:
        place -= 1
        found.append(concepts[place].start)
        if concepts[place].listed or concepts[place].ends_clause:
            break
    return frozenset(found)
