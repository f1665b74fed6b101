"""Starting from last year's Word file, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn, rerun


def old_file(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Head of Information Security", 0)
    table = document.add_table(rows=0, cols=2)
    for label, value in (
        ("Band", "8d"),
        ("Base", "Westhaven General Hospital"),
        ("Reports to", "Chief digital officer"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.add_heading("Main duties", 1)
    for duty in ("Assess risks to information security and report how to reduce them", "Keep the car park register"):
        document.add_paragraph(duty, style="List Bullet")
    document.add_heading("Staff parking", 1)
    document.add_paragraph("Parking costs two pounds a day.")
    document.add_heading("Team lunches", 1)
    document.add_paragraph("Order the sandwiches")
    path = folder / "last-year.docx"
    document.save(str(path))
    return path


def test_last_years_file_becomes_a_draft_in_its_own_words(
    tab: Callable[..., Page], server: Server, tmp_path: Path
) -> None:
    page = tab(height=3000)  # an open list closes when anything around it scrolls or still unfolds
    page.goto(server.url)
    page.get_by_role("link", name="Start from a Word file").click()
    page.wait_for_url("**/from_file")
    drawn(page)
    page.set_input_files("input[type=file]", old_file(tmp_path))
    expect(page.get_by_role("cell", name="Westhaven General Hospital")).to_be_visible()
    expect(page.get_by_text("% alike").first).to_be_visible()
    with rerun(page):  # a list that is open while the page is drawn again closes
        page.get_by_text("encourage a culture", exact=False).click()
    page.get_by_text("Look at them").click()
    page.wait_for_function("document.getAnimations().length === 0")
    page.get_by_label("What stands under “Team lunches”").click()
    page.get_by_role("option", name="These are duties").click()
    expect(page.get_by_role("heading", name="Duties: 3")).to_be_visible()
    page.get_by_role("button", name="Start the draft").click()
    page.wait_for_url("**/job?draft=*")
    expect(page.get_by_role("region", name="The document").locator("h1")).to_have_text("Head of Information Security")
    with open_store(None, server.data) as store:
        [line] = store.list_drafts()
        draft = store.load_draft(line.id).draft
    assert [own.text for own in draft.own] == [
        "Assess risks to information security and report how to reduce them",
        "Keep the car park register",
        "Order the sandwiches",
    ]
    assert draft.choose.order == ("own.1", "own.2", "own.3", "ciso.duty.9")
    assert draft.read_post().value.reports_to == "Chief digital officer"
    assert "Parking costs two pounds a day." in [left.text for left in draft.left_over]


def test_a_file_that_is_no_word_file_is_told_what_to_do(page: Page, server: Server, tmp_path: Path) -> None:
    wrong = tmp_path / "old.txt"
    wrong.write_bytes(b"%PDF-1.7 nothing")
    page.goto(f"{server.url}/from_file")
    drawn(page)
    page.set_input_files("input[type=file]", wrong)
    expect(page.locator(".jd-problem")).to_contain_text("PDF")


def test_the_managers_answers_go_into_the_draft_that_asked(page: Page, server: Server, tmp_path: Path) -> None:
    with open_store(None, server.data) as store:
        post = {"title": "Head of security", "reports-to": "ask the manager", "grade": "ask the manager"}
        saved = store.create_draft(Draft(documents=("private-advert",), post=post))
    page.goto(f"{server.url}/finish?draft={saved.id}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Questions as a Word file").click()
    file = tmp_path / "questions.docx"
    waiting.value.save_as(file)
    fill(file, {"Reports to": "Chief risk officer", "Pay": "£95,000 to £105,000", "Closes": "some time soon"})
    with open_store(None, server.data) as store:
        store.save_draft(
            saved.id, Draft(documents=("private-advert",), post={**post, "closing": "18 December 2027"}), 1, "Changed"
        )
    page.goto(f"{server.url}/from_file")
    drawn(page)
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_role("heading", name="Answers for Head of security")).to_be_visible()
    expect(page.get_by_text("The draft now says: 18 December 2027")).to_be_visible()
    expect(page.locator(".jd-problem")).to_contain_text("not a date")
    page.get_by_role("button", name="Save and open the draft").click()
    page.wait_for_url("**/finish?draft=*")
    with open_store(None, server.data) as store:
        now = store.load_draft(saved.id).draft
    assert now.post["reports-to"] == "Chief risk officer"
    assert now.post["pay"] == {"minimum": "95000", "maximum": "105000"}
    assert (now.post["closing"], now.post["grade"]) == ("18 December 2027", "ask the manager")


def fill(file: Path, answers: dict[str, str]) -> None:
    word = docx.Document(str(file))
    for row in word.tables[0].rows:
        if row.cells[0].text in answers:
            row.cells[2].text = answers[row.cells[0].text]
    word.save(str(file))
