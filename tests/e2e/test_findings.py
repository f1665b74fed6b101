"""What the checks find, from the field that is left to the files: mended with a click, kept with a reason, recorded."""

import zipfile
from pathlib import Path

import docx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn, rerun

REASON = "the panel needs it for the pay band"


def words_of(file: Path) -> list[str]:
    word = docx.Document(str(file))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in word.paragraphs), *cells]


def taken(page: Page, label: str, path: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).first.click()
    waiting.value.save_as(path)
    return path


def test_a_finding_is_mended_another_kept_both_are_recorded_and_neither_is_published(
    page: Page, server: Server, tmp_path: Path
) -> None:
    with open_store(None, server.data) as store:
        id = store.create_draft(examples.example("harbour-mutual").draft).id

    page.goto(f"{server.url}/duties?draft={id}")
    drawn(page)
    row = page.locator(".rows li.row").first
    row.get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill("advise the chairman on cyber attacks")
    page.get_by_text("What the person will do.").click()
    expect(row.locator(".finding")).to_contain_text("Fix before publishing: 'chairman' names one sex.")
    with rerun(page):
        row.get_by_role("button", name="Use “chair”").click()
    expect(row.locator(".text")).to_have_text("advise the chair on cyber attacks")
    expect(row.locator(".finding")).to_have_count(0)

    page.get_by_role("link", name="The job").click()
    box = page.get_by_label("Papers wanted", exact=True)
    box.fill("a CV and details of your salary")
    with rerun(page):
        box.press("Tab")
    finding = page.locator(".finding").filter(has_text="asks what somebody earned before")
    finding.get_by_role("button", name="Keep, because").click()
    finding.get_by_label("Reason in your own words").fill(REASON)
    with rerun(page):
        finding.get_by_role("button", name="Our policy").click()
    expect(finding).to_have_count(0)

    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_text("Kept as they are: 1")).to_be_visible()
    serious = [each for each in Axe().run(page).response["violations"] if each["impact"] in ("serious", "critical")]
    assert serious == []
    record = words_of(taken(page, "Record as a Word file", tmp_path / "record.docx"))
    at = record.index("Advise the chair on cyber attacks", record.index("Original"))
    assert record[at + 1] == "Edited"
    assert f"Our policy: {REASON}" in record
    assert any("'details of your salary' asks what somebody earned before" in line for line in record)

    published = taken(page, "Copy to publish", tmp_path / "published.docx")
    assert "Advise the chair on cyber attacks" in words_of(published)
    with zipfile.ZipFile(published) as file:
        everything = b"".join(map(file.read, file.namelist())).decode("utf-8", "replace")
    assert REASON not in everything
    assert "chairman" not in everything


def test_blocks_for_a_jobs_site_tell_their_budget_and_go_to_the_clipboard(page: Page, server: Server) -> None:
    with open_store(None, server.data) as store:
        id = store.create_draft(examples.example("northmere-nhs-trust").draft).id
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server.url}/finish?draft={id}")
    page.get_by_role("button", name="Show the blocks").click()
    box = page.get_by_role("textbox", name="Vacancy title")
    box.fill("x" * 71)
    expect(page.get_by_text("71 of 70 characters: 1 too many")).to_be_visible()
    box.fill("Head of cyber security ")
    page.get_by_role("button", name="Copy: Vacancy title").click()
    expect(page.get_by_role("button", name="Copy: Vacancy title")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "Head of cyber security"
    page.get_by_role("button", name="Copy everything with formatting").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    kinds = page.evaluate("navigator.clipboard.read().then((items) => items[0].types)")
    assert sorted(kinds) == ["text/html", "text/plain"]


def test_what_is_asked_before_publishing_is_in_sight_in_a_window_900_pixels_high(page: Page, server: Server) -> None:
    draft = examples.example("harbour-mutual").draft.answered("post.interviews", ["1 January 2027"])
    for who in ("chairman", "foreman", "salesman", "fireman"):
        draft = draft.adding("duty", f"advise the {who} on cyber attacks")
    with open_store(None, server.data) as store:
        id = store.create_draft(draft).id
    page.goto(f"{server.url}/finish?draft={id}")
    drawn(page)
    page.get_by_role("button", name="All for candidates").click()
    asked = page.get_by_test_id("stPopoverBody")
    expect(asked.get_by_role("button", name="Publish")).to_be_in_viewport(ratio=1)
    page.wait_for_function("document.getAnimations().length === 0")
    assert asked.evaluate("body => body.scrollHeight - body.clientHeight") <= 1
    serious = [each for each in Axe().run(page).response["violations"] if each["impact"] in ("serious", "critical")]
    assert serious == []
