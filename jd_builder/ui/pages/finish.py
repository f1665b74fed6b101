"""Finish: what is still missing, and the files."""

from datetime import datetime

import streamlit as st

from jd_builder.services import open_questions
from jd_builder.ui.components import (
    all_files,
    document_cards,
    downloads,
    follow,
    frame,
    jobs_site,
    overview,
    reading_card,
    record_card,
    safe,
    times,
    to_do,
)
from jd_builder.ui.components.beside import beside
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.session import Sheet

COMPLETE = "Every document has what it needs."


@st.fragment
@calm
def body() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "finish")
    follow.ask(sheet)
    with beside(sheet, "finish", document_cards.LEFT):
        found = sheet.found()
        about = f"{found.said_of_kept}." if found.kept else COMPLETE
        safe.state(found.said, "" if found.to_fix else about, found.is_complete)
        to_do.show(sheet, found)
        overview.show(sheet, found)
        document_cards.show(sheet)
        all_files.show(sheet)
        jobs_site.show(sheet)
        reading_card.show(sheet)
        _questions(sheet)
        record_card.show(sheet)


def _questions(sheet: Sheet) -> None:
    """What nobody here can answer, as a page for the one who can."""
    asked = open_questions.asked(sheet.draft, sheet.documents())
    if not (asked and sheet.documents()):
        return
    first, *_ = sheet.documents().values()
    page = open_questions.page(first.title, first.organisation, asked, sheet.stored.id)
    zone = times.zone()
    with st.container(key="card-questions", gap="xsmall"):
        safe.entry("Open questions for the manager", f"{len(asked)} to answer, with room to write.")
        downloads.download(
            "Questions as a Word file",
            open_questions.name_of(page),
            lambda: open_questions.made(page, datetime.now(zone).astimezone()).content,
            "open-questions",
        )


body()
