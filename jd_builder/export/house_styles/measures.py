"""How much room the texts of one Word file take on its pages, as far as its styles tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PARAGRAPH, PPR, RPR, TYPE, WP, W

_NARROW = {"calibri": 0.43, "carlito": 0.43, "times new roman": 0.43, "garamond": 0.43, "arial narrow": 0.43}
_WIDE, _TALL, _BOLD = 0.53, 1.22, 1.05  # the width of a letter of other fonts, and of any a line's height, in sizes
# How wide a word may be beside the same in Arial. What stands in for a font that is lacking may be as wide as Verdana.
_LIKE_ARIAL = ("arial", "helvetica", "helvetica neue", "liberation sans")
_NARROWER, _WIDER, _BOLDER, _CAPITALS = 0.95, 1.2, 1.15, 1.35
_HEADS = ("firstRow", "firstCol")
_SIDE = 108  # twentieths of a point that Word leaves beside the text of a cell
_LINE, _EMUS = 15, 12700  # points of a line at the edge of a page; units of a picture in a point


@dataclass(frozen=True)
class Measure:
    """In points: a line, a letter, the space before and after.

    Of the text of tables also its size, the space above and below and at its sides, and what an em of Arial takes of
    ``columns``, cautiously: in a cell, and in a header or label.
    """

    line: float
    letter: float
    before: float
    after: float
    padding: float = 0
    sides: float = 0
    size: float = 0
    em: float = 0
    head: float = 0


def measured(sheet: Sheet, styles: Mapping[str, str]) -> Mapping[str, Measure]:
    """Each part that a style plays; the text of tables by ``table`` and ``facts``."""
    found = {role: _measure(sheet, id) for role, id in styles.items() if role not in ("table", "facts", "gap", "link")}
    cell = _of_cells(sheet, styles["cell"], found["cell"])
    return found | {role: _of_table(sheet, styles[role], cell) for role in ("table", "facts")}


def _of_cells(sheet: Sheet, id: str, found: Measure) -> Measure:
    look, indent = sheet.look(id), sheet.property(id, PPR, f"{W}ind")
    font = look.font.casefold()
    em = look.size * (1 if font in _LIKE_ARIAL else _NARROWER if font in _NARROW else _WIDER)
    em *= (_BOLDER if look.bold else 1) * (_CAPITALS if sheet.is_on(id, RPR, f"{W}caps") else 1)
    sides = [indent.get(f"{W}{side}", "") for side in ("left", "start", "right", "end")] if indent is not None else []
    return replace(found, sides=sum(int(each) for each in sides if each.isdecimal()) / 20, size=look.size, em=em)


def _of_table(sheet: Sheet, id: str, cell: Measure) -> Measure:
    """What the style of a table adds to the text of its cells: space around it, and a header in bold or capitals."""
    styles = list(sheet.chain(id))
    margins = [found for style in styles if (found := style.find(f"{W}tblPr/{W}tblCellMar")) is not None]
    sides = _side(margins, "left", "start") + _side(margins, "right", "end")
    heads = (part for style in styles for part in style.iterfind(f"{W}tblStylePr") if part.get(TYPE) in _HEADS)
    capitals = _CAPITALS if any(part.find(f"{RPR}/{W}caps") is not None for part in heads) else 1
    padding = sum(_side(margins[:1], side, otherwise=0) for side in ("top", "bottom"))
    return replace(cell, padding=padding, sides=cell.sides + sides, head=cell.em * _BOLDER * capitals)


def _side(margins: Iterable[Any], *names: str, otherwise: int = _SIDE) -> float:
    """The space at one side of the text of a cell."""
    found = (each.find(f"{W}{name}") for each in margins for name in names)
    written = next((side.get(f"{W}w", "") for side in found if side is not None), "")
    return (int(written) if written.isdecimal() else otherwise) / 20


def text_height(section: Any, edges: Iterable[Any]) -> float:
    """The points between the margins of a page, or between what its header and footer reach to."""
    tall: dict[str, float] = {"header": 0, "footer": 0}
    for kind, root in edges:
        tall[kind] = max(tall[kind], sum(_heights(root)))

    def margin(side: str, edge: str) -> float:
        return max(_number(section, "pgMar", side, 1440), _number(section, "pgMar", edge, 708) + tall[edge])

    return _number(section, "pgSz", "h", 16838) - margin("top", "header") - margin("bottom", "footer")


def _heights(root: Any) -> Iterator[float]:
    """Of every line and picture in a header or footer, as if each stood below the other."""
    for paragraph in root.iter(PARAGRAPH):
        pictures = [int(each.get("cy", 0)) / _EMUS for each in paragraph.iterfind(f".//{WP}inline/{WP}extent")]
        yield max([_LINE, *pictures])


def _number(section: Any, part: str, name: str, otherwise: int) -> float:
    found = section.find(f"{W}{part}") if section is not None else None
    value = found.get(f"{W}{name}", "") if found is not None else ""
    return (int(value) if value.isdecimal() else otherwise) / 20


def _measure(sheet: Sheet, id: str) -> Measure:
    look = sheet.look(id)
    width = _NARROW.get(look.font.casefold(), _WIDE) * (_BOLD if look.bold else 1)
    return Measure(_line(sheet, id, look.size), width * look.size, look.before, look.after)


def _line(sheet: Sheet, id: str, size: float) -> float:
    single, written = size * _TALL, sheet.spacing(id, "line")
    if not written.isdecimal():
        return single
    is_share = sheet.spacing(id, "lineRule") in ("", "auto")
    return single * int(written) / 240 if is_share else max(int(written) / 20, single)
