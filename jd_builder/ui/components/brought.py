"""A file that the user drops, or a text that they paste: the same to whoever reads it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, TypeVar

import streamlit as st

R = TypeVar("R")


@dataclass
class Held(Generic[R]):
    """What was read of it. ``made`` holds what came of each choice: a second click of the same hand makes nothing."""

    of: str
    read: R
    made: dict[str, str] = field(default_factory=dict)


def given(key: str, file: str, text: str, megabytes: int) -> tuple[bytes, str] | None:
    """Ask for one of the two, the file before the text, and give its content and name; None for neither yet.

    ``file`` and ``text`` name the fields. The size is looked at again by whoever reads the content, as
    only the browser keeps to this one.
    """
    dropped = st.file_uploader(file, key=f"{key}-file", max_upload_size=megabytes)
    with st.expander("Or paste the text"):
        pasted = st.text_area(text, key=f"{key}-text", height=160, max_chars=200_000)
        st.button("Read the text", key=f"{key}-read")
    if dropped is not None:
        return dropped.getvalue(), dropped.name
    return (pasted.encode(), "the pasted text") if pasted and pasted.strip() else None


def held(key: str, content: bytes, name: str, read: Callable[[bytes, str], R]) -> Held[R]:
    """Read it once, however often the page is drawn; what is wrong with it is the reader's UserError."""
    of = sha256(content).hexdigest()
    before: Held[R] | None = st.session_state.get(key)
    if before is None or before.of != of:
        before = st.session_state[key] = Held(of, read(content, name))
    return before
