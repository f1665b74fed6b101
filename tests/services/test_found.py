"""What is told of a draft: once for all its documents, and apart what is kept and what is fixed wording."""

from datetime import date

import pytest

from jd_builder.domain.draft import Choices, Draft, Edit
from jd_builder.services import catalogue, checking, criteria, documents, examples, found
from jd_builder.services.finding_changes import changed, keeping
from jd_builder.services.found import Found, Told
from jd_builder.services.shares import Shares

BOTH = ("private-advert", "university-nhs")
DRAFT = Draft.model_validate(
    {
        "documents": BOTH,
        "organisation": {"name": "Harbour", "benefits": ["a lunch with the chairman", "Chairman's day"]},
        "post": {"purpose": "Chairman of the group, and the chairman of all.", "hours": "ninety", "pay": "50000"},
        "own": [{"id": "own.1", "text": "run a young team for the chairman"}],
        "edits": {"ciso.duty.1": "lead what he/she decides", "ciso.duty.2": {"text": "chairman", "document": BOTH[0]}},
        "criteria": [{"id": "own.2", "text": "You know the chairman", "need": "essential", "assessed": ["A"]}],
    }
)


def told(draft: Draft, rule: str, on: str) -> Told:
    return next(each for each in found.of(draft).told if each.key[:2] == (rule, on))


def act(draft: Draft, action: str, on: Told, **more: object) -> Draft:
    done = changed(Shares(draft), {"action": action, "finding": [*on.key], **more})
    assert not done.refused, done.said
    return done.draft


def test_a_finding_in_two_documents_is_told_once_with_both() -> None:
    assert [each.documents for each in found.of(DRAFT).open if each.finding.match == "young"] == [BOTH]


def test_the_sum_counts_what_is_to_fix_and_to_look_at_and_nothing_fixed() -> None:
    draft = Draft.model_validate(
        {"documents": ["private-advert"], "post": {"purpose": "A young team. A driving licence."}}
    )
    gaps = len(documents.assembled(draft)["private-advert"].gaps)
    assert found.of(draft).said == f"{gaps + 1} to fix, 1 to look at"
    assert Found(()).said == "Nothing to fix"


def test_what_cannot_be_read_is_to_fix_in_every_document_and_not_told_twice_at_its_question() -> None:
    wrong = told(DRAFT, "wrong-value", "post.hours")
    assert wrong.finding.message == "Hours a week: 'ninety' is not a number, such as 37.5."
    assert wrong.documents == BOTH
    assert found.of(DRAFT).beside("post.hours") == ()


def test_a_field_concerns_only_the_documents_that_print_it() -> None:
    layouts = ("private-advert", "internal-profile")
    draft = Draft.model_validate({"documents": layouts, "post": {"closing": "2020-01-31"}})
    assert told(draft, "closed", "post.closing").documents == ("private-advert",)


def test_what_was_left_out_on_purpose_concerns_every_document() -> None:
    layouts = ("private-advert", "internal-profile")
    draft = Draft.model_validate(
        {"documents": layouts, "post": {"location": "Dublin, Ireland", "pay": "not applicable"}}
    )
    assert told(draft, "pay-missing-eu", "post.pay").documents == layouts


def test_what_was_found_yesterday_is_not_told_today() -> None:
    draft = Draft(documents=BOTH[:1], post={"closing": "2026-12-18 23:59"})
    made = documents.assembled(draft)
    soon, past = (found.in_documents(draft, made, date(2026, 12, day)) for day in (17, 19))
    assert {each.finding.rule for each in soon.told} != {each.finding.rule for each in past.told}


def test_the_same_state_is_checked_once_and_an_unchanged_document_too() -> None:
    before = found.of(DRAFT)
    assert found.of(DRAFT) is before
    starred = DRAFT.starring("own.1")
    description = next(each for each in before.told if each.documents == ("university-nhs",))
    again = {each.key: each.finding for each in found.of(starred).told}
    assert again[description.key] is description.finding


