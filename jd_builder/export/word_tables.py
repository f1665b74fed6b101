"""Tables of a Word file as XML. Their look is in the table styles; this says what they hold and how wide it is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from jd_builder.domain.document import Facts, Table, Text
from jd_builder.export.word_columns import Columns, columns
from jd_builder.export.word_text import KEEP_NEXT, Target, paragraph

_WHOLE = "<w:cantSplit/>"
_HIGH = '<w:trHeight w:val="{}" w:hRule="atLeast"/>'
_SIZE = '<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>'
_BOLD = "<w:b/><w:bCs/>"
_SMALL = 6
_TALL = 20  # lines; rows of half a page and more leave holes, and LibreOffice cuts off those of a page
_LOOKS = {"facts": ("0680", 0, 1), "table": ("0620", 1, 0), "stacked": ("0600", 0, 0)}


def facts(block: Facts, target: Target, new_page: str) -> str:
    found = columns(block, target.width, target.measures["facts"])
    if found.stacked:
        return _stacked([[row] for row in block.rows], target.styles["facts"], target, new_page)
    target = _sized(target, found)
    keeps = _keeps(len(block.rows))
    rows = (_row(row, found.widths, target, keeps[n] + ("" if n else new_page)) for n, row in enumerate(block.rows))
    return _frame(target.styles["facts"], "facts", found.widths, rows)


def table(block: Table, target: Target, new_page: str, left: float = 0, leads_in: bool = False) -> str:
    """A table; ``left`` is the least height of its last row in points; one that ``leads_in`` keeps with the next."""
    found = columns(block, target.width, target.measures["table"])
    if found.stacked:
        records = [list(zip(block.header, row, strict=True)) for row in block.rows]
        return _stacked(records, target.styles["table"], target, new_page)
    target = _sized(target, found)
    header = _row(block.header, found.widths, target, KEEP_NEXT + new_page, "<w:tblHeader/>")
    keeps = _keeps(len(block.rows), leads_in)
    tall = [""] * (len(block.rows) - 1) + [_HIGH.format(int(left * 20)) if left > 0 else ""]
    rows = (_row(row, found.widths, target, keeps[n], tall[n]) for n, row in enumerate(block.rows))
    return _frame(target.styles["table"], "table", found.widths, [header, *rows])


def _sized(target: Target, found: Columns) -> Target:
    return replace(target, look=_SIZE.format(round(2 * found.size))) if found.size else target


def _keeps(rows: int, leads_in: bool = False) -> list[str]:
    """A table of a few rows stays on one page: each row but the last keeps with the next."""
    return [KEEP_NEXT if rows <= _SMALL and (leads_in or n < rows - 1) else "" for n in range(rows)]


def _stacked(records: Sequence[Sequence[tuple[Text, Text]]], style: str, target: Target, new_page: str) -> str:
    """Each record as one cell: the label of each text in bold above it."""
    labels, widths = replace(target, look=_BOLD), (target.width,)
    rows: list[str] = []
    for record in records:
        content = "".join(
            paragraph("cell", label, labels, KEEP_NEXT + ("" if rows or n else new_page))
            + paragraph("cell", text, target)
            for n, (label, text) in enumerate(record)
        )
        lines = sum(1 + _height(text, target.width) for _, text in record)
        rows.append(f"<w:tr><w:trPr>{_WHOLE if lines <= _TALL else ''}</w:trPr>{_cell(content, target.width)}</w:tr>")
    return _frame(style, "stacked", widths, rows)


def _frame(style: str, kind: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    value, row, column = _LOOKS[kind]
    look = f'w:val="{value}" w:firstRow="{row}" w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: tuple[Text, ...], widths: Sequence[int], target: Target, properties: str = "", kind: str = "") -> str:
    """A row that stays on one page if it can; properties go to its paragraphs."""
    whole = "" if any(_height(cell, width) > _TALL for cell, width in zip(cells, widths, strict=True)) else _WHOLE
    content = "".join(
        _cell(paragraph("cell", cell, target, properties), width) for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{whole}{kind}</w:trPr>{content}</w:tr>"


def _cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _height(cell: Text, width: int) -> float:
    """The lines of a cell, roughly: a character of 12 point Calibri is about 6 points wide."""
    room = max(width - 226, 120)
    return sum(len(run.text) * 120 / room + run.text.count("\n") for run in cell)
