"""How wide the columns of a table of a Word file are, so that no word of theirs is broken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from jd_builder.domain.document import Facts, Table, Text, plain
from jd_builder.export.house_styles.measures import Measure

_FACT_SHARES = (0.28, 0.72)
_SMALLEST = 9  # points, below which a table is not printed smaller but one column below the other
_LONGEST = 24  # letters of a word that is made room for: addresses break where they must
_BREAKS = re.compile(r"[ \t\n\-\u2010\u2013\u2014\u3000-\uffff]+")
_CAPITAL, _OTHER = 0.72, 0.78
_LETTERS = {
    letter: width
    for letters, width in (
        ("ijl'|.,:;", 0.28), ("ftrI()[]! ", 0.34), ("cksvxyzJ", 0.51), ("abdeghnopquL0123456789", 0.56), ("FTZ", 0.62),
        ("ABEKPSVXY", 0.67), ("GOQ", 0.78), ("mM", 0.84), ("W", 0.95), ("@", 1.02), ("wCDHNRU", 0.72),
    )
    for letter in letters
}  # fmt: skip


@dataclass(frozen=True)
class Columns:
    """In twentieths of a point, together the width of the text; ``size`` is the text's in points where it is smaller.

    ``stacked`` says that there is no room beside each other even so: each row is one cell, its texts one below the
    other.
    """

    widths: tuple[int, ...]
    size: float = 0
    stacked: bool = False


def columns(block: Facts | Table, width: int, measure: Measure) -> Columns:
    """As the layout shares them out, where that does. Else each is as wide as its longest word, and the widest give."""
    shares = _shares(block)
    room = tuple(share * width / sum(shares) for share in shares)
    words, sides = _words(block, measure), (measure.sides + 1) * 20
    if all(word + sides <= each for word, each in zip(words, room, strict=True)):
        return Columns(_rounded(room))
    scale = (width - len(room) * sides) / (sum(words) or 1)
    if scale >= 1:
        return Columns(_rounded(_given([word + sides for word in words], room)))
    size = int(2 * scale * measure.size) / 2
    if size < _SMALLEST and block.rows:
        return Columns((width,), stacked=True)
    return Columns(_rounded(tuple(word * scale + sides for word in words)), size)


def _shares(block: Facts | Table) -> tuple[float, ...]:
    if isinstance(block, Facts):
        return _FACT_SHARES
    fits = len(block.widths) == len(block.header) and min(block.widths) > 0
    return block.widths if fits else (1.0,) * len(block.header)


def _words(block: Facts | Table, measure: Measure) -> list[float]:
    """The longest word of each column in twentieths of a point."""
    if isinstance(block, Facts):
        labels, values = zip(*block.rows, strict=True)
        return [20 * measure.head * _longest(labels), 20 * measure.em * _longest(values)]
    cells = list(zip(*block.rows, strict=True)) or [()] * len(block.header)
    return [
        20 * max(measure.head * _longest((head,)), measure.em * _longest(below))
        for head, below in zip(block.header, cells, strict=True)
    ]


def _longest(cells: Sequence[Text]) -> float:
    return max((_word(word) for cell in cells for word in _BREAKS.split(plain(cell))), default=0)


@lru_cache(maxsize=2000)
def _word(word: str) -> float:
    """In sizes of the letters."""
    return sum(_LETTERS.get(letter) or (_CAPITAL if letter.isupper() else _OTHER) for letter in word[:_LONGEST])


def _given(needs: Sequence[float], room: Sequence[float]) -> tuple[float, ...]:
    """What each column needs, and of what is over as much as it has now beyond that."""
    spare = [max(each - need, 0) for need, each in zip(needs, room, strict=True)]
    over = sum(room) - sum(needs)
    return tuple(need + over * each / (sum(spare) or 1) for need, each in zip(needs, spare, strict=True))


def _rounded(widths: Sequence[float]) -> tuple[int, ...]:
    """Widths that add up exactly, or Word draws the last rule short."""
    edges = [round(sum(widths[:n])) for n in range(len(widths) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
