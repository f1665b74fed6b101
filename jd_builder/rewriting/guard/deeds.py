"""Who does what for whom: the deeds of a text, each with the one who does it and the one it is done to.

"You give teams advice", "teams take advice from you" and "your advice to teams" are one deed: you, advice, teams.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jd_builder.rewriting.guard.clauses import NOBODY, PRONOUNS, THEY, WE, YOU, Party, Sentence, Verb, party
from jd_builder.rewriting.guard.grammar import Token, grammar, tokens, verbs_of
from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.reading import Reading
from jd_builder.rewriting.guard.stems import stem

_OWNERS = {"your": YOU, "our": WE, "their": THEY, "his": THEY, "her": THEY}
_MARKERS = ("of", "from", "to", "for")
_MANAGE, _DECISION = stem("manage"), stem("decision")
_PHRASE = ("", "det", "owner")  # the classes of what a noun with its words is made of


class Deed(NamedTuple):
    """``key`` is the stem of its verb or noun, ``things`` the stems of what is given, ``sorts`` the sorts it is of.

    ``how`` is verb, carried (give advice), passed (give their advice), rank
    (accountable to) or noun (your advice).
    """

    how: str
    key: str
    things: frozenset[str]
    sorts: frozenset[int]
    doer: Party
    other: Party
    start: int
    end: int
    time: str = ""
    passive: bool = False


class Deeds(NamedTuple):
    all: tuple[Deed, ...]
    present: frozenset[str]
    """Whoever the text names or speaks of: the stems of persons and bodies, and pronouns."""


def deeds(reading: Reading, known: Lexicon) -> Deeds:
    found = tokens(reading.words)
    sentence = Sentence(found, verbs_of(known.verbs, known.actions))
    present = {each.stem for each in found if each.is_party}
    present |= {each.cls for each in found if each.cls in PRONOUNS}
    present |= {name for each in found if each.low in _OWNERS for name in _OWNERS[each.low]}
    acts = [_act(verb, sentence)._replace(time=verb.time, passive=verb.passive) for verb in sentence.verbs.values()]
    found_deeds = (*acts, *_owned(sentence), *_managers(sentence))
    present |= {name for each in found_deeds for name in (each.doer | each.other) & YOU}
    return Deeds(found_deeds, frozenset(present))


def _act(verb: Verb, sentence: Sentence) -> Deed:
    """The deed that a verb says; of one that only carries it (give advice) what is given."""
    words, token = grammar(), sentence.tokens[verb.at]
    said = _Said(verb, sentence)
    marker = "with" if token.stem in words.sharing else "to"
    by, to, from_ = (said.after.get(marker, NOBODY) for marker in ("by", marker, "from"))
    moves = sentence.low(verb.at + 1) not in words.particles
    how = "passed" if said.is_owned else "carried"
    if token.low in words.answering or (token.low.startswith("answer") and sentence.low(verb.at + 1) == "to"):
        return _deed("rank", token, frozenset(), to, verb.subject)
    if said.holds_to_account:
        sides = (by, verb.subject) if verb.passive else (verb.subject, said.whom)
        return _deed("rank", token._replace(stem=stem("accountable")), frozenset(), *sides)
    if token.stem == "learn":
        moves = bool(from_)
    if token.stem == "take" and _DECISION in said.things and not said.is_owned:
        moves = False  # whoever takes a decision makes it
    if moves and token.stem in words.getting | words.asking:
        asked = (verb.subject if verb.passive else said.whom) if token.stem in words.asking else NOBODY
        return _deed(how, token, said.things, from_ or asked, by if verb.passive else verb.subject)
    if moves and token.stem in words.giving:
        sides = (by or from_, to or verb.subject) if verb.passive else (verb.subject, to or said.whom)
        return _deed(how, token, said.things, *sides)
    marker = (
        "to"
        if token.stem in words.to_somebody
        else "on"
        if token.stem in words.on_somebody
        else "for"
        if token.stem in words.for_somebody
        else ""
    )
    to = said.after.get(marker, NOBODY)
    sides = (by, to or verb.subject) if verb.passive else (verb.subject, to or said.whom)
    return _deed("verb", token, frozenset(), *sides)


def _deed(how: str, token: Token, things: frozenset[str], doer: Party, other: Party) -> Deed:
    sorts = grammar().sorts
    found = frozenset(
        sort for name in (token.stem, *(things if how == "carried" else ())) for sort in sorts.get(name, ())
    )
    return Deed(how, token.stem, things, found, doer, other, token.start, token.end)


class _Said:
    """What follows a verb: to whom, which things, and the nouns after small words."""

    def __init__(self, verb: Verb, sentence: Sentence) -> None:
        self.whom: Party = NOBODY
        self.things: frozenset[str] = frozenset()
        self.after: dict[str, Party] = {}
        self.holds_to_account = False
        at = sentence.after(verb.at)
        if sentence.cls(at) in PRONOUNS:
            self.whom = PRONOUNS[sentence.cls(at)]
            at = sentence.after(at)
        first = at
        noun, at = _phrase(at, sentence)
        self.is_owned = any(sentence.cls(each) == "owner" or sentence.tokens[each].owns for each in range(first, at))
        self.holds_to_account = any(each.low in grammar().answering for each in noun)
        self._object(noun, sentence.tokens[verb.at].stem)
        if noun and noun[-1].is_party:
            more, at = _more(at, sentence)
            self.whom |= more
        self._rest(at, sentence)
        if verb.passive and not self.things:
            self.things = _things(sentence.tokens[each] for each in _phrase_back(verb, sentence))

    def _object(self, noun: list[Token], key: str) -> None:
        """ "Give | the board | assurance", but "support the board"."""
        last = max((n for n, each in enumerate(noun) if each.is_party and not each.owns), default=-1)
        moves = key in grammar().giving | grammar().getting
        if last >= 0 and not self.whom and (moves or last == len(noun) - 1):
            self.whom = party(noun[: last + 1])
        if last + 1 < len(noun):
            self.things = _things(noun[last + 1 :])

    def _rest(self, at: int, sentence: Sentence) -> None:
        """The nouns behind "to", "from", "by" and "with" in the clause."""
        while at < len(sentence.tokens) and at not in sentence.verbs:
            cls, low = sentence.cls(at), sentence.low(at)
            if low in ".;:!?" or cls in ("modal", "sub", "rel", "be", "have"):
                return
            if cls not in ("to", "prep"):
                at += 1
                continue
            who, noun, at = _who(sentence.after(at), sentence)
            self.after[low] = self.after.get(low, NOBODY) | who
            if self.after[low] > YOU:
                self.after[low] = NOBODY  # by you and by others: who does which is not told
            if low == "with" and not self.things:
                self.things = _things(noun)


def _things(found: Iterable[Token]) -> frozenset[str]:
    return frozenset(each.stem for each in found if not each.cls and not each.is_party)


def _phrase(at: int, sentence: Sentence, through: tuple[str, ...] = ()) -> tuple[list[Token], int]:
    """The words of the noun that begins here, and the place after them."""
    found = []
    while at < len(sentence.tokens) and at not in sentence.verbs:
        if sentence.cls(at) not in (*_PHRASE, "adverb") and sentence.low(at) not in through:
            break
        found.append(sentence.tokens[at])
        at += 1
    return [each for each in found if not each.cls], at


def _who(at: int, sentence: Sentence) -> tuple[Party, list[Token], int]:
    """Somebody after a small word, with the words that say so, and the place after them."""
    if sentence.cls(at) in PRONOUNS:
        return PRONOUNS[sentence.cls(at)], [], at + 1
    noun, after = _phrase(at, sentence, through=("of",))
    who, more = party(noun), NOBODY
    if who:
        more, after = _more(after, sentence)
    return who | more, noun, after


def _more(at: int, sentence: Sentence) -> tuple[Party, int]:
    """The other members of a list of persons or bodies that goes on here, and the place after them."""
    found = NOBODY
    while sentence.cls(at) == "and" or sentence.low(at) == ",":
        noun, after = _phrase(at + 1, sentence)
        if not noun or not noun[-1].is_party or after in sentence.verbs:
            break
        found, at = found | party(noun), after
    return found, at


def _phrase_back(verb: Verb, sentence: Sentence) -> Iterator[int]:
    """The places of the subject's words before a passive."""
    at = verb.at - 1
    while at >= 0 and sentence.cls(at) in ("be", "modal", "adverb", "have"):
        at -= 1
    while at >= 0 and sentence.cls(at) in ("", "prep", "det", "owner") and at not in sentence.verbs:
        yield at
        at -= 1


