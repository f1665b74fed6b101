"""Rewording in a real browser: sent to a real server, accepted, edited, refused, stopped, reloaded, and printed."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn
from tests.models import model_server

NOTE = "Approved for drafts <b>without</b> personal data."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with model_server() as address:
        settings = {"JD_LLM_BASE_URL": address, "JD_LLM_MODEL": "rewords", "JD_LLM_NOTE": NOTE}
        running = Server(tmp_path_factory.mktemp("data"), **settings)
        yield running
        running.kill()


@pytest.fixture
def address(server: Server) -> str:
    draft = examples.example("harbour-mutual").draft.adding("duty", "hold 3 reviews of every supplier a year")
    with open_store(None, server.data) as store:
        return f"{server.url}/duties?draft={store.create_draft(draft).id}"


def opened(page: Page, address: str) -> None:
    page.goto(address)
    drawn(page)
    page.get_by_role("button", name="Reword").click()
    expect(page.get_by_text("Nothing changes until you accept it.")).to_be_visible()


def send(page: Page, tone: str) -> None:
    page.get_by_role("button", name=tone, exact=True).click()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("All 18 have arrived.")).to_be_visible()


def proposal(page: Page, words: str) -> Locator:
    return page.locator(".proposals li", has_text=words)


def row(page: Page, text: str) -> Locator:
    return page.locator(".rows li.row", has_text=text)


def test_nothing_is_sent_before_it_was_said_where_to_and_nothing_changes_before_it_was_accepted(
    page: Page, address: str
) -> None:
    opened(page, address)
    page.get_by_role("button", name="Shorter", exact=True).click()
    expect(page.get_by_text("Sends 18 sentences to 127.0.0.1:")).to_be_visible()
    expect(page.get_by_text(NOTE)).to_be_visible()
    page.get_by_text("Show exactly what is sent").click()
    expect(page.locator(".jd-exact")).to_contain_text("hold ⟦K1⟧ reviews of every supplier a year")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("All 18 have arrived. 12 of them change nothing.")).to_be_visible()
    changed = proposal(page, "Passed")
    expect(changed).to_have_count(4)
    expect(changed.first.locator("del")).to_have_text("make sure")
    expect(changed.first.locator("ins")).to_have_text("ensure")
    blocked = proposal(page, "Changes a fact")
    expect(blocked).to_contain_text("It leaves out “3”.")
    expect(blocked).not_to_contain_text("is gone")
    expect(blocked.get_by_role("button", name="Accept")).to_have_count(0)
    expect(page.locator(".rows .tag", has_text="reworded")).to_have_count(0)


def test_one_is_accepted_one_edited_one_refused_and_undo_brings_the_old_words_back(page: Page, address: str) -> None:
    opened(page, address)
    send(page, "Plainer")
    proposal(page, "ensure Harbour is ready").get_by_role("button", name="Accept").click()
    expect(row(page, "ensure Harbour is ready")).to_contain_text("reworded by the model")
    blocked = proposal(page, "Changes a fact")
    blocked.get_by_role("button", name="Edit").click()
    page.get_by_label("Your words").fill("hold 3 reviews of each supplier every year")
    page.keyboard.press("Control+Enter")
    expect(row(page, "hold 3 reviews of each supplier every year")).to_contain_text("edited")
    refused = proposal(page, "Look")
    number = refused.count()
    refused.first.get_by_role("button", name="Refuse").click()
    expect(refused).to_have_count(number - 1)
    expect(page.get_by_role("button", name="Bring back 1 refused")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Undo").click()
    expect(row(page, "make sure Harbour is ready")).to_be_visible()
    expect(proposal(page, "ensure Harbour is ready")).to_be_visible()


def test_all_that_passed_are_accepted_the_rest_refused_and_the_word_file_says_it(page: Page, address: str) -> None:
    opened(page, address)
    send(page, "Warmer")
    page.get_by_role("button", name="Accept the 4 that passed").click()
    expect(page.locator(".rows .tag", has_text="reworded by the model")).to_have_count(4)
    page.get_by_role("button", name="Refuse all").click()
    expect(page.locator(".proposals li")).to_have_count(0)
    page.reload()
    drawn(page)
    expect(page.locator(".rows .tag", has_text="reworded by the model")).to_have_count(4)
    page.goto(address.replace("/duties", "/finish"))
    drawn(page)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Draft for approval").first.click()
    with zipfile.ZipFile(io.BytesIO(Path(str(loading.value.path())).read_bytes())) as word:
        assert "nsure Harbour is ready" in word.read("word/document.xml").decode()


def test_stopping_ends_it_and_a_reload_in_the_middle_loses_nothing(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("Or describe a tone of your own").fill("slow as a snail")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("of 18 have arrived.")).to_be_visible()
    page.reload()
    drawn(page)
    page.get_by_role("button", name="Reword").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("You stopped it.")).to_be_visible()
    expect(page.get_by_text("the others keep their words")).to_be_visible()


def test_a_confidential_vacancy_offers_no_tone(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_text("This vacancy is confidential").click()
    expect(page.get_by_role("button", name="Shorter", exact=True)).to_have_count(0)
    page.reload()
    drawn(page)
    page.get_by_role("button", name="Reword").click()
    expect(page.get_by_role("checkbox", name="This vacancy is confidential")).to_be_checked()
