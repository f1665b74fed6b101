"""The organisation's standard paragraphs: one line each, and one at a time open to be written."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from jd_builder.services import catalogue
from jd_builder.text import english
from jd_builder.text.clean import clean_text
from jd_builder.ui import returning
from jd_builder.ui.components import items, safe
from jd_builder.ui.components.items import Item
from jd_builder.ui.components.rows import row
from jd_builder.ui.editing import Editing

PLACE = "organisation.paragraphs"
_OPEN = "paragraph"


def edit(editing: Editing, problems: Mapping[str, str]) -> None:
    safe.question("Standard paragraphs", "Your own clauses, and the documents that use each.")
    items.removed(editing)
    held = items.items_of(editing.answer(PLACE))
    with st.container(key="paragraphs-list", gap=None):
        # A new one stands where it will stay: a field that moves loses what is being typed into it.
        for number, item in enumerate([*held, *([{}] if _is_open(editing, len(held)) else [])]):
            _one(editing, problems, number, item, is_new=number == len(held))
    st.button("Add a paragraph", key="add-paragraph", on_click=_open, args=(editing, len(held)))


def _is_open(editing: Editing, number: int) -> bool:
    return editing.open_groups.get(_OPEN) == str(number)


def _open(editing: Editing, number: int) -> None:
    editing.open_groups[_OPEN] = str(number)


def _one(editing: Editing, problems: Mapping[str, str], number: int, item: Item, is_new: bool) -> None:
    title = str(item.get("title") or ("New paragraph" if is_new else "Paragraph without a title"))
    is_open = _is_open(editing, number)
    with row(f"paragraph-{number}", title, _about(item)):
        _button("Close" if is_open else "Edit", number, partial(editing.toggle, _OPEN, str(number)))
        if not is_new:
            _button("Remove", number, partial(_remove, editing, number, title))
    if is_open:
        _write(editing, number, item)
    for sentence in items.problems_of(problems, PLACE, number):
        safe.problem(sentence)


def _button(label: str, number: int, deed: Callable[[], None]) -> None:
    st.button(label, key=f"{label}-paragraph-{number}", type="tertiary", on_click=deed)


def _about(item: Item) -> str:
    """``46 words, in the short advert``."""
    words = english.count(len(str(item.get("text") or "").split()), "word")
    known = {layout.id: english.lowered(layout.name) for layout in catalogue.layouts()}
    chosen = [known.get(each, each) for each in _documents(item)]
    return f"{words}, in {english.listed([f'the {each}' for each in chosen]) if chosen else 'every document'}"


def _documents(item: Item) -> list[str]:
    given: Any = item.get("documents") or []
    return [given] if isinstance(given, str) else list(given)


def _write(editing: Editing, number: int, item: Item) -> None:
    names = {layout.id: safe.label(layout.name) for layout in catalogue.layouts()}
    key = f"{editing.generation}:{PLACE}.{number}"

    def keep(part: str) -> None:
        value = st.session_state[f"{key}.{part}"]
        value = clean_text(value).strip() if isinstance(value, str) else list(value)
        items.change(editing, PLACE, number, part, value, "Changed a standard paragraph")

    def common(part: str) -> dict[str, Any]:
        return {"key": f"{key}.{part}", "on_change": keep, "args": (part,)}

    def catch_up(part: str, came: object, drawn: object) -> None:
        if editing.catching_up and came != drawn:
            returning.missed(partial(keep, part))

    with st.container(key="write-paragraph"):
        title, text = str(item.get("title") or ""), str(item.get("text") or "")
        catch_up("title", st.text_input("Title", title, placeholder="Safeguarding", **common("title")), title)
        catch_up("text", st.text_area("Text", text, height=150, **common("text")), text)
        chosen = [each for each in _documents(item) if each in names]
        picked = st.pills(
            "Documents that use it: none chosen means all of them", list(names), selection_mode="multi",
            default=chosen, format_func=names.__getitem__, wrap=True, **common("documents"),
        )  # fmt: skip
        catch_up("documents", picked, chosen)


def _remove(editing: Editing, number: int, title: str) -> None:
    items.remove(editing, PLACE, number, title)
    editing.open_groups[_OPEN] = ""
