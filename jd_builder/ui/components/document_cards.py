"""One card for each document of a draft: how long it is, what it lacks, and the files to take away."""

from collections.abc import Callable, Sequence

import streamlit as st

from jd_builder.domain.document import Document
from jd_builder.export.registry import FORMATS
from jd_builder.services import catalogue, house_styles, publishing, sizes
from jd_builder.services.found import Told
from jd_builder.text import english
from jd_builder.ui.components import confirming, downloads, publication, safe, working_copy
from jd_builder.ui.session import Sheet

LEFT = "Documents"


def show(sheet: Sheet) -> None:
    publication.trouble()
    marks = publication.marks(sheet)
    for document in sheet.documents().values():
        with st.container(key=f"card-{document.layout}", gap="xsmall"):
            _card(sheet, document, publication.said(marks, document.layout))


def _card(sheet: Sheet, document: Document, published: str) -> None:
    lacks = len(document.gaps)
    gaps = english.count(lacks, "gap") if lacks else "No gaps"
    to_fix = sheet.found().to_fix_in(document.layout)
    size = sizes.said(document, house_styles.of_draft(sheet.draft))
    safe.entry(document.name, f"{size}. {gaps}.{published}")
    with st.container(key=f"files-{document.layout}", horizontal=True, gap="small"):
        st.button("Show", key=f"show-{document.layout}", on_click=_show, args=(document.layout,))
        label = "Copy for the panel" if _is_for_panel(document) else "Copy to publish"
        _publish(sheet, document, label, "docx", to_fix)
        approval = downloads.dated(lambda now: publishing.draft_for_approval(sheet.draft, document.layout, now))
        downloads.download(
            "Draft for approval", publishing.approval_name(document), approval, f"approve-{document.layout}"
        )
        with st.popover("Other files"):
            working_copy.offer(sheet, document)
            if to_fix:
                safe.line(f"The others wait: {confirming.way(to_fix, 'publish')}")
            if styles := house_styles.only_in_word(sheet.draft):
                safe.line(styles)
            for format in ("pdf", "html", "md", "txt"):
                _publish(sheet, document, FORMATS[format].name, format, to_fix)
    if to_fix:
        safe.line(confirming.way(to_fix, "publish"))


def _publish(sheet: Sheet, document: Document, label: str, format: str, to_fix: Sequence[Told]) -> None:
    content = downloads.dated(lambda now: publishing.copy_to_publish(document, format, now, sheet.draft))
    name = publishing.publish_name(document, format)
    key, mark = f"{format}-{document.layout}", _mark(sheet, document)
    if to_fix and format == "docx":
        confirming.publish(sheet, to_fix, label, key, name, content, mark)
    else:
        downloads.download(label, name, content, key, bool(to_fix), main=format == "docx", then=mark)


def _mark(sheet: Sheet, document: Document) -> Callable[[], None]:
    """A panel's copy is not published."""
    return publication.taken(sheet, [] if _is_for_panel(document) else [document.layout])


def _is_for_panel(document: Document) -> bool:
    return catalogue.layout(document.layout).audience == "panel"


def _show(layout: str) -> None:
    st.session_state["shown-finish"] = layout
    st.session_state[f"view-{LEFT}"] = "Preview"
