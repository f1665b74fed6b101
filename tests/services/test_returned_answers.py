"""The page of questions comes back: every answer finds its question, right or wrong, and nothing is lost."""

import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from jd_builder.domain.document import Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.export.question_marks import named, place_of
from jd_builder.services import documents, naming, open_questions, returned_answers
from jd_builder.services.questions import question
from jd_builder.services.returned_answers import Returned
from jd_builder.services.typed_answers import understood
from jd_builder.storage import open_store

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
OPEN = Draft(documents=("private-advert",), post={"title": "CISO"}, organisation={"name": "Harbour, Hull & Co"})


def sent(draft: Draft = OPEN, id: str = "") -> bytes:
    asked = open_questions.asked(draft, documents.assembled(draft))
    page = open_questions.page("CISO", "Harbour, Hull & Co", asked, id)
    return open_questions.made(page, WHEN).content


def changed(content: bytes, change: Callable[[Any], None]) -> bytes:
    word, file = docx.Document(BytesIO(content)), BytesIO()
    change(word)
    word.save(file)
    return file.getvalue()


def filled(content: bytes, answers: Mapping[str, str], cell: int = 2) -> bytes:
    def fill(word: Any) -> None:
        for row in word.tables[0].rows:
            if row.cells[0].text in answers:
                row.cells[cell].text = answers[row.cells[0].text]

    return changed(content, fill)


def back(content: bytes) -> Returned:
    returned = returned_answers.opened(content, "questions.docx")
    assert returned is not None
    return returned


def places(returned: Returned) -> list[str]:
    return [answer.place for answer in returned.answers]


def test_answers_fill_their_fields_and_the_others_stay_open() -> None:
    returned = back(filled(sent(), {"Pay": "£105,000 to £130,000", "Contract": "permanent", "Grade or band": "Band E"}))
    draft = returned_answers.taken(OPEN, returned, places(returned))
    post = draft.read_post().value
    assert post.pay
    assert (post.pay.minimum, post.pay.maximum) == (Decimal(105000), Decimal(130000))
    assert post.contract
    assert post.contract.type == "permanent"
    assert returned.of == "CISO, Harbour, Hull & Co"
    assert "Place" in returned.unanswered
    assert "Pay" not in returned.unanswered
    assert "post.location" in [each.place for each in open_questions.asked(draft, documents.assembled(draft))]


def test_what_is_not_taken_leaves_the_draft_as_it_was() -> None:
    returned = back(filled(sent(), {"Pay": "£105,000"}))
    assert returned_answers.taken(OPEN, returned, ()) == OPEN


def test_an_answer_stands_beside_what_the_draft_says_by_now() -> None:
    (answer,) = back(filled(sent(), {"Reports to": "Chief risk officer"})).answers
    assert returned_answers.now(OPEN.answered("post.reports-to", "ask the manager"), answer) == ""
    assert returned_answers.now(OPEN.answered("post.reports-to", "Chair"), answer) == "Chair"


def test_a_wrong_value_is_kept_as_written_with_its_problem() -> None:
    returned = back(filled(sent(), {"Closes": "sometime next spring"}))
    assert "is not a date" in returned.answers[0].read.problem
    draft = returned_answers.taken(OPEN, returned, places(returned))
    assert draft.post["closing"] == "sometime next spring"


def test_words_that_no_field_takes_are_kept_with_the_draft() -> None:
    page = filled(sent(), {"Contact for questions": "Sam Lee, sam@harbour.example"})
    page = changed(page, lambda word: word.add_paragraph("Call me on Monday."))
    page = filled(page, {"Pay": "As your example says"}, cell=1)
    returned = back(page)
    draft = returned_answers.taken(OPEN, returned, places(returned))
    left = [each.text for each in draft.left_over]
    assert left == ["Call me on Monday.", "As your example says", "Sam Lee"]
    assert returned_answers.taken(draft, returned, places(returned)) == draft


@pytest.mark.parametrize("typed", ["", "tbc", "?", "its own example", "ask the manager"])
def test_a_hint_or_a_put_off_is_no_answer(typed: str) -> None:
    asked = question("post.pay")
    assert asked
    returned = back(filled(sent(), {"Pay": asked.example if typed == "its own example" else typed}))
    assert returned.answers == ()
    assert "Pay" in returned.unanswered


