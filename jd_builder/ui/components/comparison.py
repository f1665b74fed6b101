"""A draft beside an earlier version, another draft or a file: what to compare with, and what differs."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

import streamlit as st

from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.services import changes_page, old_versions, published, publishing, versions
from jd_builder.services.building import Made
from jd_builder.services.changes_page import Compared
from jd_builder.services.old_versions import Version
from jd_builder.text import english
from jd_builder.text.diff import Piece
from jd_builder.ui import bootstrap
from jd_builder.ui.components import brought, downloads, draft_list, safe, times
from jd_builder.ui.session import Sheet

_WAYS = ("An earlier version", "A file", "Another draft")
_MOST = 200  # versions or drafts to choose from
_HELD = "compared-file"


def other(sheet: Sheet) -> Version | None:
    """What the user compares with, and what to call it; None as long as there is nothing."""
    way = st.radio("Compare with", _WAYS, key="compare-way", horizontal=True)
    return {_WAYS[0]: _earlier, _WAYS[1]: _file, _WAYS[2]: _another}[way or _WAYS[0]](sheet)


def show(sheet: Sheet, before: Version) -> None:
    compared = changes_page.compared(before, Version(sheet.draft, "now"))
    safe.state(versions.summary(compared.changes), f"From {before.name} to now.", not compared.changes)
    if compared.changes:
        file = publishing.publish_name(changes_page.page(compared))
        downloads.download("As a Word file", file, downloads.dated(_made(compared)), "changes-docx")
    if before.note:
        safe.line(before.note, "told")
    for version in compared.unread:
        safe.line(changes_page.not_understood(version), "told")
        with st.expander("Look at them"):
            safe.points(changes_page.passages(version))
    for part in dict.fromkeys(each.part for each in compared.changes):
        safe.heading(part)
        for change in (each for each in compared.changes if each.part == part):
            runs = changes_page.pieces(change)
            became = english.raised(compared.became(change))
            safe.change(became, change.label, [Piece(run.change or "same", run.text) for run in runs])


def _earlier(sheet: Sheet) -> Version | None:
    """What was published first, as that is what people mean; then every version that was saved."""
    store, id = bootstrap.store(), sheet.stored.id
    issues = {issue.number: _as_published(issue) for issue in published.issues(store.publications(id))}
    said = {number: f"As {name}" for number, name in issues.items()}
    lines = [each for each in store.revisions(id) if each.number not in (sheet.stored.number, *said)]
    said |= {line.number: f"{times.ago(line.made)}: {line.change}" for line in lines[-_MOST:]}
    if not said:
        safe.line("This draft has no earlier version yet.")
        return None
    number = st.selectbox("Version", list(said), format_func=said.__getitem__, key="compare-version")
    if number is None:
        return None
    name = f"what was {issues[number]}" if number in issues else f"the version of {said[number]}"
    return Version(store.revision(id, number), name)


def _as_published(issue: published.Issue) -> str:
    return f"published on {times.day(issue.at)} ({issue.documents})"


def _another(sheet: Sheet) -> Version | None:
    lines = [each for each in bootstrap.store().list_drafts("", 0, _MOST) if each.id != sheet.stored.id]
    if not lines:
        safe.line("There is no other draft.")
        return None
    said = {line.id: f"{draft_list.name(line)}, edited {times.ago(line.edited_at)}" for line in lines}
    id_ = st.selectbox("Draft", list(said), format_func=said.__getitem__, key="compare-draft")
    return Version(bootstrap.store().load_draft(id_).draft, said[id_]) if id_ else None


def _file(sheet: Sheet) -> Version | None:
    given = brought.given(
        "compare", "Last year's file (.docx, .txt, .md) or a draft file", "Text of the old advert", 10
    )
    if given is None:
        return None
    content, name = given
    of = (sha256(content).hexdigest(), sheet.stored.number)
    held = st.session_state.get(_HELD)
    if held is None or held[0] != of:
        try:
            held = st.session_state[_HELD] = (of, old_versions.of_file(content, name, sheet.draft))
        except (UserError, DataFileError) as error:
            safe.line(str(error), "problem")
            return None
    version: Version = held[1]
    return version


def _made(compared: Compared) -> Callable[[datetime], Made]:
    return lambda now: publishing.copy_to_publish(changes_page.page(compared), "docx", now, compared.after.draft)
