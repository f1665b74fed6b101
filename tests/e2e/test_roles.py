"""Bringing in the framework, making a job description of an ordinary role, and moving to a newer edition."""

from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft, Edit
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn, rerun

OLDER = "kind,group,text\nduty,,plan the watering of all beds\nduty,,count the birds every morning in May\n"
NEWER = "kind,group,text\nduty,,plan the watering of all the beds\nduty,,feed the fish in the long pond\n"


def bring(page: Page, server: Server, file: Path, button: str) -> None:
    page.goto(f"{server.url}/roles")
    drawn(page)
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text("Kept:")).to_be_visible()


def test_an_imported_role_with_three_levels_becomes_a_word_file(
    page: Page, server: Server, framework_data: Path, tmp_path: Path
) -> None:
    page.goto(f"{server.url}/roles")
    drawn(page)
    page.set_input_files("input[type=file]", framework_data / "security-architect.html")
    expect(page.get_by_text("3 levels, 7 skills, 70 statements", exact=False)).to_be_visible()
    page.get_by_role("button", name="Keep this role").click()
    expect(page.get_by_text("Kept: Security architect")).to_be_visible()

    page.goto(f"{server.url}/start")
    page.get_by_label("Organisation name", exact=True).fill("Westhaven Council")
    page.get_by_label("Organisation name", exact=True).press("Tab")
    page.get_by_role("combobox", name="Which role?").click()
    page.get_by_role("option", name="Security architect").click()
    page.get_by_role("combobox", name="At which level?").click()
    page.get_by_role("option", name="Principal security architect").click()
    expect(page.get_by_role("combobox", name="At which level?")).to_have_value("Principal security architect")
    page.get_by_role("button", name="Start the draft").click()
    page.wait_for_url("**/job?draft=*")
    page.get_by_role("link", name="Finish").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Draft for approval").first.click()
    file = tmp_path / "draft.docx"
    waiting.value.save_as(file)
    word = Document(str(file))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert "Principal security architect" in texts
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any("Designing secure systems, " in cell for cell in cells)
    assert "Contains public sector information" in texts[-1]


def test_what_is_no_role_page_is_told_in_a_sentence(page: Page, server: Server, tmp_path: Path) -> None:
    wrong = tmp_path / "shopping.txt"
    wrong.write_text("milk\neggs\n", encoding="utf-8")
    page.goto(f"{server.url}/roles")
    drawn(page)
    page.set_input_files("input[type=file]", wrong)
    problem = page.locator(".jd-problem")
    expect(problem).to_be_visible()
    assert "Something went wrong" not in problem.inner_text()


@pytest.fixture
def gardeners(page: Page, server: Server, tmp_path: Path) -> str:
    """The id of a draft on the older of two editions of a role, with an edit of the user's own."""
    file = tmp_path / "head-gardener.csv"
    file.write_text(OLDER, encoding="utf-8")
    bring(page, server, file, "Keep this role")
    with open_store(None, server.data) as store:
        [older] = [line for line in store.list_editions() if line.role == "head-gardener"]
        draft = Draft(role="head-gardener", edition=older.edition, documents=("university-nhs",))
        id = store.create_draft(draft.editing("head-gardener.duty.2", Edit(text="count every bird"))).id
    file.write_text(NEWER, encoding="utf-8")
    bring(page, server, file, "Keep this role")
    return id


def test_a_newer_edition_is_taken_change_by_change(page: Page, server: Server, gardeners: str) -> None:
    page.get_by_role("link", name="Look at it").nth(1).click()
    expect(page.get_by_role("heading", name="Head gardener", exact=True)).to_be_visible()
    expect(page.locator(".jd-change ins").filter(has_text="feed the fish")).to_be_visible()
    page.get_by_role("link", name="Look at the changes").click()
    page.wait_for_url("**/newer?draft=*")
    with rerun(page):
        page.get_by_text("Take this change").last.click()
    page.get_by_role("button", name="Move to this edition").click()
    expect(page.get_by_text("This draft is on the newest edition")).to_be_visible()
    with open_store(None, server.data) as store:
        moved = store.load_draft(gardeners).draft
    assert moved.edition
    assert moved.edition.endswith(".2")
    assert [own.text for own in moved.own] == ["count every bird"]
