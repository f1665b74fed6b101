"""A paragraph of a Word file as XML: its runs, links and gaps."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from jd_builder.domain.document import Run, Text
from jd_builder.export.characters import clean
from jd_builder.export.house_styles.measures import Measure
from jd_builder.export.links import pieces

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KEEP_NEXT = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
_RIGHTWARD, _LEFTWARD = "<w:bidi/>", '<w:bidi w:val="0"/>'
_TEXT = '<w:t xml:space="preserve">'


_CHANGES = {
    "removed": '<w:strike/><w:color w:val="A3241B"/>{}',
    "added": '<w:color w:val="1D6B3C"/>{}<w:u w:val="single"/>',
}


@dataclass(frozen=True)
class Target:
    """What the body needs of the file it goes into.

    ``styles`` are ids by the part that each style plays (``house_styles.roles``); ``bullet`` is the
    properties of list items where their style alone makes them none; ``width`` is that of the text,
    in twentieths of a point, and ``height`` that of a page of it in points, if it is known, where ``measures`` tell
    how high each part is; ``link`` gives the relationship id of an address, and ``numbering`` the
    properties of a numbered list that starts again at 1. ``around`` gives what stands before and
    after the runs of a text, such as a bookmark; ``rightward`` says that the style reads so, and ``look`` is the
    properties of runs where the style's own do not do.
    """

    styles: Mapping[str, str]
    bullet: str
    width: int
    height: float
    measures: Mapping[str, Measure]
    link: Callable[[str], str]
    numbering: Callable[[], str]
    around: Callable[[Text, bool], tuple[str, str]] | None = None
    rightward: bool = False
    look: str = ""


def paragraph(
    role: str, text: Text, target: Target, properties: str = "", spacing: str = "", heading: bool = False
) -> str:
    """Properties follow the style in the order of the schema: keepNext, pageBreakBefore, numPr, bidi, spacing."""
    before, after = target.around(text, heading) if target.around else ("", "")
    way = _direction(text, target)
    runs = "".join([_run(run, target) for run in text])
    style = target.styles[role]
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}{way}{spacing}</w:pPr>{before}{runs}{after}</w:p>'


def _direction(text: Text, target: Target) -> str:
    """A paragraph reads as its first letter does, where the style reads the other way."""
    if not target.rightward and all(run.text.isascii() for run in text):
        return ""
    strong = (way for run in text for each in run.text if (way := unicodedata.bidirectional(each)) in ("L", "R", "AL"))
    rightward = next(strong, "L") != "L"
    return "" if rightward == target.rightward else _RIGHTWARD if rightward else _LEFTWARD


def _run(run: Run, target: Target) -> str:
    text = clean(run.text)
    if not text:
        return ""
    if run.gap:
        return _styled("gap", text, target)
    if run.change:
        return f"<w:r><w:rPr>{_CHANGES[run.change].format(target.look)}</w:rPr>{_characters(text)}</w:r>"
    if "@" not in text and "://" not in text:
        return _plain(text, target)
    return "".join([_piece(piece, address, target) for piece, address in pieces(text)])


def _piece(text: str, address: str | None, target: Target) -> str:
    if address is None:
        return _plain(text, target)
    run = _styled("link", text, target)
    return f'<w:hyperlink r:id="{target.link(address)}" w:history="1">{run}</w:hyperlink>'


def _plain(text: str, target: Target) -> str:
    look = f"<w:rPr>{target.look}</w:rPr>" if target.look else ""
    return f"<w:r>{look}{_characters(text)}</w:r>"


def _styled(role: str, text: str, target: Target) -> str:
    look = f'<w:rStyle w:val="{target.styles[role]}"/>{target.look}'
    return f"<w:r><w:rPr>{look}</w:rPr>{_characters(text)}</w:r>"


def _characters(text: str) -> str:
    content = f"{_TEXT}{escape(text, quote=False)}</w:t>"
    if "\n" in content or "\t" in content:
        content = content.replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return content
