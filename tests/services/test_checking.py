"""Checking a draft over all its documents, and files that we never made."""

from datetime import UTC, date, datetime

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.export.registry import FORMATS
from jd_builder.services import building, catalogue, checking
from tests.samples import EXAMPLES, LAYOUTS, sample

TODAY = date(2026, 12, 1)
LONG_OPEN = {"title": "Analyst", "pay": "50000", "closing": "2027-02-01"}


def errors(draft: Draft, *layouts: str) -> list[str]:
    found = checking.of_draft(draft, layouts, TODAY)
    return [f"{each.rule}: {each.match}" for each in found if each.severity == "error"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_have_nothing_to_fix_in_any_document(path) -> None:
    draft = sample(path)
    assert errors(draft) == []
    assert [each for layout in LAYOUTS for each in errors(draft, layout.stem) if "missing-part" not in each] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("role", catalogue.roles(), ids=lambda role: role.id)
def test_the_default_texts_have_nothing_to_fix_but_their_gaps(layout, role) -> None:
    empty = Draft(role=role.id, edition=role.edition)
    assert {each.split(":")[0] for each in errors(empty, layout.stem)} <= {"missing-part"}


def test_a_finding_that_stands_in_two_documents_is_told_once() -> None:
    draft = Draft.model_validate(
        {"documents": ["private-advert", "internal-profile"], "own": [{"id": "own.1", "text": "run a young team"}]}
    )
    found = [each for each in checking.of_draft(draft, (), TODAY) if each.rule == "age-words"]
    assert [(each.statement, each.match, each.yours) for each in found] == [("own.1", "young", True)]


def test_what_a_person_keeps_is_told_no_more() -> None:
    kept = {"rule": "age-words", "on": "own.1", "match": "young", "reason": "agreed with the manager"}
    fields = {"documents": ["private-advert"], "own": [{"id": "own.1", "text": "run a young team"}]}
    assert "age-words: young" in errors(Draft.model_validate(fields))
    assert "age-words: young" not in errors(Draft.model_validate({**fields, "kept": [kept]}))


def test_a_pack_counts_the_criteria_it_prints() -> None:
    criteria = [
        {"id": f"own.{number}", "text": f"You keep system {number}", "need": "essential", "assessed": ["A"]}
        for number in range(1, 10)
    ]
    found = checking.of_draft(Draft.model_validate({"criteria": criteria}), ["civil-service-pack"], TODAY)
    assert [each.message[:38] for each in found if each.rule == "essential-pack"] == [
        "The pack lists 9 essential criteria; u"
    ]


@pytest.mark.parametrize("form", ["docx", "md"])
def test_a_document_of_ours_that_comes_back_as_a_file_is_checked_as_its_owners(form: str) -> None:
    draft = Draft.model_validate({"own": [{"id": "own.1", "text": "run a young team"}], "post": LONG_OPEN})
    (document,) = building.documents(draft, ["private-advert"])
    order = building.Order(when=datetime(2026, 12, 1, tzinfo=UTC), format=form)
    made = building.rendered(document, order)
    assert form in FORMATS
    found = [each for each in checking.of_file(made.content, made.name, None, TODAY) if each.rule == "age-words"]
    assert [(each.match, each.statement, each.yours) for each in found] == [("young", None, True)]


def test_a_table_of_an_old_file_is_checked_cell_by_cell() -> None:
    text = "| Salary | Competitive |\n|---|---|\n| Hours | 37 |\n"
    (found,) = checking.of_file(text.encode(), "old.md", None, TODAY)
    assert (found.rule, found.text, found.block) == ("pay-hidden-alone", "Competitive", 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Join us in Leeds.", "Nothing to fix"),
        ("A young team.\n\nA driving licence.", "1 to fix, 1 to look at"),
    ],
)
def test_what_was_found_is_summed_up(text: str, said: str) -> None:
    assert checking.said(checking.of_file(text.encode(), "old.txt", None, TODAY)) == said
