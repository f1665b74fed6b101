"""A draft changes by giving way to a new one; what a person typed, chose and wrote is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from jd_builder.domain.draft import Base, Choices, Criterion, Draft, Edit
from jd_builder.domain.findings import Kept

DRAFT = Draft.model_validate(
    {
        "organisation": {"name": "Harbour Mutual"},
        "post": {"title": "Head of security", "pay": {"minimum": "105000"}, "location": ["Leeds"]},
        "choose": {"include": ["ciso.duty.2"], "exclude": ["ciso.duty.3"], "star": ["ciso.duty.1"]},
        "criteria": [{"statement": "ciso.cyber-risk-management", "need": "essential", "assessed": ["A", "I"]}],
        "edits": {"ciso.duty.1": "set the strategy"},
        "own": [{"id": "own.1", "kind": "duty", "text": "chair the security forum"}],
    }
)
CHANGES: dict[str, Callable[[Draft], Draft]] = {
    "answered": lambda draft: draft.answered("post.pay.minimum", "1"),
    "answered in a list": lambda draft: draft.answered("post.location.1", "York"),
    "emptied": lambda draft: draft.answered("post.title", None),
    "including": lambda draft: draft.including("ciso.duty.3"),
    "excluding": lambda draft: draft.excluding("ciso.duty.2"),
    "starring": lambda draft: draft.starring("ciso.duty.2"),
    "unstarring": lambda draft: draft.starring("ciso.duty.1", on=False),
    "ordering": lambda draft: draft.ordering(("ciso.duty.2", "ciso.duty.1")),
    "editing": lambda draft: draft.editing("ciso.duty.1", Edit(text="lead")),
    "restoring": lambda draft: draft.restoring("ciso.duty.1"),
    "adding": lambda draft: draft.adding("duty", "run the forum"),
    "removing": lambda draft: draft.removing("own.1"),
    "changed": lambda draft: draft.changed(wording="official", documents=("private-advert",)),
}


def said(draft: Draft) -> dict[str, Any]:
    return draft.model_dump(mode="json", by_alias=True, exclude_defaults=True)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_gives_a_new_draft_and_leaves_the_old_one(change: Callable[[Draft], Draft]) -> None:
    before = said(DRAFT)
    assert said(change(DRAFT)) != before
    assert said(DRAFT) == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_a_change_makes_can_be_kept_and_opened_again(change: Callable[[Draft], Draft]) -> None:
    draft = change(DRAFT)
    assert Draft.model_validate_json(draft.model_dump_json(by_alias=True)) == draft


# Answers


def test_an_answer_is_kept_as_it_was_typed_even_if_it_is_wrong() -> None:
    draft = DRAFT.answered("post.hours", "lots")
    assert draft.post["hours"] == "lots"
    assert [problem.place for problem in draft.read_post().problems if "hours" in problem.place] == ["post.hours"]


def test_an_answer_inside_a_part_leaves_the_rest_of_it() -> None:
    assert DRAFT.answered("post.pay.maximum", "130000").post["pay"] == {"minimum": "105000", "maximum": "130000"}
    assert DRAFT.answered("post.pay.minimum", None).answered("post.pay", None).post == {
        "title": "Head of security",
        "location": ["Leeds"],
    }


@pytest.mark.parametrize(
    ("typed", "place", "becomes"),
    [
        ("105000", "bonus", {"minimum": "105000", "maximum": "105000", "bonus": "x"}),
        ("ask the manager", "bonus", {"bonus": "x"}),
        ("not applicable", "bonus", {"bonus": "x"}),
        (["105000"], "bonus", {"bonus": "x"}),
    ],
)
def test_a_lone_word_stays_when_a_key_is_added_to_it(typed: Any, place: str, becomes: dict[str, str]) -> None:
    assert DRAFT.answered("post.pay", typed).answered(f"post.pay.{place}", "x").post["pay"] == becomes


def test_a_lone_place_keeps_its_town() -> None:
    assert DRAFT.answered("post.location.1.country", "Ireland").post["location"] == [
        {"town": "Leeds", "country": "Ireland"}
    ]


def test_answers_of_a_list_are_changed_where_problems_say_they_stand() -> None:
    draft = DRAFT.answered("post.location", ["Leeds", "", {"town": "ask the manager", "country": "Ireland"}])
    (asked,) = draft.read_post().asked
    answered = draft.answered(asked, "Dublin").read_post()
    assert [place.town for place in answered.value.location] == ["Leeds", "Dublin"]


def test_items_are_added_to_a_list_and_taken_from_it() -> None:
    longer = DRAFT.answered("post.location.2", "York").answered("post.location.9.town", "Hull")
    assert longer.post["location"] == ["Leeds", "York", {"town": "Hull"}]
    assert longer.answered("post.location.1", None).post["location"] == ["York", {"town": "Hull"}]


def test_a_lone_value_is_the_first_of_a_list() -> None:
    draft = DRAFT.answered("organisation.benefits", "30 days' leave").answered("organisation.benefits.2", "a pension")
    assert draft.organisation["benefits"] == ["30 days' leave", "a pension"]


@pytest.mark.parametrize("place", ["post", "organisation", "wording", "role.id", ""])
def test_only_questions_have_answers(place: str) -> None:
    with pytest.raises(ValueError, match="no answer is kept"):
        DRAFT.answered(place, "x")


# Choices


def test_a_statement_is_included_or_excluded_but_never_both() -> None:
    draft = DRAFT.including("ciso.duty.3").excluding("ciso.duty.2")
    assert (draft.choose.include, draft.choose.exclude) == (("ciso.duty.3",), ("ciso.duty.2",))
    assert draft.including("ciso.duty.3").choose.include == ("ciso.duty.3",)


def test_a_star_is_set_and_taken_away() -> None:
    draft = DRAFT.starring("ciso.duty.2").starring("ciso.duty.2")
    assert draft.choose.star == ("ciso.duty.1", "ciso.duty.2")
    assert draft.starring("ciso.duty.1", on=False).choose.star == ("ciso.duty.2",)


def test_with_an_explicit_list_adding_and_removing_change_the_list() -> None:
    """Otherwise a person would press Add and see nothing happen."""
    draft = DRAFT.changed(choose=Choices(statements=("ciso.duty.1", "ciso.duty.2")))
    assert draft.including("ciso.duty.5").choose.statements == ("ciso.duty.1", "ciso.duty.2", "ciso.duty.5")
    assert draft.excluding("ciso.duty.1").choose.statements == ("ciso.duty.2",)
    assert draft.adding("duty", "chair the forum").choose.statements == ("ciso.duty.1", "ciso.duty.2", "own.2")
    assert DRAFT.including("ciso.duty.5").choose.statements is None


def test_an_explicit_list_is_there_only_when_it_is_given() -> None:
    assert Choices.model_validate({"statements": None}).statements is None
    assert Choices.model_validate({"statements": []}).statements == ()


# Edits


def test_an_edit_replaces_the_earlier_one_for_the_same_documents() -> None:
    advert = Edit(text="lead", document="private-advert")
    draft = DRAFT.editing("ciso.duty.1", advert).editing("ciso.duty.1", Edit(text="direct the strategy"))
    assert draft.edits["ciso.duty.1"] == (advert, Edit(text="direct the strategy"))


def test_an_edit_for_one_document_goes_before_the_one_for_all() -> None:
    draft = DRAFT.editing("ciso.duty.1", Edit(text="lead", document="private-advert"))
    advert, other = draft.edit_for("ciso.duty.1", "private-advert"), draft.edit_for("ciso.duty.1", "internal-profile")
    assert advert is not None
    assert other is not None
    assert (advert.text, other.text) == ("lead", "set the strategy")
    assert draft.edit_for("ciso.duty.2", "private-advert") is None


def test_restoring_brings_back_the_original_everywhere() -> None:
    draft = DRAFT.editing("ciso.duty.1", Edit(text="lead", document="private-advert")).restoring("ciso.duty.1")
    assert draft.edits == {}
    assert draft.restoring("ciso.duty.9") == draft


def test_an_edit_remembers_what_it_was_made_from() -> None:
    base = Base(wording="plain", edition="2024-11-30", text="set a strategy")
    draft = DRAFT.editing("ciso.duty.1", Edit(text="lead", origin="model", base=base))
    assert Draft.model_validate_json(draft.model_dump_json(by_alias=True)).edits["ciso.duty.1"][0].base == base


# Statements of the user's own


def ids(draft: Draft) -> list[str]:
    return [own.id for own in draft.own]


def test_statements_of_ones_own_are_numbered_in_turn() -> None:
    draft = DRAFT.adding("duty", "run the forum").adding("experience", "You have run one.", theme="people")
    assert ids(draft) == ["own.1", "own.2", "own.3"]
    assert (draft.own[2].kind, draft.own[2].theme) == ("experience", "people")


def test_a_number_is_never_used_again() -> None:
    draft = DRAFT.adding("duty", "two").adding("duty", "three").removing("own.3")
    assert ids(draft.adding("duty", "four")) == ["own.1", "own.2", "own.4"]


@pytest.mark.parametrize("how", ["removing", "changed"])
def test_nor_after_all_of_them_are_gone_and_the_draft_was_kept_in_a_file(how: str) -> None:
    draft = DRAFT.adding("duty", "two")
    bare = draft.removing("own.2").removing("own.1") if how == "removing" else draft.changed(own=())
    opened = Draft.model_validate_json(bare.model_dump_json(by_alias=True, exclude_defaults=True))
    assert ids(opened.adding("duty", "three")) == ["own.3"]


@given(st.lists(st.sampled_from(["add", "remove first", "remove last", "other"]), max_size=12))
def test_whatever_is_added_and_removed_no_number_comes_twice(steps: list[str]) -> None:
    draft, seen = Draft(), set[str]()
    for step in steps:
        if step == "add":
            draft = draft.adding("duty", "words")
            assert draft.own[-1].id not in seen
            seen.add(draft.own[-1].id)
        elif step == "other":
            draft = draft.answered("post.title", "Head of security")
        elif draft.own:
            draft = draft.removing(draft.own[0 if step == "remove first" else -1].id)


def test_a_statement_that_is_removed_leaves_nothing_behind() -> None:
    draft = (
        DRAFT.including("own.1")
        .starring("own.1")
        .ordering(("own.1", "ciso.duty.2"))
        .editing("own.1", Edit(text="run the forum"))
    )
    draft = draft.changed(criteria=(*draft.criteria, Criterion(statement="own.1", need="desirable")))
    assert '"own.1"' not in draft.removing("own.1").model_dump_json()


def test_removing_keeps_everything_else() -> None:
    assert DRAFT.removing("own.1").changed(own=DRAFT.own, last_own=0) == DRAFT


@pytest.mark.parametrize("name", ["own.0", "own.01", "own.-1", "ciso.duty.1", "own.1x", "own"])
def test_own_statements_have_names_of_their_own(name: str) -> None:
    with pytest.raises(ValidationError):
        Draft.model_validate({"own": [{"id": name, "kind": "duty", "text": "x"}]})


# Criteria and the rest


def test_a_criterion_of_a_statement_is_named_after_it() -> None:
    assert DRAFT.criteria[0].id == "ciso.cyber-risk-management"


def test_a_criterion_says_something() -> None:
    with pytest.raises(ValidationError, match="a criterion needs a statement's id or a text"):
        Criterion(need="essential")


@pytest.mark.parametrize(
    "values",
    [
        {"criteria": [{"statement": "a.1", "need": "essential"}] * 2},
        {"own": [{"id": "own.1", "text": "x"}] * 2},
    ],
)
def test_no_id_stands_twice(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=r"the id (a|own)\.1 stands twice"):
        Draft.model_validate(values)


def test_criteria_in_ones_own_words_need_no_name() -> None:
    criteria = [{"text": "You can drive change.", "need": "desirable"}, {"text": "You are kind.", "need": "essential"}]
    assert len(Draft.model_validate({"criteria": criteria}).criteria) == 2


@pytest.mark.parametrize("key", ["criteria", "own", "kept", "documents"])
def test_a_list_that_is_left_empty_is_an_empty_list(key: str) -> None:
    assert Draft.model_validate({key: None}) == Draft()


def test_one_of_several_may_stand_alone() -> None:
    draft = Draft.model_validate({"documents": "private-advert", "choose": {"star": "ciso.duty.1"}})
    assert (draft.documents, draft.choose.star) == (("private-advert",), ("ciso.duty.1",))


def test_an_edit_may_be_just_its_text() -> None:
    assert DRAFT.edits["ciso.duty.1"] == (Edit(text="set the strategy"),)


def test_a_draft_of_another_version_is_refused() -> None:
    with pytest.raises(ValidationError, match="version 2 is not read here; this program reads version 1"):
        Draft.model_validate({"version": "2"})


def test_a_draft_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        DRAFT.wording = "official"  # type: ignore[misc]


def test_a_changed_draft_is_checked_as_a_whole() -> None:
    with pytest.raises(ValidationError):
        DRAFT.changed(wording="florid")
    with pytest.raises(ValidationError):
        DRAFT.changed(colour="blue")


def test_keeping_a_finding_needs_a_reason() -> None:
    assert DRAFT.changed(kept=(Kept(rule="age", on="own.1", match="mature", reason="it is a programme"),)).kept
    with pytest.raises(ValidationError):
        Kept(rule="age", on="own.1", match="mature", reason="")


# What the screens of duties and criteria do


def test_restoring_one_document_leaves_the_edit_of_the_others() -> None:
    advert = Edit(text="lead", document="private-advert")
    draft = DRAFT.editing("ciso.duty.1", advert)
    assert draft.restoring("ciso.duty.1", "private-advert") == DRAFT
    assert draft.restoring("ciso.duty.1", None).edits == {"ciso.duty.1": (advert,)}
    assert draft.restoring("ciso.duty.1", None, "private-advert").edits == {}
    assert draft.restoring("ciso.duty.1", "internal-profile") == draft


def test_a_statement_of_ones_own_can_be_said_in_other_words() -> None:
    draft = DRAFT.adding("duty", "two").restating("own.1", "run the forum", theme="people")
    assert [(own.id, own.kind, own.text, own.theme) for own in draft.own] == [
        ("own.1", "duty", "run the forum", "people"),
        ("own.2", "duty", "two", None),
    ]
    assert draft.restating("own.9", "nobody's") == draft


def test_criteria_in_ones_own_words_get_numbers_that_were_never_used() -> None:
    """So that a finding or a star can name them."""
    given = (
        Criterion(text="You can drive change.", need="desirable"),
        DRAFT.criteria[0],
        Criterion(text="You are kind.", need="essential"),
    )
    draft = DRAFT.requiring(given)
    assert [criterion.id for criterion in draft.criteria] == ["own.2", "ciso.cyber-risk-management", "own.3"]
    assert ids(draft.adding("duty", "x")) == ["own.1", "own.4"]
    bare = draft.requiring(())
    assert [criterion.id for criterion in bare.requiring(given).criteria] == [
        "own.4",
        "ciso.cyber-risk-management",
        "own.5",
    ]
