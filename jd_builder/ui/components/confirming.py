"""Publishing with something still to fix: asked once, with a reason that stays on the draft."""

from collections.abc import Sequence

import streamlit as st

from jd_builder.domain.document import Document
from jd_builder.services import finding_changes, publishing
from jd_builder.services.finding_changes import REASONS
from jd_builder.services.found import Told
from jd_builder.ui.components import downloads, safe
from jd_builder.ui.session import Sheet

_SHOWN = 4


def ask(sheet: Sheet, document: Document, to_fix: Sequence[Told]) -> None:
    """The copy to publish behind a question; once it is answered the findings are kept, and it asks no more."""
    key = f"why-{document.layout}"
    with st.popover("Copy to publish", key=f"confirm-{document.layout}", type="primary"), st.container(gap="xsmall"):
        safe.heading("Publish with this still to fix?")
        for each in to_fix[:_SHOWN]:
            safe.line(each.finding.message, "told")
        if len(to_fix) > _SHOWN:
            safe.line(f"And {len(to_fix) - _SHOWN} more.")
        picked = st.pills("Yes, because", REASONS, key=key)
        own = st.text_input("In your own words", key=f"{key}-own", placeholder="Whoever asks later reads this")
        reason = finding_changes.reason_in(picked or "", own)

        def keep() -> None:
            draft = finding_changes.keeping(sheet.draft, to_fix, reason)
            sheet.change(draft, f"Published the {document.name} with a reason")

        made = downloads.dated(lambda now: publishing.copy_to_publish(document, "docx", now))
        name = publishing.publish_name(document)
        downloads.download("Publish", name, made, f"docx-{document.layout}", off=not reason, main=True, then=keep)
        safe.line("The reason is kept with the draft and stands in the record, never in a published copy.")
