"""A draft that begins with last year's file: its own words, what the framework adds, and nothing lost."""

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.drafts.old.parts import OldDescription
from jd_builder.services import documents, from_file, old_files
from jd_builder.services.building import usual_documents
from jd_builder.services.from_file import Chosen
from jd_builder.services.shares import Shares

TEXT = """\
Head of Information Security

Grade: Band 8d
Hours: 37.5
Reports to: Chief digital officer

Job purpose

To keep the trust and its patients safe.

Main duties

- Assess risks to information security and report how to reduce them
- Complete the IG Toolkit every year
- Keep the car park register

Person specification

Essential

- Experience of leading a security team

Desirable

- Knowledge of clinical systems

PARKING

Two pounds a day.
"""
OLD = old_files.read_old(TEXT.encode(), "old.txt")
EMPTY = Draft(role="ciso", edition="2024-11-30", documents=("university-nhs",), post={"title": "CISO"})


def duties(draft: Draft) -> list[str]:
    return [each.text for each in draft.own]


def test_the_files_answers_are_taken_over() -> None:
    post = from_file.begin(OLD, EMPTY, Chosen()).read_post()
    assert (str(post.value.grade), str(post.value.hours), post.value.reports_to) == (
        "Band 8d",
        "37.5",
        "Chief digital officer",
    )
    assert post.value.purpose == "To keep the trust and its patients safe."


def test_its_own_wording_is_kept_in_its_order() -> None:
    assert duties(from_file.begin(OLD, EMPTY, Chosen())) == [duty.text for duty in OLD.duties]


def test_only_the_files_duties_are_printed_until_others_are_added() -> None:
    draft = from_file.begin(OLD, EMPTY, Chosen(added=("ciso.duty.9",)))
    assert Shares(draft).chosen == ("own.1", "own.2", "own.3", "ciso.duty.9")


def test_the_nearest_statement_is_offered_with_its_likeness() -> None:
    near, *others = from_file.near(OLD, EMPTY)
    assert near.id == "ciso.duty.5" or near.statement.startswith("assess risks to cyber")
    assert near.likeness > 0.5
    assert [each.id for each in others][1] == ""


def test_a_statement_that_was_preferred_stands_in_the_place_of_the_files() -> None:
    near = from_file.near(OLD, EMPTY)[0]
    draft = from_file.begin(OLD, EMPTY, Chosen(ours=(0,)))
    assert Shares(draft).chosen == (near.id, "own.1", "own.2")


def test_what_the_framework_adds_is_not_what_the_file_has() -> None:
    pairs = from_file.near(OLD, EMPTY)
    added = from_file.missing(pairs, EMPTY)
    assert added
    assert not {pair.id for pair in pairs} & added.keys()


def test_an_outdated_name_is_replaced_where_that_was_chosen() -> None:
    [name] = [number for number, each in enumerate(from_file.outdated(OLD)) if "Toolkit" in each.found]
    assert "IG Toolkit" in duties(from_file.begin(OLD, EMPTY, Chosen()))[1]
    assert duties(from_file.begin(OLD, EMPTY, Chosen(renewed=(name,))))[1] == (
        "Complete the Data Security and Protection Toolkit every year"
    )


def test_criteria_become_the_person_specification() -> None:
    draft = from_file.begin(OLD, EMPTY, Chosen())
    assert [(each.text, each.need) for each in draft.criteria] == [
        ("Experience of leading a security team", "essential"),
        ("Knowledge of clinical systems", "desirable"),
    ]
    [document] = documents.assembled(draft).values()
    assert any(run.text == "Knowledge of clinical systems" for _, text in document.texts() for run in text)


def test_what_was_not_understood_stays_with_the_draft() -> None:
    left = from_file.begin(OLD, EMPTY, Chosen()).left_over
    assert [(each.heading, each.text) for each in left if "pounds" in each.text] == [("PARKING", "Two pounds a day.")]


