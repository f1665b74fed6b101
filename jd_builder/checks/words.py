"""A text as rules read it: folded, in words, each of which knows its place in the text as it is.

Capitals, curly quotes, soft hyphens, ligatures, accents and line breaks make no difference to a rule.
"""

import re
import unicodedata
from functools import cached_property

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.,:;!?]")
_END_OF_SENTENCE = re.compile(r"[.;!?]\s")
# One character for another, so that places stay: what nearly every text has beyond ASCII.
_ALIKE = str.maketrans("‘’“”–—‐‑\u00a0£€•…", "''\"\"---- ##*.")


class Words:
    """The words of one text. A word is a run of letters and digits; ``span`` points into the text as it is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._places = _folded(text)
        self.words = _WORD.findall(self._folded)

    @cached_property
    def _ends(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self._folded)]

    def span(self, first: int, after: int) -> tuple[int, int]:
        """The code points from one word to before another, in the text as it is."""
        start, end = self._ends[first][0], self._ends[after - 1][1]
        return (self._places[start], self._places[end - 1] + 1) if self._places else (start, end)

    def run_on(self, first: int, after: int) -> bool:
        """Whether these words make one phrase: no stop between any two, unless as in 27001:2013."""
        return all(len(gap) == 1 or not _STOP.search(gap) for gap in map(self._gap, range(first, after - 1)))

    def in_one_sentence(self, first: int, after: int) -> bool:
        return not any(_END_OF_SENTENCE.search(self._gap(number)) for number in range(first, after - 1))

    def _gap(self, number: int) -> str:
        return self._folded[self._ends[number][1] : self._ends[number + 1][0]]


def phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase as rules compare them: ``master's degree`` is three."""
    return tuple(Words(text).words)


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text to compare, and where each of its characters stands in the text; None where nothing moved."""
    alike = text.translate(_ALIKE)
    if alike.isascii():
        return alike.lower(), None
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(alike):
        plain = character.lower() if character.isascii() else _plain(character)
        folded.append(plain)
        places += [place] * len(plain)
    return "".join(folded), places


def _plain(character: str) -> str:
    """A character without its accents; nothing for a soft hyphen and other signs without a width."""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf")).casefold()
