"""The pages and their addresses, in the order of the work."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

_PAGES = Path(__file__).parent / "pages"
STEPS: Mapping[str, str] = {
    "start": "Start",
    "job": "The job",
    "duties": "Duties and criteria",
    "finish": "Finish",
}
TITLES: Mapping[str, str] = {
    "home": "jd-builder",
    **STEPS,
    "organisation": "Organisation",
    "from_file": "Start from a Word file",
    "roles": "Roles",
    "newer": "A newer edition",
    "changes": "What changed",
    "settings": "Settings",
}


@cache
def page(name: str) -> Any:
    """A page as links name it. To run, each session makes its own."""
    return _made(name)


def pages() -> list[Any]:
    return [_made(name) for name in TITLES if (_PAGES / f"{name}.py").exists()]


def _made(name: str) -> Any:
    return st.Page(_PAGES / f"{name}.py", title=TITLES[name], url_path=name, default=name == "home")
