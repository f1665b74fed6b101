"""The names a draft uses: of documents, levels, statements and skills."""

from typing import Any

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Level
from jd_builder.drafts.references import unknown_in_role, unknown_layouts

LAYOUTS = ("private-advert", "university-nhs")
(CISO,) = (role for role in load_builtin() if role.id == "ciso")


def of_layouts(**fields: Any) -> list[str]:
    draft = Draft.model_validate(fields)
    return [f"{problem.place}: {problem.message}" for problem in unknown_layouts(draft, LAYOUTS)]


def of_role(**fields: Any) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in unknown_in_role(Draft.model_validate(fields), CISO)]


def test_documents_that_nobody_can_make_are_told_wherever_they_are_named() -> None:
    told = of_layouts(
        documents=["private-advert", "poster"],
        edits={"ciso.duty.1": [{"text": "a"}, {"text": "b", "document": "leaflet"}]},
        organisation={"paragraphs": [{"title": "Care", "text": "We care.", "documents": ["university-nhs", "flyer"]}]},
    )
    assert [line.partition(";")[0] for line in told] == [
        "documents.2: there is no document 'poster'",
        "edits.ciso.duty.1.2.document: there is no document 'leaflet'",
        "organisation.paragraphs.1.documents.2: there is no document 'flyer'",
    ]
    assert told[0].endswith("there are private-advert, university-nhs")


def test_statements_and_skills_of_the_role_and_of_the_draft_are_known() -> None:
    skill = CISO.skills[0]
    assert not of_role(
        own=[{"id": "own.1", "text": "One"}],
        criteria=[{"statement": skill.id, "need": "essential"}, {"id": "mine", "text": "Two", "need": "desirable"}],
        choose={"include": ["own.1", skill.statements[0].id], "star": ["mine", skill.id], "order": ["ciso.duty.1"]},
        edits={"ciso.duty.1": "Three", skill.id: "Four"},
    )


def test_statements_that_do_not_exist_are_told_with_the_nearest_that_does() -> None:
    told = of_role(
        choose={
            "include": ["ciso.duty.99"],
            "exclude": ["ciso.dooty.1"],
            "order": ["x"],
            "star": ["own.1"],
            "statements": ["ciso.duty.1", "y"],
        },
        criteria=[{"statement": "ciso.cyber-risk-managment", "need": "essential"}],
        edits={"zebra": "a"},
    )
    assert [line.partition(":")[0] for line in told] == [
        "choose.include.1",
        "choose.exclude.1",
        "choose.order.1",
        "choose.star.1",
        "choose.statements.2",
        "criteria.1.statement",
        "edits.zebra",
    ]
    assert told[1] == "choose.exclude.1: there is no statement 'ciso.dooty.1'; did you mean 'ciso.duty.1'?"
    assert told[2] == "choose.order.1: there is no statement 'x'"


def test_an_own_statement_is_changed_where_it_stands() -> None:
    told = of_role(own=[{"id": "own.1", "text": "One"}], edits={"own.1": "Two"})
    assert told == ["edits.own.1: an own statement is changed where it stands, under 'own'"]


def test_a_level_is_one_of_the_roles_own() -> None:
    assert of_role(level="lead") == ["level: there is no level 'lead'; ciso has no levels"]
    levelled = CISO.model_copy(update={"levels": (Level(id="junior", name="Junior"), Level(id="lead", name="Lead"))})
    draft = Draft(level="chief")
    assert [each.message for each in unknown_in_role(draft, levelled)] == [
        "there is no level 'chief'; ciso has the levels junior, lead"
    ]
    assert not list(unknown_in_role(Draft(level="lead"), levelled))
