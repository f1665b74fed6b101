"""The words of a text with their places, contractions written out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FORMS = Path(__file__).with_name("vocabulary") / "forms.yaml"

_QUOTES = {"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"'}
_FOLD = str.maketrans(_QUOTES | dict.fromkeys("‐‑‒–—", "-"))
# A decimal or a grouped number is one word, as is R&D and e.g.; a hyphen or slash parts words.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*[a-z]*|[^\W\d_]+\d+|[A-Za-z]&[A-Za-z]\b|[A-Z]{1,3}&[A-Z]{1,3}\b|\b[A-Za-z]\.[A-Za-z]\b\.?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*'?|[^\w\s]|_"
)
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "d": "would", "m": "am"}
_IS_AFTER = frozenset(("it", "that", "here", "there", "who", "what", "he", "she", "where", "how"))
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not")}
_WHOLE["let's"] = ("let", "us")


class Word(NamedTuple):
    """``low`` is the word in small letters; ``start`` and ``end`` are code points of the text it stands in.

    An owner has a possessive ending, which is left out.
    """

    text: str
    low: str
    start: int
    end: int
    owner: bool = False

    @property
    def is_word(self) -> bool:
        return self.low[0].isalnum()


@lru_cache(maxsize=1)
def forms() -> dict[str, Any]:
    """The file of forms, every scalar as the text that is written."""
    found: dict[str, Any] = yaml.load(FORMS.read_text(encoding="utf-8"), Loader=_Loader)
    return found


def compounds() -> dict[str, str]:
    """Words written as one that are read as two: cybersecurity."""
    found: dict[str, str] = forms()["compounds"]
    return found


def folded(text: str) -> str:
    """Straight quotes and plain hyphens, character for character, so that places stay the same."""
    return text.translate(_FOLD)


def words(text: str) -> list[Word]:
    """Words and marks in reading order. The parts of a contraction share its place; a possessive 's is left out."""
    found: list[Word] = []
    joined = compounds()
    for match in _WORD.finditer(folded(text)):
        whole = match[0]
        if whole.isalpha() and (low := whole.lower()) not in joined and low != "cannot":
            found.append(Word(whole, low, match.start(), match.end()))
        elif len(whole) == 1:
            found.append(Word(whole, whole, match.start(), match.end()))
        else:
            found += _parts(match)
    return found


def _parts(match: re.Match[str]) -> Iterator[Word]:
    text, (start, end) = match[0], match.span()
    low = text.lower()
    if low in compounds():
        yield from (Word(part, part, start, end) for part in compounds()[low].split())
        return
    if text.endswith(".") and len(text) > 1:
        low = low.rstrip(".")
    if low in _WHOLE:
        yield from (Word(part, part, start, end) for part in _WHOLE[low])
        return
    stem, apostrophe, ending = low.rpartition("'")
    if not apostrophe or not stem:
        yield Word(text, low, start, end)
        return
    if ending == "t" and stem.endswith("n") and len(stem) > 1:
        yield Word(text[: len(stem) - 1], stem[:-1], start, end)
        yield Word("not", "not", start, end)
        return
    yield Word(text[: len(stem)], stem, start, end, ending in ("s", ""))
    if ending in _ENDINGS:
        yield Word(_ENDINGS[ending], _ENDINGS[ending], start, end)
    elif ending == "s" and stem in _IS_AFTER:
        yield Word("is", "is", start, end)
