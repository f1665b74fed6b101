"""The whole job without a mouse: from the first page to the Word file, and one always sees where one is."""

from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn

Role = Literal["button", "link", "textbox", "option"]

# How the focused element looks, with what is drawn for it: its ancestors', and where the real control is
# hidden behind a painted one, its siblings'. The look of the one before is compared now that it is left.
FOCUS = """
async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const above = (node, steps) => node && steps ? [node, ...above(node.parentElement, steps - 1)] : [];
  const look = (node) => [...above(node, 4), ...(node.parentElement?.children ?? [])]
    .map((each) => getComputedStyle(each))
    .map((style) => [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join()).join("|");
  const last = window.lastFocus;
  const unmarked = last?.node.isConnected && look(last.node) === last.look;
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  window.lastFocus = node === document.body ? null : { node, look: look(node) };
  return unmarked ? last.node.outerHTML.slice(0, 200) : null;
}
"""
# Whether the line around what has the focus reaches out of a box that cuts it off.
IS_CUT_OFF = """
() => {
  const style = getComputedStyle(document.activeElement);
  const around = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  const {left, right} = document.activeElement.getBoundingClientRect();
  for (let box = document.activeElement.parentElement; box; box = box.parentElement) {
    const edge = box.getBoundingClientRect();
    const cuts = getComputedStyle(box).overflowX !== "visible";
    if (cuts && (left - around < edge.left || right + around > edge.right)) return true;
  }
  return false;
}
"""
HAS_FOCUS = "each => each.getRootNode().activeElement === each"


def go_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus. Every stop on the way has to be marked for the eye."""
    expect(target).to_be_visible()
    page.add_style_tag(content="* { transition: none !important; }")  # a colour that fades in is not there at once
    for _ in range(150):
        page.keyboard.press("Tab")
        unmarked = page.evaluate(FOCUS)
        assert not unmarked, f"nobody sees that this has the focus: {unmarked}"
        if target.evaluate(HAS_FOCUS):
            return
    pytest.fail(f"Tab does not lead to {target}")


def write(page: Page, label: str, text: str) -> None:
    """Go to a field, and put a text in the place of what it holds."""
    go_to(page, page.get_by_role("textbox", name=label, exact=True))
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def press(page: Page, role: Role, name: str, key: str = "Enter") -> None:
    go_to(page, page.get_by_role(role, name=name).first)
    page.keyboard.press(key)


def test_from_the_first_page_to_the_word_file(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto(server.url)
    drawn(page)
    press(page, "button", "Regulated finance")
    page.wait_for_url("**/job?draft=*")

    press(page, "link", "Start")
    page.wait_for_url("**/start?draft=*")
    press(page, "link", "Edit its details")
    page.wait_for_url("**/organisation?*")
    write(page, "Organisation name", "Fish & Chips")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1).first).to_contain_text("Fish & Chips")

    press(page, "link", "The job")
    page.wait_for_url("**/job?draft=*")
    write(page, "Job title", "Head of cyber security")
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", level=1).first).to_contain_text("Head of cyber security")

    press(page, "link", "Duties and criteria")
    page.wait_for_url("**/duties?draft=*")
    second = page.locator(".rows li.row").nth(1)
    expect(second).to_be_visible()
    moved, words = second.get_attribute("data-id"), second.locator(".text").inner_text()
    star = second.locator("[data-act=star]")
    starred = star.get_attribute("aria-pressed")
    go_to(page, star)
    page.keyboard.press("Space")
    expect(star).not_to_have_attribute("aria-pressed", str(starred))
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".rows li.row").first).to_have_attribute("data-id", str(moved))

    press(page, "link", "Finish")
    page.wait_for_url("**/finish?draft=*")
    copy = page.get_by_role("button", name="Copy to publish")
    expect(copy.first).to_be_visible()
    go_to(page, copy.nth(1))
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    file = tmp_path / "job.docx"
    waiting.value.save_as(file)
    texts = [paragraph.text for paragraph in Document(str(file)).paragraphs]
    assert texts[0] == "Head of cyber security"
    assert any(words[1:] in text for text in texts)
    assert any("Fish & Chips" in text for text in texts)


def test_a_choice_and_a_fold_are_made_with_the_arrows_and_the_space_bar(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/start")
    drawn(page)
    sector = page.locator(".st-key-q-organisation-sector [role=combobox]")
    go_to(page, sector)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(sector).not_to_have_value("")
    advert = page.get_by_role("checkbox", name="Short advert")
    before = advert.is_checked()
    go_to(page, advert)
    page.keyboard.press("Space")
    expect(advert).to_be_checked(checked=not before)
    press(page, "button", "Start the draft")
    page.wait_for_url("**/job?draft=*")
    press(page, "button", "Open: Team and budget", "Space")
    expect(page.get_by_role("textbox", name="Team size", exact=True)).to_be_visible()


def test_the_line_around_the_buttons_that_leave_a_question_open_is_whole(page: Page, server: Server) -> None:
    with open_store(None, server.data) as store:
        id = store.create_draft(Draft(documents=("private-advert",))).id
    page.goto(f"{server.url}/job?draft={id}")
    drawn(page)
    choices = page.locator(".st-key-q-post-title").get_by_role("radio")
    expect(choices).to_have_count(2)
    first, second = choices.all()
    go_to(page, first)
    assert not page.evaluate(IS_CUT_OFF)
    page.keyboard.press("ArrowRight")
    assert second.evaluate(HAS_FOCUS)
    assert not page.evaluate(IS_CUT_OFF)
