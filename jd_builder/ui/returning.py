"""A browser that comes back to a server which knows nothing of it: after a restart, or a long sleep.

Its fields still show what was typed, also while nobody listened. The page says which state of the
draft it showed (``data-shown``, sent by pulse.js); what its fields say beyond that was typed there
and is kept as if it had just been: on top of that state, so that a change made elsewhere meets it
as one made in another tab would, and neither overwrites the other.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from pydantic import BaseModel, ConfigDict, ValidationError

_SHOWN, _MISSED, _SETTLED = "shown-before", "missed", "settled"


class Shown(BaseModel):
    """What a page showed: the revision ``number`` of a draft or organisation, and with which fields."""

    model_config = ConfigDict(frozen=True, strict=True)

    id: str
    number: int
    generation: int
    open_groups: Mapping[str, str]


def heard(shown: object) -> None:
    """Before a page is drawn: what the browser said that it showed, None where it was never away."""
    if _SETTLED not in st.session_state:
        st.session_state[_SHOWN] = shown
        st.session_state[_MISSED] = []


def is_back() -> bool:
    """Whether this is the first run for a browser that was here before."""
    return st.session_state.get(_SHOWN) is not None


def shown(id: str) -> Shown | None:
    """What the browser showed of a draft or an organisation. It comes from outside, so it is checked."""
    said: Any = st.session_state.get(_SHOWN)
    for each in said if isinstance(said, list) else []:
        try:
            found = Shown.model_validate_json(each)
        except ValidationError:
            continue
        if found.id == id:
            return found
    return None


def missed(keep: Callable[[], None]) -> None:
    """A field brought something that was never heard: keep it once all fields have been drawn."""
    st.session_state[_MISSED].append(keep)


def take_up() -> None:
    """Keep what was missed so far."""
    waiting = st.session_state.get(_MISSED, [])
    while waiting:
        waiting.pop(0)()


def settle() -> None:
    """After a page was drawn whole: keep what was missed, and draw the page again if the browser was back."""
    was_back = is_back()
    take_up()
    st.session_state[_SETTLED] = True
    st.session_state[_SHOWN] = None
    if was_back:
        st.rerun()
