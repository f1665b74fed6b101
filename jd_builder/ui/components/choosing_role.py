"""Which role, at which level and in whose words: for a new draft, and for one that exists."""

from collections.abc import Callable, Mapping

import streamlit as st

from jd_builder.domain.framework import Role, Wording
from jd_builder.services import catalogue
from jd_builder.text import english
from jd_builder.ui.components import safe
from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page

USUAL = "ciso"
_WORDINGS: Mapping[Wording, str] = {
    "plain": "In plain English, in our words",
    "official": "In the framework's official wording",
}


def of_new(title: str = "") -> tuple[Role, str | None, Wording]:
    """The role's newest edition, the level and the wording that a new draft begins with.

    The role that goes by ``title``, if there is one, is the first that is offered.
    """
    titles = catalogue.titles()
    first = catalogue.called(title) or USUAL
    ids = sorted(titles, key=lambda id: (id != first, titles[id].casefold()))
    with st.container(key="which-role", gap="xsmall"):
        safe.question("Which role?", "Its skills and duties are the statements that you choose from.")
        picked = ids[0]
        if len(ids) == 1:
            safe.entry(titles[picked], "")
        else:
            picked = st.selectbox(
                "Which role?", ids, format_func=titles.__getitem__, key="start-role", label_visibility="collapsed"
            )
        role = catalogue.role(picked)
        about(role)
        level = _level(role, None, f"start-level-{role.id}", _nothing)
        wording = _wording(role, "plain", f"start-wording-{role.id}", _nothing)
        st.page_link(page("roles"), label="Bring in another role, or the official wording")
    return role, level, wording


def of_draft(sheet: Sheet) -> None:
    """The role of a draft. It stays; its level and wording can change, and its edition where there is a newer one."""
    draft = sheet.draft
    role = catalogue.role(draft.role, draft.edition)
    with st.container(key="which-role", gap="xsmall"):
        safe.question("Which role?", "Its skills and duties are the statements that you choose from.")
        safe.entry(role.title, "")
        about(role)

        def at_level(level: str) -> None:
            sheet.change(draft.changed(level=level), "Chose another level")

        def worded(wording: str) -> None:
            sheet.change(draft.changed(wording=wording), "Chose another wording")

        _level(role, draft.level, f"{sheet.generation}:level", at_level)
        _wording(role, draft.wording, f"{sheet.generation}:wording", worded)
        newest = catalogue.role(draft.role)
        if newest.edition != role.edition:
            safe.line(f"There is a newer edition of this role, {catalogue.said(newest.edition)}.")
            st.page_link(page("newer"), label="See what it would change", query_params={"draft": sheet.stored.id})


def about(role: Role) -> None:
    """Where a role's statements come from, and when."""
    source = role.source
    dated = f", edition of {english.day(source.edition_date)}" if source.edition_date else ""
    safe.line(f"{source.title.removeprefix(f'{role.title}, ')}{dated}")


def _level(role: Role, now: str | None, key: str, changed: Callable[[str], None]) -> str | None:
    if not role.levels:
        return None
    names = {level.id: level.name for level in role.levels}
    ids = list(names)
    safe.question("At which level?", "Each level has responsibilities and proficiencies of its own.")
    return st.selectbox(
        "At which level?", ids, ids.index(now) if now in ids else 0, names.__getitem__, key=key,
        on_change=lambda: changed(st.session_state[key]), label_visibility="collapsed",
    )  # fmt: skip


def _wording(role: Role, now: Wording, key: str, changed: Callable[[str], None]) -> Wording:
    """Asked only where an edition holds both: ours and the official one."""
    if not any(each.wordings.official.get(role.edition, each.wordings.plain) != each.wordings.plain
               for each in role.statements()):  # fmt: skip
        return now
    words = list(_WORDINGS)
    return st.radio(
        "In which wording?", words, words.index(now), _WORDINGS.__getitem__, key=key,
        on_change=lambda: changed(st.session_state[key]),
    )  # fmt: skip


def _nothing(_: str) -> None:
    """A new draft is made from what stands in the questions when it is started."""
