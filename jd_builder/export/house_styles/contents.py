"""The table of contents of a house style, which lists headings that our document does not have."""

from typing import Any

from lxml import etree

from jd_builder.export.house_styles.cleaning import drop
from jd_builder.export.word_names import PARAGRAPH, W

CONTENTS = "jd-contents"
_MOST = 5  # tables of contents; a text has one


def mark(body: Any) -> bool:
    """Put the processing instruction ``jd-contents`` in the place of each table's lines; whether there is one."""
    found = False
    codes = [code for code in body.iter(f"{W}instrText") if (code.text or "").strip().upper().startswith("TOC")]
    for code in codes[:_MOST]:
        paragraphs = _lines(code)
        if paragraphs:
            paragraphs[0].addprevious(etree.ProcessingInstruction(CONTENTS))
            found = True
            for paragraph in paragraphs:
                drop(paragraph)
    return found


def _lines(code: Any) -> list[Any]:
    """The paragraphs from the one in which the field begins to the one in which it ends."""
    first = next(code.iterancestors(PARAGRAPH), None)
    lines, depth, begun = [], 0, False
    at = first
    while at is not None and at.tag == PARAGRAPH:
        lines.append(at)
        for mark in at.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
            begun = begun or kind == "begin"
        if begun and depth <= 0:
            return lines
        at = at.getnext()
    return lines[:1]
