"""Says when the connection is lost, and brings the page back to life after that or a restart of the server."""

from pathlib import Path
from typing import Any

import streamlit as st

from jd_builder.ui import returning

_WEB = Path(__file__).parent / "web"
_MOUNT: Any = None


def mount() -> None:
    """Asks for the whole page again when the connection is back. Stands outside every fragment."""
    global _MOUNT
    if _MOUNT is None:
        _MOUNT = st.components.v2.component(
            "jd_builder.pulse",
            html='<p role="alert"></p>',
            css=(_WEB / "pulse.css").read_text(encoding="utf-8"),
            js=(_WEB / "pulse.js").read_text(encoding="utf-8"),
        )
    with st.container(key="pulse"):
        result = _MOUNT(key="beat", on_beat_change=lambda: None, on_shown_change=lambda: None)
    returning.heard(result.shown)
