"""A list of answers with parts, such as standard paragraphs, as it is changed item by item."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from jd_builder.ui.components import safe
from jd_builder.ui.editing import Editing

Item = Mapping[str, Any]
HOUSE_STYLE = "the house style"
ALONE = (HOUSE_STYLE,)


def items_of(answer: Any) -> list[Item]:
    """The items as typed; one that stands alone is a list of one."""
    answers = answer if isinstance(answer, (list, tuple)) else [answer]
    return [each for each in answers if isinstance(each, Mapping)]


def change(editing: Editing, place: str, number: int, key: str, value: Any, what: str) -> None:
    """Keep one part of one item, counted from 0; the number after the last adds an item."""
    items: list[Item] = [*items_of(editing.answer(place)), {}]
    items[number] = {name: part for name, part in {**items[number], key: value}.items() if part}
    editing.answered(place, [each for each in items if each] or None, what)


def remove(editing: Editing, place: str, number: int, name: str) -> None:
    items = items_of(editing.answer(place))
    editing.removed(place, [*items[:number], *items[number + 1 :]] or None, name)


def removed(editing: Editing, alone: str = "") -> None:
    """What was taken away last, and the way to have it again.

    ``alone`` is the name of a thing that says so in a place of its own, and nothing else there.
    """
    if editing.gone and (editing.gone == alone or (not alone and editing.gone not in ALONE)):
        with st.container(key="notice-removed", horizontal=True, vertical_alignment="center", gap="small"):
            safe.line(f"Removed {editing.gone}.", "told")
            st.button("Undo", key="put-back", type="tertiary", on_click=editing.put_back)


def problems_of(problems: Mapping[str, str], place: str, number: int) -> list[str]:
    """What is wrong with one item, each as a sentence."""
    start = f"{place}.{number + 1}"
    return [said for at, said in problems.items() if at == start or at.startswith(f"{start}.")]
