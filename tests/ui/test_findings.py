"""Findings on the pages, without a browser: what is drawn beside a question and a row, and what their buttons do."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.services import finding_changes, found, organisations, versions
from jd_builder.services.found import Told
from jd_builder.services.shares import Shares
from jd_builder.storage.store import Store
from jd_builder.ui.components import findings, overview
from jd_builder.ui.components.statement_lists import criteria_list, duty_list
from jd_builder.ui.components.statements import Heard, hear
from jd_builder.ui.editing import Changing
from jd_builder.ui.profile import Profile
from jd_builder.ui.session import Sheet
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import COUNCIL, complete, kept

DRAFT = Draft.model_validate(
    {
        "documents": ["private-advert", "university-nhs"],
        "organisation": {"name": "Harbour", "about": "We need manpower."},
        "post": {"purpose": "A young team. The chairman asks.", "team": "A driving licence."},
        "own": [{"id": "own.1", "text": "run a young team"}],
        "criteria": [{"statement": "ciso.cyber-risk-management", "need": "essential", "text": "You know the chairman"}],
    }
)


@pytest.fixture
def sheet(store: Store) -> Sheet:
    stored = store.load_draft(store.create_draft(DRAFT).id)
    return Sheet(stored, stored.draft)


def one(told: Sequence[Told], match: str) -> Told:
    return next(each for each in told if each.finding.match == match)


def do(on: Changing, **action: Any) -> None:
    sent = {"client": "one", "actions": [{"number": 1, **action}]}
    assert hear(sent, Heard(), "told", on, finding_changes.changed)


def test_a_question_tells_what_was_found_in_its_answer_and_no_other(sheet: Sheet) -> None:
    assert [each.finding.match for each in sheet.told("post.purpose")] == ["young", "chairman"]
    assert sheet.told("post.pay") == ()


def test_a_suggestion_changes_the_answer_is_saved_and_the_field_shows_it_again(sheet: Sheet, store: Store) -> None:
    do(sheet, action="replace", finding=[*one(sheet.told("post.purpose"), "chairman").key], suggestion=0)
    assert store.load_draft(sheet.stored.id).draft.post["purpose"] == "A young team. The chair asks."
    assert sheet.generation == 1, "a field keeps what was typed until it is drawn under another key"
    sheet.undo()
    assert sheet.draft.post["purpose"] == "A young team. The chairman asks."


def test_a_kept_finding_leaves_its_question_and_undo_brings_it_back(sheet: Sheet) -> None:
    do(sheet, action="keep", finding=[*one(sheet.told("post.purpose"), "young").key], picked="Our policy")
    assert [each.finding.match for each in sheet.told("post.purpose")] == ["chairman"]
    sheet.undo()
    assert len(sheet.told("post.purpose")) == 2


def test_a_row_carries_its_findings_and_the_others_stay_as_they_are(sheet: Sheet) -> None:
    content = findings.in_rows(duty_list(Shares(sheet.draft), ""), sheet.found())
    rows = {row["id"]: row for row in content["sections"][0]["rows"]}
    assert [each["message"] for each in rows["own.1"]["findings"]] == [
        "'young' may put people off because of their age."
    ]
    assert [id_ for id_, row in rows.items() if "findings" in row] == ["own.1"]


def test_a_criterion_carries_what_documents_find_under_its_statement(sheet: Sheet) -> None:
    shares = Shares(sheet.draft)
    id_ = shares.criteria[0].id
    content = findings.in_rows(criteria_list(shares, ""), sheet.found(), {id_: id_})
    (row,) = content["sections"][0]["rows"]
    assert {each["message"][:10] for each in row["findings"]} >= {"'chairman'"}


def test_the_first_of_many_are_open_and_the_others_folded(sheet: Sheet) -> None:
    groups = list(overview._groups(sheet.found()))
    assert [each["severity"] for each in groups[0]["findings"]][:4] == ["error"] * 4
    assert len(groups[0]["findings"]) == overview.FIRST
    assert groups[1]["title"].endswith(" more")


def test_what_is_kept_stands_folded_with_its_reason_and_a_way_back(sheet: Sheet) -> None:
    do(sheet, action="keep", finding=[*one(sheet.found().open, "manpower").key], own="a line of a song")
    group = next(each for each in overview._groups(sheet.found()) if each.get("id") == "kept")
    (told,) = group["findings"]
    assert (told["reason"], told["can_keep"], told["can_replace"]) == ("a line of a song", False, False)


def test_a_saved_organisation_shows_its_findings_and_takes_a_suggestion(store: Store) -> None:
    stored = store.load_organisation(store.create_organisation({**COUNCIL, "about": "We need manpower."}).id)
    profile = Profile(stored.answers, stored=stored)
    (told,) = profile.told("organisation.about")
    do(profile, action="replace", finding=[*told.key], suggestion=0)
    assert store.load_organisation(stored.id).answers["about"] == "We need staff."


def test_a_folded_group_says_how_much_there_is_to_look_at(open_page: Open, store: Store) -> None:
    app = open_page("job", draft=kept(store, complete(purpose="A young team")))
    assert any(line.endswith(" given, 1 to look at") for line in said(app))


def test_a_folded_group_of_nothing_says_how_much_of_it_a_document_needs(open_page: Open, store: Store) -> None:
    app = open_page("job", draft=kept(store, Draft(documents=("interview-pack",))))
    assert any(re.fullmatch(r"Nothing given, \d+ needed(, .*)?", line) for line in said(app))
    assert "Nothing given" in said(app)


def test_how_a_document_reads_and_blocks_for_a_site_unfold_on_finish(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete()))
    app.button(key="open-reading").click().run()
    assert {"Words that count", "Yours among them", "With the words that the role itself needs"} <= set(said(app))
    app.button(key="open-jobs-site").click().run()
    assert not app.exception
    assert any(line.startswith("What the site asks for: https://nhsbsa") for line in said(app))
    assert "Show the words and sentences" in labels(app)


def test_what_is_said_of_coded_words_is_what_the_first_row_of_the_table_counts(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete(purpose="He must be a dynamic, rockstar leader.")))
    app.button(key="open-reading").click().run()
    lines = said(app)
    men, women, leaning = lines[lines.index("Words that count") + 1 :][:3]
    told = f"Gender-coded words: {men} for men, {women} for women; they {leaning}."
    assert any(line.startswith(told) for line in lines)


def test_blocks_for_a_site_wait_for_what_is_to_fix_or_for_a_reason(open_page: Open, store: Store) -> None:
    id = kept(store, complete(purpose="A young team"))
    app = open_page("finish", draft=id)
    app.button(key="open-jobs-site").click().run()
    assert "1 to fix first. You can also copy with a reason." in said(app)
    next(each for each in app.text_input if each.key == "why-site-nhs-jobs-own").input("The board wants it").run()
    app.button(key="go-on-site-nhs-jobs").click().run()
    assert "1 to fix first. You can also copy with a reason." not in said(app)
    assert [each.reason for each in store.load_draft(id).draft.kept] == ["The board wants it"]


def test_many_findings_are_told_of_a_draft_in_one_go() -> None:
    long = Draft.model_validate({"documents": ["private-advert"], "post": {"purpose": "A young team. " * 200}})
    assert len(found.of(long).beside("post.purpose")) == 200


def profile_of(store: Store, **answers: str) -> Profile:
    stored = store.load_organisation(store.create_organisation({**COUNCIL, **answers}).id)
    return Profile(stored.answers, stored=stored)


def test_a_finding_on_a_saved_organisation_is_kept_for_every_draft_that_copies_it(store: Store) -> None:
    profile = profile_of(store, about="We need manpower.")
    (told,) = profile.told("organisation.about")
    do(profile, action="keep", finding=[*told.key], picked="Our policy")
    assert (list(profile.told("organisation.about")), profile.found().said_of_kept) == (
        [],
        "1 finding kept with a reason",
    )
    stored = store.load_organisation(profile.id)
    draft = organisations.adopted(complete(), stored)
    assert [each.reason for each in found.of(draft).kept] == ["Our policy"]
    assert not [each for each in found.of(draft).open if each.finding.match == "manpower"]
    other_words = draft.answered("organisation.about", "Our manpower is our strength, and manpower it stays.")
    assert [each.finding.match for each in found.of(other_words).beside("organisation.about")] == ["manpower"]


def test_what_an_organisation_keeps_is_taken_up_again_there_or_in_one_draft(store: Store) -> None:
    profile = profile_of(store, about="We need manpower.", equality="All our manpower is welcome.")
    for place in ("organisation.about", "organisation.equality"):
        do(profile, action="keep", finding=[*profile.told(place)[0].key], own="A song of ours")
    id = kept(store, organisations.adopted(complete(), store.load_organisation(profile.id)))
    sheet = Sheet(store.load_draft(id), store.load_draft(id).draft)
    told = next(each for each in sheet.found().kept if each.finding.field == "organisation.about")
    do(sheet, action="reopen", finding=[*told.key])
    assert [each.finding.match for each in sheet.told("organisation.about")] == ["manpower"]
    assert not sheet.told("organisation.equality")
    assert not profile.told("organisation.about")
    do(profile, action="reopen", finding=[*told.key])
    assert len(profile.told("organisation.about")) == 1
    assert [each["on"] for each in store.load_organisation(profile.id).answers["kept"]] == ["organisation.equality"]


def test_a_reason_that_an_organisation_keeps_is_neither_asked_for_nor_printed_as_a_change(
    open_page: Open, store: Store
) -> None:
    profile = profile_of(store, about="We need manpower.")
    before = organisations.adopted(complete(), store.load_organisation(profile.id))
    do(profile, action="keep", finding=[*profile.told("organisation.about")[0].key], picked="Our policy")
    assert not versions.compared(before, organisations.adopted(before, store.load_organisation(profile.id)))
    assert "Our policy" not in said(open_page("organisation", organisation=profile.id)), "it stands folded"


def test_words_that_leave_an_answer_open_are_no_reason(store: Store) -> None:
    profile = profile_of(store, about="We need manpower.")
    do(profile, action="keep", finding=[*profile.told("organisation.about")[0].key], own="Not applicable.")
    assert len(profile.told("organisation.about")) == 1


def test_the_words_around_a_finding_are_whole_words(store: Store) -> None:
    before, after = (
        "Everybody remembers our unforgettable predecessors " * 3,
        " considerable enthusiasm notwithstanding" * 3,
    )
    told = profile_of(store, about=f"{before}want manpower and{after}").told("organisation.about")
    drawn = findings.data(one(told, "manpower"), shows_words=True)["around"]
    assert drawn == (
        "… Everybody remembers our unforgettable predecessors want ",
        "manpower",
        " and considerable enthusiasm notwithstanding considerable …",
    )


def test_of_a_long_sentence_its_beginning_is_shown_in_whole_words(store: Store) -> None:
    sentence = "Our members ask us every single day for clear answers and honest help with " + "many things and " * 15
    told = profile_of(store, about=f"{sentence}more.").told("organisation.about")
    (shown,) = {findings.data(each, shows_words=True)["around"][0] for each in told if len(each.finding.match) > 120}
    assert shown.endswith(" …")
    assert sentence.startswith(f"{shown.removesuffix('…')}")
