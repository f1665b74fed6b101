"""Duties and criteria in a real browser: by mouse, by keyboard alone, and over a connection that breaks."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server

HOSTILE = "<script>alert(1)</script> ![x](http://192.0.2.1/x.png?q=SECRET) <img src=x onerror=alert(1)>"


@pytest.fixture
def draft(server: Server) -> str:
    with open_store(None, server.data) as store:
        return store.create_draft(Draft(documents=("private-advert", "university-nhs"))).id


@pytest.fixture
def address(server: Server, draft: str) -> str:
    return f"{server.url}/duties?draft={draft}"


def row(page: Page, at: int) -> Locator:
    return page.locator(".rows li.row").nth(at)


def names(page: Page) -> list[str]:
    return [str(each.get_attribute("data-id")) for each in page.locator(".rows li.row").all()]


def expect_focus(page: Page, button: str) -> None:
    """The focus comes to a button of the list, by its deed and the id of its row: ``edit ciso.duty.1``."""
    at = "document.activeElement.shadowRoot?.activeElement"
    page.wait_for_function(
        f"wanted => `${{{at}?.dataset.act}} ${{{at}?.closest('[data-id]')?.dataset.id}}` === wanted",
        arg=button,
    )


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(row(page, 0)).to_be_visible()


def unfold(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name)
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")


def test_a_row_moves_by_keyboard_keeps_the_focus_and_stays_there(page: Page, address: str) -> None:
    open_page(page, address)
    first = names(page)[0]
    row(page, 0).get_by_role("button", name="Edit").focus()
    for _ in range(10):
        page.keyboard.press("Alt+ArrowDown")
    expect(row(page, 10)).to_have_attribute("data-id", first)
    expect_focus(page, f"edit {first}")
    expect(page.get_by_text("Saving")).to_have_count(0)
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
    page.reload()
    expect(row(page, 10)).to_have_attribute("data-id", first)


def test_arrow_keys_go_from_row_to_row(page: Page, address: str) -> None:
    open_page(page, address)
    row(page, 0).get_by_role("button", name="Remove").focus()
    page.keyboard.press("ArrowDown")
    expect_focus(page, f"remove {names(page)[1]}")


def test_words_are_kept_when_the_editor_is_left_and_marked_in_the_document(page: Page, address: str) -> None:
    open_page(page, address)
    row(page, 0).get_by_role("button", name="Edit").press("Enter")
    page.get_by_label("Duty", exact=True).fill(HOSTILE)
    page.get_by_text("What the person will do.").click()
    expect(row(page, 0).locator(".text")).to_have_text(HOSTILE)
    expect(row(page, 0).locator(".tag")).to_have_text("Framework, edited")
    expect(page.get_by_role("region", name="The document").locator(".changed")).to_have_text(HOSTILE)


def test_escape_leaves_the_words_as_they_were(page: Page, address: str) -> None:
    open_page(page, address)
    before = row(page, 0).locator(".text").text_content()
    row(page, 0).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("something else")
    page.keyboard.press("Escape")
    expect(row(page, 0).locator(".text")).to_have_text(str(before))
    expect_focus(page, f"edit {names(page)[0]}")


def test_a_click_elsewhere_ends_the_editing_and_still_does_what_it_was_meant_to(page: Page, address: str) -> None:
    open_page(page, address)
    third = names(page)[2]
    row(page, 0).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("lead")
    row(page, 2).get_by_role("button", name="Move up").click()
    expect(row(page, 0).locator(".text")).to_have_text("lead")
    expect(row(page, 1)).to_have_attribute("data-id", third)


def test_the_original_is_one_click_away(page: Page, address: str) -> None:
    open_page(page, address)
    before = row(page, 0).locator(".text").text_content()
    row(page, 0).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("lead")
    page.keyboard.press("Control+Enter")
    expect(row(page, 0).locator(".tag")).to_have_text("Framework, edited")
    row(page, 0).get_by_role("button", name="Edit").click()
    page.get_by_role("button", name="Restore the original").click()
    expect(row(page, 0).locator(".text")).to_have_text(str(before))


def test_a_removed_duty_leaves_the_focus_on_the_next_and_can_be_found_and_added_again(page: Page, address: str) -> None:
    open_page(page, address)
    gone, following = names(page)[3:5]
    text = row(page, 3).locator(".text").text_content()
    row(page, 3).get_by_role("button", name="Remove").press("Enter")
    expect_focus(page, f"remove {following}")
    unfold(page, "Add from the list")
    page.get_by_label("Search the list").fill(str(text))
    page.locator(f'.rows .choice[data-id="{gone}"]').get_by_role("button").click()
    expect(page.locator(f'.rows .row[data-id="{gone}"]')).to_be_visible()
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)
    document = page.get_by_role("region", name="The document")
    changed_in_places = document.text_content()
    page.reload()
    expect(document).to_have_text(str(changed_in_places))


def test_duties_of_ones_own_are_written_one_after_another(page: Page, address: str) -> None:
    open_page(page, address)
    unfold(page, "Add your own")
    for text in ("chair the forum", HOSTILE):
        page.get_by_label("Duty", exact=True).fill(text)
        page.keyboard.press("Control+Enter")
        expect(page.locator(".rows .row .text").last).to_have_text(text)
        expect(page.get_by_label("Duty", exact=True)).to_have_value("")
    assert names(page)[-2:] == ["own.1", "own.2"]
    expect(page.get_by_label("Duty", exact=True)).to_be_focused()


def test_words_that_are_not_added_yet_are_there_after_another_page_and_a_reload(page: Page, address: str) -> None:
    open_page(page, address)
    unfold(page, "Add your own")
    page.get_by_label("Duty", exact=True).fill(HOSTILE)
    page.get_by_role("radio", name="Criteria").click()
    expect(page.get_by_role("region", name="Essential")).to_be_visible()
    expect(page.get_by_text(HOSTILE)).to_have_count(0)
    page.get_by_role("radio", name="Duties").click()
    expect(page.get_by_label("Duty", exact=True)).to_have_value(HOSTILE)
    page.get_by_role("link", name="Finish").click()
    expect(page.locator(".rows")).to_have_count(0)
    page.get_by_role("link", name="Duties and criteria").click()
    expect(page.get_by_label("Duty", exact=True)).to_have_value(HOSTILE)
    expect(page.get_by_text("Not saved yet: press Add.")).to_be_visible()
    page.reload()
    expect(page.locator(".rows .unsent")).to_have_text(f"Not saved yet: {HOSTILE}")
    unfold(page, "Add your own")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".rows .row .text").last).to_have_text(HOSTILE)
    page.reload()
    expect(page.locator(".rows .row .text").last).to_have_text(HOSTILE)
    expect(page.get_by_text("Not saved yet")).to_have_count(0)


def test_words_in_an_open_editor_outlive_a_reload_in_their_own_draft_alone(
    page: Page, address: str, server: Server
) -> None:
    open_page(page, address)
    before = str(row(page, 2).locator(".text").text_content())
    row(page, 2).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("lead through the storm")
    with open_store(None, server.data) as store:
        other = store.create_draft(Draft(documents=("private-advert", "university-nhs"))).id
    open_page(page, f"{server.url}/duties?draft={other}")
    expect(page.get_by_label("Duty", exact=True)).to_have_count(0)
    open_page(page, address)
    expect(page.get_by_label("Duty", exact=True)).to_have_value("lead through the storm")
    expect(page.get_by_text("Not saved yet: what you typed")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row(page, 2).locator(".text")).to_have_text(before)
    page.reload()
    expect(row(page, 2).locator(".text")).to_have_text(before)
    row(page, 2).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("lead through the calm")
    page.reload()
    expect(page.get_by_label("Duty", exact=True)).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(row(page, 2).locator(".text")).to_have_text("lead through the calm")
    expect(page.get_by_text("Not saved yet")).to_have_count(0)


def test_a_criterion_gets_a_stage_a_reason_and_another_need(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("radio", name="Criteria").click()
    name = "ciso.cyber-risk-management"
    one = page.locator(f'.rows li.row[data-id="{name}"]')
    one.get_by_role("button", name="Presentation").click()
    expect(one.get_by_role("button", name="Presentation")).to_have_attribute("aria-pressed", "true")
    one.get_by_role("button", name="Why essential?").click()
    page.keyboard.type("Nobody else decides on risk.")
    page.keyboard.press("Control+Enter")
    expect(one).to_contain_text("Why essential: Nobody else decides on risk.")
    one.get_by_role("button", name="Make desirable").click()
    expect(page.get_by_role("region", name="Desirable").locator(f'[data-id="{name}"]')).to_be_visible()
    expect_focus(page, f"need {name}")


def test_a_click_in_the_document_finds_its_row(page: Page, address: str) -> None:
    open_page(page, address)
    page.get_by_role("region", name="The document").locator("li", has_text="manage the security team").click()
    expect_focus(page, "edit commercial.day.10")


def test_words_typed_while_the_server_is_down_arrive_when_it_is_back(page: Page, address: str, server: Server) -> None:
    open_page(page, address)
    row(page, 0).get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("lead through the storm")
    server.kill()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    server.start()
    expect(row(page, 0).locator(".tag")).to_have_text("Framework, edited")
    expect(page.get_by_text("Not saved yet.")).to_have_count(0)
    page.reload()
    expect(row(page, 0).locator(".text")).to_have_text("lead through the storm")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 768])
def test_nothing_bars_anyone_and_nothing_is_cut_off(
    tab: Callable[..., Page], address: str, width: int, scheme: str
) -> None:
    page = tab(width=width, scheme=scheme)
    open_page(page, address)
    for part, fold in (
        ("Duties", "Add from the list"),
        ("Duties", "11 more from the commercial list"),
        ("Criteria", "Add your own"),
    ):
        page.get_by_role("radio", name=part, exact=True).click()
        section = {"Duties": "Duties", "Criteria": "Essential"}[part]
        expect(page.get_by_role("region", name=section, exact=True)).to_be_visible()
        unfold(page, fold)
        row(page, 1).get_by_role("button", name="Edit").click()
        found = Axe().run(page).response["violations"]
        serious = [(each["id"], each["nodes"]) for each in found if each["impact"] in ("serious", "critical")]
        assert serious == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
