"""What changed between two texts, word by word, as a person reads it."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

_WORDS = re.compile(r"\s+|[£$€]?\d+(?:[.,:]\d+)*%?|[\w'’-]+|[^\w\s]")  # a figure is one word
_ALIKE = 0.4  # the share of its words that a text must keep to be told word by word; else it is another text
_Change = tuple[int, int, int, int]


class Piece(NamedTuple):
    """A stretch of words that both texts have, or that only the one before or the one after has."""

    kind: Literal["same", "removed", "added"]
    text: str


@lru_cache(maxsize=1024)
def by_words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order: what is not added makes up ``before``, what is not removed ``after``.

    Changed words with nothing but a space between them are told together.
    """
    if before == after:
        return (Piece("same", before),) if before else ()
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    done = 0
    for start, end, first, last in _changes(old, new):
        same, removed, added = old[done:start], old[start:end], new[first:last]
        stretches = (Piece("same", "".join(same)), Piece("removed", "".join(removed)), Piece("added", "".join(added)))
        pieces += [each for each in stretches if each.text]
        done = end
    return (*pieces, Piece("same", "".join(old[done:]))) if old[done:] else tuple(pieces)


def _changes(old: list[str], new: list[str]) -> Iterator[_Change]:
    """The places in both texts that differ."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = [block for block in blocks if not "".join(old[block.a : block.a + block.size]).isspace()]
    words = max(sum(not each.isspace() for each in text) for text in (old, new))
    same = sum(not each.isspace() for block in kept for each in old[block.a : block.a + block.size])
    if same < _ALIKE * words:
        yield 0, len(old), 0, len(new)
        return
    start = first = 0
    for block in kept:
        if start < block.a or first < block.b:
            yield start, block.a, first, block.b
        start, first = block.a + block.size, block.b + block.size


def shifted(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """The fewest of a row that have to move for the one order to become the other."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {each for block in blocks for each in before[block.a : block.a + block.size]}
    return tuple(each for each in after if each not in stayed)
