"""Files to take away, made when they are asked for."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from jd_builder.services.building import Made
from jd_builder.services.draft_formats import ALL
from jd_builder.ui.components import times


def download(
    label: str,
    name: str,
    content: Callable[[], bytes],
    key: str,
    off: bool = False,
    main: bool = False,
    then: Callable[[], None] | None = None,
) -> None:
    """A file that is made when it is asked for: Word files take time that no page should wait for.

    ``then`` is done as it is taken away; without it the page is not drawn again.
    """
    st.download_button(
        label, content, name, _media_type(name), key=key, on_click=then or "ignore", disabled=off,
        type="primary" if main else "secondary",
    )  # fmt: skip


def dated(made: Callable[[datetime], Made]) -> Callable[[], bytes]:
    """The file as of the moment it is asked for, by the reader's clock: there is no session then to ask."""
    zone = times.zone()
    return lambda: made(datetime.now(zone).astimezone()).content


def _media_type(name: str) -> str:
    suffix = name.rsplit(".", 1)[-1]
    return ALL[suffix].media_type if suffix in ALL else f"application/{suffix}"
