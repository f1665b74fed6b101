"""What a run of rewording brings, while it does: how far it is, and the proposals that have arrived.

Only this part of the page is drawn again for them, and only when there is something new.
"""

from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.errors import StreamlitAPIException

from jd_builder.ui import bootstrap
from jd_builder.ui.components import browser, safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.session import Sheet

if TYPE_CHECKING:
    from jd_builder.services.rewording import Progress, Rewording

PANEL, _ARRIVING = "reword", "reword-arriving"  # parts of the page that are drawn again by themselves
_EACH = 1.25  # seconds between two questions for news, once there was some
_PATIENCE = 0.4  # seconds that a question waits for its answer, as any other click waits with it
_SEEN, _ASKED = "reword-seen", "reword-looked"


def state(sheet: Sheet) -> object:
    """What the rest of the page shows of a draft: when it changes here, all of it is drawn again."""
    return sheet.stored.state, sheet.generation, sheet.failed, sheet.draft.confidential


@st.fragment(key=_ARRIVING)
@calm
def show(sheet: Sheet, model: "Rewording | None", document: str | None, running: bool, drawn: object) -> None:
    """``running`` is how the panel around this shows the run, ``drawn`` how the page around it shows the draft."""
    if state(sheet) != drawn:
        st.rerun()
    progress = model.progress(sheet.stored.id) if model else None
    st.session_state[_SEEN] = progress.done if progress else 0
    if model and progress:
        _how_far(model, progress, sheet)
    _proposals(sheet, document)
    if progress and running:
        _wait(progress)


def _how_far(model: "Rewording", progress: "Progress", sheet: Sheet) -> None:
    if progress.running:
        with st.container(key="reword-run", horizontal=True, vertical_alignment="center", gap="small"):
            safe.line(f"{progress.done} of {progress.total} have arrived.", "told")
            st.button("Stop", key="reword-stop", on_click=_stop, args=(model, sheet.stored.id, progress))
        return
    safe.line(_ended(progress), "told")
    for sentence in progress.said:
        safe.line(sentence, "problem")


def _ended(progress: "Progress") -> str:
    if progress.done < progress.total:
        stopped = "You stopped it. " if progress.stopped else ""
        return f"{stopped}{progress.done} of {progress.total} have arrived; the others keep their words."
    many = progress.same
    same = f" {many} of them {'changes' if many == 1 else 'change'} nothing." if many else ""
    return f"All {progress.total} have arrived.{same}"


def _proposals(sheet: Sheet, document: str | None) -> None:
    from jd_builder.services import rewording_changes, rewording_deeds, rewording_texts
    from jd_builder.ui.components import proposals

    kept = bootstrap.store().proposals(sheet.stored.id)
    shown = rewording_changes.pending(sheet.draft, kept, document)
    decide = partial(bootstrap.store().decide, sheet.stored.id)
    deeds = rewording_deeds.Deeds(kept, document, decide, lambda: datetime.now(UTC))
    parts = rewording_texts.parts(sheet.draft, document)
    proposals.show(rewording_deeds.content(kept, shown, parts), sheet, deeds.changed)


@st.fragment
@calm
def _wait(progress: "Progress") -> None:
    """Asks for news from the browser, as nothing else gets there by itself."""
    st.session_state[_ASKED] = number = st.session_state.get(_ASKED, 0) + 1
    wait = _EACH if progress.awaited.is_set() else 0
    component = browser.component("waiting", "", js=("waiting.js",))
    component(key="reword-wait", data={"number": number, "wait": wait}, on_look_change=partial(_look, progress))


def _stop(model: "Rewording", draft: str, progress: "Progress") -> None:
    model.stop(draft)
    progress.over.wait(_PATIENCE)
    _draw_again(progress)


def _look(progress: "Progress") -> None:
    progress.awaited.wait(_PATIENCE)
    _draw_again(progress)


def _draw_again(progress: "Progress") -> None:
    """Draw what has changed: everything of the panel at the end of a run, and nothing where nothing came."""
    with suppress(StreamlitAPIException):  # the panel was closed while this was asked
        if not progress.running:
            st.rerun(PANEL)
        if progress.done != st.session_state.get(_SEEN):
            st.rerun(_ARRIVING)
