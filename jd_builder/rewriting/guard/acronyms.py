"""Acronyms and the words that their letters stand for: Security Working Group (SWG), CIISec, DDaT."""

import re
from collections.abc import Iterable, Iterator

_SHORT = r"[A-Z][A-Za-z&]{1,7}?(?: [A-Z]{2,7})?"
_EXPLAINED = re.compile(rf"\(({_SHORT})s?\)")
_EXPLAINS = re.compile(rf"\b({_SHORT})s?\s?\(([A-Za-z][^()]{{4,100}})\)")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z&]{0,6}[A-Z](?:[a-z]{2})?(?=s?\b)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(("and", "of", "for", "the", "in", "on", "to", "with", "s"))
_REACH = 12  # words before the bracket


def acronyms_in(text: str) -> dict[str, str]:
    """Each acronym with the words that its letters stand for: it is in brackets after them, or they are after it."""
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    for match in _EXPLAINED.finditer(text):
        before = list(_WORD.finditer(text, max(0, match.start() - 20 * _REACH), match.start()))[-_REACH:]
        for place in range(len(before) - 1, -1, -1):
            if _fits(match[1], [word[0] for word in before[place:]]):
                found[match[1]] = text[before[place].start() : match.start()].strip()
                break
    for match in _EXPLAINS.finditer(text):
        if _fits(match[1], _WORD.findall(match[2])):
            found[match[1]] = match[2].strip()
    return found


def capitals_in(text: str) -> set[str]:
    """What looks like an acronym."""
    return set(_ACRONYM.findall(text))


def written_out(acronyms: Iterable[str], text: str) -> dict[str, str]:
    """Those of the acronyms for whose letters words of the text stand, one beside the other."""
    found: dict[str, str] = {}
    all_words: list[re.Match[str]] = []
    for acronym in acronyms:
        all_words = all_words or list(_WORD.finditer(text))
        for start, end in _standing_for(acronym, all_words):
            found[acronym] = text[start:end]
    return found


def _standing_for(acronym: str, all_words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where words begin with the letters in turn; small words between them may have none."""
    for place, first in enumerate(all_words):
        if first[0][0].lower() != acronym[0].lower():
            continue
        for last in range(place + 1, min(place + _REACH, len(all_words))):
            if _fits(acronym, [word[0] for word in all_words[place : last + 1]]):
                yield first.start(), all_words[last].end()
                break


def _fits(acronym: str, words: list[str]) -> bool:
    """Whether the words begin with its letters: a small letter may go on with a word (Sec) or be a small one (DDaT)."""
    letters = [letter for letter in acronym if letter.isalpha()]
    lows = [word.lower() for word in words]
    return len(words) > 1 and lows[0] not in _SMALL and lows[-1] not in _SMALL and _fit(letters, lows, 0)


def _fit(letters: list[str], words: list[str], inside: int) -> bool:
    """``inside`` is how many letters of the word before are already said."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    goes_on = letters and word[inside : inside + 1] == letters[0].lower() and (inside == 0 or letters[0].islower())
    if goes_on and (_fit(letters[1:], rest, 0) or _fit(letters[1:], words, inside + 1)):
        return True
    return inside == 0 and word in _SMALL and _fit(letters, rest, 0)
