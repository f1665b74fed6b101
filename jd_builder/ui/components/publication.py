"""What of a draft was published: remembered as a copy to publish is taken away, and said beside it."""

from collections.abc import Callable, Iterable

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.services import published
from jd_builder.storage import Publication
from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe, times
from jd_builder.ui.session import Sheet

_UNMARKED = "publication-not-noted"


def taken(sheet: Sheet, layouts: Iterable[str]) -> Callable[[], None]:
    """What is done as documents are taken away. What is not saved yet has no revision to remember."""
    names = tuple(layouts)

    def mark() -> None:
        if not names or sheet.failed:
            return
        try:
            bootstrap.store().mark_published(sheet.stored.id, sheet.stored.number, names)
        except UserError as error:
            st.session_state[_UNMARKED] = str(error)

    return mark


def trouble() -> None:
    """That a file was taken and its mark not kept: said once, where the files are."""
    if reason := st.session_state.pop(_UNMARKED, ""):
        safe.line(f"The download went well, but the day of publication was not noted here. {reason}", "problem")


def marks(sheet: Sheet) -> tuple[Publication, ...]:
    """None while the store cannot be asked: that is told elsewhere, and takes no page away."""
    try:
        return bootstrap.store().publications(sheet.stored.id)
    except UserError:
        return ()


def said(marks: Iterable[Publication], layout: str) -> str:
    """`` Published 3 March 2026.``, or nothing."""
    at = published.last(marks, layout)
    return f" Published {times.ago(at)}." if at else ""
