"""One card for each document of a draft: how long it is, what it lacks, and the files to take away."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from jd_builder.domain.document import Document
from jd_builder.export.registry import FORMATS
from jd_builder.services import publishing, sizes
from jd_builder.services.building import Made
from jd_builder.text import english
from jd_builder.ui.components import safe, times
from jd_builder.ui.session import Sheet

LEFT = "Documents"


def show(sheet: Sheet, wrong: int) -> None:
    for document in sheet.documents().values():
        with st.container(key=f"card-{document.layout}", gap="xsmall"):
            _card(sheet, document, wrong)


def _card(sheet: Sheet, document: Document, wrong: int) -> None:
    lacks = len(document.gaps)
    gaps = english.count(lacks, "gap") if lacks else "No gaps"
    refused = publishing.hindrance(lacks, wrong)
    safe.entry(document.name, f"{sizes.said(document)}. {gaps}.")
    with st.container(key=f"files-{document.layout}", horizontal=True, gap="small"):
        st.button("Show", key=f"show-{document.layout}", on_click=_show, args=(document.layout,))
        _publish(sheet, document, "Copy to publish", "docx", bool(refused))
        approval = _dated(lambda now: publishing.draft_for_approval(sheet.draft, document.layout, now))
        download("Draft for approval", publishing.approval_name(document), approval, f"approve-{document.layout}")
        with st.popover("Other formats", disabled=bool(refused)):
            _publish(sheet, document, "Web page", "html", bool(refused))
            _publish(sheet, document, "Markdown", "md", bool(refused))
    if refused:
        safe.line(refused)


def download(
    label: str, name: str, content: Callable[[], bytes], key: str, off: bool = False, main: bool = False
) -> None:
    """A file that is made when it is asked for: Word files take time that no page should wait for."""
    format = FORMATS[name.rsplit(".", 1)[-1]]
    st.download_button(
        label, content, name, format.media_type, key=key, on_click="ignore", disabled=off,
        type="primary" if main else "secondary",
    )  # fmt: skip


def _publish(sheet: Sheet, document: Document, label: str, format: str, off: bool) -> None:
    problems = sheet.problems()
    content = _dated(lambda now: publishing.copy_to_publish(document, problems, format, now))
    name = publishing.publish_name(document, format)
    download(label, name, content, f"{format}-{document.layout}", off, main=format == "docx")


def _dated(made: Callable[[datetime], Made]) -> Callable[[], bytes]:
    """The file as of the moment it is asked for, by the reader's clock: there is no session then to ask."""
    zone = times.zone()
    return lambda: made(datetime.now(zone).astimezone()).content


def _show(layout: str) -> None:
    st.session_state["shown-finish"] = layout
    st.session_state[f"view-{LEFT}"] = "Preview"
