"""One key for all forms of a word: managed, managing and management; led and leads; organize and organise."""

from functools import lru_cache

import snowballstemmer

from jd_builder.rewriting.guard.words import FORMS
from jd_builder.text.located import read_yaml

_LONGEST = 40  # letters; a longer run is no English word, and is compared as it stands


@lru_cache(maxsize=16384)
def stem(low: str) -> str:
    """The key of a word in small letters: of an irregular form that of its base, else Snowball's stem.

    The Snowball English stemmer joins some words that mean different things (``government`` and
    ``governance``); the file of forms keeps those apart.
    """
    irregular, apart = _forms()
    base = irregular.get(low, low)
    if len(base) > _LONGEST:
        return base
    if base in apart:
        return apart[base]
    british = _british(base)
    # A stemmer keeps the word it works on inside itself, so threads must not share one.
    found: str = snowballstemmer.stemmer("english").stemWord(british)
    return found


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    data = read_yaml(FORMS.read_text(encoding="utf-8"), FORMS.name).data
    irregular = {form: base for base, forms in data["irregular"].items() for form in forms.split()}
    apart = {form: f"{group.split()[0]}*" for group in data["apart"] for form in group.split()}
    return irregular, apart


def _british(word: str) -> str:
    """As British spelling has it: the American endings -ize, -or, -er and -og of the words in the file."""
    return american().get(word) or with_s(word)


def with_s(word: str) -> str:
    for ending in ("iz", "yz"):
        place = word.rfind(ending + "e")
        if place < 0:
            place = max(word.rfind(ending + "a"), word.rfind(ending + "i"))
        if place > 1 and len(word) > 6:
            return word[: place + 1] + "s" + word[place + 2 :]
    return word


@lru_cache(maxsize=1)
def american() -> dict[str, str]:
    """American spellings, each with the British one."""
    data = read_yaml(FORMS.read_text(encoding="utf-8"), FORMS.name).data
    found: dict[str, str] = data["american"]
    return found
