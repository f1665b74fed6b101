"""Two people change one draft apart: what each changed alone stands, and only the same thing twice is a question."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from jd_builder.domain.draft import Criterion, Draft, Edit
from jd_builder.domain.merging import apart, merged

ANSWERS = some.dictionaries(some.sampled_from(["title", "hours", "reports-to"]), some.text("ab", min_size=1))
IDS = some.lists(some.sampled_from(["a", "b", "c"]), unique=True).map(tuple)


def _draft(**parts: Any) -> Draft:
    own = parts.pop("own")
    draft = Draft.model_validate(parts)
    for text in own:
        draft = draft.adding("duty", text)
    return draft


DRAFTS = some.builds(
    _draft,
    organisation=some.dictionaries(some.sampled_from(["name", "pension"]), some.text("ab", min_size=1)),
    post=ANSWERS,
    documents=IDS,
    choose=some.fixed_dictionaries({"include": IDS, "star": IDS}),
    edits=some.dictionaries(some.sampled_from(["a", "b"]), some.just([{"text": "Other words"}])),
    own=some.lists(some.sampled_from(["Lead", "Report"]), max_size=2),
)


@given(DRAFTS, DRAFTS)
def test_with_a_side_that_changed_nothing_the_other_stands(base: Draft, changed: Draft) -> None:
    for merge in (merged(base, changed, base), merged(base, base, changed)):
        assert merge.draft.model_copy(update={"last_own": 0}) == changed.model_copy(update={"last_own": 0})
        assert merge.both == ()


@given(DRAFTS, ANSWERS, DRAFTS)
def test_changes_to_different_things_stand_whoever_comes_first(base: Draft, post: Any, other: Draft) -> None:
    one, two = base.changed(post=post), base.changed(choose=other.choose, organisation=other.organisation)
    first, second = merged(base, one, two), merged(base, two, one)
    assert first.draft == second.draft == two.changed(post=post)
    assert (first.both, second.both) == ((), ())


@given(DRAFTS, DRAFTS, DRAFTS)
def test_any_two_changes_make_a_draft_that_is_read_back(base: Draft, mine: Draft, theirs: Draft) -> None:
    made = merged(base, mine, theirs).draft
    assert Draft.model_validate_json(made.model_dump_json(by_alias=True)) == made


def test_the_same_answer_given_twice_is_a_question_and_nothing_else_is() -> None:
    base = Draft(post={"title": "Before", "hours": "35"})
    mine, theirs = base.changed(post={"title": "Mine", "hours": "35"}), base.changed(post={"title": "Theirs"})
    merge = merged(base, mine, theirs)
    assert (merge.both, merge.theirs) == (("post.title",), ("post.hours",))
    assert merge.draft.post == {"title": "Mine"}
    assert merged(base, mine, theirs, theirs_win=True).draft.post == {"title": "Theirs"}


def test_two_parts_of_one_answer_are_two_things() -> None:
    base = Draft(post={"contact": {"email": "a@b.example", "phone": "1", "name": "Ann"}})
    mine = base.answered("post.contact.email", "c@d.example").answered("post.contact.name", None)
    merge = merged(base, mine, base.answered("post.contact.phone", "2"))
    assert merge.draft.post == {"contact": {"email": "c@d.example", "phone": "2"}}
    assert (merge.both, merge.theirs) == ((), ("post.contact.phone",))
    assert merged(base, base.answered("post.contact.phone", "2"), mine).draft.post == merge.draft.post


def test_parts_that_both_began_an_answer_with_both_stand() -> None:
    mine, theirs = Draft(post={"contact": {"email": "a@b.example"}}), Draft(post={"contact": {"phone": "2"}})
    assert merged(Draft(), mine, theirs).draft.post == {"contact": {"email": "a@b.example", "phone": "2"}}


def test_one_part_changed_twice_is_a_question_about_that_part() -> None:
    base = Draft(post={"pay": {"minimum": "1", "maximum": "9"}})
    mine = base.answered("post.pay.minimum", "2")
    theirs = base.answered("post.pay.minimum", "3").answered("post.pay.maximum", "8")
    assert merged(base, mine, theirs).both == ("post.pay.minimum",)
    assert merged(base, mine, theirs).draft.post == {"pay": {"minimum": "2", "maximum": "8"}}
    assert merged(base, mine, theirs, theirs_win=True).draft.post == theirs.post


def test_a_part_changed_in_an_answer_that_the_other_left_open_is_a_question_about_the_whole() -> None:
    base = Draft(post={"contact": {"email": "a@b.example"}})
    mine = base.answered("post.contact.phone", "2")
    merge = merged(base, mine, base.answered("post.contact", "ask the manager"))
    assert (merge.both, merge.draft.post) == (("post.contact",), mine.post)


def test_two_ends_of_a_range_that_do_not_go_together_are_a_question_about_the_whole() -> None:
    base = Draft(post={"pay": {"minimum": "100", "maximum": "120"}, "hours": "35"})
    mine = base.answered("post.pay.maximum", "110")
    theirs = base.answered("post.pay.minimum", "115").answered("post.hours", "30")
    merge = merged(base, mine, theirs)
    assert (merge.both, merge.theirs) == (("post.pay",), ("post.hours",))
    assert merge.draft.post == {"pay": mine.post["pay"], "hours": "30"}
    assert merged(base, mine, theirs, theirs_win=True).draft.post == theirs.post


def test_an_end_that_was_wrong_on_its_own_side_is_no_question_and_stands_as_typed() -> None:
    base = Draft(post={"pay": {"minimum": "100", "maximum": "120"}})
    merge = merged(base, base.answered("post.pay.maximum", "lots"), base.answered("post.pay.minimum", "115"))
    assert (merge.both, merge.draft.post) == ((), {"pay": {"minimum": "115", "maximum": "lots"}})


def test_the_same_change_made_twice_is_no_question() -> None:
    same = Draft(post={"title": "Same"})
    assert merged(Draft(), same, same).both == ()


def test_statements_that_both_added_both_stand_under_numbers_of_their_own() -> None:
    base = Draft().adding("duty", "Lead the team.")
    mine = base.adding("duty", "Mine.").editing("own.2", Edit(text="Mine, in other words."))
    theirs = base.adding("duty", "Theirs.").requiring([Criterion(text="Patience", need="essential")])
    merge = merged(base, mine, theirs)
    assert merge.both == ()
    assert {each.id: each.text for each in merge.draft.own} == {
        "own.1": "Lead the team.",
        "own.2": "Theirs.",
        "own.4": "Mine.",
    }
    assert [each.id for each in merge.draft.criteria] == ["own.3"]
    assert list(merge.draft.edits) == ["own.4"]


def test_edits_of_different_statements_both_stand() -> None:
    mine, theirs = Draft().editing("a", Edit(text="Mine.")), Draft().editing("b", Edit(text="Theirs."))
    assert set(merged(Draft(), mine, theirs).draft.edits) == {"a", "b"}


def test_what_one_side_said_of_a_statement_goes_with_it_when_the_other_removed_it() -> None:
    base = Draft().adding("duty", "Lead the team.")
    merge = merged(base, base.editing("own.1", Edit(text="Run it.")), base.removing("own.1"))
    assert (merge.draft.own, dict(merge.draft.edits)) == ((), {})


@given(DRAFTS, DRAFTS, DRAFTS)
def test_two_ways_to_put_changes_together_differ_only_until_one_is_chosen(
    base: Draft, mine: Draft, theirs: Draft
) -> None:
    """The one side's merge is kept beside the other's, and can be taken up from it."""
    one, other = merged(base, mine, theirs).draft, merged(base, mine, theirs, theirs_win=True).draft
    assert apart(other, one, one) == ()
    assert bool(apart(other, one, other)) == (one != other)
    assert merged(other, one, other).draft == one


def test_what_stands_apart_is_what_one_side_changed_and_the_draft_does_not_say() -> None:
    base = Draft(post={"title": "Before", "contact": {"email": "a@b.example", "phone": "1"}})
    mine = base.answered("post.title", "Mine").answered("post.contact.phone", "2")
    assert apart(base, mine, base.answered("post.title", "Mine")) == ("post.contact.phone",)
    assert apart(base, mine, base.answered("post.title", "Third")) == ("post.title", "post.contact.phone")
