"""A browser whose server froze, died and came back: what was typed meanwhile is kept, and nothing older overwrites."""

import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from tests.e2e.conftest import Server, drawn, rerun, shows, until

# The steps that look like the one that the page is.
MARKED = "steps => steps.filter(each => getComputedStyle(each).borderBottomWidth !== '0px').map(each => each.innerText)"
NO_CONNECTION = "No connection to the app."


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with open_store(None, server.data) as opened:
        yield opened
    if server.process.poll() is not None:  # left dead by a test that failed
        server.start()


@pytest.fixture
def draft(store: Store) -> str:
    return store.create_draft(Draft(documents=("private-advert",), post={"title": "Before"})).id


def box(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def visit(page: Page, address: str) -> None:
    """Open a page, and wait until the browser has all that it is made of."""
    page.goto(address)
    drawn(page)
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


def answer(page: Page, label: str, text: str) -> None:
    box(page, label).fill(text)
    box(page, label).press("Tab")


def die(page: Page, server: Server) -> None:
    """The server stops to listen, what is typed then reaches nobody, and then it is gone."""
    server.kill()
    expect(page.get_by_text(NO_CONNECTION)).to_be_visible()


def freeze(server: Server) -> None:
    server.process.send_signal(signal.SIGSTOP)


def test_what_nobody_heard_is_kept_when_the_server_is_back(
    page: Page, server: Server, store: Store, draft: str
) -> None:
    visit(page, f"{server.url}/job?draft={draft}")
    page.get_by_role("button", name="Open: More about the vacancy").click()
    expect(box(page, "Number of posts")).to_be_visible()
    freeze(server)
    answer(page, "Job title", "Head of security")
    answer(page, "Number of posts", "2")
    page.locator(".st-key-q-post-contract [role=combobox]").first.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".st-key-q-post-location").get_by_role("radio", name="Ask the manager").click()
    box(page, "Reports to").click()
    page.keyboard.type("Chief risk officer")  # and the field is not left
    die(page, server)
    server.start()
    typed = {
        "title": "Head of security",
        "number-of-posts": "2",
        "contract": {"type": "fixed-term"},
        "location": "ask the manager",
        "reports-to": "Chief risk officer",
    }
    until(lambda: store.load_draft(draft).draft.post == typed)
    expect(page.get_by_text(NO_CONNECTION)).to_have_count(0)
    expect(page.get_by_role("region", name="The document").locator("h1")).to_have_text("Head of security")


def test_a_tab_that_comes_back_with_nothing_new_shows_what_others_saved_meanwhile(
    page: Page, server: Server, store: Store, draft: str
) -> None:
    visit(page, f"{server.url}/job?draft={draft}")
    die(page, server)
    store.save_draft(draft, Draft(documents=("private-advert",), post={"title": "Elsewhere"}), 1, "Elsewhere")
    server.start()
    shows(page, "Job title", "Elsewhere")
    assert store.load_draft(draft).draft.post == {"title": "Elsewhere"}


def test_what_was_typed_meets_what_others_saved_meanwhile_as_a_choice(
    page: Page, server: Server, store: Store, draft: str
) -> None:
    visit(page, f"{server.url}/job?draft={draft}")
    freeze(server)
    answer(page, "Job title", "Mine")
    die(page, server)
    store.save_draft(draft, Draft(documents=("private-advert",), post={"title": "Theirs"}), 1, "Elsewhere")
    server.start()
    clash = page.locator(".st-key-clash")
    expect(clash).to_contain_text("Mine")
    expect(clash).to_contain_text("Theirs")
    assert store.load_draft(draft).draft.post == {"title": "Theirs"}
    page.get_by_role("button", name="Go on with yours").click()
    until(lambda: store.load_draft(draft).draft.post == {"title": "Mine"})


def test_all_that_was_typed_meanwhile_meets_what_others_saved_as_one_choice(
    page: Page, server: Server, store: Store, draft: str
) -> None:
    visit(page, f"{server.url}/job?draft={draft}")
    freeze(server)
    for label, text in (("Job title", "Mine"), ("Hours a week", "36"), ("Reports to", "Chief risk officer")):
        answer(page, label, text)
    die(page, server)
    theirs = {"title": "Theirs", "hours": "37"}
    store.save_draft(draft, Draft(documents=("private-advert",), post=theirs), 1, "Elsewhere")
    server.start()
    clash = page.locator(".st-key-clash")
    for text in ("Mine", "Theirs", "36", "37"):
        expect(clash).to_contain_text(text)
    assert store.load_draft(draft).draft.post == {**theirs, "reports-to": "Chief risk officer"}
    page.get_by_role("button", name="Go on with yours").click()
    mine = {"title": "Mine", "hours": "36", "reports-to": "Chief risk officer"}
    until(lambda: store.load_draft(draft).draft.post == mine)


def test_an_organisation_is_kept_as_it_was_typed(page: Page, server: Server, store: Store) -> None:
    id = store.create_organisation({"name": "Fish & Chips"}).id
    visit(page, f"{server.url}/organisation?organisation={id}")
    page.get_by_role("button", name="Open: Standard paragraphs").click()
    page.get_by_role("button", name="Add a paragraph").click()
    expect(box(page, "Title")).to_be_visible()
    freeze(server)
    answer(page, "Organisation name", "Fish & Chips plc")
    answer(page, "Title", "Safeguarding")
    box(page, "Text").fill("We keep people safe.")
    die(page, server)
    server.start()
    typed = {"name": "Fish & Chips plc", "paragraphs": [{"title": "Safeguarding", "text": "We keep people safe."}]}
    until(lambda: store.load_organisation(id).answers == typed)


def test_a_draft_that_is_only_begun_is_still_begun(page: Page, server: Server, store: Store) -> None:
    store.create_organisation({"name": "Another"})
    visit(page, f"{server.url}/start")
    page.locator(".st-key-who [role=combobox]").click()
    page.get_by_role("option", name="A new organisation").click()
    answer(page, "Organisation name", "Harbour Mutual")
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
    page.get_by_text("Internal role profile", exact=True).click()
    expect(page.get_by_role("checkbox", name="Internal role profile")).not_to_be_checked()
    die(page, server)
    with rerun(page):
        server.start()
    expect(page.get_by_text(NO_CONNECTION)).to_have_count(0)
    expect(box(page, "Organisation name")).to_have_value("Harbour Mutual")
    page.get_by_role("button", name="Start the draft").click()
    page.wait_for_url("**/job?draft=*")
    made = store.load_draft(page.url.rpartition("=")[2]).draft
    assert made.organisation["name"] == "Harbour Mutual"
    assert made.documents
    assert "internal-profile" not in made.documents


def test_the_page_says_in_our_words_that_the_connection_is_lost_and_stays_open_to_read(
    tab: Callable[..., Page], server: Server, draft: str
) -> None:
    page = tab()
    visit(page, f"{server.url}/job?draft={draft}")
    die(page, server)
    page.wait_for_timeout(6000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("alert").filter(has_text=NO_CONNECTION)).to_be_visible()
    assert page.locator(".st-key-steps a").evaluate_all(MARKED) == ["The job (9 to fill in)"]
    server.start()
    expect(page.get_by_text(NO_CONNECTION)).to_have_count(0)