def _owned(sentence: Sentence) -> Iterator[Deed]:
    """The team's advice, your advice, advice from the team: whose deed a noun is."""
    for place, token in enumerate(sentence.tokens):
        if token.owns:
            first = place
            while first > 0 and sentence.cls(first - 1) == "" and first - 1 not in sentence.verbs:
                first -= 1
            owner = party([each._replace(owns=False) for each in sentence.tokens[first : place + 1]])
        elif token.cls == "owner":
            owner = _OWNERS.get(token.low, NOBODY)
        else:
            if not token.cls and sentence.low(place + 1) in _MARKERS and place not in sentence.verbs:
                yield from _from_somebody(place, sentence)
            continue
        noun, _ = _phrase(place + 1, sentence)
        if owner and noun:
            yield _deed("noun", noun[-1], frozenset(), owner, NOBODY)


def _managers(sentence: Sentence) -> Iterator[Deed]:
    """ "Your manager will be the director" says what "the director manages you" says."""
    for place, token in enumerate(sentence.tokens):
        if token.cls != "owner" or token.low not in _OWNERS:
            continue
        noun, after = _phrase(place + 1, sentence)
        if not noun or noun[-1].low not in ("manager", "supervisor"):
            continue
        if sentence.cls(after) in ("modal", "be"):
            while sentence.cls(after) in ("modal", "be"):
                after += 1
            who = party(_phrase(after, sentence, through=("of",))[0])
        elif sentence.cls(place - 1) == "be":
            who = sentence.subject(place - 1)
        else:
            continue
        yield _deed("verb", noun[-1]._replace(stem=_MANAGE), frozenset(), who, _OWNERS[token.low])


def _from_somebody(place: int, sentence: Sentence) -> Iterator[Deed]:
    token, marker = sentence.tokens[place], sentence.low(place + 1)
    words = grammar()
    if token.low in words.roles and marker != "from":
        marker = "of"  # adviser to somebody, contact for somebody
    elif token.stem not in words.of_somebody and (marker not in ("from", "to") or token.stem not in words.sorts):
        return
    if marker == "for" or (marker == "to" and _is_given(place, sentence)):
        return
    who, _, _ = _who(sentence.after(place + 1), sentence)
    if who:
        doer, other = (NOBODY, who) if marker == "to" else (who, NOBODY)
        yield _deed("noun", token, frozenset(), doer, other)


def _is_given(place: int, sentence: Sentence) -> bool:
    """Whether a verb before it says to whom it goes: put questions to somebody."""
    before = [at for at in sentence.verbs if at < place]
    return bool(before) and all(not sentence.cls(at) or sentence.cls(at) in _PHRASE for at in range(before[-1], place))
