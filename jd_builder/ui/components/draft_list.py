"""The drafts on the first page: one line each, newest first, a page of them at a time."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.services import catalogue, naming
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import notice, safe, times
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.components.notice import Notice
from jd_builder.ui.components.rows import row
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.storage import DraftLine

COPIED = "Copied from another draft"
AT_ONCE = 12  # each row is five elements to send
_FEW = 6  # a list that is seen at a glance needs no search
_TOLD = "drafts"


@st.fragment
@calm
def show() -> None:
    store = bootstrap.store()
    total, gone = store.count_drafts(), store.count_drafts(deleted=True)
    if not total + gone:
        return
    safe.heading("Drafts")
    notice.show(_TOLD, _bring_back)
    search = _search() if total > _FEW else ""
    roles = catalogue.titles() if search else {}
    found = store.count_drafts(search, roles=roles) if search else total
    offset = AT_ONCE * (_page_of(found) - 1)
    lines = store.list_drafts(search, offset, AT_ONCE, roles=roles)
    with st.container(key="drafts-list", gap=None):
        for line in lines:
            _row(line)
    if not lines:
        safe.line("No draft has these words in its title or organisation." if search else "There are no drafts.")
    _pages(found)
    if gone:
        _deleted(gone)


def name(line: "DraftLine") -> str:
    """``Head of IT, Harbour Mutual``; a copy says that it is one, as all else in its line may be the same."""
    named = ", ".join(filter(None, (naming.title_of_line(line), line.organisation)))
    return f"{named} (copy)" if line.began == COPIED else named


def state(line: "DraftLine") -> str:
    """``3 gaps. Edited today 14:05. Published 3 March 2026``."""
    gaps = [] if line.gaps is None else [english.count(line.gaps, "gap") if line.gaps else "No gaps"]
    published = [f"Published {times.ago(line.published)}"] if line.published else []
    return ". ".join((*gaps, f"Edited {times.ago(line.edited_at)}", *published))


def _search() -> str:
    words = st.text_input(
        "Search drafts", key="drafts-search", type="search", placeholder="Title or organisation", live=True
    )
    return words or ""


def _page_of(found: int) -> int:
    pages = -(-found // AT_ONCE)
    return max(1, min(st.session_state.get("drafts-page") or 1, pages))


def _pages(found: int) -> None:
    if found > AT_ONCE:
        st.pagination(-(-found // AT_ONCE), key="drafts-page")


def _row(line: "DraftLine") -> None:
    with row(line.id, name(line), state(line)):
        st.page_link(page("job"), label="Continue", query_params={"draft": line.id})
        _button("Duplicate", line)
        _button("Delete", line)


def _button(label: str, line: "DraftLine") -> None:
    deed = partial({"Duplicate": _duplicate, "Delete": _delete, "Bring back": _bring_back_line}[label], line)
    st.button(label, key=f"{label}-{line.id}", type="tertiary", on_click=notice.act, args=(_TOLD, deed))


def _duplicate(line: "DraftLine") -> Notice:
    from jd_builder.services import starting

    starting.duplicate(bootstrap.store(), line.id, COPIED)
    return Notice(f"Copied {name(line)}. The copy is the first in the list.")


def _delete(line: "DraftLine") -> Notice:
    bootstrap.store().delete_draft(line.id)
    return Notice(f"Deleted {name(line)}.", line.id)


def _bring_back(id: str) -> None:
    bootstrap.store().undelete_draft(id)


def _bring_back_line(line: "DraftLine") -> Notice:
    _bring_back(line.id)
    return Notice(f"{name(line)} is back.")


def _deleted(gone: int) -> None:
    """What was deleted, for those who change their minds the day after."""
    if not st.toggle(f"Show deleted drafts ({gone})", key="drafts-deleted"):
        return
    with st.container(key="drafts-gone", gap=None):
        for line in bootstrap.store().list_drafts("", 0, AT_ONCE, deleted=True):
            with row(line.id, name(line), state(line)):
                _button("Bring back", line)
