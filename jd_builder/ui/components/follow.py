"""Whether a draft takes over what was changed in its saved organisation since it copied it."""

import streamlit as st

from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe, times
from jd_builder.ui.session import Sheet


def fill_in(sheet: Sheet) -> None:
    """Let what is typed for a draft arrive in it, where the organisation had no such answer before.

    Only where that is typed: on other pages an undo of it would be undone at once.
    """
    from jd_builder.services import organisations

    if sheet.failed or sheet.catching_up:
        return
    draft = organisations.filled(bootstrap.store(), sheet.draft)
    if draft != sheet.draft:
        sheet.change(draft, "Took over what was filled in for the organisation")
        sheet.generation += 1


def ask(sheet: Sheet) -> None:
    """Nothing is drawn while there is nothing new. Either answer can be undone."""
    from jd_builder.services import organisations

    newer = organisations.newer(bootstrap.store(), sheet.draft)
    if newer is None:
        return

    def use() -> None:
        sheet.change(organisations.followed(sheet.draft, newer), "Took over the organisation's new details")
        sheet.generation += 1

    def keep() -> None:
        sheet.change(organisations.kept(sheet.draft, newer), "Kept the organisation's details as they were")

    with st.container(key="follow"):
        when = times.ago(newer.edited_at)
        edited = when if when.startswith(("today", "yesterday")) else f"on {when}"
        safe.entry(
            f"{newer.name} was edited {edited}. Use the new details in this draft?",
            f"Changed there: {', '.join(newer.changed)}.",
        )
        with st.container(horizontal=True, gap="small"):
            st.button("Use the new details", key="follow-use", on_click=use)
            st.button("Keep as it is", key="follow-keep", on_click=keep, type="tertiary")
