"""Everything at once: a zip for candidates, one for the panel, and the draft itself."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from jd_builder.services import bundles, draft_formats, house_styles
from jd_builder.services.bundles import Readers
from jd_builder.services.draft_formats import OF_DRAFTS
from jd_builder.text import english
from jd_builder.ui.components import confirming, downloads, frame, publication, safe, times
from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page

_LABELS: tuple[tuple[Readers, str], ...] = (("candidates", "All for candidates"), ("panel", "All for the panel"))
_ABOUT = (
    "Each document in Word and as PDF, in one zip for its readers: nothing for the panel is in that for candidates."
)


def show(sheet: Sheet) -> None:
    if not sheet.documents():
        return
    with st.container(key="card-all", gap="xsmall"):
        safe.entry("Download all", _ABOUT)
        if styles := house_styles.only_in_word(sheet.draft):
            safe.line(styles)
        if inside := bundles.in_none(sheet.documents().values()):
            names = [english.lowered(each) for each in inside]
            safe.line(f"In no zip, being for staff alone: {english.listed(names)}. Each document has its own card.")
        with st.container(key="files-all", horizontal=True, gap="small"):
            for readers, label in _LABELS:
                _zip(sheet, readers, label)
            for name in OF_DRAFTS:
                _of_the_draft(sheet, name)
        with st.container(key="what-changed"):
            label = "What changed since we last advertised"
            st.page_link(page("changes"), label=label, query_params=frame.address(sheet))


def _zip(sheet: Sheet, readers: Readers, label: str) -> None:
    found = bundles.bundle(sheet.draft, sheet.documents().values(), readers)
    if found is None:
        return
    key, content = f"all-{readers}", _now(found.content)
    mark = publication.taken(sheet, found.layouts if readers == "candidates" else [])
    if to_fix := sheet.found().to_fix_in(*found.layouts):
        confirming.publish(sheet, to_fix, label, key, found.name, content, mark)
        safe.line(f"{label}: {confirming.way(to_fix, 'publish')}")
    else:
        downloads.download(label, found.name, content, key, main=True, then=mark)


def _of_the_draft(sheet: Sheet, name: str) -> None:
    draft, format_ = sheet.draft, OF_DRAFTS[name]
    shown = draft_formats.shown(tuple(sheet.documents().values()))
    lacks = draft_formats.to_fill_in(draft, shown) if name == "jsonld" else []
    downloads.download(
        format_.name,
        draft_formats.name_of(shown, format_),
        lambda: draft_formats.made(draft, format_, shown).content,
        f"draft-{name}",
        off=bool(lacks),
    )
    if lacks:
        safe.line(f"{format_.name}: fill in {english.listed(lacks)} first.")


def _now(content: Callable[[datetime], bytes]) -> Callable[[], bytes]:
    zone = times.zone()
    return lambda: content(datetime.now(zone).astimezone())
