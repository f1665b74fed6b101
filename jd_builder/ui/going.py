"""From a part of a document, or a gap in it, to the page that asks for it."""

from collections.abc import Mapping
from typing import NoReturn

import streamlit as st

from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page


def to(sheet: Sheet, ref: str) -> NoReturn:
    """Open the question behind a field, or the row of a statement."""
    sheet.go_to(ref)
    name = page_of(ref)
    st.switch_page(page(name), query_params=organisation(sheet) if name == "organisation" else address(sheet))


def page_of(ref: str) -> str:
    """The page that asks for a field, or holds a statement."""
    return {"organisation": "organisation", "post": "job"}.get(ref.partition(".")[0], "duties")


def address(sheet: Sheet) -> Mapping[str, str]:
    return {"draft": sheet.stored.id}


def organisation(sheet: Sheet) -> Mapping[str, str]:
    """Where the details of a draft's organisation are edited: once for all drafts if they were saved."""
    follows = sheet.draft.organisation_from
    saved = {"organisation": follows.id} if follows else {}
    return {**saved, "draft": sheet.stored.id}
