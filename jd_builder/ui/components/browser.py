"""What we draw ourselves in the browser: the markup of a component, and its style sheets and scripts in ``web/``."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_WEB = Path(__file__).parent / "web"


@cache
def component(name: str, html: str, css: tuple[str, ...] = (), js: tuple[str, ...] = ()) -> Any:
    """A component, registered once per process. It loads a single style sheet and a single script."""
    return st.components.v2.component(f"jd_builder.{name}", html=html, css=text_of(*css) or None, js=text_of(*js))


def text_of(*names: str) -> str:
    """Files of ours as one text."""
    return "".join((_WEB / name).read_text(encoding="utf-8") for name in names)
