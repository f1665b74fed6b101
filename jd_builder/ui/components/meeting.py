"""Changes of two people, or two tabs, that met: what the other one changed, and the choice where both did the same."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

import streamlit as st

from jd_builder.domain.draft import Draft
from jd_builder.text import english
from jd_builder.ui.components import safe, times

if TYPE_CHECKING:
    from jd_builder.services.meeting import Question
    from jd_builder.storage import Aside


class Meeting(Protocol):
    """``elsewhere`` are places, as ``domain.merging`` names them, ``own`` what this session kept aside."""

    elsewhere: tuple[str, ...]
    own: frozenset[int]

    @property
    def draft(self) -> Draft: ...

    @property
    def shown(self) -> str: ...

    @property
    def question(self) -> "Question | None": ...

    def take_up(self, aside: "Aside[Draft]") -> None: ...

    def leave(self, aside: "Aside[Draft]") -> None: ...


class _Words(NamedTuple):
    said: str
    aside: str
    now: str
    take_up: str
    leave: str


_YOURS = _Words(
    "Someone else, or another tab, changed the same as you. Both are kept: choose the version to go on with. Until then"
    " the other one stands.",
    "Yours",
    "The other version",
    "Go on with yours",
    "Go on with the other version",
)
_OF_TWO = _Words(
    "Two people, or two tabs, changed the same. Both versions are kept: choose the one to go on with.",
    "Kept aside",
    "As it stands",
    "Go on with what was kept aside",
    "Go on as it stands",
)


def saved(on: Meeting, at: datetime) -> None:
    """When all was saved; never said as if nothing were left while a choice waits."""
    time = f"{at.astimezone(times.zone()):%H:%M}"
    if on.question:
        safe.saved(f"Saved {time}, but for a choice between two versions", on.shown, well=False)
    else:
        safe.saved(f"Saved {time}", on.shown)


def show(on: Meeting, key: str = "") -> None:
    """Nothing where nobody else changed anything; ``key`` tells two of them on one page apart."""
    if on.elsewhere:
        _elsewhere(on.elsewhere)
    if question := on.question:
        _choice(on, question, key)


def _elsewhere(places: Sequence[str]) -> None:
    from jd_builder.services.comparing import named

    safe.line(f"Also changed elsewhere: {english.listed(list(dict.fromkeys(map(named, places))))}.", "told")


def _choice(on: Meeting, question: "Question", key: str) -> None:
    from jd_builder.services.comparing import differences

    aside = question.aside
    words = _YOURS if aside.number in on.own and question.is_new else _OF_TWO
    with st.container(key=f"clash{key}", border=True):
        safe.line(words.said)
        for label, one, other in differences(aside.mine, on.draft, question.places):
            safe.versions(label, {words.aside: one, words.now: other})
        with st.container(horizontal=True):
            st.button(words.take_up, key=f"keep-mine{key}", on_click=on.take_up, args=(aside,))
            st.button(words.leave, key=f"take-theirs{key}", on_click=on.leave, args=(aside,))
