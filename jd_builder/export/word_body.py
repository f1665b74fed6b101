"""The body of a Word file as one piece of XML.

Written as text rather than through python-docx, which looks up the default style again for every
style it sets and takes most of its time for that.
"""

from collections.abc import Sequence
from itertools import zip_longest

from jd_builder.domain.document import Block, Bullets, Document, Facts, Heading, PageBreak, Paragraph, Table, Title
from jd_builder.export.blocks import has_text, shows
from jd_builder.export.word_heights import left
from jd_builder.export.word_tables import facts, table
from jd_builder.export.word_text import KEEP_NEXT, NEW_PAGE, Target, paragraph

_NO_SPACE_ABOVE = '<w:spacing w:before="0"/>'
_BETWEEN_TABLES = 200  # twentieths of a point
_AT_THE_END = 20  # low enough not to begin a page


def body_xml(document: Document, target: Target) -> str:
    """Every block that has something to show, as the content of a ``w:body``.

    A page break is a property of what follows it, so that no empty paragraph carries it. Word needs
    a paragraph between two tables and after the last: these are the only empty ones, and low.
    """
    blocks = [block for block in document.blocks if shows(block)]
    parts: list[str] = []
    new_page = ""
    after_table = False
    page: list[Block] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, PageBreak):
            new_page = NEW_PAGE if parts else ""
            page.clear()
            continue
        is_table = isinstance(block, Facts | Table)
        if is_table and after_table:
            parts.append(_spacer(_BETWEEN_TABLES, (KEEP_NEXT if _is_room(block) else "") + new_page))
            new_page = ""
        parts.append(_block(block, following, new_page, target, page))
        page.append(block)
        new_page, after_table = "", is_table
    if after_table or not parts:
        parts.append(_spacer(_AT_THE_END))
    return "".join(parts)


def _block(block: Block, following: Block | None, new_page: str, target: Target, page: Sequence[Block]) -> str:
    match block:
        case Title():
            return paragraph("title", block.text, target, new_page)
        case Heading():
            above = _NO_SPACE_ABOVE if new_page else ""
            return paragraph(f"heading{block.level}", block.text, target, new_page, above, heading=True)
        case Paragraph():
            leads_in = isinstance(following, Bullets | Facts | Table) or _is_small(following)
            return paragraph(block.style, block.text, target, (KEEP_NEXT if leads_in else "") + new_page)
        case Bullets():
            return _list(block, target, new_page)
        case Facts():
            return facts(block, target, new_page)
        case Table():
            room = left(page, block, target) if block.fills else 0
            return table(block, target, new_page, room, leads_in=_is_room(following))
        case PageBreak():
            return ""


def _is_small(block: Block | None) -> bool:
    """Small print, such as the licence line, which looks lost on a page of its own."""
    return isinstance(block, Paragraph) and block.style == "small"


def _is_room(block: Block | None) -> bool:
    """Room to write in, which is of no use on a page without what is judged there."""
    return isinstance(block, Table) and block.fills


def _spacer(height: int, new_page: str = "") -> str:
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{new_page}{spacing}</w:pPr></w:p>"


def _list(block: Bullets, target: Target, new_page: str) -> str:
    """Its items. The first two keep together and so do the last two: one item alone on a page looks lost."""
    role = "number" if block.numbered else "bullet"
    numbered = target.numbering() if block.numbered else target.bullet
    items = [item for item in block.items if has_text(item)]
    bound = {0, len(items) - 2} - {len(items) - 1}
    return "".join(
        paragraph(role, item, target, (KEEP_NEXT if n in bound else "") + ("" if n else new_page) + numbered)
        for n, item in enumerate(items)
    )
