"""The duties of a draft: which are shown, what is said of them, and what comes of each deed of a person."""

from typing import Any

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.domain.organisation import Sector
from jd_builder.services import documents, duties
from jd_builder.services.changes import Change
from jd_builder.services.duty_changes import changed
from jd_builder.services.rows import Row
from jd_builder.services.shares import Shares
from tests.assembly.roles import PORTER

BOTH = Draft(documents=("private-advert", "university-nhs"))
ADVERT = Draft(documents=("private-advert",))
HOSTILE = "<script>alert(1)</script> ![x](https://example.com/?q=SECRET) \u202e \U0001f469\u200d\U0001f4bb"


def rows(draft: Draft, role: Role | None = None) -> dict[str, Row]:
    return {row.id: row for row in duties.rows(Shares(draft, role))}


def deed(draft: Draft, action: str, id_: str = "", **more: Any) -> Change:
    return changed(Shares(draft), {"action": action, "id": id_, **more})


def after(draft: Draft, action: str, id_: str = "", **more: Any) -> Draft:
    change = deed(draft, action, id_, **more)
    assert not change.refused, change.said
    return change.draft


def starred(draft: Draft) -> set[str]:
    return {row.id for row in rows(draft).values() if row.starred}


def in_document(draft: Draft, layout: str) -> str:
    """Everything that one document says."""
    texts = documents.assembled(draft)[layout].texts()
    return "\n".join("".join(run.text for run in text) for _, text in texts)


def first_not_in_the_advert(draft: Draft) -> str:
    return next(row.id for row in rows(draft).values() if not row.starred)


# What is shown


def test_only_what_some_document_prints_is_shown() -> None:
    shares = Shares(BOTH)
    assert len(rows(BOTH)) == 16
    assert set(rows(BOTH)) == {id_ for ids in shares.duties.values() for id_ in ids}


def test_the_star_says_what_the_advert_prints_also_while_it_picks_by_itself() -> None:
    assert BOTH.choose.star == ()
    assert starred(BOTH) == set(Shares(BOTH).duties["private-advert"])


def test_where_the_advert_is_the_only_document_a_star_means_nothing() -> None:
    assert {row.starred for row in rows(ADVERT).values()} == {None}
    assert {row.starred for row in rows(Draft(documents=("university-nhs",))).values()} == {None}


def test_a_row_says_whose_text_it_is_with_title_and_edition() -> None:
    row = rows(BOTH)["ciso.duty.1"]
    assert row.tag == "Framework"
    assert row.source.endswith("edition of 30 November 2024. Government Digital and Data profession.")
    commercial = next(row for row in rows(BOTH).values() if row.id.startswith("commercial"))
    assert commercial.tag == "Commercial list"
    assert "edition" not in commercial.source  # its date is not known, so none is said


def test_a_row_names_the_document_that_leaves_it_out() -> None:
    draft = Draft(documents=("private-advert", "internal-profile", "university-nhs"))
    assert {row.where for row in rows(draft).values()} == {"", "Not in: Internal role profile"}


def test_each_document_has_a_count_with_what_is_about_right() -> None:
    said = [(count.document, count.said, count.verdict) for count in duties.counts(Shares(BOTH))]
    assert said == [
        ("Short advert", "7 duties, about right (6 to 8)", "right"),
        ("Job description and person specification", "16 duties, about right (12 to 18)", "right"),
    ]


def test_too_few_and_too_many_are_said() -> None:
    few = after(after(ADVERT, "remove", Shares(ADVERT).chosen[0]), "remove", Shares(ADVERT).chosen[1])
    assert duties.counts(Shares(few))[0].said == "5 duties, too few (6 to 8)"
    many = ADVERT
    for number in range(2):
        many = after(many, "write", text=f"chair forum {number}")
    assert duties.counts(Shares(many))[0].said == "9 duties, too many (6 to 8)"


def test_what_is_not_chosen_is_offered_by_theme_once() -> None:
    groups = duties.more(Shares(BOTH))
    offered = [row.id for group in groups for row in group.rows]
    assert len(offered) == len(set(offered)) == len(duties.offered(Shares(BOTH)))
    assert not set(offered) & set(rows(BOTH))
    assert [group.title for group in groups][:2] == ["Strategy and leadership", "Governance, risk and assurance"]
    assert all(row.skill for group in groups for row in group.rows if ".can." in row.id)


def test_what_the_framework_says_already_is_left_out_and_names_the_statement_that_says_it() -> None:
    left_out = {each.row.id: each for each in duties.left_out(Shares(BOTH))}
    assert len([each for each in left_out.values() if each.by]) == 11
    said = left_out["commercial.day.2"].by
    assert said[0].text.startswith("Understand risk throughout the organisation")
    assert [each.chosen for each in said] == [
        id_ in rows(BOTH)
        for id_ in ("ciso.duty.5", "ciso.cyber-risk-management.can.1", "ciso.cyber-risk-management.can.2")
    ]


