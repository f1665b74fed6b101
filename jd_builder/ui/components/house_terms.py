"""The words that an organisation uses in place of others: a line for each, and an empty one to add to."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from jd_builder.text.clean import clean_text
from jd_builder.ui import returning
from jd_builder.ui.components import items, safe
from jd_builder.ui.components.items import Item
from jd_builder.ui.editing import Editing

PLACE = "organisation.house-terms"
_PARTS = {"say": ("Say", "colleagues"), "instead-of": ("Instead of", "staff")}


def edit(editing: Editing, problems: Mapping[str, str]) -> None:
    safe.question("House terms", "Words you use in place of others.")
    items.removed(editing)
    held = items.items_of(editing.answer(PLACE))
    for number, item in enumerate([*held, {}]):
        _one(editing, number, item, is_new=number == len(held))
        for sentence in items.problems_of(problems, PLACE, number):
            safe.problem(sentence)


def _one(editing: Editing, number: int, item: Item, is_new: bool) -> None:
    key = f"{editing.generation}:{PLACE}.{number}"

    def keep(part: str) -> None:
        value = clean_text(st.session_state[f"{key}.{part}"]).strip()
        items.change(editing, PLACE, number, part, value, "Changed the house terms")

    with st.container(key=f"term-{number}", horizontal=True, vertical_alignment="bottom", gap="small"):
        for part, (label, example) in _PARTS.items():
            given = str(item.get(part) or item.get(part.replace("-", "_")) or "")
            common: dict[str, Any] = {"key": f"{key}.{part}", "on_change": keep, "args": (part,)}
            came = st.text_input(label, given, placeholder=example, **common)
            if editing.catching_up and came != given:
                returning.missed(partial(keep, part))
        gone = (editing, PLACE, number, f"“{item.get('say') or item.get('instead-of')}”")
        st.button(
            "Remove", key=f"remove-term-{number}", type="tertiary", disabled=is_new, on_click=items.remove, args=gone
        )
