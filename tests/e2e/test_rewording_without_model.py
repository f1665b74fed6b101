"""Rewording in a real browser where no language model is connected: by our own rules."""

from playwright.sync_api import Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn


def test_the_panel_helps_without_any_model(page: Page, server: Server) -> None:
    draft = examples.example("harbour-mutual").draft.adding("duty", "whitelist what we use")
    with open_store(None, server.data) as store:
        page.goto(f"{server.url}/duties?draft={store.create_draft(draft).id}")
    drawn(page)
    page.get_by_role("button", name="Reword").click()
    expect(page.get_by_role("link", name="A language model can be connected")).to_be_visible()
    expect(page.get_by_role("button", name="Shorter", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Plain English").click()
    proposal = page.locator(".proposals li", has_text="allow list")
    expect(proposal.locator("del")).to_have_text("whitelist")
    proposal.get_by_role("button", name="Accept").click()
    expect(page.locator(".rows li.row", has_text="allow list what we use")).to_contain_text("edited")
