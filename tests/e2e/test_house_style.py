"""A house style is uploaded, tried and taken away in a browser; a working copy goes to Word and comes back."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt
from playwright.sync_api import Page, expect

from jd_builder.services import examples
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn, rerun
from tests.export.house_files import MADE, picture, saved
from tests.export.test_word_safety import HOSTILE

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def kept(server: Server) -> tuple[str, str]:
    """The ids of an organisation and of a draft."""
    draft = examples.example("harbour-mutual").draft
    with open_store(None, server.data) as store:
        return store.create_organisation(draft.organisation).id, store.create_draft(draft).id


def upload(page: Page, name: str, content: bytes, within: str = "") -> None:
    field = page.locator(f"{within} input[type=file]").first
    field.set_input_files({"name": name, "mimeType": WORD, "buffer": content})


def header(file: bytes) -> str:
    section: Any = docx.Document(BytesIO(file)).sections[0]
    return str(section.header.paragraphs[0].text)


def test_a_house_style_is_uploaded_tried_and_taken_away_again(
    page: Page, server: Server, kept: tuple[str, str], tmp_path: Path
) -> None:
    page.goto(f"{server.url}/organisation?organisation={kept[0]}")
    drawn(page)
    upload(page, "bad.docx", HOSTILE["a macro project"][0](), ".st-key-house-style")
    expect(page.get_by_text("This file holds macros.")).to_be_visible()
    upload(page, "Letterhead.docx", MADE["letterhead"](), ".st-key-house-style")
    expect(page.get_by_text("Logo: a picture in the header.")).to_be_visible()
    expect(page.get_by_role("img", name="A sketch of the page")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Trial document").click()
    download.value.save_as(tmp_path / "trial.docx")
    assert header((tmp_path / "trial.docx").read_bytes()) == "\t\tHarbour Mutual"
    with rerun(page):
        page.locator(".st-key-house-style-remove button").click()
    expect(page.get_by_text("Removed the house style.")).to_be_visible()
    with rerun(page):
        page.locator(".st-key-house-style").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Letterhead.docx")).to_be_visible()


def test_a_large_logo_stands_above_the_title_in_the_sketch(page: Page, server: Server, kept: tuple[str, str]) -> None:
    page.goto(f"{server.url}/organisation?organisation={kept[0]}")
    drawn(page)
    word = docx.Document()
    word.sections[0].header.paragraphs[0].add_run().add_picture(picture(size=(300, 260)))
    upload(page, "Large logo.docx", saved(word), ".st-key-house-style")
    sketch = page.get_by_role("img", name="A sketch of the page")
    logo, title = (place.bounding_box() for place in (sketch.locator("img"), sketch.get_by_text("Title of the post")))
    assert logo
    assert title
    assert logo["y"] + logo["height"] <= title["y"]


def working_copy(page: Page, server: Server, draft: str, path: Path) -> Any:
    """A working copy as the browser downloads it, opened."""
    page.goto(f"{server.url}/finish?draft={draft}")
    drawn(page)
    page.get_by_role("button", name="Other files").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Working copy").click()
    assert download.value.suggested_filename.endswith(" - working copy.docx")
    download.value.save_as(path)
    return docx.Document(str(path))


def bring_back(page: Page, server: Server, word: Any, path: Path) -> None:
    word.save(str(path))
    page.goto(f"{server.url}/from_file")
    drawn(page)
    upload(page, "copy.docx", path.read_bytes())
    expect(page.get_by_text("A working copy: Chief information security officer")).to_be_visible()


def test_a_long_header_and_large_letters_are_whole_in_the_sketch(
    page: Page, server: Server, kept: tuple[str, str]
) -> None:
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = f"{'A trust of many hospitals and services ' * 4}, first"
    word.sections[0].footer.paragraphs[0].text = f"{'An office at a long address ' * 6}, last"
    word.styles["Title"].font.size = word.styles["Heading 1"].font.size = Pt(60)
    page.goto(f"{server.url}/organisation?organisation={kept[0]}")
    drawn(page)
    upload(page, "Large.docx", saved(word), ".st-key-house-style")
    sketch = page.get_by_role("img", name="A sketch of the page")
    expect(sketch.locator(".jd-sketch-foot")).to_be_visible()
    assert (
        sketch.evaluate(
            """(sketch) => {
          const paper = sketch.getBoundingClientRect();
          const text = sketch.querySelector(".jd-sketch-text").getBoundingClientRect();
          const foot = sketch.querySelector(".jd-sketch-foot").getBoundingClientRect();
          const ends = [...sketch.querySelectorAll(".jd-sketch-head span, .jd-sketch-foot span")];
          const cut = ends.filter((each) =>
            getComputedStyle(each).textOverflow === "ellipsis" || each.getBoundingClientRect().right > paper.right);
          const below = [...sketch.querySelectorAll(".jd-sketch-line, .jd-sketch-bar")].filter((each) => {
            const box = each.getBoundingClientRect();
            return box.left < text.right - 1 && (box.left > text.left + 1 || box.bottom > foot.top + 1);
          });
          return cut.length + below.length + (foot.bottom > paper.bottom + 1);
        }"""
        )
        == 0
    )


def test_a_working_copy_changed_in_word_comes_back_into_its_draft(
    page: Page, server: Server, kept: tuple[str, str], tmp_path: Path
) -> None:
    word = working_copy(page, server, kept[1], tmp_path / "copy.docx")
    first, second, third = [each for each in word.paragraphs if each.style.name == "List Bullet"][:3]
    first.runs[0].text = "Keep Harbour ready for cyber attacks"
    second._p.addprevious(third._p)
    bring_back(page, server, word, tmp_path / "copy.docx")
    expect(page.locator("ins").first).to_have_text("Keep Harbour ready for cyber attacks")
    expect(page.get_by_text("Moved in Word. Duties")).to_be_visible()
    page.get_by_role("button", name="Open the draft").click()
    page.wait_for_url(f"**draft={kept[1]}**")
    with open_store(None, server.data) as store:
        draft = store.load_draft(kept[1]).draft
    assert "keep Harbour ready for cyber attacks" in {edit.text for each in draft.edits.values() for edit in each}
    assert draft.choose.order.index("ciso.duty.9") < draft.choose.order.index("ciso.duty.2")


def test_a_sentence_made_of_answers_leads_to_the_questions_behind_it(
    page: Page, server: Server, kept: tuple[str, str], tmp_path: Path
) -> None:
    word = working_copy(page, server, kept[1], tmp_path / "copy.docx")
    sentence = next(each for each in word.paragraphs if "you will report to" in each.text)
    sentence.runs[0].text = f"Often {sentence.runs[0].text}"
    bring_back(page, server, word, tmp_path / "copy.docx")
    expect(page.get_by_text("These words are made of several answers")).to_be_visible()
    page.get_by_role("button", name="Reports to", exact=True).click()
    page.wait_for_url(f"**/job?draft={kept[1]}")
    expect(page.get_by_label("Reports to", exact=True)).to_be_in_viewport()
