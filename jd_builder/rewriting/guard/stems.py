"""One key for all forms of a word: managed, managing and management; led and leads; organize and organise."""

import re
from functools import lru_cache

import snowballstemmer

from jd_builder.rewriting.guard.words import forms

_ENDING_IN_Z = re.compile(r"(?<=..)(?:iz|yz)(?=(?:e[sdr]?|ers|ing|ation|ations|ational|ationally|able)\Z)")
# Accuracy and accurate, efficiency and efficient: Snowball keeps them apart.
_NOUNS_OF_QUALITIES = (("acy", "ate"), ("ency", "ent"), ("ancy", "ant"))
_SHORTEST = 6  # letters; size and prize are no such words
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
    british = british_for(base) or base
    for noun, adjective in _NOUNS_OF_QUALITIES:
        if british.endswith(noun) and len(british) > _SHORTEST + 1:
            british = british[: -len(noun)] + adjective
            break
    # A stemmer keeps the word it works on inside itself, so threads must not share one.
    found: str = snowballstemmer.stemmer("english").stemWord(british)
    return found


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, str], dict[str, str]]:
    data = forms()
    irregular = {form: base for base, forms in data["irregular"].items() for form in forms.split()}
    apart = {form: f"{group.split()[0]}*" for group in data["apart"] for form in group.split()}
    return irregular, apart


def is_past(low: str) -> bool:
    """Whether a word has the form of a past participle, regular or not."""
    return low.endswith("ed") or low in _forms()[0]


@lru_cache(maxsize=16384)
def british_for(low: str) -> str:
    """The British spelling of an American word, empty for any other word."""
    british = american().get(low) or _with_s(low)
    return british if british != low else ""


def _with_s(word: str) -> str:
    """With -ise for -ize, -isation for -ization and -yse for -yze."""
    found = _ENDING_IN_Z.search(word)
    return f"{word[: found.start() + 1]}s{word[found.start() + 2 :]}" if found and len(word) > _SHORTEST else word


@lru_cache(maxsize=1)
def american() -> dict[str, str]:
    """American spellings, each with the British one."""
    found: dict[str, str] = forms()["american"]
    return found
