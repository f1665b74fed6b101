"""What a person does to the criteria and the own statements of a draft."""

from collections.abc import Sequence
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.domain.draft import Criterion, Draft, Edit

SKILL = Criterion(statement="ciso.cyber-risk-management", need="essential", assessed=("A", "I"))


def own_words(text: str) -> Criterion:
    return Criterion(text=text, need="essential")


def ids(draft: Draft) -> list[str]:
    return [each.id for each in draft.criteria]


def test_a_draft_requires_what_it_is_given_in_that_order() -> None:
    draft = Draft().requiring([own_words("You can swim"), SKILL])
    assert [each.text or each.statement for each in draft.criteria] == ["You can swim", "ciso.cyber-risk-management"]


def test_a_criterion_in_ones_own_words_gets_a_number_of_ones_own() -> None:
    draft = Draft().adding("duty", "run the forum").requiring([own_words("You can swim"), own_words("You can row")])
    assert ids(draft) == ["own.2", "own.3"]


def test_what_has_a_name_keeps_it() -> None:
    draft = Draft().requiring([own_words("You can swim"), SKILL])
    assert ids(draft.requiring(reversed(draft.criteria))) == ["ciso.cyber-risk-management", "own.1"]


def test_a_draft_can_stop_requiring_anything() -> None:
    assert Draft().requiring([SKILL]).requiring([]).criteria == ()


@given(st.lists(st.sampled_from(["criterion", "statement", "drop"]), max_size=12))
def test_statements_and_criteria_never_share_a_number(
    steps: Sequence[Literal["criterion", "statement", "drop"]],
) -> None:
    draft, given_out = Draft(), list[str]()
    for number, step in enumerate(steps):
        before = {*ids(draft), *(one.id for one in draft.own)}
        if step == "criterion":
            draft = draft.requiring((*draft.criteria, own_words(f"You know {number}")))
        elif step == "statement":
            draft = draft.adding("duty", f"do {number}")
        else:
            draft = draft.requiring(draft.criteria[:-1])
        given_out += {*ids(draft), *(one.id for one in draft.own)} - before
    assert len(given_out) == len(set(given_out))


@pytest.mark.parametrize("name", ["own.x", "own.0", "own.", "mine", "own." + "9" * 5000])
def test_a_name_that_a_file_gave_a_criterion_counts_for_nothing(name: str) -> None:
    draft = Draft().requiring([Criterion(id=name, text="You can swim", need="essential")])
    assert draft.adding("duty", "run the forum").own[0].id == "own.1"


def test_words_of_ones_own_are_replaced_and_keep_their_kind_and_name() -> None:
    draft = Draft().adding("duty", "run the forum").restating("own.1", "chair the forum", "strategy")
    assert draft.own[0].model_dump() == {"id": "own.1", "kind": "duty", "text": "chair the forum", "theme": "strategy"}


def test_only_the_edit_for_one_document_is_taken_back() -> None:
    draft = Draft().editing("ciso.duty.1", Edit(text="for all"))
    draft = draft.editing("ciso.duty.1", Edit(text="for the advert", document="private-advert"))
    assert [edit.text for edit in draft.restoring("ciso.duty.1", "private-advert").edits["ciso.duty.1"]] == ["for all"]
    assert [edit.text for edit in draft.restoring("ciso.duty.1", None).edits["ciso.duty.1"]] == ["for the advert"]
    assert draft.restoring("ciso.duty.1", None, "private-advert").edits == {}
    assert draft.restoring("ciso.duty.1").edits == {}


def test_taking_back_an_edit_that_is_not_there_changes_nothing() -> None:
    draft = Draft().editing("ciso.duty.1", Edit(text="for all"))
    assert draft.restoring("ciso.duty.1", "private-advert") == draft
    assert draft.restoring("ciso.duty.2", None) == draft
