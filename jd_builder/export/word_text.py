"""A paragraph of a Word file as XML: its runs, links and gaps."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from jd_builder.domain.document import Run, Text
from jd_builder.export.characters import clean
from jd_builder.export.links import pieces

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KEEP_NEXT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
_TEXT = '<w:t xml:space="preserve">'


@dataclass(frozen=True)
class Target:
    """What the body needs of the file it goes into.

    ``width`` is that of the text, in twentieths of a point; ``link`` gives the relationship id of
    an address, and ``numbering`` the id of a numbering that starts again at 1.
    """

    width: int
    link: Callable[[str], str]
    numbering: Callable[[], int]


def paragraph(style: str, text: Text, target: Target, properties: str = "") -> str:
    """Properties follow the style in the order of the schema: keepNext, pageBreakBefore, numPr, spacing."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{_runs(text, target)}</w:p>'


def _runs(text: Text, target: Target) -> str:
    return "".join(_run(run, target) for run in text)


def _run(run: Run, target: Target) -> str:
    text = clean(run.text)
    if not text:
        return ""
    if run.gap:
        return f'<w:r><w:rPr><w:rStyle w:val="Gap"/></w:rPr>{_characters(text)}</w:r>'
    return "".join(_piece(piece, target.link(address) if address else None) for piece, address in pieces(text))


def _piece(text: str, link: str | None) -> str:
    if link is None:
        return f"<w:r>{_characters(text)}</w:r>"
    return (
        f'<w:hyperlink r:id="{link}" w:history="1">'
        f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{_characters(text)}</w:r></w:hyperlink>'
    )


def _characters(text: str) -> str:
    content = f"{_TEXT}{escape(text, quote=False)}</w:t>"
    if "\n" in content or "\t" in content:
        content = content.replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return content
