"""How long a document is: its words exactly, its pages as far as can be told without Word."""

from collections.abc import Iterable
from math import ceil

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
    plain,
)
from jd_builder.text import english

# Of the shipped house style, in points; tried against the pages that LibreOffice makes of the examples.
_PAGE, _LINE, _CHARACTERS = 735, 16.0, 86
_ABOVE = 14  # a heading, which has no space above it at the head of a page
_FACT_SHARES = (0.28, 0.72)


def words(document: Document) -> int:
    return sum(len(plain(text).split()) for _, text in document.texts())


def pages(document: Document) -> int:
    """An estimate, at least 1: what is exact depends on fonts that only Word knows."""
    height = 0.0
    for before, block in zip((None, *document.blocks), document.blocks, strict=False):
        at_the_top = isinstance(before, PageBreak) and isinstance(block, Heading)
        height += _height(block) - (_ABOVE if at_the_top else 0)
        if isinstance(block, PageBreak):
            height = ceil(height / _PAGE) * _PAGE
    return max(1, ceil(height / _PAGE))


def said(document: Document) -> str:
    """``412 words, about 1 page``."""
    return f"{words(document):,} words, about {english.count(pages(document), 'page')}"


def _height(block: Block) -> float:
    match block:
        case Title():
            return 18 + 35 * _lines(block.text, 34)
        case Heading():
            return 36 if block.level == 1 else 28
        case Paragraph():
            return 7 + _LINE * _lines(block.text)
        case Bullets():
            return sum(4 + _LINE * _lines(item, 77) for item in block.items)
        case Facts():
            return sum(_row(row, _FACT_SHARES) for row in block.rows)
        case Table():
            shares = block.widths or (1 / len(block.header),) * len(block.header)
            return sum(_row(row, shares) for row in (block.header, *block.rows))
        case PageBreak():
            return 0


def _row(cells: Iterable[Text], shares: Iterable[float]) -> float:
    return 8 + 15.8 * max(_lines(cell, _CHARACTERS * share - 3) for cell, share in zip(cells, shares, strict=False))


def _lines(text: Text, characters: float = _CHARACTERS) -> int:
    return sum(ceil(max(1, len(part)) / max(1, characters)) for part in plain(text).split("\n"))
