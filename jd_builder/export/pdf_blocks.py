"""The blocks of a document as plain data for ``templates/pdf/house.typ``."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    Title,
    block_texts,
)
from jd_builder.export.blocks import has_text, shows
from jd_builder.export.characters import clean
from jd_builder.export.links import pieces

Data = dict[str, Any]
_FEW, _SMALL = 5, 7  # items and rows, which stay on one page
_LONG, _LINE = 1200, 40  # characters: what is longer may go over the end of a page
_PAGE = 2400  # characters that leave room on a page


def blocks_data(document: Document) -> Iterator[Data]:
    """Each block that has something to show.

    Headings carry the level for the outline, which may leave none out (ISO 14289-1, 7.4.2).
    """
    blocks = [block for block in document.blocks if shows(block)]
    level = 0
    on_page = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        on_page = 0 if isinstance(block, PageBreak) else on_page + sum(map(_length, block_texts(block)))
        if isinstance(block, Title | Heading):
            wanted = 1 if isinstance(block, Title) else block.level + 1
            level = min(wanted, level + 1)
            yield {"is": _heading(block), "level": level, "text": _runs(block.text)}
        else:
            yield _block(block, following) | {"fills": isinstance(block, Table) and block.fills and on_page < _PAGE}


def _heading(block: Title | Heading) -> str:
    return "title" if isinstance(block, Title) else "section" if block.level == 1 else "part"


def _block(block: Block, following: Block | None) -> Data:
    match block:
        case Paragraph():
            leads_in = isinstance(following, Bullets | Facts | Table)
            return {"is": "paragraph", "style": block.style, "leads-in": leads_in, "text": _runs(block.text)}
        case Bullets():
            items = [item for item in block.items if has_text(item)]
            whole = len(items) <= _FEW and sum(map(_length, items)) <= _LONG
            return {"is": "bullets", "numbered": block.numbered, "items": _all(items), "whole": whole}
        case Facts():
            return {"is": "facts", **_rows(block.rows)}
        case Table():
            widths = block.widths if len(block.widths) == len(block.header) else (1,) * len(block.header)
            return {"is": "table", "widths": widths, **_rows((block.header, *block.rows))}
        case _:
            return {"is": "page-break"}


def _rows(rows: tuple[tuple[Text, ...], ...]) -> Data:
    """``tall`` rows may be cut by the end of a page and are not repeated; ``whole`` tables stay on one page."""
    lengths = [max(map(_length, row)) for row in rows]
    whole = len(rows) <= _SMALL and sum(lengths) <= _LONG
    return {"rows": [_all(row) for row in rows], "tall": max(lengths) > _LONG, "whole": whole}


def _all(texts: Iterable[Text]) -> list[list[Data]]:
    return [_runs(text) for text in texts]


def _length(text: Text) -> int:
    """Its characters; a line that is ended early takes the room of many."""
    return sum(len(run.text) + _LINE * run.text.count("\n") for run in text)


def _runs(text: Text) -> list[Data]:
    return [part for run in text for part in _parts(run)]


def _parts(run: Run) -> Iterator[Data]:
    words = clean(run.text)
    if run.gap and words:
        yield {"text": words, "gap": True}
    elif run.change and words:
        yield {"text": words, "change": run.change}
    elif words:
        for piece, address in pieces(words):
            yield {"text": piece, "address": address} if address else {"text": piece}
