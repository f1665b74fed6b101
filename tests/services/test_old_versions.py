"""Any file as a draft to compare with: what it says, and what it leaves out."""

from datetime import datetime

import pytest

from jd_builder.domain.draft import Draft, LeftOver
from jd_builder.domain.errors import UserError
from jd_builder.services import building, changes_page, examples, old_versions, versions
from jd_builder.services.building import Order
from jd_builder.services.draft_formats import make
from jd_builder.services.old_versions import Version

HARBOUR = examples.example("harbour-mutual").draft
WHEN = datetime(2026, 11, 21)
CLERK = b"Job title: Clerk\nSalary: 20,000\nHours: 37\n\nDuties\n- Keep the books\n- Answer the phone\n"


def told(before: Draft, after: Draft) -> list[tuple[str, str, str, str]]:
    return [(each.part, each.label, each.before, each.after) for each in versions.compared(before, after)]


def last_year(draft: Draft, form: str = "docx", layout: str = "university-nhs") -> tuple[bytes, str]:
    (made,) = building.make(draft, Order(WHEN, form, (layout,)))
    return made.content, made.name


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_last_years_file_is_compared_with_what_is_asked_for_today(form: str) -> None:
    (made,) = building.make(HARBOUR, Order(WHEN, form, ("university-nhs",)))
    today = HARBOUR.answered("post.hours", "30").excluding("ciso.duty.5")
    old = old_versions.of_file(made.content, made.name, today)
    changes = changes_page.compared(old, Version(today, "now")).changes
    hours = next(each for each in changes if each.label == "Hours a week")
    assert (hours.before, hours.after) == ("35", "30")
    assert [each.sort for each in changes if "Understand risk throughout" in each.before] == ["removed"]
    assert len(changes) < 12


def test_a_draft_file_and_a_working_copy_are_compared_as_the_drafts_they_are() -> None:
    (made,) = make(HARBOUR, Order(WHEN, "json"))
    assert told(old_versions.of_file(made.content, made.name, Draft()).draft, HARBOUR) == []
    (word, *_) = building.make(HARBOUR, Order(WHEN, "docx", ("private-advert",), working=True))
    assert told(old_versions.of_file(word.content, word.name, Draft()).draft, HARBOUR) == []


def test_a_file_that_cannot_be_read_is_told() -> None:
    with pytest.raises(UserError, match="a PDF"):
        old_versions.of_file(b"%PDF-1.7", "old.pdf", HARBOUR)


@pytest.mark.parametrize("form", ["docx", "md", "txt"])
def test_an_answer_that_last_years_table_did_not_give_is_listed_as_added(form: str) -> None:
    without = HARBOUR.answered("post.grade", "not applicable").answered("post.directorate", "not applicable")
    content, name = last_year(without, form)
    found = {
        each.label: each.sort for each in versions.compared(old_versions.of_file(content, name, HARBOUR).draft, HARBOUR)
    }
    assert (found["Grade or band"], found["Directorate"]) == ("added", "added")
    assert "Closing date" not in found, "a job description lists no closing date"


def test_an_answer_that_only_last_years_table_gave_is_listed_as_gone() -> None:
    today = HARBOUR.answered("post.grade", None)
    found = changes_page.compared(old_versions.of_file(*last_year(HARBOUR), today), Version(today, "now")).changes
    assert ("Grade or band", "removed", "Executive 2") in {(each.label, each.sort, each.before) for each in found}


def test_a_file_without_a_table_of_facts_says_nothing_of_answers() -> None:
    old = old_versions.of_file(b"Duties\n- Keep the lighthouse lit\n- Train new captains\n", "old.txt", HARBOUR).draft
    assert {part for part, *_ in told(old, HARBOUR)} == {"Duties"}


def test_a_file_without_duties_says_nothing_of_duties() -> None:
    old = old_versions.of_file(b"Job title: Chief information security officer\nHours: 37\n", "old.txt", HARBOUR).draft
    assert told(old, HARBOUR) == [("The job", "Hours a week", "37", "35")]


def test_two_old_files_are_compared_with_nothing_of_ours_between_them() -> None:
    newer = b"Job title: Clerk\nHours: 35\nReports to: Head clerk\n\nDuties\n- Keep the books and the accounts\n"
    changes = told(old_versions.of_file(CLERK, "a.txt").draft, old_versions.of_file(newer, "b.txt").draft)
    assert [(label or part, before, after) for part, label, before, after in changes] == [
        ("Pay", "From: 20,000; To: 20,000; Currency: GBP; Period: a year", ""),
        ("Hours a week", "37", "35"),
        ("Reports to", "", "Head clerk"),
        ("Duties", "Keep the books", "Keep the books and the accounts"),
        ("Duties", "Answer the phone", ""),
    ]


def test_an_answer_that_may_stand_in_a_row_nobody_understood_is_not_surely_added() -> None:
    content, name = last_year(HARBOUR, "md")
    content = content.replace(b"**Hours:** 35 hours", b"**Hours:** 37 hours").replace(
        b"**Grade:**", b"**Our own scale:**"
    )
    old = old_versions.of_file(content, name, HARBOUR)
    found = changes_page.compared(old, old_versions.Version(HARBOUR, "now"))
    became = {change.label: found.became(change) for change in found.changes}
    assert became["Grade or band"] == "added or not understood"
    assert became["Hours a week"] == "changed"
    said = "\n".join("".join(run.text for run in text) for _, text in changes_page.page(found).texts())
    assert f"{len(old.unread)} passages were not understood in {name}." in said
    assert "Our own scale: Executive 2" in said


def test_what_was_left_over_of_a_file_says_nothing_of_the_draft_that_keeps_it() -> None:
    draft = HARBOUR.changed(left_over=(LeftOver(text="Parking is free."),))
    (made,) = make(draft, Order(WHEN, "json"))
    assert old_versions.of_file(made.content, made.name, HARBOUR).unread == ()
