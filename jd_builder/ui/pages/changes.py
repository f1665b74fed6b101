"""What changed since we last advertised: this draft beside an earlier version, another draft or a file."""

import streamlit as st

from jd_builder.ui.components import comparison, frame, safe
from jd_builder.ui.components.boundary import calm


@st.fragment
@calm
def body() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "changes")
    with st.container(key="changes"):
        safe.heading("What changed since we last advertised", "Statement by statement and answer by answer.")
        chosen = comparison.other(sheet)
        if chosen:
            comparison.show(sheet, chosen)


body()
