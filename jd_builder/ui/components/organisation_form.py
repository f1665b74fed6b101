"""Every question about an organisation: the first ones open, the others folded, one group open at a time."""

from collections.abc import Mapping

import streamlit as st

from jd_builder.domain.base import kebab
from jd_builder.text import english
from jd_builder.ui.components import findings, house_style, house_terms, paragraphs, safe
from jd_builder.ui.components.fields import field
from jd_builder.ui.components.items import items_of
from jd_builder.ui.components.question import ask
from jd_builder.ui.editing import Editing

FIRST = ("name", "sector", "nation", "about", "benefits", "pension")
HOUSE_STYLE = ("house_style", "logo_description")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "Standard paragraphs": ("paragraphs",),
    "Standards in scope": ("standards", "other_standards"),
    "Mailboxes": ("mailboxes",),
    "Short name and size": ("short_name", "staff", "sites"),
    "Equality and adjustments": ("disability_confident", "equality", "adjustments"),
    "House terms": ("house_terms",),
    "About this profile": ("version", "last_reviewed", "owner"),
}
# The documents are in British English; what is kept, and why, is said beside the finding.
NOT_ASKED = ("language", "kept")
PAGE = "organisation"
ABOUT_WORDS = 120
_ALWAYS_SAID = ("name", "sector", "nation")
_LISTS = {"paragraphs": paragraphs.edit, "house_terms": house_terms.edit}


def show(editing: Editing, problems: Mapping[str, str]) -> None:
    for name in FIRST:
        note = counted(str(editing.answer("organisation.about") or "")) if name == "about" else ""
        ask(field(f"organisation.{kebab(name)}"), editing, problems, note=note, must_say=name in _ALWAYS_SAID)
    house_style.edit(editing, problems)
    for group in GROUPS:
        _folded(group, editing, problems)


def open_group_of(editing: Editing, ref: str) -> None:
    """Unfold the group that asks for a field."""
    name = ref.removeprefix("organisation.")
    group = next((group for group, names in GROUPS.items() if name in map(kebab, names)), "")
    if group:
        editing.open_groups[PAGE] = group


def counted(about: str) -> str:
    """``54 of 120 words``."""
    words = len(about.split())
    over = f", {english.number(words - ABOUT_WORDS)} more than people read" if words > ABOUT_WORDS else ""
    return f"{english.number(words)} of {ABOUT_WORDS} words{over}"


def _folded(group: str, editing: Editing, problems: Mapping[str, str]) -> None:
    is_open = editing.open_groups.get(PAGE) == group
    names = [kebab(name) for name in GROUPS[group]]
    wrong = [at for at in problems if at.startswith(tuple(f"organisation.{name}" for name in names))]
    says = "Something here is wrong" if wrong else _given(editing, names)
    says += findings.counted([f"organisation.{name}" for name in names], editing)
    with st.container(key=f"fold-{names[0]}", horizontal=True, vertical_alignment="center"):
        st.button(
            f"{'Close' if is_open else 'Open'}: {group}",
            key=f"open-{names[0]}",
            on_click=editing.toggle,
            args=(PAGE, group),
        )
        safe.line(says)
    if is_open:
        for name in GROUPS[group]:
            edit = _LISTS.get(name)
            if edit:
                edit(editing, problems)
                findings.beside_question(f"organisation.{kebab(name)}", editing)
            else:
                ask(field(f"organisation.{kebab(name)}"), editing, problems)


def _given(editing: Editing, names: list[str]) -> str:
    """``2 of 3 given``, or how many items where the group is a list."""
    answers = [answer for name in names if (answer := editing.answer(f"organisation.{name}")) not in (None, [], {})]
    if not answers:
        return "Nothing given"
    items = items_of(answers[0]) if len(names) == 1 else []
    return f"{len(items)} given" if items else f"{len(answers)} of {len(names)} given"
