"""The lists behind the gender-coded words: stems, what the role needs, names, and what could stand instead."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from pydantic import ValidationError

from jd_builder.domain.answers import problems_of
from jd_builder.domain.base import Model
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.located import read_yaml

Coding = Literal["masculine", "feminine"]
Strings = tuple[str, ...]
Matches = Sequence[re.Match[str]]

FILE = Path(__file__).with_name("gender-coded.yaml")
HYPHENS = "-\u2010\u2011"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphens and marks without a width may stand inside words
_PLAIN = str.maketrans({**dict.fromkeys(_UNSEEN), **dict.fromkeys(HYPHENS, "-")})
_WORD = rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*"
_STARRED_WORD = re.compile(rf"{_WORD}\*?")
_HEAD = 3  # letters, as many as the shortest stem has


class _Source(Model):
    masculine: Strings
    feminine: Strings
    hyphenated: Strings
    exceptions: Strings


class _File(Model):
    source: _Source
    role_words: Strings
    not_coded: Strings
    describing: Strings
    alternatives: dict[str, Strings]


class Beginnings:
    """Finds which of many beginnings a word has, by its first letters: the work does not grow with their number."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self._by_head: dict[str, Strings] = {}
        for each in sorted(beginnings, key=len):
            self._by_head[each[:_HEAD]] = (each, *self._by_head.get(each[:_HEAD], ()))

    def of(self, word: str) -> Strings:
        """Those of a word in lower case, the longest first."""
        return tuple(each for each in self._by_head.get(word[:_HEAD], ()) if word.startswith(each))


@dataclass(frozen=True)
class Mask:
    """A name or set phrase that has a coded word as its word number ``at``, counted from 0."""

    words: Strings
    at: int

    def covers(self, matches: Matches, n: int) -> bool:
        """Whether word ``n`` of a text stands in this phrase."""
        first = n - self.at
        found = matches[first : first + len(self.words)] if first >= 0 else ()
        return len(found) == len(self.words) and all(map(_is_written, self.words, found))


Masks = Mapping[str, Sequence[Mask]]


class Lists:
    """``stems`` are those of both lists, ``coding`` tells which list; ``pattern`` finds the words to look up."""

    def __init__(self, file: _File) -> None:
        source = file.source
        self.coding: Mapping[str, Coding] = {
            **dict.fromkeys(source.masculine, "masculine"),
            **dict.fromkeys(source.feminine, "feminine"),
        }
        self.stems = Beginnings(self.coding)
        self.hyphenated = source.hyphenated
        self.exceptions = source.exceptions
        self.needed: Set[str] = frozenset(file.role_words)
        self.describing: Set[str] = frozenset(file.describing)
        self.alternatives: Mapping[str, Strings] = file.alternatives
        self.pattern = _pattern(stem for stem in self.coding if "-" in stem)
        self.masks = self.masks_of(file.not_coded)
        self._alternatives = Beginnings(file.alternatives)

    def alternatives_to(self, word: str) -> Strings:
        best = self._alternatives.of(word)
        return self.alternatives[best[0]] if best else ()

    def masks_of(self, phrases: Iterable[str]) -> Masks:
        """The phrases by the stem of each coded word in them; one without a coded word masks nothing."""
        masks: dict[str, list[Mask]] = {}
        for phrase in phrases:
            words = tuple(_STARRED_WORD.findall(phrase))
            for at, word in enumerate(words):
                for stem in self.stems.of(folded(word))[:1]:
                    masks.setdefault(stem, []).append(Mask(words, at))
        return masks


@cache
def lists(path: Path = FILE) -> Lists:
    """The data file, read once; anything wrong with it is a DataFileError with its lines."""
    located = read_yaml(path.read_text(encoding="utf-8"), path.name)
    try:
        return Lists(_File.model_validate(located.data))
    except ValidationError as error:
        found = zip(error.errors(include_url=False), problems_of(error, _File), strict=True)
        problems = tuple(Problem(each.place, each.message, located.line(detail["loc"])) for detail, each in found)
        raise DataFileError(path.name, problems) from error


def folded(word: str) -> str:
    """A word as it is compared: lower case, without ligatures and signs that are not seen."""
    return (word if word.isascii() else normalize("NFKC", word).translate(_PLAIN)).lower()


def _pattern(hyphenated: Iterable[str]) -> re.Pattern[str]:
    """Finds words; a hyphen is inside a word only where the word is coded as a whole."""
    halves = (stem.partition("-") for stem in hyphenated)
    whole = "|".join(rf"(?<=\b{first}[{HYPHENS}]){second}" for first, _, second in halves)
    return re.compile(rf"{_WORD}(?:[{HYPHENS}](?i:{whole})[^\W_]*)?")


def _is_written(wanted: str, found: re.Match[str]) -> bool:
    """Whether a word of a text is the one wanted; one wanted with a capital has to have it."""
    if wanted[0].isupper() and not found[0][0].isupper():
        return False
    plain = folded(wanted)
    return folded(found[0]).startswith(plain[:-1]) if plain.endswith("*") else folded(found[0]) == plain
