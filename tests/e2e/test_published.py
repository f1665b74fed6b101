"""A copy to publish is remembered: on its card, on the first page, and first among what a draft is compared with."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from tests.e2e.conftest import Server, drawn, rerun


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with open_store(None, server.data) as opened:
        yield opened


def test_what_was_published_is_remembered_and_compared_with_what_the_draft_says_now(
    page: Page, server: Server, store: Store
) -> None:
    id = store.create_draft(examples.example("northmere-nhs-trust").draft, "Created", 0).id
    page.goto(f"{server.url}/finish?draft={id}")
    drawn(page)
    card = page.locator(".st-key-card-private-advert")
    expect(card).to_contain_text("No gaps.")
    with page.expect_download(), rerun(page):
        card.get_by_role("button", name="Copy to publish").click()
    expect(card).to_contain_text(re.compile(r"Published today \d\d:\d\d\."))
    expect(page.locator(".st-key-card-university-nhs")).not_to_contain_text("Published")
    assert [(each.number, each.layout) for each in store.publications(id)] == [(1, "private-advert")]
    assert store.load_draft(id).can_undo is False

    store.save_draft(id, store.load_draft(id).draft.answered("post.hours", "30"), 1, "Changed the hours", 0)
    store.save_draft(id, store.load_draft(id).draft.answered("post.hours", "36"), 2, "Changed the hours", 0)
    page.get_by_role("link", name="What changed since we last advertised").click()
    expect(page.get_by_role("heading", name="1 changed.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"From what was published on"))).to_be_visible()
    expect(page.get_by_role("combobox", name="Version")).to_have_value(
        re.compile(r"As published on \d+ \w+ \d{4} \(short advert\)")
    )
    expect(page.locator("del")).to_contain_text("37.5")

    page.goto(server.url)
    expect(page.get_by_text(re.compile(r"No gaps\. Edited today \d\d:\d\d\. Published today"))).to_be_visible()
