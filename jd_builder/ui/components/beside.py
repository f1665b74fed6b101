"""Questions on the left, the document on the right; below 1000 pixels one of the two at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import streamlit as st

from jd_builder.domain.document import Document
from jd_builder.ui import going
from jd_builder.ui.components import preview, reword, safe
from jd_builder.ui.session import Sheet


@contextmanager
def beside(sheet: Sheet, here: str = "job", left: str = "Questions") -> Iterator[None]:
    """Whatever is drawn inside stands beside the live document, which is drawn last.

    ``here`` is the page that this is; a click on what another page asks for leads there.
    """
    key = f"view-{left}"
    st.session_state.setdefault(key, left)
    with st.container(key="narrow"):
        names = {left: left, "Preview": "Reword" if reword.is_open(here) else "Preview"}
        view = st.segmented_control(
            "View", list(names), format_func=names.__getitem__, key=key, label_visibility="collapsed"
        )
    with st.container(key="show-preview" if view == "Preview" else "show-questions"):
        questions, document = st.columns([1, 1], gap="medium")
        with questions:
            yield
        with document:
            if reword.is_open(here):
                reword.show(sheet, here)
            else:
                _document(sheet, here)


def _document(sheet: Sheet, here: str) -> None:
    documents = sheet.documents()
    if not documents:
        safe.line("No document can be shown: the files in templates/layouts are broken or missing.", "problem")
        return
    shown = _chosen(documents, f"shown-{here}")
    picked = preview.show(documents[shown], sheet)
    if picked and going.page_of(picked) != here:
        going.to(sheet, picked)
    if picked:
        sheet.go_to(picked)
        st.rerun(scope="fragment")


def _chosen(documents: Mapping[str, Document], key: str) -> str:
    """Which document is shown: the one chosen last on any page, as each page has a control of its own."""
    first, *_ = documents
    if st.session_state.get(key) not in documents:
        last = st.session_state.get("shown")
        st.session_state[key] = last if last in documents else first
    shown: str = st.segmented_control(
        "Document", list(documents), format_func=lambda each: documents[each].name,
        key=key, label_visibility="collapsed", required=True,
    ) or first  # fmt: skip
    st.session_state["shown"] = shown
    return shown