def test_what_is_not_fit_for_use_says_why() -> None:
    unfit = next(each for each in duties.left_out(Shares(BOTH)) if not each.by)
    assert unfit.row.id == "commercial.responsibility.11"
    assert unfit.note


def test_no_note_shows_the_name_of_a_statement() -> None:
    assert not [
        each.note for each in duties.left_out(Shares(BOTH)) if "commercial." in each.note or "ciso." in each.note
    ]


def test_outside_government_rows_have_the_other_wording() -> None:
    draft = BOTH.answered("organisation.sector", "central-government")
    assert "government" not in rows(BOTH)["ciso.duty.1"].text
    assert "government" in rows(draft)["ciso.duty.1"].text
    assert draft.read_organisation().value.sector is Sector.CENTRAL_GOVERNMENT


# A role as an import makes it: levels, no themes, no suggestions


def test_a_role_with_levels_shows_those_of_the_level_alone() -> None:
    draft = Draft(role="porter", level="head-porter", documents=("university-nhs",))
    assert list(rows(draft, PORTER)) == ["porter.head-porter.resp.1", "porter.head-porter.resp.2"]
    assert {row.heading for row in rows(draft, PORTER).values()} == {"At this level"}
    offered = [(group.title, [row.id for row in group.rows]) for group in duties.more(Shares(draft, PORTER))]
    assert offered == [
        ("Doors and gates, expert", ["porter.doors.expert.can.1"]),
        ("IT support, expert", ["porter.it-support.expert.can.1"]),
    ]
    assert duties.left_out(Shares(draft, PORTER)) == ()


def test_every_deed_works_for_such_a_role() -> None:
    draft = Draft(role="porter", documents=("private-advert", "university-nhs"))
    for action in (
        {"action": "add", "id": "porter.doors.working.can.1"},
        {"action": "write", "text": "greet guests", "theme": "nonsense"},
        {"action": "move", "id": "own.1", "to": 0},
        {"action": "edit", "id": "porter.porter.resp.1", "text": "open every door"},
        {"action": "star", "id": "own.1", "on": True},
        {"action": "remove", "id": "porter.porter.resp.2"},
    ):
        change = changed(Shares(draft, PORTER), action)
        assert not change.refused, change.said
        draft = change.draft
    assert [row.text for row in rows(draft, PORTER).values()] == [
        "greet guests",
        "open every door",
        "open doors at working",
    ]


# Adding and taking away


def test_what_is_added_stands_at_the_end_and_in_every_document_with_room() -> None:
    draft = after(BOTH, "add", "commercial.day.3")
    assert list(rows(draft))[-1] == "commercial.day.3"
    assert "commercial.day.3" in Shares(draft).duties["university-nhs"]
    assert "commercial.day.3" in Shares(draft).duties["private-advert"]


def test_an_advert_that_is_full_stays_as_it_is() -> None:
    draft = after(after(BOTH, "add", "commercial.day.3"), "add", "ciso.changing-security-culture.lead.2")
    change = deed(BOTH, "write", text="chair the forum")
    assert change.said == "Added, as 17 of 17."
    assert len(starred(draft)) == 8
    assert "ciso.changing-security-culture.lead.2" not in starred(draft)
    assert deed(draft, "write", text="chair the forum").said.endswith("A star puts it in the advert too.")


def test_where_the_advert_is_the_only_document_it_takes_all_that_is_added() -> None:
    draft = ADVERT.starring("ciso.duty.1").starring("ciso.duty.2")
    assert "commercial.day.3" in rows(after(draft, "add", "commercial.day.3"))
    assert "own.1" in rows(after(draft, "write", text="chair the forum"))


def test_what_the_framework_says_already_can_be_added_anyway() -> None:
    draft = after(BOTH, "add", "commercial.day.2")
    assert "commercial.day.2" in rows(draft)
    assert "commercial.day.2" not in [each.row.id for each in duties.left_out(Shares(draft))]


def test_a_duty_of_ones_own_stands_under_the_heading_that_was_picked() -> None:
    draft = after(BOTH, "write", text="  chair the forum\u0007 ", theme="risk")
    row = rows(draft)["own.1"]
    assert (row.text, row.tag, row.heading) == ("chair the forum", "Your own", "Governance, risk and assurance")
    assert (row.source, row.original, row.edited) == ("", "", "")


@pytest.mark.parametrize("text", ["", "   ", "\u0007", None, 5])
def test_nothing_is_no_duty(text: Any) -> None:
    change = deed(BOTH, "write", text=text)
    assert change.refused
    assert change.draft is BOTH


