"""How long the sentences of a text are, as a reader meets them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jd_builder.text.sentences import sentences

_CLAUSE = re.compile(r"[^;]+(?:;(?!\s)[^;]*)*;?")
_HAS_WORD = re.compile(r"\w")


@lru_cache(maxsize=8192)
def lengths(text: str) -> tuple[tuple[int, int, int], ...]:
    """Code points from and to, and how many words. A semicolon lets a reader rest as a full stop does."""
    return tuple((start, end, _words(text[start:end])) for start, end in _clauses(text))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    for sentence in sentences(text):
        for match in _CLAUSE.finditer(sentence.text):
            bare = match[0].strip()
            start = sentence.start + match.start() + match[0].index(bare)
            yield start, start + len(bare)


def _words(clause: str) -> int:
    """An address or a range of figures is one word."""
    return sum(1 for word in clause.split() if _HAS_WORD.search(word))
