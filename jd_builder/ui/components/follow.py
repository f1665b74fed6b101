"""Whether a draft takes over what was changed in its saved organisation since it copied it."""

import streamlit as st

from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe, times
from jd_builder.ui.session import Sheet


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
