"""The panel for other words bars nobody and cuts nothing off, in light and dark, wide and narrow."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (768, "dark")])
def test_the_panel_bars_nobody_and_cuts_nothing_off(
    tab: Callable[..., Page], server: Server, width: int, scheme: str
) -> None:
    page = tab(width=width, scheme=scheme)
    draft = examples.example("harbour-mutual").draft.adding("duty", "whitelist what you utilise")
    with open_store(None, server.data) as store:
        page.goto(f"{server.url}/duties?draft={store.create_draft(draft).id}")
    drawn(page)
    page.get_by_role("button", name="Reword").click()
    page.get_by_role("button", name="Plain English").click()
    expect(page.locator(".proposals li").first).to_be_visible()
    page.locator(".proposals li").first.get_by_role("button", name="Edit").click()
    _bars_nobody(page)
    page.goto(f"{server.url}/settings")
    drawn(page)
    expect(page.get_by_text("No language model is connected")).to_be_visible()
    _bars_nobody(page)


def _bars_nobody(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"]) for each in found if each["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
