"""Publishing with something still to fix: asked once, with a reason that stays on the draft."""

from collections.abc import Callable, Sequence

import streamlit as st

from jd_builder.services import finding_changes
from jd_builder.services.finding_changes import REASONS
from jd_builder.services.found import Told
from jd_builder.text import english
from jd_builder.ui.components import downloads, safe
from jd_builder.ui.session import Sheet

_WRONG = "No reason stands in for a value that cannot be read. Until it is right, use the draft for approval."
_HOLDS = (
    "The reason holds wherever the same words stand, in other documents too. "
    "It is kept with the draft and stands in the record, never in a published copy."
)


def way(to_fix: Sequence[Told], deed: str) -> str:
    """How a document with something to fix comes to its readers all the same; with a wrong value it does not."""
    wrong = sum(each.is_wrong for each in to_fix)
    values = english.count(wrong, "wrong value") if wrong > 1 else "wrong value"
    how = f"Put the {values} right before you {deed}." if wrong else f"You can also {deed} with a reason."
    return f"{len(to_fix)} to fix first. {how}"


def publish(
    sheet: Sheet,
    to_fix: Sequence[Told],
    label: str,
    key: str,
    name: str,
    content: Callable[[], bytes],
    mark: Callable[[], None],
) -> None:
    """A file for its readers behind the question; ``mark`` is done as it is taken, after its reason is kept."""

    def offer(keep: Callable[[], None], off: bool) -> None:
        def take() -> None:
            keep()
            mark()

        downloads.download("Publish", name, content, key, off=off, main=True, then=take)

    ask(sheet, label, key.removeprefix("docx-"), to_fix, offer)


def ask(
    sheet: Sheet,
    label: str,
    key: str,
    to_fix: Sequence[Told],
    offer: Callable[[Callable[[], None], bool], None] | None = None,
) -> None:
    """Once it is answered, the findings are kept and nobody is asked again.

    ``offer`` draws what is behind the question, with what has to be done as it is taken and whether it is
    off as yet; without it there is a button to go on.
    """
    with st.popover(label, key=f"confirm-{key}", type="primary"), st.container(gap="xsmall"):
        wrong = [each for each in to_fix if each.is_wrong]
        safe.heading("Put this right first" if wrong else "Publish with this still to fix?")
        safe.points((each.finding.message for each in wrong or to_fix), scrolls=True)
        if wrong:
            safe.line(_WRONG)
            return
        safe.line(_HOLDS)
        picked = st.pills("Yes, because", REASONS, key=f"why-{key}")
        own = st.text_input("In your own words", key=f"why-{key}-own", placeholder="Whoever asks later reads this")
        reason = finding_changes.reason_in(picked or "", own)

        def keep() -> None:
            sheet.change(finding_changes.keeping(sheet.draft, to_fix, reason), "Published with a reason")

        if offer:
            offer(keep, not reason)
        else:
            st.button("Go on", key=f"go-on-{key}", type="primary", disabled=not reason, on_click=keep)
