"""A newer edition of a draft's role: each change taken or left, one by one or all."""

import streamlit as st

from jd_builder.services import catalogue, editions
from jd_builder.services.editions import Change
from jd_builder.services.moving import moved
from jd_builder.text import english
from jd_builder.ui.components import change_rows, frame, safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page


@st.fragment
@calm
def body() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "newer")
    new = catalogue.role(sheet.draft.role)
    old = catalogue.role(sheet.draft.role, sheet.draft.edition)
    with st.container(key="newer"):
        if new.edition == old.edition:
            known = f"{new.title}, edition {catalogue.said(new.edition)}."
            safe.heading("This draft is on the newest edition of its role", known)
            st.page_link(page("duties"), label="Go on to duties and criteria", query_params=frame.address(sheet))
            return
        found = editions.concerning(sheet.draft, old, new)
        safe.heading(
            f"{new.title}, edition {catalogue.said(new.edition)}",
            f"This draft is on the edition {catalogue.said(old.edition)}. "
            "What you wrote yourself stays as you wrote it, whatever you choose.",
        )
        if not found:
            safe.line("Nothing that this draft uses has changed.")
        left = _left(sheet, found)
        if st.button(_label(found, left), key="move", type="primary"):
            sheet.change(moved(sheet.draft, old, new, left), f"Moved to the edition {catalogue.said(new.edition)}")
            sheet.generation += 1
            st.rerun(scope="fragment")


def _left(sheet: Sheet, found: tuple[Change, ...]) -> list[str]:
    """The ids of the changes that are not ticked. All are, until the user says otherwise."""
    keys = {change.id: f"{sheet.generation}:take:{change.id}" for change in found}

    def all_of(taken: bool) -> None:
        st.session_state.update(dict.fromkeys(keys.values(), taken))

    if len(found) > 1:
        with st.container(key="take-all", horizontal=True, gap="small"):
            st.button("Take all", key="all-taken", on_click=all_of, args=(True,))
            st.button("Leave all", key="all-left", on_click=all_of, args=(False,))
    for change in found:
        edited = " You edited it: your words stay." if change.id in sheet.draft.edits else ""
        with st.container(key=f"change-{change.id.replace('.', '-')}", gap="xsmall"):
            key = keys[change.id]
            st.session_state.setdefault(key, True)
            st.checkbox("Take this change", key=key)
            safe.change(change_rows.NAMES[change.sort] + edited, change.of, change_rows.pieces(change))
    return [change.id for change in found if not st.session_state[keys[change.id]]]


def _label(found: tuple[Change, ...], left: list[str]) -> str:
    taken = len(found) - len(left)
    return f"Move to this edition, with {english.count(taken, 'change')}" if found else "Move to this edition"


body()
