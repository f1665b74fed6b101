"""An organisation's house style: the Word file, what was found in it, a document to try it with, and taking it away."""

from collections.abc import Mapping

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.services import house_styles, trial_document
from jd_builder.services.house_styles import PLACE, Kept
from jd_builder.ui import bootstrap
from jd_builder.ui.components import downloads, items, safe
from jd_builder.ui.components.fields import field
from jd_builder.ui.components.items import HOUSE_STYLE
from jd_builder.ui.components.question import ask
from jd_builder.ui.editing import Editing

_MEGABYTES = 10
_AGAIN = "house-style-again"  # a new key empties the field
_TYPES = ("docx", "dotx")


def edit(editing: Editing, problems: Mapping[str, str]) -> None:
    with st.container(key="house-style", gap="small"):
        safe.question("House style", "A Word file or template of yours: its logo, header, footer, fonts and margins.")
        items.removed(editing, HOUSE_STYLE)
        id = str(editing.answer(PLACE) or "")
        kept = house_styles.look(id) if id else None
        if id and kept is None:
            safe.line(
                "The Word file of this house style is not kept here. Documents use our style until you upload it."
            )
        if kept:
            _kept(editing, kept, problems)
        _upload(editing, "Replace it with another" if id else "Upload a Word file or template (.docx, .dotx)")


def _kept(editing: Editing, kept: Kept, problems: Mapping[str, str]) -> None:
    found, answers = kept.found, {"name": editing.answer("organisation.name")}
    with st.container(key="house-style-kept", border=True):
        left, right = st.columns([3, 2], gap="medium")
        with left:
            safe.entry(kept.name, "Word files are built on it, for this organisation.")
            safe.points(found.said)
            for doubt in found.doubts:
                safe.line(doubt, "doubt")
        with right:
            safe.sketch(kept.sketch)
            safe.line("A sketch by us. Word shows the page itself: try a document.")
        with st.container(key="house-style-deeds", horizontal=True, gap="small"):
            trial = downloads.dated(lambda now: trial_document.made(kept.content, answers, now))
            downloads.download("Trial document", trial_document.NAME, trial, "house-style-trial")
            st.button("Remove", key="house-style-remove", on_click=editing.removed, args=(PLACE, None, HOUSE_STYLE))
        if found.page.has_logo:
            ask(field("organisation.logo-description"), editing, problems)


def _upload(editing: Editing, label: str) -> None:
    """Keep a file that was dropped, and empty the field: a page is drawn again with what it still holds."""
    again = st.session_state.setdefault(_AGAIN, 0)
    dropped = st.file_uploader(label, _TYPES, key=f"house-style-{again}", max_upload_size=_MEGABYTES)
    if dropped is None:
        return
    try:
        id = house_styles.keep(bootstrap.store(), dropped.getvalue(), dropped.name)
    except UserError as error:
        safe.line(str(error), "problem")
        return
    st.session_state[_AGAIN] = again + 1
    editing.answered(PLACE, id, "Chose a house style")
    st.rerun()
