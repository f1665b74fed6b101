"""The record as a card of its own, apart from what is published."""

import streamlit as st

from jd_builder.services import record
from jd_builder.ui.components import downloads, safe
from jd_builder.ui.session import Sheet


def show(sheet: Sheet) -> None:
    draft = sheet.draft
    with st.container(key="card-record", gap="xsmall"):
        safe.entry("Record for your files", "Sources, changes with their originals, and why findings were kept.")
        content = downloads.dated(lambda now: record.made(draft, now))
        downloads.download("Record as a Word file", record.name_of(draft), content, "record")
