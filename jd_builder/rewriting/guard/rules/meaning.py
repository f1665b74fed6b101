"""Words that went, came or became others. What kind of fact a word states, its file says."""

from collections.abc import Iterable, Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, Side, verdict
from jd_builder.rewriting.guard.lexicon import Kind
from jd_builder.rewriting.guard.reading import QUANTITY, Concept, Reading
from jd_builder.rewriting.guard.words import folded

_PLAIN = Kind(
    rule="wording",
    level="look",
    lost="“{word}” is no longer said.",
    new="“{word}” is new.",
    changed="“{before}” became “{after}”.",
    strict=False,
    rank=99,
)
_NAMED = _PLAIN._replace(
    rule="name",
    level="block",
    lost="The name “{word}” is gone.",
    new="The name “{word}” is new.",
    changed="The name “{before}” became “{after}”.",
)


def meaning(both: Comparison) -> Iterator[Verdict]:
    """One verdict for each word that has no equal in the other text; a change of one kind is told as one."""
    new = list(_told(each for each in both.matching.new if not _may_come(each, both)))
    for before in _told(
        each for each in both.matching.lost if not _may_go(each, both) and not _people_who(each, both.original)
    ):
        kind = _kind(before, both)
        after = next((each for each in new if _kind(each, both).rule == kind.rule), None)
        if after is None:
            yield _verdict(kind, kind.lost, before, "original", word=before.text)
            continue
        new.remove(after)
        graver = min(kind, _kind(after, both), key=lambda each: each.level != "block")
        yield _verdict(graver, graver.changed, after, "rewritten", before=before.text, after=after.text)
    for after in new:
        kind = _kind(after, both)
        yield _verdict(kind, kind.new, after, "rewritten", word=after.text)


_JOINTS = ((",",), ("and",), ("or",))
_POSTS = ("role", "job", "post*", "position*")


def _may_come(concept: Concept, both: Comparison) -> bool:
    """What an unpacked noun needs; and whose it is, where nobody else is named ("the organisation's")."""
    if _is_member(concept, both.rewritten, both):
        return False
    owned = folded(both.rewritten.text[concept.end - 2 : concept.end]) == "'s"
    return concept.key in both.known.may_come or (owned and concept.key == "organisation*")


def _may_go(concept: Concept, both: Comparison) -> bool:
    """What a sentence does without: "across", "people who", an opening "You can" or "Responsible for"."""
    concepts = both.original.concepts
    if concept.key in both.known.may_go or _people_who(concept, both.original):
        return True
    if concept.key in _POSTS and concept in concepts[:3]:
        return not _is_member(concept, both.original, both)
    if concept.start != concepts[0].start or len(concepts) == 1:
        return False
    is_ability = concept.key in ("can", "able to") and all(word.low != "will" for word in both.rewritten.words)
    return is_ability or "responsible*" in concept.key


def _is_member(concept: Concept, reading: Reading, both: Comparison) -> bool:
    """Whether it is one of several that "and", "or" or a comma join: a verb beside a verb, else any word."""
    at = next((n for n, each in enumerate(reading.concepts) if each.start == concept.start), None)
    if at is None:
        return False
    after = reading.concepts[at + 1].gap if at + 1 < len(reading.concepts) else ()
    if after[:1] in _JOINTS and QUANTITY not in after:
        return True
    verbs = (both.known.verbs, both.known.actions)
    if at == 0 or not any(concept.key in known for known in verbs):
        return concept.gap[:1] in _JOINTS or concept.gap[-1:] in _JOINTS
    return concept.gap in _JOINTS and any(reading.concepts[at - 1].key in known for known in verbs)


def _people_who(concept: Concept, reading: Reading) -> bool:
    """People of whom it is said who they are: "people who are not specialists" are non-specialists."""
    after = next((each for each in reading.concepts if each.start > concept.start), None)
    return concept.key in ("person", "those", "someone", "anyone") and after is not None and "who" in after.gap


def _told(concepts: Iterable[Concept]) -> Iterator[Concept]:
    """A phrase that was taken apart is told once."""
    place = -1
    for concept in concepts:
        if concept.start != place:
            yield concept
        place = concept.start


def _kind(concept: Concept, both: Comparison) -> Kind:
    known = both.known.kind(concept.key, concept.senses)
    if concept.exact or (concept.capital and known is None):
        return _NAMED
    return known or _PLAIN


def _verdict(kind: Kind, message: str, concept: Concept, side: Side, **words: str) -> Verdict:
    return verdict(kind.rule, kind.level, message.format(**words), (concept.start, concept.end), side)
