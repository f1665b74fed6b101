"""Where the verbs of a sentence stand and who their subject is, as far as plain English shows it without a parse."""

from collections.abc import Sequence
from typing import NamedTuple

from jd_builder.rewriting.guard.grammar import Token, grammar

Party = frozenset[str]
NOBODY: Party = frozenset()
YOU, WE, THEY = frozenset(("you",)), frozenset(("we",)), frozenset(("they",))
PRONOUNS = {"you": YOU, "we": WE, "they": THEY}
_STOPS = frozenset(".:;!?")
_LEADING = frozenset(("of", "from", "is", "are", "will", "and", "or", "which", "that"))  # after a noun, not a verb
_INSIDE = frozenset(("of", "in", "at"))  # may stand within the name of a subject
_HELPERS = ("modal", "be", "have")
_NOUN = ("", "det", "owner")  # the classes of what a noun with its words is made of
_OBJECTS = ("det", "owner", "you", "we", "they")  # what only a verb stands in front of
_MANY = frozenset(("staff", "people", "police", "children", "others", "everybody"))


class Verb(NamedTuple):
    """``at`` is the place of its word among the tokens."""

    at: int
    passive: bool
    subject: Party
    form: str
    time: str = ""
    """done, now or to come, where its helpers say so."""


class Sentence:
    """The tokens of one text with their verbs, found from left to right."""

    def __init__(self, tokens: Sequence[Token], known: frozenset[str]) -> None:
        self.tokens = tokens
        self.verbs: dict[int, Verb] = {}
        self._known = known
        self._lows = [*(each.low for each in tokens), "", "", ""]
        self._classes = [*(each.cls for each in tokens), "end", "end", "end"]
        for place, token in enumerate(tokens):
            if not token.cls and (verb := self._verb(place)):
                self.verbs[place] = verb._replace(time=self._time(place) or verb.time)

    def before(self, place: int) -> int:
        """The place of the word before, adverbs left out; -1 at the beginning."""
        place -= 1
        while place >= 0 and self.tokens[place].cls == "adverb":
            place -= 1
        return place

    def after(self, place: int) -> int:
        place += 1
        while place < len(self.tokens) and self.tokens[place].cls == "adverb":
            place += 1
        return place

    def cls(self, place: int) -> str:
        return self._classes[place] if place >= 0 else "end"

    def low(self, place: int) -> str:
        return self._lows[place] if place >= 0 else ""

    def _verb(self, place: int) -> Verb | None:
        token, back = self.tokens[place], self.before(place)
        known = token.stem in self._known and not token.is_noun
        cls, form = self.cls(back), token.form
        if cls == "modal":
            return Verb(place, False, self.subject(back), form) if form != "ed" else None
        if cls == "be" and form in ("ed", "ing"):
            return Verb(place, form == "ed", self.subject(back), form)
        if cls == "have" and form == "ed":
            return Verb(place, False, self.subject(back), form)
        if cls == "be" and token.low in grammar().answering:
            return Verb(place, False, self.subject(back), form)
        if form == "ed" and self.low(self.after(place)) == "by":
            return Verb(place, True, self._noun(back, antecedent=True) if cls == "" else NOBODY, form)
        if form == "ing" and self.tokens[back].is_party and token.stem in grammar().to_somebody:
            return Verb(place, False, self._noun(back, antecedent=True), form)  # with two analysts reporting to you
        opens = back < 0 or self.low(back) in _STOPS
        if not known and not (opens and form == "base" and self.cls(place + 1) in ("det", "owner")):
            return None
        if cls == "to":
            is_verb = form == "base" and token.low != "account" and not self._is_getter(place, back)
            return Verb(place, False, self._controller(back), form) if is_verb else None
        if opens:
            is_order = form in ("base", "ing") and self.low(self.after(place)) not in _LEADING
            return Verb(place, False, YOU, form) if is_order else None
        if cls in PRONOUNS or cls == "rel":
            return self._after_pronoun(place, back)
        if cls == "and" or self.low(back) == ",":
            return self._joined(place, back)
        return self._finite(place) if cls == "" else None

    def _is_getter(self, place: int, to: int) -> bool:
        """ "Pass questions to control owners": a noun of two words, to whom something is given."""
        last = next(reversed(self.verbs.values()), None)
        moves = last is not None and self.tokens[last.at].stem in grammar().giving
        return moves and to == place - 1 and place + 1 < len(self.tokens) and self.tokens[place + 1].is_party

    def _time(self, place: int) -> str:
        """By the helpers before a verb: has been, was; is being; will."""
        helpers, at = [], place - 1
        while at >= 0 and self.cls(at) in (*_HELPERS, "adverb"):
            helpers.append(self.low(at))
            at -= 1
        if "will" in helpers or "shall" in helpers:
            return "to come"
        if any(each in ("has", "have", "had", "was", "were") for each in helpers):
            return "done"
        goes_on = "being" in helpers or (
            self.tokens[place].form == "ing" and any(each in ("is", "are") for each in helpers)
        )
        return "now" if goes_on else ""

    def _after_pronoun(self, place: int, back: int) -> Verb | None:
        """ "You check" and "who check"; not "give you checks"."""
        before = self.before(back)
        is_object = before in self.verbs or self.cls(before) in ("prep", "to")
        if self.cls(back) != "rel" and is_object:
            return None
        if self.cls(back) == "rel" and self.tokens[place].form == "s" and self._is_base(place + 1):
            return None  # that controls work
        return Verb(place, False, self.subject(place), self.tokens[place].form)

    def _is_base(self, place: int) -> bool:
        return self.cls(place) == "" and self.tokens[place].form == "base" and self.tokens[place].stem in self._known

    def _joined(self, place: int, back: int) -> Verb | None:
        """A verb that shares the subject of the one before: plan, run and mend."""
        form, after = self.tokens[place].form, self.cls(self.after(place))
        if self.low(back) == "," and form == "base" and after in (*_OBJECTS, "") and self._opens_with_time(back):
            return Verb(place, False, YOU, form)
        last = self._shared(place, form)
        if last is None:
            return self._finite(place)
        if form != last.form and form in ("base", "s") and last.form in ("ed", "ing") and after in _OBJECTS:
            return Verb(place, False, last.subject, form)
        if form != last.form or (form == "ed" and not last.passive) or after not in (*_OBJECTS, "", "to", "prep"):
            return self._finite(place)
        stands_alone = form == "ed" or self.tokens[place].stem in grammar().to_somebody | grammar().for_somebody
        return last._replace(at=place, form=form) if after != "prep" or stands_alone else None

    def _shared(self, place: int, form: str) -> Verb | None:
        """The verb before in this sentence, but of no clause that a comma ended: if it fails, tell them."""
        ended, found = False, None
        for at in range(place - 1, -1, -1):
            if self.low(at) in _STOPS:
                break
            ended = ended or self.low(at) == ","
            if at not in self.verbs:
                continue
            verb = self.verbs[at]
            if not self._within(at):
                return found._replace(subject=NOBODY) if found and found.subject != verb.subject else verb
            if not ended and found is None:
                found = verb
        return found

    def _opens_with_time(self, comma: int) -> bool:
        """ "In your first week, meet the team": whether this comma is the first and an order follows it."""
        first = next((at + 1 for at in range(comma - 1, -1, -1) if self.low(at) in _STOPS), 0)
        return self.cls(first) in ("prep", "sub", "to") and all(self.low(at) != "," for at in range(first, comma))

    def _within(self, at: int) -> bool:
        """Whether a verb belongs to a clause that if, how or who began."""
        while at > 0 and self.low(at) not in _STOPS and self.low(at) != ",":
            at -= 1
            if self.cls(at) in ("sub", "rel"):
                return True
        return False

    def _finite(self, place: int) -> Verb | None:
        """The board sets, nurses tell: somebody in front of a verb that agrees, where a clause begins."""
        form = self.tokens[place].form
        first = self._reach_back(place)
        if form not in ("s", "base") or first is None:
            return None
        head = place - 1
        while any(self.cls(each) == "prep" for each in range(first, head + 1)):
            head -= 1
        named = [each for each in range(first, head + 1) if self.tokens[each].is_party]
        if not named or self.tokens[head].owns:
            return None
        low = self.tokens[head].low
        is_many = (low.endswith("s") and not low.endswith("ss")) or low in _MANY
        return Verb(place, False, self._stems(first, head), form) if is_many == (form == "base") else None

    def _reach_back(self, place: int) -> int | None:
        """Where the words in front begin, if a clause begins with them."""
        at = place - 1
        while at >= 0 and at not in self.verbs and (self.cls(at) in (*_NOUN, "adverb") or self.low(at) in _INSIDE):
            at -= 1
            if self.cls(at + 1) in ("det", "owner") and self.cls(at) == "" and at not in self.verbs:
                return at + 1  # complaints | the team makes
        opens = at < 0 or self.cls(at) in ("mark", "and", "rel", "sub")
        return at + 1 if opens and at + 1 < place else None

    def _controller(self, to: int) -> Party:
        """Who does what follows "to": the subject of the verb before, or whom that verb sets to it."""
        last = next(reversed(self.verbs.values()), None)
        if last is None or any(self.low(each) in _STOPS for each in range(last.at, to)):
            return NOBODY
        between = range(last.at + 1, to)
        pronoun = next((at for at in between if self.cls(at) in PRONOUNS), None)
        named = [at for at in between if self.tokens[at].is_party]
        sets = self.tokens[last.at].stem in grammar().causing and any(not self.cls(at) for at in between)
        if pronoun is None and not named:
            return NOBODY if sets else last.subject
        small = next((self.low(at) for at in between if self.cls(at) in ("prep", "to")), "")
        if small:
            return last.subject if small in ("by", "from") else NOBODY
        return (
            NOBODY
            if pronoun is None and not named
            else self._stems(last.at + 1, named[-1])
            if pronoun is None
            else PRONOUNS[self.cls(pronoun)]
        )

    def subject(self, place: int) -> Party:
        """Who stands before a verb or its helpers."""
        at = place
        while at >= 0 and self.cls(at) in (*_HELPERS, "adverb"):
            at -= 1
        if at == place and self.cls(at) == "":
            at = self.before(at)
        cls = self.cls(at)
        if cls == "you" and self.low(at - 1) == "by":
            return NOBODY
        if cls in PRONOUNS:
            return PRONOUNS[cls]
        if cls == "rel":
            at -= 1
            if self.low(at) == ",":
                at -= 1
            return self._noun(at, antecedent=True)
        if cls in ("and", "mark"):
            last = next(reversed(self.verbs.values()), None)
            if self.cls(place) == "modal":  # no infinitive shares it: have the power to approve and must tell
                last = next((each for each in reversed(self.verbs.values()) if self.cls(each.at - 1) != "to"), None)
            if last is None or cls == "mark":
                return NOBODY
            return last.subject if all(self.cls(each) not in _HELPERS for each in range(last.at, at)) else NOBODY
        return self._noun(at)

    def _noun(self, at: int, *, antecedent: bool = False) -> Party:
        """The words of the noun that ends here; of a subject back to where its clause begins."""
        end = at
        while at >= 0 and at not in self.verbs and self.cls(at) in ("", "det", "owner", "adverb", "prep", "and"):
            if self.cls(at) == "and" and not self._goes_on(at):
                if self._is_in_phrase(at):
                    return NOBODY
                break
            if antecedent and self.cls(at) in ("prep", "and") and self.low(at) != "of":
                break
            at -= 1
        if self.cls(at) == "to" and not antecedent:
            return NOBODY  # only the end of what stands before: travel to other sites
        first = at + 1
        head = next(
            (each - 1 for each in range(first, end + 1) if self.cls(each) == "prep" and self.low(each) != "of"), end
        )
        return self._stems(first, head)

    def _goes_on(self, place: int) -> bool:
        """Whether "and" joins two that act, and no clauses."""
        at = place - 1
        while at >= 0 and self.cls(at) in _NOUN and at not in self.verbs:
            at -= 1
        return at not in self.verbs and (at < 0 or self.cls(at) in ("sub", "rel") or self.low(at) in _STOPS)

    def _is_in_phrase(self, place: int) -> bool:
        """Whether "and" stands in what a small word began: to sites in Leeds and Derby."""
        at = place - 1
        while at >= 0 and self.cls(at) in _NOUN and at not in self.verbs:
            at -= 1
        return self.cls(at) == "prep"

    def _stems(self, first: int, last: int) -> Party:
        return party(self.tokens[max(0, first) : last + 1])


def party(found: Sequence[Token]) -> Party:
    """Somebody by the words that name them, without owners; nobody where no word names a person or a body."""
    if not any(each.is_party and not each.owns for each in found):
        return NOBODY
    return frozenset(each.stem for each in found if not each.cls and not each.owns)
