"""The changes that a working copy brought back, each with its words, to be taken or left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.services.labels import label
from jd_builder.text import english
from jd_builder.ui import going
from jd_builder.ui.components import safe

if TYPE_CHECKING:
    from jd_builder.services.word_changes import WordChange

_SORTS = {
    "changed": "Changed in Word",
    "removed": "Removed in Word",
    "moved": "Moved in Word",
    "added": "Added in Word",
}


def show(changes: "Sequence[WordChange]") -> tuple[list[int], str]:
    """The numbers of those that the user takes, and the question to go to, if one was picked."""
    if not changes:
        safe.line("Nothing was changed in Word.", "told")
        return [], ""
    safe.heading(
        f"Changed in Word: {english.count(len(changes), 'place')}",
        "Ticked changes are taken over, the others are left.",
    )
    picked, places = [], []
    for number, change in enumerate(changes):
        with st.container(key=f"returned-{number}", gap="xsmall"):
            safe.change(_SORTS[change.sort], change.of, change.pieces)
            if change.meanwhile:
                safe.line(f"The draft itself now says: {change.meanwhile}")
            if change.elsewhere:
                safe.line(f"The order changes too in: {english.listed(change.elsewhere)}.")
            if not change.can_be_taken:
                places.append(_where_instead(number, change))
            elif _takes(number, change):
                picked.append(number)
    return picked, next(filter(None, places), "")


def _takes(number: int, change: "WordChange") -> bool:
    asks = "Take the new order" if change.sort == "moved" else "Take this change"
    return st.checkbox(asks, not change.meanwhile, key=f"returned-take-{number}-{change.now[:40]}")


def _where_instead(number: int, change: "WordChange") -> str:
    """Why it is left, with a button for each question that it was made of; the one that was pressed, or nothing."""
    if not change.places:
        safe.line(change.why)
        return ""
    safe.line(f"{change.why} Each button opens the draft there, with the ticked changes:")
    with st.container(horizontal=True, gap="xsmall"):
        pressed = [
            place
            for place in change.places
            if st.button(safe.label(_name(place)), key=f"returned-go-{number}-{place.replace('.', '-')}")
        ]
    return next(iter(pressed), "")


def _name(place: str) -> str:
    """What the button is called that leads there: the question, or the page of all statements."""
    return "Duties and criteria" if going.page_of(place) == "duties" else label(place)
