"""Organisation: what stays the same from one vacancy to the next, described once."""

import streamlit as st

from jd_builder.ui.components import attention, findings, follow, frame, organisation_bar, organisation_form, safe
from jd_builder.ui.components.beside import beside
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.editing import Editing
from jd_builder.ui.profile import Profile, profile
from jd_builder.ui.session import Sheet, sheet
from jd_builder.ui.steps import page


@st.fragment
@calm
def body() -> None:
    """A saved organisation, or the copy that a draft holds for itself, as the address says."""
    saved, draft = profile(), sheet()
    if saved:
        _saved(saved, draft)
    elif draft:
        _own(draft)
    else:
        safe.title("There is no organisation at this address. It may have been deleted.")
        st.page_link(page("home"), label="Back to the start")


def _saved(saved: Profile, draft: Sheet | None) -> None:
    if draft:
        follow.fill_in(draft)
        frame.bar(draft, "organisation", can_undo=False)
        follow.ask(draft)
        _unfold(saved, draft)
    with st.container(key="organisation"):
        organisation_bar.of_profile(saved, alone=draft is None)
        organisation_form.show(saved, saved.problems())
        findings.kept("organisation-kept", saved.found(), saved)
    if draft:
        attention.show(draft)


def _own(draft: Sheet) -> None:
    frame.bar(draft, "organisation")
    _unfold(draft, draft)
    organisation_bar.of_draft(draft)
    with beside(draft, "organisation"):
        organisation_form.show(draft, {each.place: each.message for each in draft.problems()})


def _unfold(editing: Editing, draft: Sheet) -> None:
    """Open the group of the question that was asked for, once: people may close it again."""
    if editing.open_groups.get("asked") != str(draft.asked):
        editing.open_groups["asked"] = str(draft.asked)
        organisation_form.open_group_of(editing, draft.focus)


body()
