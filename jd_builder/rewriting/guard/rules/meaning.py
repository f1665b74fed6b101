"""Words that went, came or became others. What kind of fact a word states, its file says."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, Side, verdict
from jd_builder.rewriting.guard.converse import is_told_alike
from jd_builder.rewriting.guard.deeds import Deeds
from jd_builder.rewriting.guard.denial import is_turned, says_no_alike
from jd_builder.rewriting.guard.lexicon import Kind
from jd_builder.rewriting.guard.reading import Concept, Reading
from jd_builder.rewriting.guard.spared import is_member, may_come, may_go
from jd_builder.rewriting.guard.stems import stem
from jd_builder.rewriting.guard.words import words

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
    """One verdict for each word that has no equal in the other text; a change of one kind is told as one.

    Nothing is told where only a few ordinary words are left over.
    """
    was, now = both.deeds
    all_lost = [each for each in both.matching.lost if not may_go(each, both) and not _is_alike(each, was, now)]
    all_new = [each for each in both.matching.new if not may_come(each, both) and not _is_alike(each, now, was)]
    if _is_slight(all_lost, all_new, both):
        return
    same_no = says_no_alike(both)
    new = list(_told(all_new))
    for before in _told(all_lost):
        kind = _kind(before, both)
        of_kind = [each for each in new if _kind(each, both).rule == kind.rule]
        after = min(of_kind, key=lambda each: _apart(before, each, both), default=None)
        if after is None:
            alone = _alone(kind, before, both.original, both, same_no)
            yield _verdict(alone, kind.lost, before, "original", word=before.text)
            continue
        new.remove(after)
        graver = min(kind, _kind(after, both), key=lambda each: each.level != "block")
        if kind.rule == "obligation" and same_no and is_turned(before, after, both):
            graver = graver._replace(level="look")
        yield _verdict(graver, graver.changed, after, "rewritten", before=before.text, after=after.text)
    for after in new:
        kind = _kind(after, both)
        alone = _alone(kind, after, both.rewritten, both, same_no)
        yield _verdict(alone, kind.new, after, "rewritten", word=after.text)


def _apart(before: Concept, after: Concept, both: Comparison) -> float:
    """How far from one another the two stand in their texts, 0 to 1."""
    return abs(before.start / len(both.original.text) - after.start / len(both.rewritten.text))


def _is_alike(concept: Concept, ours: Deeds, theirs: Deeds) -> bool:
    return not concept.exact and is_told_alike(concept.start, concept.end, ours, theirs)


def _is_slight(lost: list[Concept], new: list[Concept], both: Comparison) -> bool:
    """Whether at most two ordinary words are over, in a sentence that has enough others."""
    sides = ((lost, both.original), (new, both.rewritten))
    left = len(lost) + len(new)
    if left > _MOST_LEFT or left * _LEAST_PAIRED > len(both.matching.pairs):
        return False
    return all(_is_generic(each, reading, both) for concepts, reading in sides for each in concepts)


def _is_generic(concept: Concept, reading: Reading, both: Comparison) -> bool:
    """An ordinary word that is neither the verb of the duty nor a member of a list."""
    is_verb = concept.key in both.known.verbs or concept.key in both.known.actions
    opens = is_verb and concept.start == reading.concepts[0].start
    return concept.key in both.known.generic and not opens and not is_member(concept, reading, both)


def _alone(kind: Kind, concept: Concept, reading: Reading, both: Comparison, same_no: bool) -> Kind:
    """A word without a partner is only doubted where it may be said in another way.

    So is a must, a not among others, a part of a name whose other parts are still there, and a requirement
    whose words are.
    """
    said_otherwise = kind.rule in ("negation", "obligation") and same_no
    is_part = kind.rule == "name" and _is_part_of_known_name(concept, reading, both)
    in_other_words = kind.rule == "claim" and _is_said(
        concept, both.rewritten if reading is both.original else both.original
    )
    return kind._replace(level="look") if said_otherwise or is_part or in_other_words else kind


def _is_said(concept: Concept, other: Reading) -> bool:
    """Whether the other text has all of its words, if in another form or order: UK nationals, a national of the UK."""
    return _stems(other.text).issuperset(concept.parts or (concept.key,))


@lru_cache(maxsize=4)
def _stems(text: str, *, capital: bool = False) -> frozenset[str]:
    return frozenset(stem(word.low) for word in words(text) if word.text != word.low or not capital)


def _is_part_of_known_name(concept: Concept, reading: Reading, both: Comparison) -> bool:
    """Whether the other text has another part of the same name: the Department for Transport, the Department."""
    said = _stems(both.rewritten.text if reading is both.original else both.original.text, capital=True)
    if not said.isdisjoint(concept.parts):
        return True
    at = next(n for n, each in enumerate(reading.concepts) if each.start == concept.start)
    for step in (-1, 1):
        place = at
        while 0 <= place + step < len(reading.concepts):
            later = reading.concepts[place + 1 if step > 0 else place]
            place += step
            if not reading.concepts[place].capital or not set(later.gap) <= _IN_NAMES:
                break
            if reading.concepts[place].key in said:
                return True
    return False


_MOST_LEFT, _LEAST_PAIRED = 2, 3  # words that may be over, and pairs for each of them
_IN_NAMES = frozenset((",", "and", "of", "for", "the", "&"))


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
