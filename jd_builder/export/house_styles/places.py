"""Where the description goes in a house style, and what of its own text stays around it."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from jd_builder.export.house_styles.cleaning import COVER, drop, text_of
from jd_builder.export.house_styles.marks import MARK, NAMES, rewrite, spelled
from jd_builder.export.house_styles.marks import PLACE as DESCRIPTION
from jd_builder.export.word_names import BOX, PARAGRAPH, PPR, SECTION, TABLE, TEXT, A, V, W

PLACE = "jd-place"
_A_LETTERHEAD = 200  # characters; a table with more is a text
_MOST_LEADING = 12  # blocks
_NARROWEST, _CELL_MARGINS = 1000, 216  # twentieths of a point
_PICTURES = (f"{A}blip", f"{V}imagedata", f"{V}shape")
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


@dataclass(frozen=True)
class Place:
    """``marked`` says that the file names the place; ``section`` is the section around it.

    ``cell`` is the width of the table cell it stands in, in twentieths of a point, or 0; ``boxed`` and
    ``among_text`` say that the mark stood in a text box, or among other words.
    """

    marked: bool
    section: Any
    cell: int = 0
    boxed: bool = False
    among_text: bool = False


def find(body: Any) -> Place:
    """Put the processing instruction ``jd-place`` where the description goes, and clear what it replaces."""
    marks = [paragraph for paragraph in body.iter(PARAGRAPH) if _names_the_place(paragraph)]
    if not marks:
        return _instead_of_the_body(body)
    first, *others = marks
    for other in others:
        _without_the_mark(other)
    box = next(first.iterancestors(BOX), None)
    if box is not None:
        anchor = list(first.iterancestors(PARAGRAPH))[-1]
        _without_the_mark(first)
        for twin in others:  # the older form of the same drawing
            _without_the_mark(twin)
        anchor.addnext(_instruction())
        return Place(True, _section_after(body, anchor), boxed=True)
    alone = text_of(first).strip() and not MARK.sub("", text_of(first)).strip()
    cell = next(first.iterancestors(f"{W}tc"), None)
    section = _section_after(body, first)
    if alone and not _holds_more(first):
        first.addprevious(_instruction())
        _leave(first)
    else:
        _without_the_mark(first)
        first.addnext(_instruction())
    return Place(True, section, _width(cell), among_text=not alone)


def texts(blocks: Any) -> str:
    return "".join(node.text or "" for node in blocks.iter(TEXT))


def _names_the_place(paragraph: Any) -> bool:
    return any(spelled(match) == DESCRIPTION for match in MARK.finditer(text_of(paragraph)))


def _instruction() -> Any:
    return etree.ProcessingInstruction(PLACE)


def _holds_more(paragraph: Any) -> bool:
    return any(paragraph.find(f".//{tag}") is not None for tag in _PICTURES)


def _leave(paragraph: Any) -> None:
    """Take the mark's paragraph out, but not the end of a section that it carries."""
    section = paragraph.find(f"{PPR}/{SECTION}")
    if section is None:
        drop(paragraph)
        return
    for child in [child for child in paragraph if child.tag != PPR]:
        drop(child)
    properties = paragraph.find(PPR)
    for child in [child for child in properties if child is not section]:
        drop(child)
    space = etree.SubElement(properties, f"{W}spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        space.set(f"{W}{name}", value)
    properties.insert(0, space)


def _without_the_mark(paragraph: Any) -> None:
    rewrite(paragraph, lambda match: "" if spelled(match) == DESCRIPTION else None)


def _width(cell: Any) -> int:
    """The room in a cell: programs go by the cell's own width or by its table's columns, so the narrower counts."""
    if cell is None:
        return 0
    own = cell.find(f"{W}tcPr/{W}tcW")
    before = sum(1 for each in cell.itersiblings(f"{W}tc", preceding=True))
    columns = list(cell.getparent().getparent().iterfind(f"{W}tblGrid/{W}gridCol"))
    stated = [own.get(f"{W}w", "") if own is not None and own.get(f"{W}type") == "dxa" else ""]
    stated += [column.get(f"{W}w", "") for column in columns[before : before + 1]]
    widths = [int(each) for each in stated if each.isdecimal() and int(each) > _NARROWEST]
    return min(widths) - _CELL_MARGINS if widths else 0


def _section_after(body: Any, element: Any) -> Any:
    """The section that an element of the body belongs to: its properties stand at its end."""
    top = element
    while top.getparent() is not body:
        top = top.getparent()
    for block in (top, *top.itersiblings()):
        if (found := _ends(block)) is not None:
            return found
    return None


def _ends(block: Any) -> Any:
    """The section that ends with a block, or None."""
    return block if block.tag == SECTION else block.find(f"{PPR}/{SECTION}")


def _instead_of_the_body(body: Any) -> Place:
    leading = set(_leading(body))
    section = _main_section(body, leading)
    for child in [child for child in body if child not in leading]:
        etree.ElementBase.clear(
            child
        )  # or lxml looks for the namespaces of all that it holds; a break's own is another
        body.remove(child)
    body.append(_instruction())
    if section is not None:
        body.append(section)
    return Place(False, section)


def _leading(body: Any) -> Iterator[Any]:
    """What opens the file and is no text of it: a cover page, the logo, lines with marks."""
    held: list[Any] = []
    for number, block in enumerate(body):
        if block.tag == SECTION or (number >= _MOST_LEADING and not block.get(COVER)):
            return
        if block.get(COVER) or _is_letterhead(block):
            yield from (*held, block)
            held = []
        elif block.tag == PARAGRAPH and not texts(block).strip():
            held.append(block)
        else:
            return


def _is_letterhead(block: Any) -> bool:
    marked = any(spelled(match) in NAMES for match in MARK.finditer(texts(block)))
    pictured = any(block.find(f".//{tag}") is not None for tag in _PICTURES)
    words = len(texts(block).strip()) if block.tag == TABLE else len(text_of(block).strip())
    return marked or (pictured and words <= (_A_LETTERHEAD if block.tag == TABLE else 0))


def _main_section(body: Any, leading: set[Any]) -> Any:
    """The section that holds most of the text, upright pages before others, with its own headers and footers."""
    found: list[tuple[bool, int, int, Any]] = []
    inherited: dict[tuple[str, str], Any] = {}
    words = 0
    for number, block in enumerate(body):
        words += len(texts(block)) if block not in leading else 0
        if (section := _ends(block)) is not None:
            whole = _with_inherited(section, inherited)
            if block not in leading:
                found.append((_is_upright(section), words, -number, whole))
            words = 0
    best = max(found, key=lambda each: each[:3], default=None)
    return best[3] if best else None


def _with_inherited(section: Any, inherited: dict[tuple[str, str], Any]) -> Any:
    """A copy that names all its headers and footers: a section takes those that it does not name from before."""
    for reference in section:
        if reference.tag in _REFERENCES:
            inherited[reference.tag, reference.get(f"{W}type", "default")] = reference
    whole = deepcopy(section)
    for child in [child for child in whole if child.tag in (*_REFERENCES, f"{W}type")]:
        whole.remove(child)
    whole[0:0] = [deepcopy(each) for each in inherited.values()]
    return whole


def _is_upright(section: Any) -> bool:
    size = section.find(f"{W}pgSz")
    return size is None or size.get(f"{W}orient") != "landscape"
