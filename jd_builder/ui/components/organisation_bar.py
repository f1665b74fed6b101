"""What stands above an organisation's questions: whose they are, whether they are saved, and a choice of versions."""

import streamlit as st

from jd_builder.domain.draft import ProfileRef
from jd_builder.ui import bootstrap
from jd_builder.ui.components import meeting, safe
from jd_builder.ui.profile import Profile
from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page

NEW_NAME = "New organisation"


def of_profile(profile: Profile, alone: bool) -> None:
    """A saved organisation; ``alone`` says that no draft's own bar stands above."""
    if alone:
        with st.container(key="top"):
            st.page_link(page("home"), label="Home")
    with st.container(key="bar-organisation", horizontal=True, vertical_alignment="center", gap="small"):
        (safe.title if alone else safe.heading)(str(profile.answers.get("name") or NEW_NAME))
        _saved(profile)
    used = "Drafts that use it ask before they follow a change."
    if not alone:
        used = f"What is filled in here for the first time goes into this draft too. {used}"
    safe.line(used if profile.stored else "Described once, and used by every draft that names it.")
    meeting.show(profile, "-organisation")


def of_draft(sheet: Sheet) -> None:
    """The copy that one draft has for itself, and the way to keep it for others."""

    def keep() -> None:
        saved = bootstrap.store().create_organisation(sheet.draft.organisation)
        ref = ProfileRef(id=saved.id, revision=saved.number)
        sheet.change(sheet.draft.changed(organisation_from=ref), "Kept the organisation for other drafts")

    with st.container(key="bar-organisation", horizontal=True, vertical_alignment="center", gap="small"):
        safe.heading(str(sheet.draft.organisation.get("name") or NEW_NAME), "These details belong to this draft alone.")
        st.button("Keep for other drafts", key="keep-organisation", on_click=keep)


def _saved(profile: Profile) -> None:
    if profile.failed:
        safe.saved(f"Not saved, your text is still here. {profile.failed}", profile.shown, well=False)
        st.button("Try again", key="profile-retry", on_click=profile.retry)
    elif profile.stored:
        meeting.saved(profile, profile.stored.saved_at)
