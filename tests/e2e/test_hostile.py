"""Whatever is typed stays text: in every field of every page, in the store, on the screen and in the Word file.

The fixture ``tab`` fails a test when its page asks anyone but the app for anything.
"""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.domain.post import POST_GROUPS
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from jd_builder.text.clean import clean_text
from tests.e2e.conftest import Server, drawn, rerun, until

RUNS = "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'> & &amp; <> "
FETCHES = "![x](http://192.0.2.1/x.png?q=SECRET) [x](javascript:window.hacked=1) :red[x] $x$ "
FILLS_IN = "[[JOB DESCRIPTION]] [[JOB TITLE]] {{ 7*7 }} {% if x %} "
ODD = "\u202eשלום\u202c السلام 👩‍👩‍👧‍👦 e\u0301 a\x07b c\u2028d\x7f"
HOSTILE = RUNS + FETCHES + FILLS_IN + ODD
KEPT = clean_text(HOSTILE)
LONG = "Wörter & <b>mehr</b> " * 4762  # 100,002 characters


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with open_store(None, server.data) as opened:
        yield opened


@pytest.fixture
def draft(store: Store) -> str:
    return store.create_draft(Draft(documents=("university-nhs", "civil-service-pack"))).id


@pytest.fixture(autouse=True)
def nothing_ran(page: Page, server: Server) -> Iterator[None]:
    """Nothing of what was typed is executed, and no page meets a mistake of ours."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    yield
    assert page.evaluate("window.hacked") is None
    assert not asked
    assert "reference" not in server.log()
    expect(page.get_by_text("Something went wrong on our side")).to_have_count(0)


def fill_all(page: Page) -> None:
    """Type the text into every text field in sight that is empty, and wait until all of it is heard."""
    while (more := page.get_by_role("button", name="More: ")).count():
        with rerun(page):
            more.first.click()
    fields = page.locator("[class*=st-key-q-] :is(input[type=text]:not([role=combobox]), textarea)")
    empty = [field for field in fields.all() if not field.input_value()]
    with rerun(page) if empty else nullcontext():
        for field in empty:
            field.fill(HOSTILE)
        page.keyboard.press("Tab")
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)


def unfold(page: Page, group: str) -> None:
    page.get_by_role("button", name=f"Open: {group}").click()
    expect(page.get_by_role("button", name=f"Close: {group}")).to_be_visible()
    expect(page.locator("[data-test-script-state=running]")).to_have_count(0)


def texts(answers: Any) -> list[str]:
    """Every text of nested answers."""
    if isinstance(answers, Mapping):
        return [text for each in answers.values() for text in texts(each)]
    return [text for each in answers for text in texts(each)] if isinstance(answers, list | tuple) else [answers]


def test_the_first_questions_of_a_new_draft(page: Page, server: Server, store: Store) -> None:
    page.goto(f"{server.url}/start")
    drawn(page)
    fill_all(page)
    page.get_by_role("button", name="Start the draft").click()
    page.wait_for_url("**/job?draft=*")
    expect(page.get_by_role("heading", level=1).first).to_contain_text("[[JOB DESCRIPTION]]")
    assert store.load_draft(page.url.rpartition("=")[2]).draft.organisation["name"] == KEPT


def test_every_text_field_of_the_job_and_the_word_file_of_it(
    page: Page, server: Server, store: Store, draft: str, tmp_path: Path
) -> None:
    page.goto(f"{server.url}/job?draft={draft}")
    drawn(page)
    fill_all(page)
    for group in list(POST_GROUPS)[1:]:
        unfold(page, group)
        fill_all(page)
    held = texts(store.load_draft(draft).draft.post)
    assert set(held) == {KEPT}
    assert len(held) > 60
    page.get_by_role("link", name="Finish").click()
    assert_word_holds(page, KEPT, tmp_path / "hostile.docx")


def test_every_text_field_of_an_organisation(page: Page, server: Server, store: Store) -> None:
    id = store.create_organisation({"sector": "nhs"}).id
    page.goto(f"{server.url}/organisation?organisation={id}")
    drawn(page)
    fill_all(page)
    for group in ("Standards in scope", "Mailboxes", "Short name and size", "Equality and adjustments"):
        unfold(page, group)
        fill_all(page)
    unfold(page, "Standard paragraphs")
    page.get_by_role("button", name="Add a paragraph").click()
    page.get_by_label("Title", exact=True).fill(HOSTILE)
    page.get_by_label("Text", exact=True).fill(HOSTILE)
    with rerun(page):
        page.get_by_label("Text", exact=True).press("Tab")
    until(lambda: store.load_organisation(id).answers["paragraphs"] == [{"title": KEPT, "text": KEPT}])
    held = texts(store.load_organisation(id).answers)
    assert set(held) == {KEPT, "nhs"}
    assert len(held) > 12
    page.goto(server.url)
    expect(page.get_by_text("[[JOB DESCRIPTION]]").first).to_be_visible()


def test_an_edited_duty_one_of_ones_own_and_a_criterion(
    page: Page, server: Server, store: Store, draft: str, tmp_path: Path
) -> None:
    page.goto(f"{server.url}/duties?draft={draft}")
    row = page.locator(".rows li.row").first
    row.get_by_role("button", name="Edit").click()
    page.get_by_label("Duty", exact=True).fill(HOSTILE)
    page.keyboard.press("Control+Enter")
    expect(row.locator(".tag")).to_have_text("Framework, edited")
    write(page, "Duty")
    page.get_by_role("radio", name="Criteria").click()
    write(page, "Criterion")
    until(lambda: KEPT in [criterion.text for criterion in store.load_draft(draft).draft.criteria])
    kept = store.load_draft(draft).draft
    assert [edit.text for edits in kept.edits.values() for edit in edits] == [KEPT]
    assert [own.text for own in kept.own] == [KEPT]
    page.get_by_role("link", name="Finish").click()
    assert_word_holds(page, KEPT, tmp_path / "duties.docx")


def test_a_hundred_thousand_characters(page: Page, server: Server, store: Store, draft: str, tmp_path: Path) -> None:
    page.goto(f"{server.url}/job?draft={draft}")
    drawn(page)
    unfold(page, "What makes it attractive")
    box = page.locator(".st-key-q-post-purpose textarea")
    box.fill(LONG)
    with rerun(page):
        box.press("Tab")
    until(lambda: store.load_draft(draft).draft.post.get("purpose") == LONG)
    title = page.get_by_label("Job title", exact=True)
    title.fill("W" * 100_000)
    with rerun(page):
        title.press("Tab")
    page.reload()
    drawn(page)
    expect(title).to_be_in_viewport()  # the draft's name at the top of the page leaves room for it
    page.get_by_role("link", name="Finish").click()
    assert_word_holds(page, "Reports to", tmp_path / "long.docx")


def write(page: Page, noun: str) -> None:
    """Add one's own, and wait until it stands in the list."""
    fold = page.get_by_role("button", name="Add your own")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.get_by_label(noun, exact=True).fill(HOSTILE)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label(noun, exact=True)).to_have_value("")


def assert_word_holds(page: Page, text: str, file: Path) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Draft for approval").first.click()
    waiting.value.save_as(file)
    word = Document(str(file))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any(text in each for each in [*cells, *(paragraph.text for paragraph in word.paragraphs)])
