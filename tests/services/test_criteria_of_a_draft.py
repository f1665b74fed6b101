"""The criteria of a draft: which are shown, what is said of them, and what comes of each deed of a person."""

from typing import Any

import pytest

from jd_builder.domain.draft import Criterion, Draft
from jd_builder.domain.framework import Role
from jd_builder.services import criteria, documents
from jd_builder.services.changes import Change
from jd_builder.services.criterion_changes import changed
from jd_builder.services.rows import Requirement
from jd_builder.services.shares import Shares
from tests.assembly.roles import PORTER

BOTH = Draft(documents=("private-advert", "university-nhs"))
ADVERT = Draft(documents=("private-advert",))
RISK = "ciso.cyber-risk-management"


def rows(draft: Draft, role: Role | None = None) -> dict[str, Requirement]:
    return {row.id: row for row in criteria.rows(Shares(draft, role))}


def deed(draft: Draft, action: str, id_: str = "", **more: Any) -> Change:
    return changed(Shares(draft), {"action": action, "id": id_, **more})


def after(draft: Draft, action: str, id_: str = "", **more: Any) -> Draft:
    change = deed(draft, action, id_, **more)
    assert not change.refused, change.said
    return change.draft


def needed(draft: Draft, need: str) -> list[str]:
    return [row.id for row in rows(draft).values() if row.need == need]


def starred(draft: Draft) -> set[str]:
    return {row.id for row in rows(draft).values() if row.starred}


def in_document(draft: Draft, layout: str) -> str:
    texts = documents.assembled(draft)[layout].texts()
    return "\n".join("".join(run.text for run in text) for _, text in texts)


# What is shown


def test_until_a_person_chooses_the_suggested_ones_that_documents_print_are_shown() -> None:
    assert BOTH.criteria == ()
    assert (len(needed(BOTH, "essential")), len(needed(BOTH, "desirable"))) == (12, 4)
    assert (len(needed(ADVERT, "essential")), len(needed(ADVERT, "desirable"))) == (5, 0)


def test_the_first_deed_keeps_all_that_were_showing_so_that_nothing_else_changes() -> None:
    draft = after(BOTH, "stage", RISK, stage="P", on=True)
    assert [each.id for each in draft.criteria] == list(rows(BOTH))
    others = {id_: row for id_, row in rows(BOTH).items() if id_ != RISK}
    assert {id_: row for id_, row in rows(draft).items() if id_ != RISK} == others
    assert in_document(draft, "private-advert") == in_document(BOTH, "private-advert")


def test_a_row_says_need_stages_area_and_whose_text_it_is() -> None:
    row = rows(BOTH)[RISK]
    assert (row.need, row.stages, row.heading, row.theme) == ("essential", ("I",), "Skills", "skills")
    assert row.tag == "Framework"
    assert "edition of 30 November 2024" in row.source
    assert rows(BOTH)["commercial.skill.8"].tag == "Commercial list"


def test_each_document_has_its_counts() -> None:
    said = [(count.document, count.said) for count in criteria.counts(Shares(BOTH))]
    assert said == [
        ("Short advert", "5 essential, about right (4 to 6)"),
        ("Job description and person specification", "12 essential, about right (10 to 15)"),
        ("Job description and person specification", "4 desirable, about right (up to 6)"),
    ]


def test_a_document_without_criteria_is_not_counted() -> None:
    profile = Draft(documents=("internal-profile",))
    assert criteria.counts(Shares(profile)) == ()
    assert rows(profile) == {}


def test_a_star_means_the_advert_prints_it_and_a_desirable_one_never_stands_there() -> None:
    assert starred(BOTH) == set(Shares(BOTH).requirements["private-advert"])
    assert {rows(BOTH)[id_].starred for id_ in needed(BOTH, "desirable")} == {None}
    assert {row.starred for row in rows(Draft(documents=("civil-service-pack",))).values()} == {None}


def test_skills_and_requirements_that_are_no_criteria_are_offered_by_skill_and_list() -> None:
    groups = criteria.more(Shares(BOTH))
    offered = [row.id for group in groups for row in group.rows]
    assert len(offered) == len(set(offered)) == len(criteria.offered(Shares(BOTH)))
    assert not set(offered) & set(rows(BOTH))
    titles = [group.title for group in groups]
    assert "Cyber risk management" in titles
    assert titles[-2:] == ["Commercial duty list: skills", "Commercial duty list: experience"]


def test_a_statement_without_a_wording_as_a_criterion_has_a_first_one_to_edit() -> None:
    offered = {row.id: row.text for group in criteria.more(Shares(BOTH)) for row in group.rows}
    assert offered["ciso.cyber-risk-management.can.2"].startswith("You are able to ")


def test_criteria_of_a_file_that_have_no_names_get_them() -> None:
    draft = BOTH.changed(
        criteria=[{"text": "You can swim", "need": "essential"}, {"text": "You can row", "need": "desirable"}]
    )
    assert list(rows(draft)) == ["own.1", "own.2"]
    assert rows(after(draft, "need", "own.2", need="essential"))["own.2"].need == "essential"


