"""Acronyms that a text explains itself: Security Working Group (SWG)."""

import re
from collections.abc import Iterable, Iterator

_EXPLAINED = re.compile(r"\(([A-Z][A-Za-z&]{1,7}?(?: [A-Z]{2,7})?)s?\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(("and", "of", "for", "the", "in", "on", "to"))
_REACH = 12  # words before the bracket


def acronyms_in(text: str) -> dict[str, str]:
    """Each acronym in brackets with the words before it that its letters stand for."""
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        before = list(_WORD.finditer(text, max(0, match.start() - 20 * _REACH), match.start()))[-_REACH:]
        if start := _start(match[1], before):
            found[match[1]] = text[start.start() : match.start()].strip()
    return found


def _start(acronym: str, before: list[re.Match[str]]) -> re.Match[str] | None:
    """The word that the first letter stands for; small words may have a letter or not."""
    letters = [letter.lower() for letter in acronym if letter.isupper()]
    for word in reversed(before):
        if not letters:
            return None
        initial = word[0][0].lower()
        if initial == letters[-1]:
            letters.pop()
            if not letters:
                return word
        elif word[0].lower() not in _SMALL:
            return None
    return None


def written_out(acronyms: Iterable[str], text: str) -> dict[str, str]:
    """Those of the acronyms for whose letters words of the text stand, one beside the other."""
    found: dict[str, str] = {}
    for acronym in acronyms:
        for start, end in _standing_for(acronym.lower(), text):
            found[acronym] = text[start:end]
    return found


def _standing_for(letters: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words begin with the letters in turn; small words between them may have none."""
    all_words = list(_WORD.finditer(text))
    for place, first in enumerate(all_words):
        left = letters
        for word in all_words[place : place + _REACH]:
            if left and word[0][0].lower() == left[0]:
                left = left[1:]
            elif word[0].lower() not in _SMALL:
                break
            if not left:
                yield first.start(), word.end()
                break
