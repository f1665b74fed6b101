"""Other words for a draft's texts, beside them: a panel in the place of the document, until it is closed.

Everything that it needs is loaded when it is opened, so that a page without it is as quick as ever.
"""

from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.ui import bootstrap
from jd_builder.ui.components import reword_run, safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.session import Sheet

if TYPE_CHECKING:
    from jd_builder.services.rewording import Rewording
    from jd_builder.services.rewording_texts import Target

_OPEN = "rewording"
_FIRST = {"duties": "duties", "job": "about"}  # the part that each page begins with
EVERYWHERE = ""


def is_open(here: str) -> bool:
    return here in _FIRST and bool(st.session_state.get(_OPEN))


def button(here: str) -> None:
    """What opens the panel, and closes it."""
    shown = is_open(here)
    label = "Close rewording" if shown else "Reword"
    st.button(label, key="reword-toggle", on_click=_toggle, args=(not shown,))


def show(sheet: Sheet, here: str) -> None:
    _panel(sheet, here, reword_run.state(sheet))


@st.fragment(key=reword_run.PANEL)
@calm
def _panel(sheet: Sheet, here: str, drawn: object) -> None:
    if reword_run.state(sheet) != drawn:
        st.rerun()
    with st.container(key="reword-panel"):
        safe.heading("Reword", "Nothing changes until you accept it.")
        model, trouble = _model()
        progress = model.progress(sheet.stored.id) if model else None
        running = progress is not None and progress.running
        document, targets = _asking(sheet, here, None if running else model)
        if trouble:
            safe.line(trouble, "problem")
        _rules(sheet, targets)
        reword_run.show(sheet, model, document, running, drawn)
        if model is None and not trouble:
            _off()


def _asking(sheet: Sheet, here: str, model: "Rewording | None") -> "tuple[str | None, tuple[Target, ...]]":
    """Where other words are to hold, which texts are meant, and with a model that is free, in which tone."""
    from jd_builder.ui.components import reword_ask

    left, right = st.columns(2)
    with right:
        document = _document(sheet)
    with left:
        part = reword_ask.part(sheet, document, _FIRST[here])
    if model:
        reword_ask.ask(sheet, model, part)
    return document, part.targets


def _off() -> None:
    from jd_builder.ui.steps import page

    with st.container(key="reword-off"):
        st.page_link(page("settings"), label="A language model can be connected: see Settings")


def _model() -> "tuple[Rewording | None, str]":
    try:
        return bootstrap.rewording(), ""
    except UserError as error:
        return None, str(error)


def _toggle(on: bool) -> None:
    from jd_builder.ui.components import reword_ask

    st.session_state[_OPEN] = on
    reword_ask.cancel()
    for key in ("view-Edit", "view-Questions"):
        st.session_state[key] = "Preview" if on else key.removeprefix("view-")


def _document(sheet: Sheet) -> str | None:
    """The one document that accepted words are for, or None for all."""
    names = {EVERYWHERE: "All documents", **{id_: f"Only in: {each.name}" for id_, each in sheet.documents().items()}}
    if len(names) < 3:
        return None
    if st.session_state.get("reword-document") not in names:  # a document that is no longer made
        st.session_state["reword-document"] = EVERYWHERE
    picked = st.selectbox("For", list(names), format_func=names.__getitem__, key="reword-document")
    return picked or None


def _rules(sheet: Sheet, targets: "tuple[Target, ...]") -> None:
    from jd_builder.services.rewording_rules import TONES

    safe.line("By our own rules, without a model:")
    with st.container(key="reword-rules", horizontal=True, gap="small"):
        for tone, name in TONES.items():
            st.button(name, key=f"reword-{tone}", on_click=_apply_rules, args=(sheet, targets, tone))
    said = st.session_state.pop("reword-said", "")
    if said:
        safe.line(said, "told")


def _apply_rules(sheet: Sheet, targets: "tuple[Target, ...]", tone: str) -> None:
    from jd_builder.services import rewording_rules

    found = rewording_rules.proposals(sheet.draft, targets, tone)
    store, id_ = bootstrap.store(), sheet.stored.id
    try:
        for key in rewording_rules.replaced(store.proposals(id_), tone):
            store.drop_proposal(id_, key)
        store.keep_proposals(id_, found)
    except UserError as error:
        st.session_state["reword-said"] = str(error)
        return
    st.session_state["reword-said"] = "" if found else rewording_rules.nothing(tone)