# A role as an import makes it


def test_every_deed_works_for_a_role_with_levels_and_without_suggestions() -> None:
    draft = Draft(role="porter", level="head-porter", documents=("private-advert", "university-nhs"))
    assert [row.text for row in rows(draft, PORTER).values()] == [
        "You are able to open doors at expert",
        "You are able to plug it in",
    ]
    for action in (
        {"action": "add", "id": "porter.doors.expert.can.1"},
        {"action": "write", "text": "You can greet guests", "group": "nonsense"},
        {"action": "move", "id": "own.2", "to": 0},
        {"action": "stage", "id": "own.2", "stage": "T", "on": True},
        {"action": "need", "id": "own.1", "need": "desirable"},
        {"action": "edit", "id": "porter.doors.expert", "text": "You know doors"},
        {"action": "star", "id": "own.2", "on": True},
        {"action": "remove", "id": "porter.it-support.expert"},
    ):
        change = changed(Shares(draft, PORTER), action)
        assert not change.refused, change.said
        draft = change.draft
    assert [(row.text, row.need) for row in rows(draft, PORTER).values()] == [
        ("You can greet guests", "essential"),
        ("You know doors", "essential"),
        ("You are able to open doors at expert", "desirable"),
    ]


# Adding and taking away


def test_what_is_added_comes_last_as_the_role_suggests_it() -> None:
    draft = after(ADVERT, "add", "commercial.skill.6")
    assert list(rows(draft))[-1] == "commercial.skill.6"
    assert (rows(draft)["commercial.skill.6"].need, rows(draft)["commercial.skill.6"].stages) == ("desirable", ("T",))


def test_a_duty_as_a_criterion_has_a_star_of_its_own() -> None:
    draft = after(BOTH, "add", "ciso.cyber-risk-management.can.2")
    new = draft.criteria[-1]
    assert (new.id, new.statement) == ("own.1", "ciso.cyber-risk-management.can.2")
    draft = after(draft, "star", "own.1", on=True)
    assert Shares(draft).duties == Shares(BOTH).duties


def test_an_advert_that_is_the_only_document_prints_what_is_added_to_it() -> None:
    draft = after(ADVERT, "write", text="You have a driving licence", group="qualifications")
    assert "ave a driving licence" in in_document(draft, "private-advert")
    assert rows(draft)["own.1"].heading == "Qualifications"
    assert len(starred(draft)) == 6


def test_beside_other_documents_the_advert_keeps_to_what_it_has() -> None:
    draft = after(BOTH, "write", text="You have a driving licence", need="desirable")
    assert rows(draft)["own.1"].need == "desirable"
    assert starred(draft) == starred(BOTH)


@pytest.mark.parametrize("text", ["", "  \u0000", None])
def test_nothing_is_no_criterion(text: Any) -> None:
    assert deed(BOTH, "write", text=text).refused
    assert deed(BOTH, "edit", RISK, text=text).refused


def test_the_same_words_are_not_added_twice() -> None:
    assert deed(after(BOTH, "write", text="You can swim"), "write", text="You can swim").refused


def test_what_is_removed_is_offered_again_and_nothing_comes_in_its_place() -> None:
    draft = after(BOTH, "remove", RISK)
    assert RISK in criteria.offered(Shares(draft))
    assert list(rows(draft)) == [id_ for id_ in rows(BOTH) if id_ != RISK]
    assert starred(draft) == starred(BOTH) - {RISK}


def test_every_criterion_can_be_removed_and_added_again() -> None:
    draft = BOTH
    for id_ in rows(BOTH):
        draft = after(draft, "remove", id_)
    assert rows(draft) == {}
    assert Shares(draft).requirements == {"private-advert": (), "university-nhs": ()}
    assert list(rows(after(draft, "add", RISK))) == [RISK]


# Need, stages, reasons, order, stars


def test_a_criterion_is_made_desirable_and_leaves_the_advert() -> None:
    draft = after(BOTH, "need", RISK, need="desirable")
    assert RISK in needed(draft, "desirable")
    assert starred(draft) == starred(BOTH) - {RISK}


def test_stages_are_kept_in_their_order_and_may_all_be_taken_away() -> None:
    draft = BOTH
    for stage in "PTA":
        draft = after(draft, "stage", RISK, stage=stage, on=True)
    assert rows(draft)[RISK].stages == ("A", "I", "T", "P")
    for stage in "AITP":
        draft = after(draft, "stage", RISK, stage=stage, on=False)
    assert rows(draft)[RISK].stages == ()
    assert deed(draft, "stage", RISK, stage="I", on=True).said == "Assessed at: interview."


def test_the_same_toggle_twice_is_one() -> None:
    once = after(BOTH, "stage", RISK, stage="P", on=True)
    assert after(once, "stage", RISK, stage="P", on=True) == once


