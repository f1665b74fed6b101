"""Nothing that was typed is ever lost: reload, a second tab, a killed server, undo."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn, rerun, shows, until

TITLE = "Head of cyber & <b>information</b> security ![x](http://192.0.2.1/x.png)"


Give = Callable[[Page, str | None, str, str], None]


@pytest.fixture
def give(server: Server) -> Iterator[Give]:
    """Go to the page, answer one question, leave its field, and wait until the store holds a new revision."""
    with open_store(None, server.data) as store:

        def answered(page: Page, address: str | None, label: str, text: str) -> None:
            if address and page.url != address:
                page.goto(address)
            box = page.get_by_label(label, exact=True)
            expect(box).to_have_count(1)
            draft = page.url.rpartition("=")[2]
            before = len(store.revisions(draft))
            box.fill(text)
            box.press("Tab")
            until(lambda: len(store.revisions(draft)) > before)

        yield answered


@pytest.fixture
def address(server: Server) -> str:
    """The job page of a new draft."""
    with open_store(None, server.data) as store:
        saved = store.create_draft(Draft(documents=("private-advert",)))
    return f"{server.url}/job?draft={saved.id}"


def test_a_title_is_kept_when_the_field_is_left_and_is_there_after_a_reload(
    page: Page, address: str, give: Give
) -> None:
    give(page, address, "Job title", TITLE)
    expect(page.get_by_text("Saved ")).to_be_visible()
    page.reload()
    shows(page, "Job title", TITLE)


def test_the_document_beside_the_questions_shows_what_was_typed_as_text_and_marks_it(
    page: Page, address: str, give: Give
) -> None:
    give(page, address, "Job title", TITLE)
    expect(page.get_by_role("region", name="The document").locator("h1")).to_have_text(TITLE)
    expect(page.locator(".changed").first).to_be_visible()


def test_undo_and_redo_survive_a_reload(page: Page, address: str, give: Give) -> None:
    give(page, address, "Job title", "First")
    give(page, address, "Job title", "Second")
    page.reload()
    page.get_by_role("button", name="Undo").click()
    shows(page, "Job title", "First")
    page.reload()
    page.get_by_role("button", name="Redo").click()
    shows(page, "Job title", "Second")


def test_the_later_of_two_tabs_is_told_and_sees_both_versions(
    tab: Callable[..., Page], address: str, give: Give
) -> None:
    one, other = tab(), tab()
    give(one, address, "Hours a week", "35")
    give(other, address, "Hours a week", "37")
    give(one, None, "Hours a week", "36")
    clash = one.locator(".st-key-clash")
    expect(clash).to_contain_text("36")
    expect(clash).to_contain_text("37")
    one.mouse.wheel(0, 10_000)
    expect(clash.get_by_role("button", name="Go on with yours")).to_be_in_viewport()
    one.get_by_role("button", name="Go on with the other version").click()
    shows(one, "Hours a week", "37")


def test_what_two_tabs_change_apart_both_stands(tab: Callable[..., Page], address: str, give: Give) -> None:
    one, other = tab(), tab()
    give(one, address, "Hours a week", "35")
    give(other, address, "Job title", "Head of security")
    give(one, None, "Hours a week", "30")
    shows(one, "Job title", "Head of security")
    expect(one.get_by_text("Also changed elsewhere: Job title.")).to_be_visible()
    expect(one.locator(".st-key-clash")).to_have_count(0)
    other.reload()
    shows(other, "Hours a week", "30")


def test_a_tab_that_changed_nothing_shows_what_another_saved(
    tab: Callable[..., Page], address: str, give: Give
) -> None:
    one, other = tab(), tab()
    give(one, address, "Hours a week", "35")
    give(other, address, "Hours a week", "37")
    one.get_by_role("button", name="Open: Team and budget").click()
    shows(one, "Hours a week", "37")
    expect(one.get_by_label("Team size", exact=True)).to_be_visible()
    give(one, None, "Hours a week", "36")
    expect(one.locator(".st-key-clash")).to_have_count(0)


def test_going_on_with_ones_own_version_keeps_it(tab: Callable[..., Page], address: str, give: Give) -> None:
    one, other = tab(), tab()
    give(one, address, "Hours a week", "35")
    give(other, address, "Hours a week", "37")
    give(one, None, "Hours a week", "36")
    one.get_by_role("button", name="Go on with yours").click()
    expect(one.locator(".st-key-clash")).to_have_count(0)
    other.reload()
    shows(other, "Hours a week", "36")


def test_a_question_between_two_tabs_holds_up_nothing_and_outlives_reload_undo_and_a_killed_server(
    tab: Callable[..., Page], address: str, server: Server, give: Give
) -> None:
    one, other = tab(), tab()
    for page in (one, other):
        page.goto(address)
        drawn(page)
    give(one, None, "Reports to", "AAA")
    give(other, None, "Reports to", "BBB")
    clash = other.locator(".st-key-clash")
    expect(clash).to_contain_text("AAA")
    expect(clash).to_contain_text("BBB")
    expect(other.locator(".jd-saved")).to_have_count(0)
    expect(other.locator(".jd-unsaved")).to_contain_text("but for a choice between two versions")
    give(other, None, "Place", "York")
    give(other, None, "Papers wanted", "A letter")
    other.reload()
    server.kill()
    server.start()
    for page in (other, tab()):
        page.goto(address)
        shows(page, "Place", "York")
        shows(page, "Papers wanted", "A letter")
        shows(page, "Reports to", "AAA")
        expect(page.locator(".st-key-clash")).to_contain_text("BBB")
        expect(page.locator(".jd-saved")).to_have_count(0)
    for place, text in (("Papers wanted", ""), ("Place", "")):
        other.get_by_role("button", name="Undo").click()
        shows(other, place, text)
    expect(clash).to_contain_text("BBB")
    clash.get_by_role("button", name="Go on with what was kept aside").click()
    shows(other, "Reports to", "BBB")
    expect(clash).to_have_count(0)
    expect(other.locator(".jd-saved")).to_be_visible()
    other.get_by_role("button", name="Undo").click()
    shows(other, "Reports to", "AAA")


def test_a_killed_server_loses_nothing_that_was_kept_and_work_goes_on(
    page: Page, address: str, server: Server, give: Give
) -> None:
    give(page, address, "Reports to", "Chief risk officer")
    server.kill()
    server.start()
    page.goto(address)
    shows(page, "Reports to", "Chief risk officer")
    give(page, None, "Hours a week", "30")
    page.reload()
    shows(page, "Hours a week", "30")


def test_a_wrong_value_stays_as_typed_with_a_sentence_beside_it(page: Page, address: str, give: Give) -> None:
    give(page, address, "Hours a week", "ninety")
    expect(page.locator(".st-key-q-post-hours")).to_contain_text("'ninety' is not a number")
    page.reload()
    shows(page, "Hours a week", "ninety")


def test_a_click_on_a_gap_brings_its_question(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("region", name="The document").get_by_text("[Reports to: to fill in]").first.click()
    expect(page.get_by_label("Reports to", exact=True)).to_be_focused()


def test_a_question_can_be_left_to_the_manager_and_taken_back(page: Page, address: str, give: Give) -> None:
    page.goto(address)
    drawn(page)
    question = page.locator(".st-key-q-post-hours")
    with rerun(page):
        question.get_by_text("Ask the manager").click()
    page.reload()
    expect(question.get_by_role("radio", name="Ask the manager")).to_be_checked()
    give(page, None, "Hours a week", "35")
    expect(question.get_by_role("radio", name="Ask the manager")).not_to_be_checked()


def test_an_address_without_a_draft_says_so_and_leads_home(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/job?draft=nothing-here")
    expect(page.get_by_text("There is no draft at this address")).to_be_visible()
    page.get_by_role("link", name="Back to the start").click()
    expect(page.get_by_role("heading", name="jd-builder")).to_be_visible()
