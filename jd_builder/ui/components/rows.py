"""One line of a list: what it is called, a line about it, and on its right what can be done with it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from jd_builder.ui.components import safe


@contextmanager
def row(key: str, name: str, about: str) -> Iterator[None]:
    """What is drawn inside stands on the right of the line."""
    with st.container(key=f"row-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        safe.entry(name, about)
        with st.container(key=f"do-{key}", horizontal=True, vertical_alignment="center", width="content", gap="xsmall"):
            yield