def test_the_label_tells_the_question_where_a_program_lost_the_marks() -> None:
    def strip(word: Any) -> None:
        for mark in list(word.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            mark.getparent().remove(mark)

    returned = back(filled(changed(sent(id="abcd"), strip), {"Pay": "£105,000"}))
    assert (returned.draft, places(returned)) == ("", ["post.pay"])


def test_the_draft_is_found_by_its_id_or_else_by_its_title_and_organisation(tmp_path: Path) -> None:
    with open_store(None, tmp_path) as store:
        id = store.create_draft(OPEN).id
        for returned in (back(sent(id=id)), back(sent())):
            stored = returned_answers.its_draft(store, returned)
            assert stored is not None
            assert stored.id == id
        assert returned_answers.its_draft(store, back(sent(id="elsewhere"))) is None
        store.create_draft(OPEN)
        assert returned_answers.its_draft(store, back(sent())) is None


def test_a_draft_whose_title_was_asked_is_found_by_the_name_of_its_role(tmp_path: Path) -> None:
    untitled = OPEN.answered("post.title", "ask the manager")
    page = open_questions.page(
        naming.title_of(untitled),
        naming.organisation_of(untitled),
        open_questions.asked(untitled, documents.assembled(untitled)),
        "",
    )
    with open_store(None, tmp_path) as store:
        id = store.create_draft(untitled).id
        stored = returned_answers.its_draft(store, back(open_questions.made(page, WHEN).content))
        assert stored is not None
        assert stored.id == id


def test_libreoffice_keeps_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.docx"
    page.write_bytes(filled(sent(id="abcd1234"), {"Pay": "£105,000"}))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx",
         "--outdir", str(tmp_path / "out"), str(page)], check=True, capture_output=True,
    )  # fmt: skip
    content = (tmp_path / "out" / "page.docx").read_bytes()
    returned = back(changed(content, lambda word: setattr(word.tables[0].rows[1].cells[0], "text", "Salary")))
    assert returned.draft == "abcd1234"
    assert places(back(content)) == ["post.pay"]


def test_any_other_file_is_none() -> None:
    word, file = docx.Document(), BytesIO()
    word.add_table(1, 3).rows[0].cells[0].text = "Pay"
    word.save(file)
    assert returned_answers.opened(file.getvalue(), "old.docx") is None
    assert returned_answers.opened(b"Pay: 1", "old.txt") is None


def test_every_question_has_a_mark_that_word_takes() -> None:
    for part, model in (("post", Post), ("organisation", Organisation)):
        for field in model.model_fields.values():
            place = f"{part}.{field.alias}"
            mark = named((Run("a label", ref=place),))
            assert place_of(mark) == place
            assert len(mark) <= 40


@pytest.mark.parametrize(
    ("place", "typed", "values"),
    [
        ("post.pay", "From: £105,000\nTo: £130,000", {"post.pay": {"minimum": "£105,000", "maximum": "£130,000"}}),
        ("post.pay", "N/A", {"post.pay": "not applicable"}),
        ("post.budget", "£750,000 a year", {"post.budget": {"amount": "£750,000"}}),
        ("post.decisions", "Decides: hiring\nDecides: tools", {"post.decisions": {"decides": ["hiring", "tools"]}}),
        ("post.priorities", "- A plan\n- A team; calm", {"post.priorities": ["A plan", "A team", "calm"]}),
        ("post.purpose", "To keep.\nAnd to tell.", {"post.purpose": "To keep.\nAnd to tell."}),
        (
            "post.work-pattern",
            "two days a week in Leeds",
            {"post.work-pattern": {"pattern": "hybrid", "days-on-site": "2", "note": "two days a week in Leeds"}},
        ),
    ],
)
def test_answers_are_read_as_people_type_them(place: str, typed: str, values: dict[str, Any]) -> None:
    read = understood(place, typed)
    assert dict(read.values) == values
    assert not read.problem
    assert not read.left


def test_an_answer_that_names_none_of_several_parts_says_so() -> None:
    assert "Decides, Recommends, Escalates" in understood("post.decisions", "Up to £50,000").problem
