"""What a house style prints of a post around the description is compared in a working copy too."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn

from jd_builder.services import building, word_changes
from jd_builder.services.building import Order
from tests.export.house_files import MADE, with_parts
from tests.export.reading import parts
from tests.services.test_working_copies import WHEN, back, changes, copy_of, edited, example

STYLE = MADE["cover_and_sections"]()
TITLE = "Chief information security officer"


def cover(word: Any, start: str) -> Any:
    return next(each for each in word.paragraphs if each.text.startswith(start))


def copy_with(change: Callable[[Any], None]) -> bytes:
    return edited(copy_of(example(), style=STYLE), change)


def test_a_title_changed_on_the_cover_is_offered_and_changes_the_answer() -> None:
    def change(word: Any) -> None:
        cover(word, TITLE).add_run(" (interim)")

    returned = back(copy_with(change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of, found.before, found.now) == ("Job title", TITLE, f"{TITLE} (interim)")
    assert found.can_be_taken
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert taken.post["title"] == f"{TITLE} (interim)"
    assert word_changes.found(taken, returned.carried) == ()
    moved_on = returned.draft.answered("post.title", "Head of security")
    (found,) = word_changes.found(moved_on, returned.carried)
    assert found.meanwhile == "Head of security"


def test_one_of_several_values_in_a_line_and_one_in_a_header_are_offered_once() -> None:
    def change(word: Any) -> None:
        texts = [*cover(word, "Harbour Mutual, ")._p.iter(qn("w:t"))]
        texts += [text for section in word.sections for text in section.header._element.iter(qn("w:t"))]
        for text in texts:
            text.text = text.text.replace("Harbour Mutual", "Harbour Friendly")

    returned = back(copy_with(change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of, found.now, found.can_be_taken) == ("Organisation name", "Harbour Friendly", True)
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert taken.organisation["name"] == "Harbour Friendly"


def test_a_changed_date_is_told_and_left() -> None:
    def change(word: Any) -> None:
        date = next(text for text in cover(word, "Harbour Mutual, ")._p.iter(qn("w:t")) if "2026" in text.text)
        date.text = "1 May 2027"

    (found,) = changes(copy_with(change))
    assert (found.now, found.can_be_taken) == ("1 May 2027", False)
    assert "house style" in found.why


def test_a_title_typed_over_as_a_whole_is_told_with_the_question_to_change() -> None:
    def change(word: Any) -> None:
        paragraph = cover(word, TITLE)
        for mark in ("w:bookmarkStart", "w:bookmarkEnd"):
            paragraph._p.remove(paragraph._p.find(qn(mark)))
        paragraph.runs[0].text = "Keeper of the lighthouse"

    (found,) = changes(copy_with(change))
    assert (found.sort, found.before, found.places) == ("removed", TITLE, ("post.title",))
    assert not found.can_be_taken


def test_a_mark_that_was_lost_while_its_words_stayed_is_no_change() -> None:
    def without(xml: bytes) -> bytes:
        return re.sub(rb'<w:bookmarkStart [^>]*w:name="_jd_0[^>]*>', b"", xml)

    content = copy_of(example(), style=STYLE)
    spoken = [name for name in parts(content) if name.endswith("document.xml") or "header" in name]
    lost = with_parts(content, dict.fromkeys(spoken, without), {})
    assert not any(b"_jd_0" in part for name, part in parts(lost).items() if name in spoken)
    assert changes(lost) == ()


@pytest.mark.parametrize("style", MADE)
def test_no_copy_to_publish_holds_such_a_mark(style: str) -> None:
    order = Order(WHEN, layouts=("private-advert",), house_style=MADE[style]())
    (made,) = building.make(example(), order)
    assert not any(b"_jd_" in content for content in parts(made.content).values())
