"""Proposals beside the text they are for: one component for however many there are."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from jd_builder.services.changes import Action, Change
from jd_builder.services.shares import Shares
from jd_builder.ui.components import statements
from jd_builder.ui.session import Sheet

_MOUNT: Any = None


def show(content: Mapping[str, Any], sheet: Sheet, changed: Callable[[Shares, Action], Change]) -> None:
    statements.draw(_mount(), "proposals", content, sheet, changed)


def _mount() -> Any:
    """The component, registered once per process."""
    global _MOUNT
    if _MOUNT is None:
        _MOUNT = st.components.v2.component(
            "jd_builder.proposals",
            html='<div class="proposals"></div>',
            css=statements.web("proposals.css"),
            js=statements.web("deeds.js", "elements.js", "proposals.js"),
        )
    return _MOUNT
