"""Brings the question that was asked for into view, on pages without the document beside them."""

from jd_builder.ui.components import browser
from jd_builder.ui.session import Sheet


def show(sheet: Sheet) -> None:
    """Draw last: the question has to be on the page."""
    component = browser.component("attention", "<span></span>", js=("attention.js",))
    component(key="attention", data={"key": sheet.focus.replace(".", "-"), "asked": str(sheet.asked)}, height=0)
