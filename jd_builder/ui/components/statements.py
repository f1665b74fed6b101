"""A list of statements in the browser: one component for all its rows, as a widget each would be slow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from jd_builder.services.changes import Action, Change
from jd_builder.services.shares import Shares
from jd_builder.ui.components import browser
from jd_builder.ui.components.boundary import reported
from jd_builder.ui.editing import Changing
from jd_builder.ui.session import Sheet

_SCRIPTS = (
    "deeds.js",
    "elements.js",
    "finding.js",
    "unsent.js",
    "rows.js",
    "rows_draw.js",
    "rows_editor.js",
    "rows_unsent.js",
)
_STYLES = ("colours.css", "rows.css", "finding.css")

Deeds = Callable[[Shares, Action], Change]


@dataclass
class Heard:
    """How far a list has been heard: the page in the browser, the number of its last deed, what came of it."""

    client: str = ""
    number: int = 0
    change: Change | None = None


def show(name: str, content: Mapping[str, Any], sheet: Sheet, changed: Deeds) -> None:
    """Draw the list, and bring the row that was asked for into view."""
    place = f"{sheet.stored.id} {name}"
    component = browser.component("rows", '<div class="rows"></div>', _STYLES, _SCRIPTS)
    draw(component, name, {**content, "place": place, "focus": sheet.focus, "asked": sheet.asked}, sheet, changed)


def draw(mount: Any, name: str, content: Mapping[str, Any], sheet: Changing, changed: Deeds) -> Any:
    """Draw a component; each deed of the person is done on the draft, once, before the page is drawn again.

    A new session, as after a restart of the server, hears of deeds only while it draws: it draws again.
    """
    heard = _heard(name)
    said = heard.change
    result = mount(
        key=name,
        data={
            **content,
            "heard": {"client": heard.client, "number": heard.number},
            "said": {"text": said.said, "row": said.row, "refused": said.refused} if said else {"text": ""},
        },
        on_did_change=partial(_on_did, name, sheet, changed),
        on_went_change=lambda: None,
    )
    if hear(result.get("did"), heard, name, sheet, changed):
        st.rerun()
    return result


def hear(sent: object, heard: Heard, name: str, sheet: Changing, changed: Deeds) -> bool:
    """Do what the browser sent and was not done yet, and say whether there was anything.

    It sends every deed until it knows that it was heard.
    """
    if not isinstance(sent, Mapping) or not isinstance(sent.get("actions"), list):
        return False
    client = str(sent.get("client"))
    if client != heard.client:
        heard.client, heard.number = client, 0
    before = heard.number
    for action in sent["actions"]:
        number = action.get("number") if isinstance(action, Mapping) else None
        if isinstance(number, int) and number > heard.number:
            heard.number = number
            _do(action, heard, name, sheet, changed)
    return heard.number > before


def _do(action: Action, heard: Heard, name: str, sheet: Changing, changed: Deeds) -> None:
    if action.get("action") == "open":
        sheet.toggle(name, str(action.get("fold")))
        return
    try:
        heard.change = change = changed(Shares(sheet.draft), action)
        if not change.refused:
            sheet.change(change.draft, change.what, change.place)
            sheet.generation += change.place.startswith(("post.", "organisation."))  # a field that holds it
    except Exception as error:  # a callback stands outside the page's own boundary
        said = f"Something went wrong on our side, and this was not done. Reference: {reported(error)}."
        heard.change = Change(sheet.draft, "", said, refused=True)


def _on_did(name: str, sheet: Changing, changed: Deeds) -> None:
    hear((st.session_state.get(name) or {}).get("did"), _heard(name), name, sheet, changed)


def _heard(name: str) -> Heard:
    held: Heard = st.session_state.setdefault(f"{name}-heard", Heard())
    return held
