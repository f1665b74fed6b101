"""Words that a sentence may gain or lose without saying anything else, by what else the two texts say."""

from itertools import pairwise

from jd_builder.rewriting.guard.comparison import Comparison
from jd_builder.rewriting.guard.reading import QUANTITY, Concept, Reading
from jd_builder.rewriting.guard.words import folded

_JOINTS = ((",",), ("and",), ("or",))
_PEOPLE = frozenset(
    ("candidate", "candidates", "applicant", "applicants", "staff", "employees", "people", "those", "anyone")
)
_EXPECTED = ("be requir to", "requir to", "be expect* to", "expect* to")  # "You will be required to" of a duty
_OF_THEM = ("of which", "of whom")
_BECAUSE = ("becaus", "sinc", "given*", "given that")
_SO = frozenset(("so", "therefore", "hence", "consequently"))
_PAY = ("salari", "pay", "rang", "worth")
_OFFERED = frozenset(("available", "eligible", "entitled", "offered", "open"))
_OTHERWISE = frozenset((*".;:!?", "you", "we", "they", "it", "will", "would", "is", "are", "can", "may", "not"))
_YOU = ("you", "holder", "candidate", "applicant")
_EMPLOYERS = ("organisation*", "council", "trust", "compani", "agenc", "university*", "chariti")
_US = frozenset(("we", "us", "our"))
_POSTS = ("role", "job", "post*", "position*", "vacanc")


def may_come(concept: Concept, both: Comparison) -> bool:
    """What an unpacked noun needs; and whose it is, where nobody else is named ("the organisation's")."""
    if concept.key in _OF_THEM or _is_reason(concept, both.original):
        return True
    if _is_single(concept, both.original) or (concept.key in _PAY and _is_about_money(both)):
        return True
    if concept.key == "can" and _is_offer(both.original):
        return True
    if concept.key == "if you" and not _PEOPLE.isdisjoint(word.low for word in both.original.words[:4]):
        return True
    if is_member(concept, both.rewritten, both):
        return False
    owned = folded(both.rewritten.text[concept.end - 2 : concept.end]) == "'s"
    return concept.key in both.known.may_come or (owned and concept.key == "organisation*")


def may_go(concept: Concept, both: Comparison) -> bool:
    """What a sentence does without: "across", "people who", an opening "You can" or "Responsible for"."""
    concepts = both.original.concepts
    if concept.key in _OF_THEM or _is_reason(concept, both.rewritten) or _is_single(concept, both.rewritten):
        return True
    if concept.key in both.known.may_go and not is_member(concept, both.original, both):
        return True
    if _people_who(concept, both.original):
        return True
    if concept.key in _POSTS and concept in concepts[:3]:
        return not is_member(concept, both.original, both)
    if concept.key in _EMPLOYERS and concept.start == concepts[0].start and _speaks_of_us(both):
        return True
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


def _speaks_of_us(both: Comparison) -> bool:
    """Whether the employer became "we"."""
    was, now = ({word.low for word in reading.words} for reading in (both.original, both.rewritten))
    return was.isdisjoint(_US) and not now.isdisjoint(_US)


def _is_reason(concept: Concept, other: Reading) -> bool:
    """ "Because" where the other text says "so"."""
    return concept.key in _BECAUSE and any(word.low in _SO for word in other.words)


def _is_offer(reading: Reading) -> bool:
    """Whether something is open to you, of whom nothing else is said: leave is available, you can take leave."""
    lows = [word.low for word in reading.words]
    acts = any(low == "you" and before not in ("to", "for") for before, low in pairwise(("", *lows)))
    return not acts and not _OFFERED.isdisjoint(lows)


def _is_single(concept: Concept, other: Reading) -> bool:
    """ "A single project" where the other text has "one"."""
    return concept.key == "singl" and any(each.text.lower() == "one" for each in other.quantities)


def _is_about_money(both: Comparison) -> bool:
    return all(any(each.kind == "money" for each in reading.quantities) for reading in (both.original, both.rewritten))


def _is_shared(concept: Concept, both: Comparison) -> bool:
    """A must that two parts of a sentence come to share: "you must do this and must do that", "must do this and that".

    Only where nothing binds in another degree, no other verb follows that would stand without it, and what
    stood behind the first stands behind the one, in the same order.
    """
    if not _binds(concept, both):
        return False
    ours, theirs = (
        [each for each in reading.concepts if _binds(each, both)] for reading in (both.original, both.rewritten)
    )
    if not theirs or ours[0].start == concept.start:
        return False
    last = theirs[-1].end
    behind = [yours.start for mine, yours in both.matching.pairs if mine.start >= ours[0].end and mine not in ours]
    return (
        bool(frozenset.intersection(*(each.senses for each in (*ours, *theirs))))
        and not any(word.low in _OTHERWISE for word in both.rewritten.words[:-1] if word.start >= last)
        and all(place >= last for place in behind)
        and behind == sorted(behind)
    )


def _binds(concept: Concept, both: Comparison) -> bool:
    return any(both.known.kinds[sense].rule == "obligation" for sense in concept.senses)


def _people_who(concept: Concept, reading: Reading) -> bool:
    """People of whom it is said who they are: "people who are not specialists" are non-specialists."""
    after = next((each for each in reading.concepts if each.start > concept.start), None)
    return concept.key in ("person", "those", "someone", "anyone") and after is not None and "who" in after.gap


def is_member(concept: Concept, reading: Reading, both: Comparison) -> bool:
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
