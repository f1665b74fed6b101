"""The saved organisations on the first page: each is described once and used by many drafts."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.ui import bootstrap
from jd_builder.ui.components import notice, safe, times
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.components.notice import Notice
from jd_builder.ui.components.rows import row
from jd_builder.ui.profile import NEW
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.storage import OrganisationLine

UNNAMED = "Organisation without a name"
_TOLD = "organisations"
_SHOWN = 10


@st.fragment
@calm
def show() -> None:
    store = bootstrap.store()
    lines, gone = store.list_organisations(), store.list_organisations(deleted=True)
    if not (lines or gone or store.count_drafts()):
        return
    safe.heading("Organisations", "Described once, used by every draft that names them.")
    notice.show(_TOLD, _bring_back)
    shown = lines if st.session_state.get("organisations-all") else lines[:_SHOWN]
    with st.container(key="organisations-list", gap=None):
        for line in shown:
            _row(line)
    with st.container(key="organisations-more", horizontal=True, vertical_alignment="center", gap="medium"):
        st.page_link(page("organisation"), label="New organisation", query_params={"organisation": NEW})
        if len(lines) > _SHOWN:
            st.toggle(f"Show all {len(lines)}", key="organisations-all")
    if gone and st.toggle(f"Show deleted organisations ({len(gone)})", key="organisations-deleted"):
        _deleted(gone)


def name(line: "OrganisationLine") -> str:
    return line.name or UNNAMED


def _row(line: "OrganisationLine") -> None:
    with row(line.id, name(line), f"Edited {times.ago(line.edited_at)}"):
        st.page_link(page("organisation"), label="Edit", query_params={"organisation": line.id})
        deed = partial(_delete, line)
        st.button("Delete", key=f"Delete-{line.id}", type="tertiary", on_click=notice.act, args=(_TOLD, deed))


def _deleted(lines: Iterable["OrganisationLine"]) -> None:
    with st.container(key="organisations-gone", gap=None):
        for line in lines:
            with row(line.id, name(line), f"Edited {times.ago(line.edited_at)}"):
                deed = partial(_bring_back, line.id)
                st.button("Bring back", key=f"Back-{line.id}", type="tertiary", on_click=notice.act, args=(_TOLD, deed))


def _delete(line: "OrganisationLine") -> Notice:
    bootstrap.store().delete_organisation(line.id)
    return Notice(f"Deleted {name(line)}. Drafts that use it keep its details.", line.id)


def _bring_back(id: str) -> None:
    bootstrap.store().undelete_organisation(id)
