"""What several answers say together, as a British writer would put it."""

from typing import Any

import pytest

from tests.assembly.conftest import Build
from tests.assembly.reading import lines

TEAM = {"direct-reports": "5", "team-size": "22", "budget": "3800000"}
EVERY_CASE: list[tuple[str, dict[str, Any], str]] = [
    ("pay", {"pay": "120000"}, "£120,000 a year"),
    ("pay", {"pay": {"minimum": "105000", "maximum": "130000"}}, "£105,000 to £130,000 a year"),
    ("pay", {"pay": {"minimum": "650", "maximum": "700", "period": "day"}}, "£650 to £700 a day"),
    ("pay", {"pay": {"minimum": "90", "maximum": "99", "hiring-maximum": "95"}}, "£90 to £95 a year"),
    ("pay", {"pay": {"minimum": "90", "maximum": "99", "hiring-minimum": "99"}}, "£99 a year"),
    ("whole_range", {"pay": {"minimum": "90", "maximum": "99", "hiring-minimum": "99"}}, "£90 to £99 a year"),
    ("whole_range", {"pay": {"minimum": "90", "maximum": "99"}}, ""),
    ("job", {"title": "Head of IT security"}, "head of IT security"),
    ("job", {"title": "Chief Information Security Officer"}, "Chief Information Security Officer"),
    ("answers_to", {"reports-to": "Chief executive."}, "report to the chief executive"),
    ("answers_to", {"reports-to": "The Permanent Secretary"}, "report to the Permanent Secretary"),
    ("answers_to", {"reports-to": "Our chair", "board-attendance": "none"}, "report to our chair"),
    ("answers_to", {"board-attendance": "member"}, "be a member of the board"),
    ("answers_to", {"board-attendance": "reports-to", "top-meeting": "ExCo"}, "present reports to the ExCo"),
    (
        "answers_to",
        {"reports-to": "Director of people and change", "board-attendance": "attends"},
        "report to the director of people and change, and attend the board",
    ),
    (
        "answers_to_in_full",
        {"reports-to": "Chief executive", "accountable-to": "Chief executive"},
        "report and be accountable to the chief executive",
    ),
    ("leads", TEAM, "lead a team of 22 people with 5 direct reports and manage a yearly budget of £3.8 million"),
    ("leads", TEAM | {"team-size": "5"}, "manage 5 people and a yearly budget of £3.8 million"),
    ("leads", {"direct-reports": "1"}, "manage 1 person"),
    ("leads", {"direct-reports": "0", "team-size": "1", "budget": "0"}, ""),
    ("leads", {"budget": {"amount": "50000", "control": "influences"}}, "influence a yearly budget of £50,000"),
    ("leads_besides_team", TEAM | {"team": "We are 22, five of us leads."}, "manage a yearly budget of £3.8 million"),
    (
        "leads_besides_team",
        TEAM | {"team": "We have £3.8 million, and 2,200 users."},
        "lead a team of 22 people with 5",
    ),
    ("team_size", {"team-size": "22.5"}, "22.5 full-time posts"),
    ("place", {"location": ["Leeds (LS1)", "York"]}, "Leeds (LS1) or York"),
    ("pattern", {"work-pattern": {"pattern": "hybrid", "days-on-site": "1"}}, "hybrid, 1 day a week on site"),
    ("pattern", {"work-pattern": {"pattern": "on-site", "note": "in turns"}}, "on site. In turns"),
    ("contract", {"contract": {"type": "fixed-term", "months": "24"}}, "fixed term for 24 months"),
    ("contract", {"contract": {"type": "secondment", "end": "2028-12-31"}}, "secondment until 31 December 2028"),
    ("closing", {"closing": "2027-02-15 23:59"}, "11:59pm on 15 February 2027"),
    ("closing", {"closing": "2027-02-15"}, "15 February 2027"),
    ("interviews", {"interviews": ["2027-03-10", "2027-03-11"]}, "10 and 11 March 2027"),
    ("interviews", {"interviews": ["2027-02-26", "2027-03-01"]}, "26 February and 1 March 2027"),
    ("interviews_besides_steps", {"interviews": ["2027-03-09"], "selection": ["A panel on 9 March"]}, ""),
    ("ways_to_work", {"flexible": ["part-time", "job-share"]}, "part time or as a job share"),
    ("apply", {"apply": "https://a.example/jobs"}, "Apply at https://a.example/jobs"),
    ("apply", {"apply": {"method": "By e-mail to a@b.example"}}, "Apply by e-mail to a@b.example"),
    ("apply", {"apply": {"method": "Write to us."}}, "Write to us"),
    (
        "apply",
        {"apply": {"link": "https://a.example", "method": "by post"}},
        "Apply at https://a.example or by post",
    ),
    ("contact", {"contact": {"name": "P Nair", "role": "Head of IT", "phone": "01"}}, "P Nair, head of IT, 01"),
    ("contact", {"contact": {"name": "A Khan"}}, "A Khan"),
    ("contact", {"contact": {"name": "The recruitment team", "phone": "01"}}, "the recruitment team, 01"),
    (
        "papers",
        {"apply": {"documents": ["CV", "A cover letter.", "Two references"]}},
        "CV, a cover letter and two references",
    ),
    ("contact", {"contact": {"email": "a@b.example", "phone": "01"}}, "a@b.example or 01"),
    ("vetting", {"clearance": "bpss"}, "a Baseline Personnel Security Standard (BPSS) check"),
    (
        "vetting",
        {"clearance": "sc", "dbs": "enhanced-barred"},
        "Security Check (SC) clearance and an enhanced Disclosure and Barring Service (DBS) check with barred lists",
    ),
    ("probation", {"probation": "0"}, ""),
    ("reserve_list", {"reserve-list": "1"}, "1 month"),
    ("on_call", {"on-call": {"pattern": "rota", "payment": "£250 a week"}}, "On a rota. £250 a week"),
    ("travel", {"travel": "none"}, ""),
]