def test_the_same_words_are_not_added_twice() -> None:
    """A browser that was not answered sends its last deed again, also to a server that has just started."""
    draft = after(BOTH, "write", text="chair the forum")
    assert deed(draft, "write", text="chair the forum").refused


def test_what_is_removed_is_offered_again_and_one_of_ones_own_is_gone() -> None:
    draft = after(after(BOTH, "write", text="chair the forum"), "remove", "ciso.duty.1")
    assert "ciso.duty.1" in duties.offered(Shares(draft))
    gone = after(draft, "remove", "own.1")
    assert gone.own == ()
    assert after(gone, "write", text="another").own[0].id == "own.2"


def test_a_starred_duty_can_be_removed() -> None:
    draft = after(BOTH, "star", first_not_in_the_advert(BOTH), on=True)
    draft = after(draft, "remove", "ciso.duty.1")
    assert "ciso.duty.1" not in rows(draft)
    assert "ciso.duty.1" not in draft.choose.star


def test_every_duty_can_be_removed() -> None:
    draft = BOTH
    for id_ in rows(BOTH):
        draft = after(draft, "remove", id_)
    assert rows(draft) == {}
    assert duties.counts(Shares(draft))[0].said.startswith("0 duties, too few")


# Stars


def test_a_first_star_adds_to_the_advert_and_takes_nothing_out() -> None:
    new = first_not_in_the_advert(BOTH)
    assert starred(after(BOTH, "star", new, on=True)) == starred(BOTH) | {new}


@pytest.mark.parametrize("position", [0, 5, -1])
def test_a_newly_starred_duty_takes_the_place_it_has_in_the_list(position: int) -> None:
    draft = after(BOTH, "write", text="chair the forum")
    others = [row.id for row in rows(draft).values() if not row.starred]
    starred = after(draft, "star", others[position], on=True)
    assert list(rows(starred)) == list(rows(draft))
    advert = Shares(starred).duties["private-advert"]
    assert others[position] in advert
    assert [id_ for id_ in rows(draft) if id_ in advert] == list(advert)


def test_a_starred_duty_that_no_list_held_stands_last_in_the_advert() -> None:
    new = duties.offered(Shares(BOTH))[-1]
    draft = after(BOTH, "star", first_not_in_the_advert(BOTH), on=True).starring(new)
    assert Shares(draft).duties["private-advert"][-1] == new


def test_a_star_that_is_taken_away_takes_out_that_one_alone() -> None:
    assert starred(after(BOTH, "star", "ciso.duty.1", on=False)) == starred(BOTH) - {"ciso.duty.1"}


def test_an_advert_keeps_at_least_one_duty() -> None:
    draft = BOTH
    *others, last = starred(BOTH)
    for id_ in others:
        draft = after(draft, "star", id_, on=False)
    change = deed(draft, "star", last, on=False)
    assert change.refused
    assert "at least one" in change.said
    assert change.row == last


def test_only_a_star_changes_what_the_advert_holds() -> None:
    longer = "lead the work " + "on and on " * 10
    draft = after(BOTH, "edit", "ciso.duty.1", text=longer)
    assert starred(draft) == starred(BOTH)
    assert starred(after(BOTH, "edit", first_not_in_the_advert(BOTH), text="lead")) == starred(BOTH)
    assert starred(after(BOTH, "move", "ciso.duty.1", to=12)) == starred(BOTH)


# Order


def test_a_moved_duty_stands_there_in_every_document() -> None:
    draft = after(BOTH, "move", "ciso.duty.1", to=3)
    shown = list(rows(draft))
    assert shown.index("ciso.duty.1") == 3
    for ids in Shares(draft).duties.values():
        assert [id_ for id_ in shown if id_ in ids] == list(ids)


@pytest.mark.parametrize(("to", "at"), [(-5, 0), (0, 0), (999, 15), ("2", 0), (None, 0)])
def test_a_place_beyond_the_ends_is_the_end_and_no_place_is_where_it_was(to: Any, at: int) -> None:
    assert list(rows(after(BOTH, "move", "ciso.duty.1", to=to))).index("ciso.duty.1") == at


def test_the_list_has_one_order_that_suits_all_documents() -> None:
    draft = Draft(documents=("private-advert", "internal-profile", "university-nhs"))
    shown = list(rows(draft))
    assert len(shown) == len(set(shown))
    for ids in Shares(draft).duties.values():
        assert [id_ for id_ in shown if id_ in ids] == list(ids)


# Words


