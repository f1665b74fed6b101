"""Says when the connection is lost, and brings the page back to life after that or a restart of the server."""

import streamlit as st

from jd_builder.ui import returning
from jd_builder.ui.components import browser


def mount() -> None:
    """Asks for the whole page again when the connection is back. Stands outside every fragment."""
    component = browser.component("pulse", '<p role="alert"></p>', css=("pulse.css",), js=("pulse.js",))
    with st.container(key="pulse"):
        result = component(key="beat", on_beat_change=lambda: None, on_shown_change=lambda: None)
    returning.heard(result.shown)