@pytest.mark.parametrize(("saying", "post", "said"), EVERY_CASE)
def test_answers_are_said_as_a_writer_would(build: Build, saying: str, post: dict[str, Any], said: str) -> None:
    found = lines(build("{{ paragraph(said.%s) }}" % saying, {"post": post}))  # noqa: UP031
    assert (found or [""])[0].startswith(said)
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("nation", "said"),
    [
        ("wales", "standard Disclosure and Barring Service (DBS) check"),
        ("scotland", "standard check by Disclosure Scotland"),
        ("northern-ireland", "standard AccessNI check"),
    ],
)
def test_a_record_check_is_by_the_body_of_the_nation(build: Build, nation: str, said: str) -> None:
    draft = {"organisation": {"nation": nation}, "post": {"dbs": "standard"}}
    assert lines(build("{{ paragraph(said.record_check) }}", draft)) == [said]


@pytest.mark.parametrize(("name", "said"), [("the Trust", "the Trust"), ("The Trust", "the Trust"), ("NHS X", "NHS X")])
def test_a_short_name_stands_in_a_sentence(build: Build, name: str, said: str) -> None:
    assert lines(build("{{ paragraph(said.employer) }}", {"organisation": {"short-name": name}})) == [said]


def test_standards_may_hold_and_themselves(build: Build) -> None:
    draft = {"organisation": {"standards": ["iso-27001", "uk-gdpr"], "other-standards": ["TISAX"]}}
    said = "ISO/IEC 27001; UK GDPR and the Data Protection Act 2018; TISAX"
    assert lines(build("{{ paragraph(said.standards) }}", draft)) == [said]


def test_an_unset_mailbox_falls_back_on_the_one_for_questions(build: Build) -> None:
    draft = {"organisation": {"mailboxes": {"questions": "jobs@a.example"}}}
    assert lines(build("{{ paragraph(said.adjustments_contact) }}", draft)) == ["jobs@a.example"]
