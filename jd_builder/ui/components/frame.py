"""What stands around every page of a draft: its name, the steps, the saved line, undo, and a choice of versions."""

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

import streamlit as st

from jd_builder.services import gaps, naming
from jd_builder.ui.components import meeting, safe
from jd_builder.ui.session import Sheet, sheet
from jd_builder.ui.steps import STEPS, page


def opened() -> Sheet:
    """The draft of this page; without one, a sentence and the way home, and the page ends."""
    found = sheet()
    if found is None:
        safe.title("There is no draft at this address. It may have been deleted.")
        st.page_link(page("home"), label="Back to the start")
        st.stop()
    return found


def bar(on: Sheet, here: str, can_undo: bool = True) -> None:
    """The draft's name, the steps with what is left, the saved line, undo and redo.

    Without undo and redo where the page changes something other than the draft.
    """
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        safe.title(naming.name_of(on.draft))
        _saved(on)
        if can_undo:
            st.button("Undo", key="undo", on_click=on.undo, disabled=not on.stored.can_undo, type="tertiary")
            st.button("Redo", key="redo", on_click=on.redo, disabled=not on.stored.can_redo, type="tertiary")
    with st.container(key="steps", horizontal=True, gap="medium"):
        st.page_link(page("home"), label="Home")
        for step, label in STEPS.items():
            with st.container(key="step-here", width="content") if step == here else nullcontext():
                st.page_link(page(step), label=label + _left(on, step), query_params=address(on), disabled=step == here)
    meeting.show(on)


def _left(on: Sheet, step: str) -> str:
    """How many answers a step still lacks, behind its name."""
    part = {"start": "organisation.", "job": "post."}.get(step)
    missing = (*(str(gap.ref) for gap in on.gaps()), *gaps.steering(on.draft)) if part else ()
    number = sum(ref.startswith(part or "") for ref in missing)
    return f" ({number} to fill in)" if number else ""


def address(on: Sheet) -> Mapping[str, Any]:
    return {"draft": on.stored.id}


def _saved(on: Sheet) -> None:
    if on.failed:
        safe.saved(f"Not saved, your text is still here. {on.failed}", on.shown, well=False)
        st.button("Try again", key="retry", on_click=on.retry)
        return
    meeting.saved(on, on.stored.saved_at)
