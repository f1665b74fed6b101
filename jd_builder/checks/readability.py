"""How hard a text is to read: its long sentences, the hardest ones, and a school grade.

The grade is information and never a target: the framework's own bullets come to about 14, so a person's
own prose is shown beside the wording that is not theirs to change.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jd_builder.checks.syllables import syllables
from jd_builder.text.sentences import sentences

LONGEST = 25
"""Words. GOV.UK asks writers to keep a sentence to about so many."""

_HARDEST, _SHORTEST = 3, 8
_ADDRESS = re.compile(r"://|@|www\.", re.IGNORECASE)
_PIECE = re.compile(r"[^\W\d_]+|\d")


@dataclass(frozen=True)
class Measured:
    """A sentence with its size; ``start`` and ``end`` are code points of the text that it was read from."""

    text: str
    start: int
    end: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        return grade(self.words, 1, self.syllables)


@dataclass(frozen=True)
class Reading:
    """The sentences of one text, those without a word left out."""

    sentences: tuple[Measured, ...]

    @property
    def words(self) -> int:
        return sum(each.words for each in self.sentences)

    @cached_property
    def long(self) -> tuple[Measured, ...]:
        """The sentences of more than 25 words, in order."""
        return tuple(each for each in self.sentences if each.words > LONGEST)


@dataclass(frozen=True)
class Grades:
    """The grade of a person's own prose, and of the wording that is fixed; None where there is no such text."""

    own: float | None
    fixed: float | None


def read(text: str) -> Reading:
    """One text as sentences with their sizes, in one pass."""
    measured = (Measured(*each, *_size(each.text)) for each in sentences(text))
    return Reading(tuple(each for each in measured if each.words))


def grade(words: int, sentences: int, syllables: int) -> float:
    """The Flesch-Kincaid grade level, in years of American schooling; at least one word and one sentence.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59, from Kincaid, Fishburne, Rogers and
    Chissom, Research Branch Report 8-75, Naval Technical Training Command, 1975.
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def grade_of(readings: Iterable[Reading]) -> float | None:
    """The grade of several texts read as one; None where they hold no word."""
    every = [each for reading in readings for each in reading.sentences]
    if not every:
        return None
    return grade(sum(each.words for each in every), len(every), sum(each.syllables for each in every))


def hardest(readings: Iterable[Reading]) -> tuple[tuple[int, Measured], ...]:
    """The three sentences of the highest grade, the hardest first, each with the number of its text, from 0.

    Headings and short items are left out: a grade says nothing of fewer than eight words.
    """
    found = ((n, each) for n, reading in enumerate(readings) for each in reading.sentences if each.words >= _SHORTEST)
    return tuple(sorted(found, key=lambda each: -each[1].grade)[:_HARDEST])


def grades(own: Iterable[str], fixed: Iterable[str]) -> Grades:
    """The grades of the user's own texts and of the fixed ones, to be shown side by side."""
    return Grades(grade_of(map(read, own)), grade_of(map(read, fixed)))


def _size(text: str) -> tuple[int, int]:
    """Words, as word processors count them, and syllables. A dash by itself is no word."""
    said = [count for word in text.split() if (count := _said(word))]
    return len(said), sum(said)


@lru_cache(maxsize=8192)
def _said(word: str) -> int:
    """The syllables of one word of a text. An address counts as one, a figure as one for each digit."""
    if _ADDRESS.search(word):
        return 1
    return sum(_letters(piece) for piece in _PIECE.findall(_without_possessive(word)))


def _without_possessive(word: str) -> str:
    return re.sub(r"(?<=\w)['’]s?(?=\W*$)|['’](?=\w)", "", word)


def _letters(piece: str) -> int:
    """Capitals without a vowel are said letter by letter, as in NHS; others are read as a word."""
    if len(piece) > 1 and piece.isupper() and not set(piece) & set("AEIOUY"):
        return len(piece) + 2 * piece.count("W")
    return syllables(piece)
