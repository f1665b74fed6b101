"""Words that went, came or became others. What kind of fact a word states, its file says."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, Side, verdict
from jd_builder.rewriting.guard.converse import is_told_alike
from jd_builder.rewriting.guard.deeds import Deeds
from jd_builder.rewriting.guard.lexicon import Kind
from jd_builder.rewriting.guard.reading import QUANTITY, Concept, Reading
from jd_builder.rewriting.guard.stems import stem
from jd_builder.rewriting.guard.words import folded, words

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
    all_lost = [each for each in both.matching.lost if not _may_go(each, both) and not _is_alike(each, was, now)]
    all_new = [each for each in both.matching.new if not _may_come(each, both) and not _is_alike(each, now, was)]
    if _is_slight(all_lost, all_new, both):
        return
    same_no = _says_no_alike(both)
    new = list(_told(all_new))
    for before in _told(all_lost):
        kind = _kind(before, both)
        after = next((each for each in new if _kind(each, both).rule == kind.rule), None)
        if after is None:
            alone = _alone(kind, before, both.original, both, same_no)
            yield _verdict(alone, kind.lost, before, "original", word=before.text)
            continue
        new.remove(after)
        graver = min(kind, _kind(after, both), key=lambda each: each.level != "block")
        if kind.rule == "obligation" and same_no and _is_turned(before, after, both):
            graver = graver._replace(level="look")
        yield _verdict(graver, graver.changed, after, "rewritten", before=before.text, after=after.text)
    for after in new:
        kind = _kind(after, both)
        alone = _alone(kind, after, both.rewritten, both, same_no)
        yield _verdict(alone, kind.new, after, "rewritten", word=after.text)


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
    return concept.key in both.known.generic and not opens and not _is_member(concept, reading, both)


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


def _is_turned(before: Concept, after: Concept, both: Comparison) -> bool:
    """Whether what binds may be said from its other side: "you do not need one", "none is needed"; "only X may"."""
    denied = [not _NEGATIVES.isdisjoint(each.text.lower().split()) for each in (before, after)]
    only = [any(word.low == "only" for word in reading.words) for reading in (both.original, both.rewritten)]
    return denied[0] != denied[1] or only[0] != only[1]


def _says_no_alike(both: Comparison) -> bool:
    """As often, or twice more in one text, where two may cancel each other: not without, not except."""
    was, now = _negatives(both.original, both.rewritten), _negatives(both.rewritten, both.original)
    plain = [sum(word not in _HALF_NO for word in said) for said in (was, now)]
    return len(was) == len(now) or plain[0] % 2 == plain[1] % 2


def _negatives(reading: Reading, other: Reading) -> list[str]:
    """The words by which it says no, but for "no more than two"; "unused" is one where the other text has "used"."""
    said = {stem(word.low) for word in other.words if word.is_word}
    return [
        word.low
        for word in reading.words
        if (word.low in _NEGATIVES or _denies(word.low, said)) and not reading.is_figure(word.start)
    ]


def _denies(low: str, said: set[str]) -> bool:
    return low.startswith(_DENYING) and len(low) > _SHORTEST and (stem(low[2:]) in said or stem(low[3:]) in said)


_MOST_LEFT, _LEAST_PAIRED = 2, 3  # words that may be over, and pairs for each of them
_DENYING, _SHORTEST = ("un", "in", "im", "dis", "non"), 5
_SAYING_NO = """
not no never none nor neither nobody nothing without unless except unable impossible absent absence lack lacking
unavailable non excluding exclusive free
"""
_SAYING_IT_IN_PART = "outside beyond only avoid prevent refrain refuse stop exempt optional"
_HALF_NO = frozenset(_SAYING_IT_IN_PART.split())
_NEGATIVES = frozenset(_SAYING_NO.split()) | _HALF_NO
_JOINTS = ((",",), ("and",), ("or",))
_PEOPLE = frozenset(
    ("candidate", "candidates", "applicant", "applicants", "staff", "employees", "people", "those", "anyone")
)
_EXPECTED = ("be requir to", "requir to", "be expect* to", "expect* to")  # "You will be required to" of a duty
_IN_NAMES = frozenset((",", "and", "of", "for", "the", "&"))
_OF_THEM = ("of which", "of whom")
_BECAUSE = ("becaus", "sinc", "given*", "given that")
_SO = frozenset(("so", "therefore", "hence", "consequently"))
_PAY = ("salari", "pay", "rang")
_OTHERWISE = frozenset((*".;:!?", "you", "we", "they", "it", "will", "would", "is", "are", "can", "may", "not"))
_YOU = ("you", "holder", "candidate", "applicant")
_POSTS = ("role", "job", "post*", "position*", "vacanc")


def _may_come(concept: Concept, both: Comparison) -> bool:
    """What an unpacked noun needs; and whose it is, where nobody else is named ("the organisation's")."""
    if concept.key in _OF_THEM or _is_reason(concept, both.original):
        return True
    if _is_single(concept, both.original) or (concept.key in _PAY and _is_about_money(both)):
        return True
    if concept.key == "if you" and not _PEOPLE.isdisjoint(word.low for word in both.original.words[:4]):
        return True
    if _is_member(concept, both.rewritten, both):
        return False
    owned = folded(both.rewritten.text[concept.end - 2 : concept.end]) == "'s"
    return concept.key in both.known.may_come or (owned and concept.key == "organisation*")


def _may_go(concept: Concept, both: Comparison) -> bool:
    """What a sentence does without: "across", "people who", an opening "You can" or "Responsible for"."""
    concepts = both.original.concepts
    if concept.key in _OF_THEM or _is_reason(concept, both.rewritten) or _is_single(concept, both.rewritten):
        return True
    if concept.key in both.known.may_go and not _is_member(concept, both.original, both):
        return True
    if _people_who(concept, both.original):
        return True
    if concept.key in _POSTS and concept in concepts[:3]:
        return not _is_member(concept, both.original, both)
    if concept.key in _PEOPLE and any(each.key == "if you" for each in both.rewritten.concepts):
        return True
    if concept.key in _PAY or _is_shared(concept, both):
        return concept.key not in _PAY or _is_about_money(both)
    if concept.start != concepts[0].start or len(concepts) == 1:
        return False
    if concept.key in _EXPECTED:
        return concept.gap == () or any(word.endswith(_YOU) for word in concept.gap)
    is_ability = concept.key in ("can", "able to") and all(word.low != "will" for word in both.rewritten.words)
    return is_ability or ("responsible*" in concept.key and not concept.key.endswith(" to"))


def _is_reason(concept: Concept, other: Reading) -> bool:
    """ "Because" where the other text says "so"."""
    return concept.key in _BECAUSE and any(word.low in _SO for word in other.words)


def _is_single(concept: Concept, other: Reading) -> bool:
    """ "A single project" where the other text has "one"."""
    return concept.key == "singl" and any(each.text.lower() == "one" for each in other.quantities)


def _is_about_money(both: Comparison) -> bool:
    return all(any(each.kind == "money" for each in reading.quantities) for reading in (both.original, both.rewritten))


def _is_shared(concept: Concept, both: Comparison) -> bool:
    """A must that two parts of a sentence come to share: "you must do this and must do that", "must do this and that".

    Only where nothing binds in another degree, no other verb follows that would stand without it, and what
    stood between the two now stands behind the one.
    """
    if not _binds(concept, both):
        return False
    ours, theirs = (
        [each for each in reading.concepts if _binds(each, both)] for reading in (both.original, both.rewritten)
    )
    if not theirs or ours[0].start == concept.start:
        return False
    last = theirs[-1].end
    return (
        bool(frozenset.intersection(*(each.senses for each in (*ours, *theirs))))
        and not any(word.low in _OTHERWISE for word in both.rewritten.words[:-1] if word.start >= last)
        and all(yours.start >= last for mine, yours in both.matching.pairs if ours[0].end <= mine.start < concept.start)
    )


def _binds(concept: Concept, both: Comparison) -> bool:
    return any(both.known.kinds[sense].rule == "obligation" for sense in concept.senses)


def _is_member(concept: Concept, reading: Reading, both: Comparison) -> bool:
    """Whether it is one of several that "and", "or" or a comma join: a verb beside a verb, else any word."""
    at = next((n for n, each in enumerate(reading.concepts) if each.start == concept.start), None)
    if at is None:
        return False
    verbs = both.known.verbs | both.known.actions
    before, after = reading.concepts[at - 1 : at], reading.concepts[at + 1 : at + 2]
    is_verb = concept.key in verbs
    if after and after[0].gap[:1] in _JOINTS and QUANTITY not in after[0].gap and (after[0].key in verbs) == is_verb:
        return True
    if is_verb:
        return concept.gap in _JOINTS and bool(before) and before[0].key in verbs
    return (concept.gap[:1] in _JOINTS and both.known.carriers.isdisjoint(concept.gap)) or concept.gap[-1:] in _JOINTS


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
