"""Brings a page back to life after a lost connection or a restart of the server."""

from pathlib import Path
from typing import Any

import streamlit as st

_WEB = Path(__file__).parent / "web"
_MOUNT: Any = None


def mount() -> None:
    """Asks for the whole page again when the connection is back. Stands outside every fragment."""
    global _MOUNT
    if _MOUNT is None:
        js = (_WEB / "pulse.js").read_text(encoding="utf-8")
        _MOUNT = st.components.v2.component("jd_builder.pulse", html="<i hidden></i>", js=js)
    with st.container(key="pulse"):
        _MOUNT(key="beat", on_beat_change=lambda: None)
