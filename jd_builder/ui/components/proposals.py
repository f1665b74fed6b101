"""Proposals beside the text they are for: one component for however many there are."""

from collections.abc import Callable, Mapping
from typing import Any

from jd_builder.services.changes import Action, Change
from jd_builder.services.shares import Shares
from jd_builder.ui.components import browser, statements
from jd_builder.ui.session import Sheet

_STYLES = ("colours.css", "proposals.css")
_SCRIPTS = ("deeds.js", "elements.js", "proposals.js")


def show(content: Mapping[str, Any], sheet: Sheet, changed: Callable[[Shares, Action], Change]) -> None:
    component = browser.component("proposals", '<div class="proposals"></div>', _STYLES, _SCRIPTS)
    statements.draw(component, "proposals", content, sheet, changed)
