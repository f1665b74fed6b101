"""What stands beside a label is read as the domain reads answers, or kept with the reason why not."""

from typing import Any

import pytest

from jd_builder.drafts.old.recognise import recognise
from jd_builder.text.typed_outline import outline_of_text

READ: list[tuple[str, dict[str, Any]]] = [
    ("Job title: Harbour clerk", {"post.title": "Harbour clerk"}),
    ("Post Title\tHarbour clerk", {"post.title": "Harbour clerk"}),
    ("2. Role title - Harbour clerk", {"post.title": "Harbour clerk"}),
    ("**Job title:** Harbour clerk", {"post.title": "Harbour clerk"}),
    ("Job title\n\nHarbour clerk", {"post.title": "Harbour clerk"}),
    ("AfC Band: Band 4", {"post.grade": "Band 4"}),
    ("Salary: £24,000 - £27,500 per annum", {"post.pay": {"minimum": "24000", "maximum": "27500", "period": "year"}}),
    ("Pay: £24k to £27k", {"post.pay": {"minimum": "24k", "maximum": "27k"}}),
    ("Hourly rate: £14.20 per hour", {"post.pay": {"minimum": "14.20", "maximum": "14.20", "period": "hour"}}),
    (
        "Grade: Band 4 (£24,000 to £27,500)",
        {"post.grade": "Band 4", "post.pay": {"minimum": "24000", "maximum": "27500"}},
    ),
    ("Location(s): Leeds (LS1) or York (YO1)", {"post.location": ["Leeds (LS1)", "York (YO1)"]}),
    ("Base: Leeds, West Yorkshire", {"post.location": [{"town": "Leeds, West Yorkshire"}]}),
    (
        "Place of work: Leeds; hybrid, 2 days a week on site",
        {"post.location": ["Leeds"], "post.work-pattern": {"pattern": "hybrid", "days-on-site": "2"}},
    ),
    ("Hours: 37.5 hours per week (full time)", {"post.hours": "37.5", "post.flexible": ["full time"]}),
    ("Contract: Permanent", {"post.contract": {"type": "permanent"}}),
    ("Tenure: Fixed term for 2 years", {"post.contract": {"type": "fixed-term", "months": "24"}}),
    ("Responsible to: Harbour master", {"post.reports-to": "Harbour master"}),
    ("Responsible for: Four direct reports", {"post.direct-reports": "4"}),
    ("Directorate/Department: Ports & piers", {"post.directorate": "Ports & piers"}),
    ("Vacancy no: HC-12", {"post.reference": "HC-12"}),
    ("Closing date: 11:59pm on 3 May 2026", {"post.closing": "3 May 2026 11:59pm"}),
    ("Interview date: 20 and 21 May 2026", {"post.interviews": ["20 May 2026", "21 May 2026"]}),
    ("Organisation: Northcliff Council", {"organisation.name": "Northcliff Council"}),
    ("Security clearance: SC clearance", {"post.clearance": {"level": "SC"}}),
]
NOT_READ = [
    "Salary: Competitive",
    "Salary: up to £60,000",
    "Salary: £40,000 plus a car",
    "Salary: £45-55k",
    "Pay: £18.50",
    "Hours: 60",
    "Hours: as needed",
    "Contract: Temporary",
    "Closing date: the first Sunday in May",
    "Direct reports: the whole night shift and others",
    "Grade: TBC",
    "Organisation: 1,900 people",
    "Job title: " + "Clerk " * 40,
]


@pytest.mark.parametrize(("text", "answers"), READ, ids=[text for text, _ in READ])
def test_a_fact_is_read_into_the_form_that_a_draft_takes(text: str, answers: dict[str, Any]) -> None:
    found = recognise(outline_of_text(text))
    assert {fact.place: fact.value for fact in found.facts} == answers
    assert found.unread == ()


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_certain_answer_stays_unread_under_its_label_with_a_reason(text: str) -> None:
    found = recognise(outline_of_text(text))
    label, _, typed = text.partition(": ")
    assert found.facts == ()
    assert [(each.heading, each.text) for each in found.unread] == [(label, typed.strip())]
    assert found.unread[0].reason.strip()


def test_what_is_left_of_a_value_is_kept() -> None:
    found = recognise(outline_of_text("Hours: 37 hours a week; some weekends"))
    assert [(fact.place, fact.typed) for fact in found.facts] == [("post.hours", "37 hours a week")]
    assert [each.text for each in found.unread] == ["some weekends"]


def test_of_two_answers_the_second_is_kept_with_what_the_first_was() -> None:
    found = recognise(outline_of_text("Grade: Band 4\nPay band: Band 5"))
    assert [fact.value for fact in found.facts] == ["Band 4"]
    assert [(each.text, each.reason) for each in found.unread] == [
        ("Band 5", "Before it stands another answer: Band 4.")
    ]


def test_a_file_s_first_heading_is_the_title_when_no_label_names_it() -> None:
    assert [fact.value for fact in recognise(outline_of_text("# Harbour clerk\n\nText")).facts] == ["Harbour clerk"]
    employer = recognise(outline_of_text("# Northcliff NHS Trust\n\nText"))
    assert [fact.place for fact in employer.facts] == ["organisation.name"]
    labelled = recognise(outline_of_text("# Welcome aboard\n\nJob title: Harbour clerk"))
    assert [fact.value for fact in labelled.facts] == ["Harbour clerk"]


def test_a_duty_that_begins_like_a_label_stays_a_duty() -> None:
    found = recognise(outline_of_text("## Main duties\n- Budget: keep the accounts of the pier\n- Hours: log them"))
    assert [duty.text for duty in found.duties] == ["Budget: keep the accounts of the pier", "Hours: log them"]
