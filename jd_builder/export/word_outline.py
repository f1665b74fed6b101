"""The outline of a Word file: its text as a reader of the last version sees it, and what each line is.

The XML is walked itself, as python-docx's paragraphs leave out content controls, text boxes, links in
tracked changes and symbols.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from jd_builder.domain.errors import UserError
from jd_builder.export.word_kinds import Kinds
from jd_builder.export.word_names import BOX, PARAGRAPH, TABLE, VAL, W
from jd_builder.export.word_runs import Line, lines, shown_children
from jd_builder.text.clean import clean_text
from jd_builder.text.outline import Outline, OutlineBuilder, heading_level, without_marker

_ROW, _CELL = f"{W}tr", f"{W}tc"
MOST_PARAGRAPHS = 20_000
_LONGEST_HEADING = 300  # characters; longer text only has the style of one
_MARGINS = ("header", "footer", "footnotes", "endnotes")


def outline_of_word(content: bytes, name: str) -> Outline:
    """The outline of a file that ``checked`` has passed; one that is damaged or far too long is a UserError."""
    with in_words(name):
        part, kinds = opened_word(content, name)
        reader = _Reader(kinds)
        reader.blocks(part.element.body)
        for text in _margins(part, kinds):
            reader.builder.margin(text)
        return reader.builder.outline()


def opened_word(content: bytes, name: str) -> tuple[Any, Kinds]:
    """The main part of a file that ``checked`` has passed, and what its styles make of a paragraph."""
    import docx

    with in_words(name):
        part = docx.Document(BytesIO(content)).part
        if sum(1 for _ in part.element.body.iter(PARAGRAPH)) > MOST_PARAGRAPHS:
            said = f"This file has more than {MOST_PARAGRAPHS:,} lines, which no job description has."
            raise UserError(said, name, "Choose the file of one job.")
        return part, Kinds(part)


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """What only a damaged file can cause, as a sentence."""
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        yield
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError, RecursionError) as error:
        fix = "Open it in Word, save it as a Word document (.docx) and choose that file."
        raise UserError("This Word file is damaged.", name, fix) from error


class _Reader:
    """Adds the blocks of a body, a cell or a text box, in the order of the file."""

    def __init__(self, kinds: Kinds) -> None:
        self.builder = OutlineBuilder()
        self._kinds = kinds

    def blocks(self, parent: Any) -> None:
        for element in _blocks(parent):
            if element.tag == TABLE:
                self._table(element)
            else:
                self._paragraph(element)
                for box in _boxes(element):
                    self.blocks(box)

    def _paragraph(self, paragraph: Any) -> None:
        if self._kinds.is_hidden(paragraph):
            return
        found = [line for line in lines(paragraph, self._kinds) if line.text.strip()]
        text = clean_text(" ".join(line.text.replace("\t", " ") for line in found))
        level, depth = self._kinds.heading_level(paragraph), self._kinds.list_depth(paragraph)
        looks_like_heading = bool(found) and all(line.bold for line in found) and heading_level(text, bold=True)
        if level is not None and len(text) <= _LONGEST_HEADING:
            self.builder.heading(text, level)
        elif depth is not None and not looks_like_heading:
            self.builder.item(text, depth)
        else:
            for line in found:
                self._line(line)

    def _line(self, line: Line) -> None:
        cells = [cell for cell in clean_text(line.text).split("\t") if cell.strip()]
        if len(cells) > 1 and without_marker(line.text) == line.text:
            self.builder.tables += 1
            self.builder.row(cells)
        else:
            self.builder.typed(" ".join(cells), bold=line.bold)

    def _table(self, table: Any) -> None:
        """A table of one column is a frame: what stands in it is read as if it stood alone."""
        rows = [(row, list(_cells(row))) for row in _inside(table, _ROW) if not _is_deleted(row)]
        if all(len(cells) <= 1 for _, cells in rows):
            for _, cells in rows:
                for cell in cells:
                    self.blocks(cell)
            return
        self.builder.tables += 1
        for row, cells in rows:
            texts = [text for cell in cells for text in (_cell_text(cell, self._kinds), *[""] * (_width(cell) - 1))]
            self.builder.row(texts, header=row.find(f"{W}trPr/{W}tblHeader") is not None)


def _blocks(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of a parent, those inside content controls and the like where they stand."""
    for child in shown_children(parent):
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        else:
            yield from _blocks(child)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, with those inside content controls."""
    for child in shown_children(parent):
        if child.tag == tag:
            yield child
        elif child.tag not in (PARAGRAPH, TABLE):
            yield from _inside(child, tag)


def _boxes(paragraph: Any) -> Iterator[Any]:
    for child in shown_children(paragraph):
        if child.tag == BOX:
            yield child
        else:
            yield from _boxes(child)


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in _inside(row, _CELL) if not _property(cell, "cellDel"))


def _cell_text(cell: Any, kinds: Kinds) -> str:
    """The lines of a cell; one that a merge covers shows nothing."""
    merge = _property(cell, "vMerge")
    if merge is not None and merge.get(VAL) != "restart":
        return ""
    return "\n".join(clean_text(line) for line in _texts(cell, kinds) if line.strip())


def _texts(parent: Any, kinds: Kinds) -> Iterator[str]:
    for element in _blocks(parent):
        if element.tag == TABLE:
            for row in _inside(element, _ROW):
                yield " ".join(text for cell in _cells(row) for text in _texts(cell, kinds))
        elif not kinds.is_hidden(element):
            for line in lines(element, kinds):
                yield line.text.replace("\t", " ").strip()
            for box in _boxes(element):
                yield from _texts(box, kinds)


def _property(cell: Any, name: str) -> Any:
    return cell.find(f"{W}tcPr/{W}{name}")


def _width(cell: Any) -> int:
    """The columns that a cell reaches over."""
    span = _property(cell, "gridSpan")
    value = span.get(VAL, "1") if span is not None else "1"
    return min(int(value), 60) if value.isdecimal() else 1


def _is_deleted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _margins(part: Any, kinds: Kinds) -> Iterator[str]:
    """The texts of headers, footers and notes, each once; the same header often stands in many sections."""
    from docx.oxml.parser import parse_xml

    seen = {""}
    for link in part.rels.values():
        if not link.is_external and link.reltype.rpartition("/")[2] in _MARGINS:
            for text in _texts(parse_xml(link.target_part.blob), kinds):
                if text.strip() not in seen:
                    seen.add(text.strip())
                    yield clean_text(text)
