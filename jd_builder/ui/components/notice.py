"""What came of a click on a list: one line, and Undo where something was taken away."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from jd_builder.ui.components import safe


@dataclass(frozen=True)
class Notice:
    """``gone`` is the id of what was deleted, for Undo to bring back."""

    words: str
    gone: str = ""


def act(key: str, deed: Callable[[], Notice | None]) -> None:
    """Do something and remember what to say of it. Trouble with the store is said in the same place."""
    from jd_builder.domain.errors import UserError

    try:
        st.session_state[key] = deed()
    except UserError as error:
        st.session_state[key] = Notice(str(error))


def show(key: str, bring_back: Callable[[str], Notice | None]) -> None:
    notice = st.session_state.get(key)
    if notice is None:
        return
    with st.container(key=f"notice-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        safe.line(notice.words, "told")
        if notice.gone:
            undo = (key, lambda: bring_back(notice.gone))
            st.button("Undo", key=f"{key}-undo", type="tertiary", on_click=act, args=undo)
