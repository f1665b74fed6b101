"""The page for the hiring manager: what to ask, why, an example, and room for the answer."""

from io import BytesIO

import docx
import pytest

from jd_builder.domain.document import Document, plain
from jd_builder.domain.draft import Draft
from jd_builder.services import documents, examples, open_questions
from jd_builder.services.questions import question
from tests.export.samples import WHEN

COMPLETE = examples.example("harbour-mutual").draft
EMPTY = Draft(documents=("private-advert",))


def asked(draft: Draft) -> list[str]:
    return [each.place for each in open_questions.asked(draft, documents.assembled(draft))]


def page(draft: Draft) -> Document:
    return open_questions.page("CISO", "Harbour", open_questions.asked(draft, documents.assembled(draft)))


def test_a_complete_draft_asks_nothing() -> None:
    assert asked(COMPLETE) == []


def test_gaps_of_the_job_are_asked_and_those_of_the_organisation_are_not() -> None:
    assert "post.pay" in asked(EMPTY)
    assert not any(place.startswith("organisation.") for place in asked(EMPTY))


def test_what_was_left_to_the_manager_is_asked_once() -> None:
    draft = COMPLETE.answered("post.pay", "ask the manager").answered("organisation.pension", "Ask the manager.")
    assert asked(draft) == ["post.pay", "organisation.pension"]


def test_a_part_that_was_left_to_the_manager_asks_for_the_whole() -> None:
    assert asked(COMPLETE.answered("post.pay.bonus", "ask the manager")) == ["post.pay"]


def test_what_is_not_applicable_is_not_asked() -> None:
    assert "post.pay" not in asked(EMPTY.answered("post.pay", "not applicable"))


def test_each_row_has_the_question_the_reason_an_example_and_room() -> None:
    words = [plain(text) for _, text in page(EMPTY.answered("post.pay", None)).texts()]
    at = words.index("Pay")
    assert words[at + 1].startswith("What you will really offer.")
    assert "For example: From: 105,000" in words[at + 1]
    assert words[at + 2] == "\n\n"


def test_it_becomes_a_word_file_with_a_name_of_its_own() -> None:
    made = open_questions.made(page(EMPTY), WHEN)
    assert made.name == "Harbour - CISO - Questions for the manager.docx"
    file = docx.Document(BytesIO(made.content))
    assert [cell.text for cell in file.tables[0].rows[0].cells] == [
        "Question",
        "Why it matters, and an example",
        "Your answer",
    ]


@pytest.mark.parametrize(
    ("place", "example"),
    [
        ("post.closing", "For example: 18 December 2026 23:59"),
        ("post.budget", "For example: Sum a year: 2,400,000"),
        ("post.sponsorship", "One of: Yes / No / Not known yet"),
        ("post.politically-restricted", "For example: yes or no"),
        ("post.job-evaluation", "For example: Reference: JE/2291\nDate: 3 March 2025"),
        ("organisation.about", "For example: Harbour Mutual is owned by its 640,000 members."),
    ],
)
def test_examples_are_said_as_people_write_and_never_as_files_do(place: str, example: str) -> None:
    found = question(place)
    assert found is not None
    assert found.example == example


def test_what_is_no_field_is_no_question() -> None:
    assert question("post.pey") is None
    assert question("ciso.duty.1") is None