def test_edited_words_hold_in_all_documents_and_the_original_is_one_click_away() -> None:
    before = rows(BOTH)["ciso.duty.2"]
    draft = after(BOTH, "edit", "ciso.duty.2", text="run the strategy")
    row = rows(draft)["ciso.duty.2"]
    assert (row.text, row.original, row.edited) == ("run the strategy", before.text, "Edited")
    assert "un the strategy" in in_document(draft, "private-advert")
    assert rows(after(draft, "restore", "ciso.duty.2"))["ciso.duty.2"] == before


def test_an_edit_remembers_the_text_and_edition_it_was_made_from() -> None:
    draft = after(BOTH, "edit", "ciso.duty.2", text="run the strategy")
    again = after(draft, "edit", "ciso.duty.2", text="run it")
    base = again.edits["ciso.duty.2"][0].base
    assert base is not None
    assert (base.wording, base.edition, base.text) == ("plain", "2024-11-30", rows(BOTH)["ciso.duty.2"].text)


def test_other_words_for_one_document_hold_there_alone() -> None:
    draft = after(BOTH, "edit", "ciso.duty.2", text="run the strategy", document="private-advert")
    row = rows(draft)["ciso.duty.2"]
    assert row.text == rows(BOTH)["ciso.duty.2"].text
    assert dict(row.elsewhere) == {"private-advert": "run the strategy"}
    assert "un the strategy" in in_document(draft, "private-advert")
    assert "un the strategy" not in in_document(draft, "university-nhs")
    assert after(draft, "restore", "ciso.duty.2", document="private-advert").edits == {}


def test_a_document_that_the_draft_does_not_have_is_no_document() -> None:
    draft = after(BOTH, "edit", "ciso.duty.2", text="run the strategy", document="nonsense")
    assert draft.edits["ciso.duty.2"][0].document is None


def test_the_original_words_typed_again_are_no_edit() -> None:
    original = rows(BOTH)["ciso.duty.2"].text
    draft = after(BOTH, "edit", "ciso.duty.2", text="run the strategy")
    assert after(draft, "edit", "ciso.duty.2", text=original).edits == {}


def test_ones_own_words_are_replaced_and_are_no_edit() -> None:
    draft = after(BOTH, "write", text="chair the forum", theme="risk")
    draft = after(draft, "edit", "own.1", text="chair two forums")
    assert (draft.own[0].text, draft.own[0].theme, draft.edits) == ("chair two forums", "risk", {})
    assert rows(draft)["own.1"].edited == ""


def test_a_duty_needs_words() -> None:
    change = deed(BOTH, "edit", "ciso.duty.1", text=" ")
    assert change.refused
    assert change.said == "A duty needs words. To take it out, use Remove."


def test_hostile_words_stay_as_they_were_typed() -> None:
    draft = after(BOTH, "write", text=HOSTILE)
    assert rows(draft)["own.1"].text == HOSTILE
    assert HOSTILE in rows(after(draft, "edit", "ciso.duty.1", text=HOSTILE))["ciso.duty.1"].text


# An explicit list of statements, as a file may give it


def test_an_explicit_list_is_changed_as_a_list_and_has_no_stars() -> None:
    draft = BOTH.changed(choose={"statements": ["ciso.duty.3", "ciso.duty.1"]})
    assert [(row.id, row.starred) for row in rows(draft).values()] == [("ciso.duty.3", None), ("ciso.duty.1", None)]
    draft = after(after(draft, "add", "ciso.duty.2"), "move", "ciso.duty.2", to=0)
    assert list(rows(draft)) == ["ciso.duty.2", "ciso.duty.3", "ciso.duty.1"]
    assert list(rows(after(draft, "remove", "ciso.duty.3"))) == ["ciso.duty.2", "ciso.duty.1"]


# A browser may send anything


@pytest.mark.parametrize(
    "action",
    [
        {},
        {"action": "explode"},
        {"action": ["star"]},
        {"action": "star"},
        {"action": "star", "id": "nonsense", "on": True},
        {"action": "add", "id": "ciso.duty.1"},
        {"action": "add", "id": "ciso.cyber-risk-management"},
        {"action": "remove", "id": {"a": 1}},
        {"action": "move", "id": "own.99", "to": 3},
        {"action": "edit", "id": "../etc/passwd", "text": "x"},
    ],
)
def test_what_is_unknown_is_refused_with_a_sentence_and_changes_nothing(action: Any) -> None:
    change = changed(Shares(BOTH), action)
    assert change.refused
    assert change.draft is BOTH
    assert change.said.endswith(".")


def test_a_change_says_where_it_is_in_the_documents_and_what_it_was() -> None:
    change = deed(BOTH, "move", "ciso.duty.1", to=2)
    assert (change.what, change.said, change.place, change.row) == (
        "Moved a duty",
        "Moved to 3 of 16.",
        "ciso.duty.1",
        "ciso.duty.1",
    )
