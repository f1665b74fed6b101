"""Two people change one draft apart: what each changed alone stands, and only the same thing twice is a question."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from jd_builder.domain.draft import Criterion, Draft, Edit
from jd_builder.domain.merging import merged

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
