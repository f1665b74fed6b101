"""A newcomer's whole job: an example, their own organisation, edits, and a Word file to publish."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, rerun


@pytest.fixture
def example(page: Page, server: Server) -> Page:
    """The finished example of a regulated mutual, opened in one click."""
    page.goto(server.url)
    page.get_by_role("button", name="Regulated finance").click()
    page.wait_for_url("**/job?draft=*")
    expect(page.get_by_role("region", name="The document").locator("h1")).to_be_visible()
    return page


def test_an_example_becomes_the_users_own_word_file_that_hides_nothing(example: Page, tmp_path: Path) -> None:
    page = example
    box = page.get_by_label("Job title", exact=True)
    box.fill("Head of cyber & <b>information</b> security")
    with rerun(page):
        box.press("Tab")
    page.get_by_role("link", name="Duties and criteria").click()
    expect(page.get_by_text("chosen").first).to_be_visible()
    page.get_by_role("link", name="Finish").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Copy to publish").first.click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)

    word = Document(str(file))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert texts[0] == "Head of cyber & <b>information</b> security"
    assert [paragraph.text for paragraph in word.paragraphs if paragraph.style and paragraph.style.name == "Heading 1"]
    assert word.tables
    assert word.core_properties.author == "Harbour Mutual"
    assert word.core_properties.language == "en-GB"
    assert "Contains public sector information" in texts[-1]
    with zipfile.ZipFile(file) as parts:
        names = parts.namelist()
        printed = parts.read("word/document.xml").decode()
    assert not [name for name in names if "customXml" in name or "comment" in name]
    assert "why" not in printed.lower().split()
    assert "ciso." not in printed


def test_a_draft_for_approval_is_marked_and_may_have_gaps(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto(f"{server.url}/start")
    page.get_by_label("Organisation name", exact=True).fill("Fish & Chips")
    page.get_by_label("Organisation name", exact=True).press("Tab")
    page.get_by_role("button", name="Start", exact=False).last.click()
    page.wait_for_url("**/job?draft=*")
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_text("gaps").first).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Draft for approval").first.click()
    file = tmp_path / "draft.docx"
    waiting.value.save_as(file)
    headers = [paragraph.text for paragraph in Document(str(file)).sections[0].header.paragraphs]
    assert any("DRAFT" in text for text in headers)


def test_open_questions_come_as_a_page_for_the_manager(page: Page, server: Server, tmp_path: Path) -> None:
    with open_store(None, server.data) as store:
        draft = store.create_draft(Draft(post={"pay": "ask the manager"}))
    page.goto(f"{server.url}/finish?draft={draft.id}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Questions as a Word file").click()
    file = tmp_path / "questions.docx"
    waiting.value.save_as(file)
    word = Document(str(file))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any("Pay" in text for text in [*cells, *(paragraph.text for paragraph in word.paragraphs)])
