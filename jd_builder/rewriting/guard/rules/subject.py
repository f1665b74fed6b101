"""Who acts: a duty that was yours and became another's, or the other way about."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_YOU = "you"
_READERS = frozenset(("you", "we", "postholder", "post holder"))
_HELPERS = frozenset(("will", "shall", "would", "do", "does", "have", "has", "who", "that", "which"))
_PASSIVE = frozenset(("is", "are", "be", "been", "was", "were", "being"))


def subject(both: Comparison) -> Iterator[Verdict]:
    """Told where both texts say plainly who acts, and it is not the same one."""
    ours, theirs = _subjects(both.original, both), _subjects(both.rewritten, both)
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    for mine, yours in both.matching.pairs:
        was, now = ours.get(mine.start), theirs.get(yours.start)
        if isinstance(now, int) and now in partner.values() and partner.get(_done_to(mine, both.original)) == now:
            yield verdict(
                "direction", "look", f"Who does this to whom changed: “{yours.text}”.", (yours.start, yours.end)
            )
            continue
        if was is None or now is None or was == now:
            continue
        if (was == _YOU) == (now == _YOU) and (was not in partner or partner[was] == now):
            continue
        if was == _YOU or now == _YOU:
            yield verdict(
                "direction", "look", f"Somebody else now does this: “{yours.text}”.", (yours.start, yours.end)
            )


def _done_to(verb: Concept, reading: Reading) -> int:
    """The place of the word right after a verb, where it is no agent of a passive; -1 if there is none."""
    after = next((each for each in reading.concepts if each.start > verb.start), None)
    return after.start if after and not after.ends_clause and "by" not in after.gap else -1


def _subjects(reading: Reading, both: Comparison) -> dict[int, int | str]:
    """For each verb whose subject is plain: "you", or the place of the word that acts."""
    found: dict[int, int | str] = {}
    before: Concept | None = None
    for place, concept in enumerate(reading.concepts):
        if any(both.known.kinds[sense].verb for sense in concept.senses):
            after = reading.concepts[place + 1] if place + 1 < len(reading.concepts) else None
            acts = _acts(concept, before, after, reading.concepts[:place])
            if acts is not None:
                found[concept.start] = acts
        before = concept
    return found


def _acts(
    verb: Concept, before: Concept | None, after: Concept | None, earlier: tuple[Concept, ...]
) -> int | str | None:
    gap = set(verb.gap)
    if not gap.isdisjoint(_READERS) or (before is None and not gap - _HELPERS):
        return _YOU
    if before is None or verb.ends_clause or verb.listed:
        return None
    if not gap.isdisjoint(_PASSIVE):
        return after.start if after and "by" in after.gap else None
    if before.key in ("can", "must", "should", "may"):
        return _acts(
            verb._replace(gap=(*before.gap, "will")), earlier[-2] if len(earlier) > 1 else None, after, earlier[:-1]
        )
    finite = not gap and verb.text.split()[0].endswith("s") and not verb.text.endswith("ss")
    return before.start if finite or (gap and gap <= _HELPERS) else None