def test_why_it_is_essential_is_kept_with_the_words() -> None:
    text = rows(BOTH)[RISK].text
    draft = after(BOTH, "edit", RISK, text=text, why=" Nobody else can decide on risk. ", group="skills")
    assert (rows(draft)[RISK].why, rows(draft)[RISK].edited) == ("Nobody else can decide on risk.", "")
    assert draft.criteria[1].group is None  # the area is the skill's own
    assert rows(after(draft, "edit", RISK, text=text, why=""))[RISK].why == ""


def test_another_area_is_kept() -> None:
    draft = after(BOTH, "edit", RISK, text="You can judge risk", group="experience")
    assert (rows(draft)[RISK].heading, rows(draft)[RISK].theme) == ("Experience", "experience")


def test_a_criterion_moves_among_those_of_its_need() -> None:
    draft = after(BOTH, "move", needed(BOTH, "desirable")[2], to=0)
    assert needed(draft, "desirable")[0] == needed(BOTH, "desirable")[2]
    assert needed(draft, "essential") == needed(BOTH, "essential")


def test_moving_changes_what_comes_first_and_not_what_the_advert_holds() -> None:
    last = needed(BOTH, "essential")[-1]
    change = deed(BOTH, "move", last, to=0)
    assert change.said == "Moved to 1 of 12."
    assert needed(change.draft, "essential")[0] == last
    assert starred(change.draft) == starred(BOTH)


def test_a_star_adds_one_to_the_advert_and_an_advert_keeps_at_least_one() -> None:
    new = needed(BOTH, "essential")[8]
    assert starred(after(BOTH, "star", new, on=True)) == starred(BOTH) | {new}
    draft = BOTH
    *others, last = starred(BOTH)
    for id_ in others:
        draft = after(draft, "star", id_, on=False)
    assert starred(draft) == {last}
    assert deed(draft, "star", last, on=False).refused


def test_stars_of_criteria_leave_those_of_duties_alone() -> None:
    draft = BOTH.starring("ciso.duty.1").starring("ciso.duty.2")
    draft = after(draft, "star", needed(BOTH, "essential")[8], on=True)
    assert Shares(draft).duties["private-advert"] == ("ciso.duty.1", "ciso.duty.2")


# Words


def test_edited_words_hold_in_all_documents_and_the_original_is_one_click_away() -> None:
    before = rows(BOTH)[RISK]
    draft = after(BOTH, "edit", RISK, text="You can judge risk")
    row = rows(draft)[RISK]
    assert (row.text, row.original, row.edited) == ("You can judge risk", before.text, "Edited")
    assert "judge risk" in in_document(draft, "private-advert")
    assert rows(after(draft, "restore", RISK))[RISK] == before


def test_the_original_words_typed_again_are_no_edit() -> None:
    draft = after(BOTH, "edit", RISK, text="You can judge risk")
    assert after(draft, "edit", RISK, text=rows(BOTH)[RISK].text).criteria[1] == Criterion(
        statement=RISK, need="essential", assessed=("I",)
    )


def test_words_that_a_file_edited_are_shown_with_their_original_and_can_be_taken_back() -> None:
    draft = BOTH.changed(edits={RISK: "You can judge risk"})
    row = rows(draft)[RISK]
    assert (row.text, row.edited) == ("You can judge risk", "Edited")
    assert rows(after(draft, "restore", RISK))[RISK].text == row.original


def test_restoring_a_criterion_leaves_the_duty_of_the_same_statement_as_it_was_edited() -> None:
    about = "ciso.cyber-risk-management.can.2"
    draft = after(BOTH.changed(edits={about: "tend to processes"}), "add", about)
    draft = after(draft, "restore", draft.criteria[-1].id)
    assert about in draft.edits


def test_ones_own_words_have_no_original() -> None:
    draft = after(BOTH, "write", text="You can swim")
    row = rows(draft)["own.1"]
    assert (row.tag, row.source, row.original, row.edited) == ("Your own", "", "", "")
    assert deed(draft, "restore", "own.1").refused
    assert rows(after(draft, "edit", "own.1", text="You can row"))["own.1"].text == "You can row"


# A browser may send anything


@pytest.mark.parametrize(
    "action",
    [
        {"action": "need", "id": RISK, "need": "nonsense"},
        {"action": "stage", "id": RISK, "stage": "X", "on": True},
        {"action": "move", "id": "nonsense", "to": 1},
        {"action": "add", "id": RISK},
        {"action": "add", "id": "ciso.duty.1"},
        {"action": "remove", "id": "own.1"},
        {"action": "explode", "id": RISK},
    ],
)
def test_what_is_unknown_is_refused_and_changes_nothing(action: Any) -> None:
    change = changed(Shares(BOTH), action)
    assert change.refused
    assert change.draft is BOTH


def test_a_change_says_what_documents_call_its_place() -> None:
    assert deed(BOTH, "stage", RISK, stage="P", on=True).place == RISK
    assert deed(BOTH, "edit", RISK, text="You can judge risk").place == RISK
    added = deed(BOTH, "add", "ciso.cyber-risk-management.can.2")
    assert (added.row, added.place) == ("own.1", "ciso.cyber-risk-management.can.2")
