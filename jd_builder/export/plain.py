"""A document as plain text for the boxes of a site: nothing that such a box counts or chokes on without showing it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from jd_builder.domain.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
    plain,
)
from jd_builder.export.blocks import shows
from jd_builder.export.characters import clean

_JOINERS = "\u200c\u200d"  # Persian, and joined emoji, fall apart without them
_LINES = re.compile("[\u2028\u2029\x0b\x0c\x85]")
_EMPTY_LINES = re.compile(r"\n{3,}")


def text_of(blocks: Iterable[Block]) -> str:
    """The blocks one under the other, an empty line between them; a heading keeps to what follows it."""
    parts: list[str] = []
    for block in filter(shows, blocks):
        parts.append("\n".join(_lines(block)) + ("\n" if isinstance(block, Heading) else "\n\n"))
    return without_blanks("".join(parts))


def without_blanks(text: str) -> str:
    """The text without blank characters at the ends of its lines, unseen ones anywhere, or gaps of many lines."""
    lines = _LINES.sub("\n", clean(text)).split("\n")
    return _EMPTY_LINES.sub("\n\n", "\n".join("".join(map(_seen, line)).strip() for line in lines)).strip()


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return "" if category in ("Cc", "Cf") and character not in _JOINERS else character


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title() | Heading() | Paragraph():
            yield plain(block.text)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield f"{number}. {plain(item)}" if block.numbered else f"- {plain(item)}"
        case Facts():
            yield from (f"{plain(label)}: {plain(value)}" for label, value in block.rows)
        case Table():
            yield from (_row(block.header, row) for row in block.rows)
        case PageBreak():
            return


def _row(header: Sequence[Text], row: Sequence[Text]) -> str:
    """``Criterion: You have led a team; Need: Essential``; of two columns the first is the name of the second."""
    if len(row) == 2:
        return ": ".join(filter(None, map(plain, row)))
    cells = ((plain(name), plain(cell)) for name, cell in zip(header, row, strict=False))
    return "; ".join(f"{name}: {cell}" if name.strip() else cell for name, cell in cells if cell.strip())
