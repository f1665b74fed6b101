"""The first page: what the app holds so far, and how to make a document today.

Names and descriptions come from data files, so they are drawn by ``st.text``, which reads no markup.
"""

import os
from collections.abc import Iterable

import streamlit as st

INTRODUCTION = (
    "Drafts job descriptions and adverts from the skills of the UK Government Digital and Data framework. "
    "Everything stays on this computer."
)
NEXT = (
    "Drafting in the browser comes next. Until then, documents are made at the command line: "
    "write a draft file, fill it in with any text editor, and build its Word files."
)
PYTHON = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
COMMANDS = f"""\
{PYTHON} -m jd_builder new > job.yaml
{PYTHON} -m jd_builder build job.yaml -o documents"""


def page() -> None:
    st.title("jd-builder", anchor=False)
    st.text(INTRODUCTION)
    _listing("Roles", _roles())
    _listing("Documents", _layouts())
    st.subheader("Make a document", anchor=False)
    st.text(NEXT)
    st.code(COMMANDS, language=None)


def _roles() -> list[tuple[str, str]]:
    """Each role's title, and the edition its statements stand for."""
    from jd_builder.services import catalogue

    return [(role.title, f"Edition {role.edition}") for role in catalogue.roles()]


def _layouts() -> list[tuple[str, str]]:
    """Each kind of document by name, and what it is for."""
    from jd_builder.services import catalogue

    return [(layout.name, layout.description) for layout in catalogue.layouts()]


def _listing(heading: str, rows: Iterable[tuple[str, str]]) -> None:
    """A heading of ours above rows of text that is not to be read as markup."""
    st.subheader(heading, anchor=False)
    for name, description in rows:
        left, right = st.columns([2, 3])
        left.text(name)
        right.text(description)