@pytest.mark.parametrize(
    ("rule", "on", "text"),
    [
        ("sex-titles", "post.purpose", "Chair of the group, and the chair of all."),
        ("sex-titles", "organisation.benefits.2", "Chair's day"),
        ("sex-titles", "own.1", "run a young team for the chair"),
        ("sex-titles", "own.2", "You know the chair"),
        ("sex-pairs", "ciso.duty.1", "lead what you decides"),
    ],
)
def test_a_suggestion_takes_the_place_of_the_words_where_the_draft_holds_them(rule: str, on: str, text: str) -> None:
    draft = act(DRAFT, "replace", told(DRAFT, rule, on), suggestion=0)
    held = [draft.post["purpose"], *draft.organisation["benefits"], draft.own[0].text, draft.criteria[0].text]
    assert text in [*held, draft.edits["ciso.duty.1"][0].text]
    assert (rule, on) not in [each.key[:2] for each in found.of(draft).told]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Ninja rockstar", "Specialist"),
        ("A rockstar, ninja and a guru", "A specialist"),
        ("Be our security specialist or a wizard.", "Be our security specialist."),
        ("Work as a specialist\nA guru of the trade", "Work as a specialist\nA specialist of the trade"),
        ("A ninja for every specialist", "A specialist for every specialist"),
    ],
)
def test_suggestions_that_say_the_same_leave_one_word(typed: str, left: str) -> None:
    draft = Draft(documents=BOTH, post={"purpose": typed})
    while of_combat := [each for each in found.of(draft).open if each.finding.rule == "combat"]:
        draft = act(draft, "replace", of_combat[0], suggestion=0)
    assert draft.post["purpose"] == left


def few(draft: Draft) -> dict[tuple[str, ...], str]:
    return {each.documents: each.finding.message for each in found.of(draft).open if each.finding.rule == "few-duties"}


def test_too_few_duties_are_told_of_each_document_with_what_is_about_right_for_its_kind() -> None:
    draft = Draft(documents=(*BOTH, "interview-pack"), choose=Choices(statements=("ciso.duty.1", "ciso.duty.2")))
    assert few(draft) == {
        ("private-advert",): "'Short advert' has few duties: 2. From 6 to 8 are about right.",
        ("university-nhs",): "'Job description and person specification' has few duties: 2."
        " From 12 to 18 are about right.",
    }
    (advert, _) = (each for each in found.of(draft).open if each.finding.rule == "few-duties")
    assert few(keeping(draft, [advert], "a small job")).keys() == {("university-nhs",)}


def test_a_draft_that_nobody_has_touched_has_duties_enough() -> None:
    everything = tuple(each.id for each in catalogue.layouts())
    assert few(Draft(documents=everything)) == {}
    assert all(few(examples.example(name).draft) == {} for name in examples.names())


def test_a_suggestion_for_one_document_changes_the_words_of_that_document() -> None:
    draft = act(
        DRAFT.starring("ciso.duty.2"),
        "replace",
        told(DRAFT.starring("ciso.duty.2"), "sex-titles", "ciso.duty.2"),
        suggestion=0,
    )
    assert [(each.text, each.document) for each in draft.edits["ciso.duty.2"]] == [("chair", "private-advert")]


def test_a_kept_finding_is_open_again_when_its_words_change_or_somebody_says_so() -> None:
    young = told(DRAFT, "age-words", "own.1")
    kept = act(DRAFT, "keep", young, picked="Our policy", own="  it is the name of a prize ")
    assert told(kept, "age-words", "own.1").reason == "Our policy: it is the name of a prize"
    assert young.finding not in checking.of_draft(kept, (), date.today())
    assert told(act(kept, "reopen", young), "age-words", "own.1").reason == ""
    assert told(kept.restating("own.1", "run an energetic team"), "age-words", "own.1").reason == ""


def test_a_reason_whose_words_are_gone_is_forgotten_with_the_next_one() -> None:
    kept = act(DRAFT, "keep", told(DRAFT, "age-words", "own.1"), picked="Our policy")
    gone = kept.restating("own.1", "run a team for the chairman")
    again = keeping(gone, [told(gone, "sex-titles", "own.1")], "It is a title here")
    assert [each.rule for each in again.kept] == ["sex-titles"]


def test_a_value_that_cannot_be_read_is_to_fix_whatever_reason_is_given() -> None:
    wrong = told(DRAFT, "wrong-value", "post.hours")
    assert keeping(DRAFT, [wrong], "Our policy").kept == ()
    before = {"rule": "wrong-value", "on": "post.hours", "match": "", "reason": "Our policy"}
    assert told(DRAFT.changed(kept=[before]), "wrong-value", "post.hours").reason == ""
    done = changed(Shares(DRAFT), {"action": "keep", "finding": [*wrong.key], "picked": "Our policy"})
    assert (done.refused, "Put it right first" in done.said) == (True, True)


