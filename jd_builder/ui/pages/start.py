"""Start: who it is for, which role, which documents, and what to begin from."""

import streamlit as st

from jd_builder.ui.components.boundary import calm


@st.fragment
@calm
def body() -> None:
    """A new draft, or the first step of the one that the address names."""
    from jd_builder.ui.components import start_again, start_new

    if st.query_params.get("draft"):
        start_again.show()
    else:
        start_new.show()


body()
