"""Changes of two people, or two tabs, that met: what the other one changed, and the choice where both did the same."""

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from jd_builder.domain.draft import Draft
from jd_builder.text import english
from jd_builder.ui.components import safe


class Meeting(Protocol):
    """``elsewhere`` and ``disputed`` are places, as ``domain.merging`` names them; ``theirs`` waits for a choice."""

    elsewhere: tuple[str, ...]

    @property
    def draft(self) -> Draft: ...

    @property
    def theirs(self) -> Draft | None: ...

    @property
    def disputed(self) -> Sequence[str]: ...

    def keep_mine(self) -> None: ...

    def take_theirs(self) -> None: ...


def show(on: Meeting, key: str = "") -> None:
    """Nothing where nobody else changed anything; ``key`` tells two of them on one page apart."""
    if on.elsewhere:
        _elsewhere(on.elsewhere)
    if on.theirs:
        _choice(on, on.theirs, key)


def _elsewhere(places: Sequence[str]) -> None:
    from jd_builder.services.comparing import named

    safe.line(f"Also changed elsewhere: {english.listed(list(dict.fromkeys(map(named, places))))}.", "told")


def _choice(on: Meeting, theirs: Draft, key: str) -> None:
    from jd_builder.services.comparing import differences

    choices: dict[str, tuple[str, Callable[[], None]]] = {
        "keep-mine": ("Go on with yours", on.keep_mine),
        "take-theirs": ("Go on with the other version", on.take_theirs),
    }
    with st.container(key=f"clash{key}", border=True):
        safe.line(
            "Someone else, or another tab, changed the same as you. Nothing is lost: choose the version to go on with."
        )
        for label, one, other in differences(on.draft, theirs, on.disputed):
            safe.versions(label, one, other)
        with st.container(horizontal=True):
            for name, (label, deed) in choices.items():
                st.button(label, key=f"{name}{key}", on_click=deed)
