"""A document as one web page that fetches nothing, and as the fragment that the app shows."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
    block_texts,
)
from jd_builder.export.blocks import has_text, shows
from jd_builder.export.characters import clean, one_line
from jd_builder.export.html_style import STYLE
from jd_builder.export.links import pieces
from jd_builder.export.registry import Options

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LONGEST_TITLE = 255


def render(document: Document, options: Options) -> bytes:
    """A whole page in UTF-8. It leaves out what texts refer to: a file to publish hides nothing."""
    del options
    title = escape(one_line(document.title, _LONGEST_TITLE))
    page = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{_banner(document)}<main>\n{_blocks(document, with_refs=False)}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def body(document: Document) -> str:
    """The blocks alone, without what texts refer to: for the clipboard."""
    return _blocks(document, with_refs=False)


def fragment(document: Document) -> str:
    """The blocks alone, for a preview: each has the id ``b-N``, counted from 1 as ``Document.texts`` does.

    ``data-ref`` names the statement or field that a run came from, and of a block or list item the first.
    """
    return _blocks(document, with_refs=True)


def bare(document: Document) -> str:
    """What stands below the title: for a site that has its own title and its own look."""
    return "\n".join(_block(block, "", False) for block in document.blocks if shows(block) and not _is_apart(block))


def _is_apart(block: Block) -> bool:
    return isinstance(block, Title | PageBreak)


def _banner(document: Document) -> str:
    organisation = escape(clean(document.organisation)).strip()
    draft = "<strong>DRAFT</strong>" if document.draft else ""
    return f"<header><span>{organisation}</span>{draft}</header>\n" if organisation or draft else ""


def _blocks(document: Document, with_refs: bool) -> str:
    return "\n".join(
        [
            _block(block, f' id="b-{number}"{_ref(block_texts(block)) if with_refs else ""}', with_refs)
            for number, block in enumerate(document.blocks, start=1)
            if shows(block)
        ]
    )


def _block(block: Block, attributes: str, with_refs: bool) -> str:
    match block:
        case Title():
            return f"<h1{attributes}>{_inline(block.text, with_refs)}</h1>"
        case Heading():
            tag = f"h{block.level + 1}"
            return f"<{tag}{attributes}>{_inline(block.text, with_refs)}</{tag}>"
        case Paragraph():
            kind = "" if block.style == "body" else f' class="{block.style}"'
            return f"<p{attributes}{kind}>{_inline(block.text, with_refs)}</p>"
        case Bullets():
            tag = "ol" if block.numbered else "ul"
            items = "".join(
                [
                    f"<li{_ref((item,)) if with_refs else ''}>{_inline(item, with_refs)}</li>"
                    for item in filter(has_text, block.items)
                ]
            )
            return f"<{tag}{attributes}>{items}</{tag}>"
        case Facts():
            rows = "".join(
                [
                    f"<div><dt>{_inline(label, with_refs)}</dt><dd>{_inline(value, with_refs)}</dd></div>"
                    for label, value in block.rows
                ]
            )
            return f"<dl{attributes}>{rows}</dl>"
        case Table():
            return _table(block, attributes, with_refs)
        case PageBreak():
            return f"<hr{attributes}>"


def _table(block: Table, attributes: str, with_refs: bool) -> str:
    columns = ""
    if len(block.widths) == len(block.header):
        columns = "".join(f'<col style="width:{share:.1%}">' for share in block.widths)
    header = "".join([f'<th scope="col">{_inline(cell, with_refs)}</th>' for cell in block.header])
    cells = [[_inline(cell, with_refs) for cell in row] for row in block.rows]
    rows = "".join([f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in cells])
    return (
        f"<table{attributes}><colgroup>{columns}</colgroup>"
        f"<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _ref(texts: Iterable[Text]) -> str:
    for text in texts:
        for run in text:
            if run.ref:
                return _named(run.ref)
    return ""


@lru_cache(maxsize=4096)
def _named(ref: str) -> str:
    return f' data-ref="{escape(clean(ref))}"'


def _inline(text: Text, with_refs: bool) -> str:
    """The runs of a text: most of what a page is made of, so in one loop."""
    parts = []
    for words, _, place, gap, change in text:
        shown = _characters(words)
        ref = _named(place) if with_refs and place else ""
        if gap:
            shown = f'<mark class="gap"{ref}>{shown}</mark>'
        elif change:
            shown = f"<del>{shown}</del>" if change == "removed" else f"<ins>{shown}</ins>"
        else:
            if "@" in words or "://" in words:
                shown = "".join([_piece(piece, address) for piece, address in pieces(clean(words))])
            if ref:
                shown = f"<span{ref}>{shown}</span>"
        parts.append(shown)
    return "".join(parts)


def _piece(text: str, address: str | None) -> str:
    shown = _characters(text)
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{shown}</a>' if address else shown


def _characters(text: str) -> str:
    """With the signs of HTML as characters, and line ends as its own; a printable text has no line ends."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown if text.isprintable() else clean(shown).replace("\n", "<br>")
