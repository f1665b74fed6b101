"""Copy for a jobs site: with formatting, or block by block for a site that has boxes."""

from dataclasses import asdict

import streamlit as st

from jd_builder.domain.portal import Portal
from jd_builder.ui.components import browser, confirming, safe
from jd_builder.ui.session import Sheet

_STYLES = ("colours.css", "portal.css")
_PAGE, _GROUP = "finish", "jobs-site"


def show(sheet: Sheet) -> None:
    """Folded until it is asked for: only then are the blocks worth making."""
    is_open = sheet.open_groups.get(_PAGE) == _GROUP
    with st.container(key="card-jobs-site", gap="xsmall"):
        safe.entry("Copy for a jobs site", "With formatting, or as plain blocks that fit the boxes of a site.")
        label = "Close" if is_open else "Show the blocks"
        st.button(label, key="open-jobs-site", on_click=sheet.toggle, args=(_PAGE, _GROUP))
        if is_open:
            _choose(sheet)


def _choose(sheet: Sheet) -> None:
    from jd_builder.services import portals

    known = {each.id: each for each in portals.usual(sheet.draft.read_organisation().value.sector)}
    first, *_ = known
    picked = st.segmented_control(
        "Site", list(known), default=first, format_func=lambda each: safe.label(known[each].name),
        key="site", label_visibility="collapsed", required=True,
    ) or first  # fmt: skip
    portal = known[picked]
    safe.line(portal.about)
    to_fix = sheet.found().to_fix_in(portal.document) or (
        () if portal.document in sheet.documents() else sheet.found().to_fix
    )
    if to_fix:
        safe.line(confirming.way(to_fix, "copy"))
        confirming.ask(sheet, "Copy the blocks", f"site-{portal.id}", to_fix)
    else:
        _blocks(sheet, portal)
    if portal.source:
        safe.line(f"What the site asks for: {portal.source}")


def _blocks(sheet: Sheet, portal: Portal) -> None:
    from jd_builder.services import portals

    made = portals.document(sheet.draft, portal)
    blocks = portals.blocks(made, portal)
    whole = "\n\n".join(f"{each.heading}\n{each.text}" for each in blocks)
    data = {"html": portals.formatted(made), "plain": whole, "blocks": list(map(asdict, blocks))}
    component = browser.component("portal", '<div class="portal"></div>', _STYLES, ("elements.js", "portal.js"))
    component(key=f"portal-{portal.id}", data=data)
