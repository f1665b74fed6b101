"""The document beside the questions, as its reader will see it."""

from typing import TYPE_CHECKING

from jd_builder.ui.components import browser

if TYPE_CHECKING:
    from jd_builder.domain.document import Document
    from jd_builder.ui.session import Sheet

_LONGEST = 60  # characters of a match
_PAGE = '<div class="page" tabindex="0" role="region" aria-label="The document"></div>'


def show(document: "Document", sheet: "Sheet") -> str | None:
    """Draw the document; the key of the field or statement that was clicked, once, else None.

    The HTML comes from export/html.py, which escapes every text that people wrote.
    """
    from jd_builder.export.html import fragment

    html = fragment(document)
    result = browser.component("preview", _PAGE, css=("preview.css",), js=("preview.js",))(
        key="preview",
        data={
            "html": html,
            "stamp": str(hash(html)),
            "layout": document.layout,
            "changed": sheet.changed,
            "focus": sheet.focus.replace(".", "-"),
            "asked": str(sheet.asked),
            "found": _found(document, sheet),
        },
        on_picked_change=lambda: None,
    )
    picked: str | None = result.picked
    return picked


def _found(document: "Document", sheet: "Sheet") -> list[tuple[str, str]]:
    """The places and words of open findings in this document; whole sentences are not underlined, gaps are yellow."""
    told = (each.finding for each in sheet.found().open if document.layout in each.documents and not each.is_gap)
    named = ((each.statement or each.field or "", each.match) for each in told)
    return [(place, words) for place, words in named if place and 0 < len(words) <= _LONGEST]
