"""What changed between two texts, word by word, as a person reads it."""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|[\w'’-]+|[^\w\s]")


class Piece(NamedTuple):
    """A stretch of words that both texts have, or that only the one before or the one after has."""

    kind: Literal["same", "removed", "added"]
    text: str


def by_words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order: what is not added makes up ``before``, what is not removed ``after``."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[start:end])))
            continue
        if start < end:
            pieces.append(Piece("removed", "".join(old[start:end])))
        if first < last:
            pieces.append(Piece("added", "".join(new[first:last])))
    return tuple(pieces)