def test_a_saved_organisation_keeps_what_it_says_of_itself() -> None:
    theirs = old_files.read_old(b"Organisation: Other Trust\n\nAbout us\n\nWe are another.\n", "a.txt")
    saved = EMPTY.changed(organisation={"name": "Westhaven", "about": "We are Westhaven."})
    after = from_file.begin(theirs, saved, Chosen()).organisation
    assert (after["name"], after["about"]) == ("Westhaven", "We are Westhaven.")


def test_criteria_that_a_file_prints_twice_are_taken_once() -> None:
    table = "\n| Criteria | Need | Assessed by |\n|---|---|---|\n| You have led a security team | Essential | A, I |\n"
    twice = old_files.read_old(f"# Essential\n\n- have led a security team\n{table}".encode(), "old.md")
    assert len(twice.criteria) == 2
    [criterion] = from_file.begin(twice, EMPTY, Chosen()).criteria
    assert criterion.assessed == ("A", "I")


def test_an_advert_of_it_keeps_to_what_is_starred() -> None:
    both = EMPTY.changed(documents=("university-nhs", "private-advert"))
    draft = from_file.begin(OLD, both, Chosen()).starring("own.2")
    assert Shares(draft).duties == {"university-nhs": ("own.1", "own.2", "own.3"), "private-advert": ("own.2",)}


def test_words_that_are_hardly_alike_are_not_offered() -> None:
    [near] = from_file.near(read_duty("To manage a budget of £1.4m and a team of 9 WTE"), EMPTY)
    assert (near.id, near.statement) == ("", "")


def test_an_offer_says_which_figures_it_drops() -> None:
    duty = "Lead the response when a critical incident affects the organisation, within 72 hours, on a budget of £1.4m"
    [near] = from_file.near(read_duty(duty), EMPTY)
    assert near.id == "ciso.cyber-incident-management.can.4"
    assert near.drops == ("72 hours", "£1.4m")


def read_duty(text: str) -> OldDescription:
    return old_files.read_old(f"# Main duties\n\n- {text}\n".encode(), "old.md")


@pytest.mark.parametrize(
    ("text", "sector", "usual"),
    [
        ("WEST FENLAND HOSPITALS NHS FOUNDATION TRUST\n\nJob title: CISO", "nhs", "university-nhs"),
        ("Job title: CISO\nBand: AfC Band 8d", "nhs", "university-nhs"),
        ("University of Westhaven\n\nJob title: CISO", "university", "university-nhs"),
        ("Westhaven City Council\n\nJob title: CISO", "local-government", "university-nhs"),
        ("Employer: General Medical Council\nJob title: CISO", None, "internal-profile"),
        ("Employer: Harbour Mutual\nGrade: Band 9\nJob title: CISO", None, "internal-profile"),
    ],
)
def test_the_sector_that_a_file_speaks_of_chooses_the_documents(text: str, sector: str | None, usual: str) -> None:
    old = old_files.read_old(text.encode(), "old.txt")
    answers = from_file.employer(old)
    assert answers.get("sector") == sector
    assert usual in usual_documents(Draft(organisation=answers))
    draft = from_file.begin(old, EMPTY.changed(organisation=answers), Chosen())
    assert draft.organisation.get("sector") == sector


def test_what_was_not_understood_becomes_what_the_user_says_it_is() -> None:
    assert from_file.under_headings(OLD)["PARKING"] == ("Two pounds a day.",)
    as_duty = from_file.begin(OLD, EMPTY, Chosen(placed={"PARKING": "duty"}))
    assert duties(as_duty)[-1] == "Two pounds a day."
    assert not any("PARKING" in (each.heading, each.text) for each in as_duty.left_over)
    as_criterion = from_file.begin(OLD, EMPTY, Chosen(placed={"PARKING": "desirable"}))
    assert (as_criterion.criteria[-1].text, as_criterion.criteria[-1].need) == ("Two pounds a day.", "desirable")
