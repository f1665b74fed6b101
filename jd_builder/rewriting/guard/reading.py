"""A text as the guard reads it: its quantities, and its words as concepts in the order in which they stand."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jd_builder.rewriting.guard.bounds import bounded
from jd_builder.rewriting.guard.lexicon import LIGHT, Lexicon, Phrase
from jd_builder.rewriting.guard.quantities import quantities
from jd_builder.rewriting.guard.quantity import Quantity
from jd_builder.rewriting.guard.stems import is_past, stem
from jd_builder.rewriting.guard.words import Word, folded, words

QUANTITY = "#"
"""What stands for a quantity among the words."""
_TAIL_REACH = 9  # words between the halves of a phrase: "put the strategy of the organisation into practice"
_CLAUSE_ENDS = frozenset(".;:!?")
_OWNERS = frozenset(("my", "your", "his", "her", "its", "our", "their"))
_LISTING = frozenset((",", "and", "or", "&", "/", "(", ")"))


class Concept(NamedTuple):
    """A word or a phrase. ``gap`` holds the words and marks without weight that stand before it.

    ``key`` names the word, ``senses`` are the groups it belongs to, ``parts`` the keys of a phrase's words.
    A name is exact: no other word can stand for it.
    """

    key: str
    senses: frozenset[int]
    text: str
    start: int
    end: int
    light: bool
    gap: tuple[str, ...]
    parts: tuple[str, ...] = ()
    capital: bool = False
    exact: bool = False

    @property
    def ends_clause(self) -> bool:
        """Whether a clause ended before it."""
        return not _CLAUSE_ENDS.isdisjoint(self.gap)

    @property
    def listed(self) -> bool:
        """Whether it goes on with a list."""
        return not _LISTING.isdisjoint(self.gap) and not self.ends_clause


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    concepts: tuple[Concept, ...]
    """Those with weight, in reading order."""
    light: tuple[Concept, ...]
    figures: tuple[tuple[int, int], ...] = ()
    """Where its quantities and their bounds stand."""

    def is_figure(self, place: int) -> bool:
        at = bisect(self.figures, (place, 1 << 60)) - 1
        return at >= 0 and place < self.figures[at][1]


def read(text: str, known: Lexicon) -> Reading:
    """Takes time in proportion to the length of the text."""
    plain = folded(text)
    found, bounds = bounded(plain, quantities(plain))
    taken = sorted([*(span for each in found for span in each.spans), *bounds])
    all_words = words(text)
    free = list(_free(all_words, taken))
    heavy: list[Concept] = []
    light: list[Concept] = []
    gap: list[str] = []
    for concept in _weighed(list(_concepts(free, known)), known):
        if concept.light:
            gap.append(concept.text.lower())
            if concept.senses or concept.parts:
                light.append(concept)
            continue
        heavy.append(concept._replace(gap=tuple(gap)))
        gap = []
    return Reading(text, tuple(all_words), tuple(found), tuple(heavy), tuple(light), tuple(taken))


def _weighed(found: list[Concept], known: Lexicon) -> Iterator[Concept]:
    """A word that usually only carries others has weight as a member of a list: "make, test and mend tools".

    "You have led" says that you have experience of it.
    """
    for place, concept in enumerate(found):
        if concept.light and concept.key in known.carriers and _is_member(place, found, known):
            yield concept._replace(light=False)
        elif concept.key == "have" and place + 1 < len(found) and is_past(found[place + 1].text.lower()):
            yield concept._replace(senses=concept.senses | known.senses.get("experience*", frozenset()))
        else:
            yield concept


def _is_member(place: int, found: list[Concept], known: Lexicon) -> bool:
    after = found[place + 1].text.lower() if place + 1 < len(found) else ""
    if after in ("and", "or"):
        return True
    if after == "," and place + 2 < len(found):
        return not found[place + 2].light
    if place < 2 or found[place - 1].text.lower() not in ("and", "or"):
        return False
    before = found[place - 2]
    is_verb = before.key in known.verbs or before.key in known.actions or all(each.light for each in found[: place - 2])
    return is_verb and not before.light


def _free(all_words: list[Word], taken: list[tuple[int, int]]) -> Iterator[Word]:
    """The words that are no part of a quantity; a hyphen inside a word is left out, a quantity is a mark."""
    spans = iter(taken)
    start, end = next(spans, (1 << 60, 1 << 60))
    before: Word | None = None
    for word in all_words:
        while word.start >= end:
            yield Word(QUANTITY, QUANTITY, start, end)
            start, end = next(spans, (1 << 60, 1 << 60))
        if word.start < start and not (word.low == "-" and before and before.end == word.start):
            yield word
        before = word


def _concepts(free: list[Word], known: Lexicon) -> Iterator[Concept]:
    keys = [_key(word, known) for word in free]
    skipped: set[int] = set()
    names = _names(free)
    place = 0
    while place < len(free):
        if place in skipped:
            yield _single(free[place], "", known, 0)
            place += 1
            continue
        phrase, tail = _phrase_at(place, keys, known)
        if phrase is None or _cuts_name(names[place : place + len(phrase.head) + 1]):
            found = _single(free[place], keys[place], known, names[place])
            owned = keys[place] == "own" and place > 0 and (free[place - 1].owner or free[place - 1].low in _OWNERS)
            yield found._replace(light=True) if owned else found
            place += 1
            continue
        skipped.update(range(tail, tail + len(phrase.tail)))
        yield _joined(phrase, free, keys, place, known, names)
        place += len(phrase.head)


def _cuts_name(names: list[int]) -> bool:
    """Whether a phrase and the word after it begin outside a name and end inside it: hold Certified | Information."""
    return names[0] == 0 and names[-2:] == [2, 2]


def _key(word: Word, known: Lexicon) -> str:
    """The stem, of an acronym in capitals its letters after ``^``, empty for a mark."""
    if not word.is_word:
        return word.low if word.low == QUANTITY else ""
    if word.text != word.low and sum(letter.isupper() for letter in word.text) > 1:
        bare = word.text[:-1] if word.text.endswith("s") else word.text
        if (key := f"^{bare.casefold()}") in known.senses:
            return key
    return stem(word.low)


def _single(word: Word, key: str, known: Lexicon, name: int) -> Concept:
    senses = known.senses.get(key, frozenset())
    light = key in ("", QUANTITY) or (key in known.light and name < 2)
    shown = word.low if light else word.text
    exact = name > 1 and (not senses or any(known.kinds[sense].rule == "name" for sense in senses) or key[0] != "^")
    return Concept(key, senses, shown, word.start, word.end, light, (), (), name > 0, exact)


def _joined(phrase: Phrase, free: list[Word], keys: list[str], place: int, known: Lexicon, names: list[int]) -> Concept:
    after = place + len(phrase.head)
    start, end = free[place].start, free[after - 1].end
    parts = tuple(key for key in (*keys[place:after], *phrase.tail) if key and key not in known.light)
    text = " ".join(word.text for word in free[place:after]) + (" … " + " ".join(phrase.tail) if phrase.tail else "")
    light = LIGHT in phrase.senses
    exact = all(name > 1 for name in names[place:after])
    return Concept(
        " ".join((*phrase.head, *phrase.tail)),
        phrase.senses - {LIGHT},
        text,
        start,
        end,
        light,
        (),
        parts,
        exact,
        exact,
    )


def _phrase_at(place: int, keys: list[str], known: Lexicon) -> tuple[Phrase | None, int]:
    """The longest phrase that begins here, and where its tail stands."""
    first, second = keys[place], keys[place + 1] if place + 1 < len(keys) else ""
    longer, single = known.phrases.get((first, second), ()), known.phrases.get((first,), ())
    for phrase in (*longer, *single) if longer or single else ():
        after = place + len(phrase.head)
        if tuple(keys[place:after]) != phrase.head:
            continue
        if not phrase.tail:
            return phrase, after
        for tail in range(after + 1, min(after + _TAIL_REACH, len(keys))):
            if keys[tail] == "":
                break
            end = tail + len(phrase.tail)
            if tuple(keys[tail:end]) == phrase.tail:
                return (phrase, tail) if keys[end : end + 1] != ["not"] else (None, place)
    return None, place


def _names(free: list[Word]) -> list[int]:
    """For each word 1 if it has a capital of its own, 2 if it is part of a name of several words or an acronym."""
    found, opens = [], True
    for word in free:
        capitals = sum(letter.isupper() for letter in word.text) if word.text != word.low else 0
        found.append(2 if capitals > 1 else 1 if capitals and not opens else 0)
        opens = word.low in (".", "!", "?", ":", ";", "-", "(", '"') or (opens and not word.is_word)
    if sum(map(bool, found)) * 2 > len(found) and len(found) > 4:
        return [0] * len(found)  # a heading, or a shout
    for place, name in enumerate(found):
        if name == 1 and any(found[beside : beside + 1] > [0] for beside in (place - 1, place + 1) if beside >= 0):
            found[place] = 2
    return found