def test_a_gap_that_was_filled_and_emptied_again_is_open_again() -> None:
    gap = told(DRAFT, "missing-part", "post.location")
    kept = keeping(DRAFT, [gap, told(DRAFT, "age-words", "own.1")], "Our policy")
    assert told(kept.answered("post.hours", "37"), *gap.key[:2]).reason == "Our policy"
    emptied = kept.answered("post.location", "Leeds").answered("post.location", None)
    assert told(emptied, *gap.key[:2]).reason == ""
    assert [each.rule for each in emptied.kept] == ["age-words"]


def test_a_draft_with_its_gaps_kept_has_nothing_left_to_fix_and_is_not_complete() -> None:
    draft = DRAFT.answered("post.hours", "37")
    kept = found.of(keeping(draft, found.of(draft).open, "Our policy"))
    gaps = sum(each.is_gap for each in kept.kept)
    assert (kept.said, kept.is_complete) == ("Nothing left to fix", False)
    assert kept.said_of_kept == f"{gaps} gaps and {len(kept.kept) - gaps} findings kept with a reason"
    assert (Found(()).said_of_kept, Found(()).is_complete) == ("", True)


def test_what_two_documents_share_stands_once_before_both() -> None:
    all_ = found.of(DRAFT)
    assert all_.to_fix_in(*BOTH) == all_.to_fix
    assert len(all_.to_fix_in(BOTH[0])) < len(all_.to_fix)


@pytest.mark.parametrize(
    ("action", "more", "says"),
    [
        ("keep", {}, "Say why"),
        ("keep", {"picked": "Because I can"}, "Say why"),
        ("replace", {"suggestion": 7}, "no such suggestion"),
        ("replace", {"suggestion": "0"}, "no such suggestion"),
        ("shout", {"suggestion": 0}, "not possible"),
    ],
)
def test_a_browser_that_asks_for_nonsense_is_refused_in_words(action: str, more: dict[str, object], says: str) -> None:
    key = [*told(DRAFT, "sex-titles", "own.1").key]
    done = changed(Shares(DRAFT), {"action": action, "finding": key, **more})
    assert (done.refused, done.draft) == (True, DRAFT)
    assert says in done.said


def test_a_finding_whose_words_have_changed_meanwhile_is_not_mistaken_for_another() -> None:
    key = [*told(DRAFT, "sex-titles", "own.1").key]
    other = DRAFT.restating("own.1", "run a team")
    done = changed(Shares(other), {"action": "replace", "finding": key, "suggestion": 0})
    assert done.refused
    assert "changed meanwhile" in done.said


def test_an_interview_too_short_for_its_questions_is_told_of_the_pack_alone() -> None:
    draft = Draft(documents=("university-nhs", "interview-pack"), post={"interview-minutes": 30})
    crowded = told(draft, "crowded-interview", "post.interview-minutes")
    assert crowded.documents == ("interview-pack",)
    assert crowded.finding.message.startswith("30 minutes are too few for ")
    assert crowded in found.of(draft).beside("post.interview-minutes")
    without = draft.changed(documents=("university-nhs",))
    assert all(each.finding.rule != "crowded-interview" for each in found.of(without).told)


def test_fewer_stars_in_an_advert_leave_more_time_for_each_question() -> None:
    draft = Draft(documents=("private-advert", "interview-pack"), post={"interview-minutes": 30})
    assert told(draft, "crowded-interview", "post.interview-minutes").documents == ("interview-pack",)
    (first, *_) = Shares(draft).requirements["private-advert"]
    starred = draft.changed(choose=Choices(star=(first,)))
    assert all(each.finding.rule != "crowded-interview" for each in found.of(starred).told)


def test_criteria_in_our_first_words_are_told_once_for_each_document_until_they_are_edited() -> None:
    able = {"statement": "ciso.cyber-risk-management.can.2", "need": "essential", "assessed": ["A"]}
    draft = Draft.model_validate({"documents": BOTH, "criteria": [able]})
    first = [each for each in found.of(draft).open if each.finding.rule == "first-wordings"]
    assert [each.documents for each in first] == [(id_,) for id_ in BOTH]
    assert first[0].finding.severity == "advice"
    assert first[0].finding.message == (
        "Short advert: 1 criterion is a first wording. Read it, and say in your own words what you will ask for."
    )
    edited = draft.editing("ciso.cyber-risk-management.can.2", Edit(text="judge risks", origin="own"))
    assert not [each for each in found.of(edited).told if each.finding.rule == "first-wordings"]


def test_the_page_of_criteria_counts_them() -> None:
    draft = Draft.model_validate({"criteria": [{"statement": "ciso.cyber-risk-management.can.2", "need": "essential"}]})
    assert criteria.first(Shares(draft)) == 1
    assert criteria.first(Shares(Draft())) == 0
