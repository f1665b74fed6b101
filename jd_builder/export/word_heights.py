"""How much of a page is left under some blocks of a Word file, so that room to write in can fill it.

Word and LibreOffice lay pages out by themselves, so this is reckoned from the styles, a little on the safe side.
"""

from collections.abc import Sequence
from itertools import pairwise
from textwrap import wrap

from jd_builder.domain.document import Block, Bullets, Facts, Heading, PageBreak, Paragraph, Table, Text, Title, plain
from jd_builder.export.house_styles.measures import Measure
from jd_builder.export.word_columns import columns
from jd_builder.export.word_text import Target

_SAFE = 20  # points that stay free at the foot of a page
_RULE, _INDENT, _SIDES = 0.5, 22, 12  # points: under a row, before a list item, beside the text of a cell
_BETWEEN_TABLES = 10


def left(page: Sequence[Block], table: Table, target: Target) -> float:
    """The points for the last row of a table that stands under these blocks, on a page that begins with them."""
    if not target.height or columns(table, target.width, target.measures["table"]).stacked:
        return 0
    above = [*page, Table(header=table.header, rows=table.rows[:-1], widths=table.widths)]
    used = sum(height(block, target) for block in above) + sum(space(*pair, target) for pair in pairwise(above))
    return target.height - used - _SAFE


def space(block: Block, following: Block, target: Target) -> float:
    """Between two blocks: of the one's space after and the other's before the larger."""
    if isinstance(block, Facts | Table) and isinstance(following, Facts | Table):
        return _BETWEEN_TABLES
    return max(_measure(block, target).after, _measure(following, target).before)


def height(block: Block, target: Target) -> float:
    measure, width = _measure(block, target), target.width / 20
    match block:
        case Title() | Heading() | Paragraph():
            return _lines(block.text, width, measure) * measure.line
        case Bullets():
            lines = sum(_lines(item, width - _INDENT, measure) for item in block.items)
            between = max(measure.before, measure.after)
            return lines * measure.line + (len(block.items) - 1) * between
        case Facts():
            return _rows(block, block.rows, measure, target)
        case Table():
            return _rows(block, (block.header, *block.rows), measure, target)
        case PageBreak():
            return 0


def _rows(block: Facts | Table, rows: Sequence[Sequence[Text]], measure: Measure, target: Target) -> float:
    widths = [width / 20 - _SIDES for width in columns(block, target.width, measure).widths]
    lines = sum(max(_lines(cell, room, measure) for cell, room in zip(row, widths, strict=True)) for row in rows)
    return lines * measure.line + len(rows) * (measure.padding + _RULE + measure.before + measure.after)


def _lines(text: Text, width: float, measure: Measure) -> int:
    """As words wrap; what is empty is a line as well."""
    letters = max(int(width / measure.letter), 1)
    return sum(max(len(wrap(line, letters)), 1) for line in plain(text).split("\n"))


def _measure(block: Block, target: Target) -> Measure:
    match block:
        case Heading():
            return target.measures[f"heading{block.level}"]
        case Paragraph():
            return target.measures[block.style]
        case Bullets():
            return target.measures["number" if block.numbered else "bullet"]
        case Facts():
            return target.measures["facts"]
        case Table():
            return target.measures["table"]
        case _:
            return target.measures["title"]
