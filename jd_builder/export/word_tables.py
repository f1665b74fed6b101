"""Tables of a Word file as XML. Their look is in the table styles; this says what they hold and how wide it is."""

from collections.abc import Iterable
from itertools import pairwise

from jd_builder.domain.document import Facts, Table, Text
from jd_builder.export.word_text import KEEP_NEXT, Target, paragraph

_FACT_SHARES = (0.28, 0.72)
_WHOLE = "<w:cantSplit/>"
_HIGH = '<w:trHeight w:val="{}" w:hRule="atLeast"/>'
_SMALL = 6
_TALL = 20  # lines; rows of half a page and more leave holes, and LibreOffice cuts off those of a page


def facts(block: Facts, target: Target, new_page: str) -> str:
    widths = _widths(_FACT_SHARES, 2, target.width)
    keeps = _keeps(len(block.rows))
    rows = [_row(row, widths, target, keeps[n] + ("" if n else new_page)) for n, row in enumerate(block.rows)]
    look = 'w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return _frame(target.styles["facts"], look, widths, rows)


def table(block: Table, target: Target, new_page: str, left: float = 0) -> str:
    """A table; ``left`` is the least height of its last row in points."""
    widths = _widths(block.widths, len(block.header), target.width)
    header = _row(block.header, widths, target, KEEP_NEXT + new_page, "<w:tblHeader/>")
    keeps = _keeps(len(block.rows))
    tall = [""] * (len(block.rows) - 1) + [_HIGH.format(int(left * 20)) if left > 0 else ""]
    rows = (_row(row, widths, target, keeps[n], tall[n]) for n, row in enumerate(block.rows))
    look = 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return _frame(target.styles["table"], look, widths, [header, *rows])


def _keeps(rows: int) -> list[str]:
    """A table of a few rows stays on one page: each row but the last keeps with the next."""
    return [KEEP_NEXT if rows <= _SMALL and n < rows - 1 else "" for n in range(rows)]


def _frame(style: str, look: str, widths: list[int], rows: Iterable[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look}/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: tuple[Text, ...], widths: list[int], target: Target, properties: str = "", kind: str = "") -> str:
    """A row that stays on one page if it can; properties go to its paragraphs."""
    whole = "" if any(_height(cell, width) > _TALL for cell, width in zip(cells, widths, strict=True)) else _WHOLE
    content = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph('cell', cell, target, properties)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{whole}{kind}</w:trPr>{content}</w:tr>"


def _height(cell: Text, width: int) -> float:
    """The lines of a cell, roughly: a character of 12 point Calibri is about 6 points wide."""
    room = max(width - 226, 120)
    return sum(len(run.text) * 120 / room + run.text.count("\n") for run in cell)


def _widths(shares: tuple[float, ...], columns: int, width: int) -> list[int]:
    """Column widths that add up to the width exactly, or Word draws the last rule short."""
    if len(shares) != columns or min(shares) <= 0:
        shares = (1.0,) * columns
    edges = [round(width * sum(shares[:n]) / sum(shares)) for n in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]
