"""Gender-coded words: as the published decoder counts them, and as people are shown them.

The lists and their source stand in ``gender-coded.yaml``. ``strict`` is Gender Decoder with all its
faults, so that its figures can be compared. ``shown`` mends those faults: a word counts once,
``head-strong`` is found, quotes and letters beyond ASCII do not matter, every other hyphen parts words,
and names and set phrases are left out. Both take one pass over the words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from jd_builder.checks.gender_lists import HYPHENS, Coding, Matches, Strings, folded, lists
from jd_builder.text.fingerprint import STOP_WORDS

Outcome = Literal[
    "strongly masculine-coded", "masculine-coded", "neutral", "feminine-coded", "strongly feminine-coded", "empty"
]

_STRONG = 3  # a greater difference than this is a strong one
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BETWEEN = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f.,<>*?!\"[]@':;()/&", " "))
_AFTER_A_NOUN = STOP_WORDS - {"and", "or"}


@dataclass(frozen=True)
class Verdict:
    """The coded words in lower case, in the order of the text, and the published outcome."""

    masculine: Strings
    feminine: Strings

    @property
    def outcome(self) -> Outcome:
        score = len(self.feminine) - len(self.masculine)
        if score == 0:
            return "neutral" if self.feminine else "empty"
        if score > 0:
            return "strongly feminine-coded" if score > _STRONG else "feminine-coded"
        return "strongly masculine-coded" if score < -_STRONG else "masculine-coded"


class CodedWord(NamedTuple):
    """A coded word; ``start`` and ``end`` are code points of the text as given.

    ``needed`` says that the role itself asks for such words.
    """

    text: str
    start: int
    end: int
    stem: str
    coding: Coding
    needed: bool
    alternatives: Strings


@dataclass(frozen=True)
class Shown:
    """What people see: each coded word in its place, and the outcome with and without those the role needs."""

    words: tuple[CodedWord, ...]

    @cached_property
    def all_words(self) -> Verdict:
        return _verdict((word.coding, folded(word.text)) for word in self.words)

    @cached_property
    def without_needed(self) -> Verdict:
        return _verdict((word.coding, folded(word.text)) for word in self.words if not word.needed)


def strict(text: str) -> Verdict:
    """The words that the published algorithm counts; one that begins with two stems stands twice."""
    stems, coding, exceptions = lists().stems, lists().coding, lists().exceptions
    words = (word for word in published_words(text) if word not in exceptions)
    return _verdict((coding[stem], word) for word in words for stem in stems.of(word))


def shown(text: str, masked: Iterable[str] = ()) -> Shown:
    """The coded words of a text, but for those in a masked name: of an employer, a body, a scheme, a place."""
    known, masks = lists(), lists().masks_of(masked)
    matches = list(known.pattern.finditer(text))
    found = [(n, stem) for n, match in enumerate(matches) if (stem := _stem(match[0]))]
    words = []
    for n, stem in found:
        in_names = chain(known.masks.get(stem, ()), masks.get(stem, ()))
        is_noun = stem in known.describing and _is_noun(stem, text, matches[n : n + 2])
        if not is_noun and not any(mask.covers(matches, n) for mask in in_names):
            words.append(_coded(matches[n], stem))
    return Shown(tuple(words))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """The longest stem that a word begins with, empty for a word that is not coded."""
    plain = folded(word)
    stems = lists().stems.of(plain)
    return stems[0] if stems and not plain.startswith(lists().exceptions) else ""


def _coded(match: re.Match[str], stem: str) -> CodedWord:
    known, start, end = lists(), *match.span()
    return CodedWord(match[0], start, end, stem, known.coding[stem], stem in known.needed, _alternatives(match[0]))


@lru_cache(maxsize=1024)
def _alternatives(word: str) -> Strings:
    return lists().alternatives_to(folded(word))


def published_words(text: str) -> list[str]:
    """The words of a text as the published algorithm parts them.

    It parts hyphenated words, but for those that begin with a hyphenated stem or with a hyphen. The first
    word so looked at is taken out of the very list that is gone through, so the one after it is passed
    over; and as words are found again by their spelling, it is the last of that spelling that stays whole.
    """
    words = _NOT_ASCII.sub(" ", text).translate(_BETWEEN).lower().split(" ")
    words = [word for word in words if word]
    whole = ("-", *lists().hyphenated)
    parted = [not word.startswith(whole) for word in words]
    passed_over = parted.index(True) + 1 if True in parted else len(words)
    if passed_over < len(words):
        parted[-1 - words[::-1].index(words[passed_over])] = False
    return [part for word, part_it in zip(words, parted, strict=True) for part in _parts(word, part_it)]


def _parts(word: str, part_it: bool) -> list[str]:
    return word.split("-") if part_it else [word]


def _verdict(found: Iterable[tuple[Coding, str]]) -> Verdict:
    pairs = tuple(found)
    masculine = tuple(word for coding, word in pairs if coding == "masculine")
    return Verdict(masculine, tuple(word for coding, word in pairs if coding == "feminine"))


def _is_noun(stem: str, text: str, here_and_next: Matches) -> bool:
    """Whether a word such as ``individual`` names someone: nothing follows that it could describe."""
    word = folded(here_and_next[0][0])
    if word != stem or len(here_and_next) == 1:
        return word in (stem, f"{stem}s")
    here, following = here_and_next
    between = text[here.end() : following.start()].strip(HYPHENS)
    stands_apart = between.strip() or "\n\n" in between
    return bool(stands_apart) or folded(following[0]) in _AFTER_A_NOUN
