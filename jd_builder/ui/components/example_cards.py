"""The finished examples on the first page: one click opens a copy, to look at or to make one's own."""

import streamlit as st

from jd_builder.services import examples
from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.steps import page


@st.fragment
@calm
def show() -> None:
    for name in examples.names():
        _card(name)


def _card(name: str) -> None:
    example = examples.example(name)
    with st.container(key=f"example-{name}", gap=None):
        if st.button(example.kind, key=f"open-{name}", width="stretch"):
            _open(name)
        safe.line(example.organisation)
        safe.line(example.shows)


def _open(name: str) -> None:
    """A copy of its own for everyone who looks: what they change in it is theirs."""
    from jd_builder.services import starting

    saved = starting.create(bootstrap.store(), examples.example(name).draft, "Opened a finished example")
    st.session_state["view-Questions"] = "Preview"  # on a narrow screen the document is what they came for
    st.switch_page(page("job"), query_params={"draft": saved.id})
