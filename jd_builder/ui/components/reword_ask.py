"""What to reword, in which tone, and what is sent for it before anything is."""

from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.rewriting.prompts import load_prompts
from jd_builder.services.rewording_plan import Plan, planned
from jd_builder.services.rewording_texts import Section, sections
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe
from jd_builder.ui.session import Sheet

if TYPE_CHECKING:
    from jd_builder.services.rewording import Rewording

_ALL = "all"
_ASKED = "reword-asked"  # the tone, with what it is in a person's own words
CONFIDENTIAL = "This vacancy is confidential"


def part(sheet: Sheet, document: str | None, first: str) -> Section:
    """The part that is picked; a locked one has no texts until it is unlocked. All of them is a part too."""
    found = {each.id: each for each in sections(sheet.draft, document)}
    names = {id_: _named(each, _unlocked(sheet, id_)) for id_, each in found.items()}
    names[_ALL] = "Everything that is not locked"
    if st.session_state.get("reword-part") not in names:
        st.session_state["reword-part"] = first if first in names else _ALL
    picked = st.selectbox("What", list(names), format_func=names.__getitem__, key="reword-part") or _ALL
    if picked == _ALL:
        open_ones = (each for each in found.values() if not each.lock)
        return Section(_ALL, names[_ALL], "", tuple(target for each in open_ones for target in each.targets))
    chosen = found[picked]
    if not chosen.lock:
        return chosen
    safe.line(f"Locked: {chosen.lock[:1].lower()}{chosen.lock[1:]}")
    st.toggle("Unlock it", key=_lock_key(sheet, picked))
    return chosen if _unlocked(sheet, picked) else Section(chosen.id, chosen.name, chosen.lock, ())


def _named(section: Section, unlocked: bool) -> str:
    state = (", unlocked" if unlocked else ", locked") if section.lock else ""
    return f"{section.name} ({len(section.targets)}{state})"


def _unlocked(sheet: Sheet, section: str) -> bool:
    return bool(st.session_state.get(_lock_key(sheet, section)))


def _lock_key(sheet: Sheet, section: str) -> str:
    return f"reword-unlock-{sheet.stored.id}-{section}"


def ask(sheet: Sheet, model: "Rewording", about: Section) -> None:
    """The tones as buttons; after one, what would be sent where, and only then the button that sends it."""
    st.checkbox(
        CONFIDENTIAL, value=sheet.draft.confidential, key=f"confidential-{sheet.generation}",
        on_change=_confide, args=(sheet,), help="Then nothing of it is sent to a model, whatever is set.",
    )  # fmt: skip
    if sheet.draft.confidential or not about.targets:
        return
    asked = st.session_state.get(_ASKED)
    if asked is None:
        _tones()
        return
    try:
        tone, wish = asked
        plan = planned(sheet.draft, about.targets, tone, wish, model.connection, bootstrap.store())
    except UserError as error:
        safe.line(str(error), "problem")
        _tones()
        return
    _before_sending(sheet, model, plan)


def _tones() -> None:
    loaded = load_prompts()
    with st.container(key="reword-tones", horizontal=True, gap="small"):
        for tone in loaded.tones:
            if not tone.has_wish:
                st.button(
                    safe.label(tone.label), key=f"reword-tone-{tone.id}", help=safe.label(tone.description),
                    on_click=_ask, args=(tone.id, ""),
                )  # fmt: skip
    own = next((tone for tone in loaded.tones if tone.has_wish), None)
    if own:
        st.text_input(
            "Or describe a tone of your own, and press Enter", key="reword-wish", on_change=_wish, args=(own.id,),
            placeholder="calm, as to a colleague of many years", max_chars=300,
        )  # fmt: skip
    for error in loaded.errors:
        safe.line(str(error), "problem")


def _before_sending(sheet: Sheet, model: "Rewording", plan: Plan) -> None:
    with st.container(key="reword-send", border=True):
        tone = next(each for each in load_prompts().tones if each.id == plan.prompt.tone)
        safe.line(f"{tone.label}. {plan.said}", "told")
        if plan.known and plan.targets:
            safe.line(f"{english.count(len(plan.known), 'sentence')} more: answered before, and not sent again.")
        if plan.connection.note:
            safe.line(plan.connection.note)
        with st.container(horizontal=True, gap="small"):
            label = "Send" if plan.targets else "Show them"
            st.button(label, key="reword-go", type="primary", on_click=_send, args=(sheet, model, plan))
            st.button("Cancel", key="reword-cancel", on_click=cancel)
        if plan.targets:
            with st.expander("Show exactly what is sent"):
                safe.line("Signs such as ⟦K1⟧ stand for figures, dates, names and contacts, which are not sent.")
                safe.exact(plan.exact)
    if said := st.session_state.pop("reword-refused", ""):
        safe.line(said, "problem")


def _confide(sheet: Sheet) -> None:
    on = bool(st.session_state[f"confidential-{sheet.generation}"])
    sheet.change(sheet.draft.changed(confidential=on), "Marked as confidential" if on else "No longer confidential")


def _ask(tone: str, wish: str) -> None:
    st.session_state[_ASKED] = (tone, wish)


def _wish(tone: str) -> None:
    wish = st.session_state["reword-wish"].strip()
    if wish:
        _ask(tone, wish)


def cancel() -> None:
    """Forget the tone that was asked for."""
    st.session_state.pop(_ASKED, None)


def _send(sheet: Sheet, model: "Rewording", plan: Plan) -> None:
    try:
        model.start(sheet.stored.id, plan)
    except UserError as error:
        st.session_state["reword-refused"] = str(error)
        return
    cancel()
