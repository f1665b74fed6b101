"""Start from a Word file: what was read of it, beside what the framework says, and nothing kept until confirmed."""

import streamlit as st

from jd_builder.ui.components import start_from_file
from jd_builder.ui.components.boundary import calm


@st.fragment
@calm
def body() -> None:
    start_from_file.show()


body()
