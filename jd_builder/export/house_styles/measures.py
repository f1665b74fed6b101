"""How much room the texts of one Word file take on its pages, as far as its styles tell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PARAGRAPH, WP, W

_NARROW = {"calibri": 0.43, "carlito": 0.43, "times new roman": 0.43, "garamond": 0.43, "arial narrow": 0.43}
_WIDE, _TALL, _BOLD = 0.53, 1.22, 1.05  # the width of a letter of other fonts, and of any a line's height, in sizes
_LINE, _EMUS = 15, 12700  # points of a line at the edge of a page; units of a picture in a point


@dataclass(frozen=True)
class Measure:
    """In points: a line, a letter, the space before and after, and that above and below the text of a cell."""

    line: float
    letter: float
    before: float
    after: float
    padding: float = 0


def measured(sheet: Sheet, styles: Mapping[str, str]) -> Mapping[str, Measure]:
    """Each part that a style plays; the text of tables by ``table`` and ``facts``."""
    found = {role: _measure(sheet, id) for role, id in styles.items() if role not in ("table", "facts", "gap", "link")}
    for role in ("table", "facts"):
        cell = found["cell"]
        found[role] = Measure(cell.line, cell.letter, cell.before, cell.after, _padding(sheet, styles[role]))
    return found


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


def _padding(sheet: Sheet, id: str) -> float:
    margins = sheet.property(id, f"{W}tblPr", f"{W}tblCellMar")
    sides = [margins.find(f"{W}{side}") for side in ("top", "bottom")] if margins is not None else []
    return sum(int(side.get(f"{W}w", 0)) for side in sides if side is not None) / 20
