"""About how many pages a document takes as a Word file: what is exact depends on fonts that only Word knows."""

from dataclasses import replace

from jd_builder.domain.document import Block, Document, PageBreak, Table
from jd_builder.export.house_style import shipped
from jd_builder.export.house_styles.prepared import Prepared, prepared
from jd_builder.export.word_filling import Filling
from jd_builder.export.word_heights import height, space

_LIKELY = 0.94  # of heights that are reckoned on the safe side; tried against the pages that LibreOffice makes


def pages(document: Document, house_style: bytes | None) -> int:
    """At least 1; 0 where it cannot be told, as with a style that has pages of its own."""
    style = prepared(house_style or shipped(), "clean")
    if not style.height or _has_pages(style):
        return 0
    target = Filling(style, None).target
    full, used = 0, 0.0
    above: Block | None = None
    for block in document.blocks:
        if isinstance(block, PageBreak):
            full, used, above = full + (used > 0), 0.0, None
            continue
        if isinstance(block, Table) and block.fills:
            block = replace(block, rows=block.rows[:-1])  # what fills a page begins none
        used += _LIKELY * (height(block, target) + (space(above, block, target) if above else 0))
        full, used = full + int(used // style.height), used % style.height
        above = block
    return max(full + (used > 0), 1)


def _has_pages(style: Prepared) -> bool:
    """Whether a cover, a table of contents or another section stands around the description."""
    before, after = style.document
    breaks = ("<w:sectPr", 'w:type="page"', "<w:pageBreakBefore")
    return style.has_contents or any(each in before for each in breaks) or after.count("<w:sectPr") > 1
