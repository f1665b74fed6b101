"""To, from, with, for: what part a word plays is said by the small word before it."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading
from jd_builder.rewriting.guard.words import folded

_MARKERS = {"to": "to", "towards": "to", "from": "from", "with": "with", "for": "for", "on": "on", "about": "on"}
# The same word after either of these is another matter; after other two only where one verb has both.
_APART = ({"to", "from"}, {"with", "for"}, {"from", "for"}, {"from", "with"})
_SAME_AFTER_ONE_VERB = ({"to", "with"}, {"on", "for"})

_WHICH = frozenset(("which", "whom"))

_Roles = dict[int, str]  # by the place where a concept starts


def relation(both: Comparison) -> Iterator[Verdict]:
    """Two words that exchanged their parts, or one that plays another part than before."""
    ours, theirs = _roles(both.original, both), _roles(both.rewritten, both)
    changed: dict[tuple[str, str], Concept] = {}
    for mine, yours in both.matching.pairs:
        was, now = ours.get(mine.start), theirs.get(yours.start)
        if was is None or now is None or was == now:
            continue
        other = changed.setdefault((was, now), yours)
        if (now, was) in changed:
            yield _told(f"“{changed[now, was].text}” and “{other.text}” changed parts.", yours)
        elif {was, now} in _APART or _after_same_verb(mine, yours, {was, now}, both):
            yield _told(f"“{_shown(was)}{yours.text}” became “{_shown(now)}{yours.text}”.", yours)


def _told(message: str, concept: Concept) -> Verdict:
    return verdict("relation", "look", message, (concept.start, concept.end))


def _shown(marker: str) -> str:
    return f"{marker} " if marker else ""


def _roles(reading: Reading, both: Comparison) -> _Roles:
    """The marker of each noun; a word right after another, or after "and", has that of the one before it."""
    markers: _Roles = {}
    before: Concept | None = None
    for concept in reading.concepts:
        markers[concept.start] = _marker(concept, before, markers, both)
        before = concept
    nouns = (each for each in reading.concepts if _is_noun(each, both) and not _is_owner(each, reading))
    return {each.start: markers[each.start] for each in nouns}


def _is_owner(concept: Concept, reading: Reading) -> bool:
    """Of "with the director's approval" it is the approval that "with" is said of."""
    return folded(reading.text[concept.end - 2 : concept.end]) in ("'s", "s'")


def _marker(concept: Concept, before: Concept | None, markers: _Roles, both: Comparison) -> str:
    own = next((_MARKERS[word] for word in reversed(concept.gap) if word in _MARKERS), "")
    if not _WHICH.isdisjoint(concept.gap):
        own = ""  # for which an allowance is paid
    if own and _may_be_verb(concept, both) and (concept.gap[-1] == "to" or concept.text.endswith("ing")):
        return ""  # to integrate, on integrating
    if own or before is None or concept.ends_clause:
        return own
    if before.key in both.known.verbs or _is_phrasal(before, both):
        return "" if concept.listed else _MARKERS.get(before.text.split()[-1].lower(), "")
    return markers[before.start] if concept.listed or not concept.gap else ""


def _is_phrasal(concept: Concept, both: Comparison) -> bool:
    kind = both.known.kind(concept.key, concept.senses)
    return " " in concept.key and kind is not None and kind.rule == "wording"


def _may_be_verb(concept: Concept, both: Comparison) -> bool:
    known = both.known
    return concept.key in known.verbs or concept.key in known.actions or "…" in concept.text


def _is_noun(concept: Concept, both: Comparison) -> bool:
    if _may_be_verb(concept, both) or concept.text.endswith("ing"):
        return False
    kind = both.known.kind(concept.key, concept.senses)
    return kind is None or kind.rule not in ("timing", "frequency", "quantifier", "condition", "obligation")


def _after_same_verb(mine: Concept, yours: Concept, markers: set[str], both: Comparison) -> bool:
    """Whether both stand right after one and the same verb: escalate it, escalate to it."""
    verbs = both.known.verbs
    was, now = _right_before(mine, both.original, verbs), _right_before(yours, both.rewritten, verbs)
    if was is None or now is None or _bare(was) != _bare(now) or markers in _SAME_AFTER_ONE_VERB or "" in markers:
        return False
    return was.gap[-1:] != ("the",)


def _bare(verb: Concept) -> str:
    """The verb of a phrase: report of "report to"; a noun that stands for it is another."""
    return verb.key.removeprefix("be ").split()[0]


def _right_before(concept: Concept, reading: Reading, verbs: frozenset[str]) -> Concept | None:
    """The verb before the phrase that a word stands in."""
    place = next((n for n, each in enumerate(reading.concepts) if each.start == concept.start), 0)
    while place and not reading.concepts[place].listed:
        place -= 1
        if reading.concepts[place].key in verbs:
            return reading.concepts[place]
        if reading.concepts[place + 1].gap:
            return None
    return None
