"""Facts that cannot all be true are told in a sentence, at the answer to look at."""

from typing import Any

import pytest

from jd_builder.domain.agreement import contradictions
from jd_builder.domain.answers import read
from jd_builder.domain.errors import Problem
from jd_builder.domain.post import Post

DATES = {"opening": "2026-11-27", "closing": "2026-12-18 23:59", "sift": "2027-01-06", "interviews": ["2027-01-20"]}


def told(answers: dict[str, Any]) -> tuple[Problem, ...]:
    """What is said of the answers, each by itself and beside the others."""
    reading = read(Post, answers, "post")
    return (*reading.problems, *contradictions(reading.value))


def one(answers: dict[str, Any]) -> str:
    (problem,) = told(answers)
    return f"{problem.place}: {problem.message}"


# Pay


@pytest.mark.parametrize(
    "pay",
    [
        "105000",
        {"minimum": "105000", "maximum": "130000"},
        {"minimum": "105000", "maximum": "105000"},
        {"minimum": "600", "maximum": "700", "period": "day"},
        {"allowance": "a digital allowance of £8,000"},
        {"minimum": "105000", "maximum": "130000", "hiring-minimum": "105000", "hiring-maximum": "115000"},
        {"minimum": "105000", "maximum": "130000", "hiring-maximum": "115000"},
    ],
)
def test_pay_may_be_one_figure_a_range_or_a_part_of_a_range(pay: Any) -> None:
    assert told({"pay": pay}) == ()


@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_pay_with_one_end_is_refused(end: str) -> None:
    assert one({"pay": {end: "105000"}}) == (
        "post.pay: give both ends of the pay; for one figure write it as minimum and maximum"
    )


def test_pay_does_not_run_downwards() -> None:
    pay = {"minimum": "130000", "maximum": "105000"}
    assert one({"pay": pay}) == "post.pay: the minimum (130,000) is more than the maximum (105,000)"


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        ("90000", "115000", "the hiring range lies outside the pay range"),
        ("105000", "140000", "the hiring range lies outside the pay range"),
        ("115000", "105000", "the hiring range runs from more to less"),
    ],
)
def test_the_hiring_range_lies_within_the_pay(least: str, most: str, said: str) -> None:
    pay = {"minimum": "105000", "maximum": "130000", "hiring-minimum": least, "hiring-maximum": most}
    assert one({"pay": pay}) == f"post.pay: {said}"


def test_a_hiring_range_needs_the_pay_that_it_is_a_part_of() -> None:
    assert "outside the pay range" in one({"pay": {"hiring-minimum": "105000", "hiring-maximum": "115000"}})


# Where and for how long


@pytest.mark.parametrize(
    ("pattern", "days", "fits"),
    [
        ("hybrid", "2", True),
        ("hybrid", "0.5", True),
        ("hybrid", "0", False),
        ("hybrid", "5", False),
        ("remote", "1", False),
        ("remote", "0", True),
        ("on-site", "5", True),
    ],
)
def test_days_on_site_agree_with_the_pattern(pattern: str, days: str, fits: bool) -> None:
    problems = told({"work-pattern": {"pattern": pattern, "days-on-site": days}})
    assert (problems == ()) is fits
    assert all(problem.place == "post.work-pattern" and pattern in problem.message for problem in problems)


def test_there_are_five_days_in_a_working_week() -> None:
    assert "at most 5" in one({"work-pattern": {"pattern": "on-site", "days-on-site": "6"}})


@pytest.mark.parametrize("length", [{"months": "12"}, {"end": "2028-12-31"}])
def test_a_permanent_contract_has_no_length(length: dict[str, str]) -> None:
    assert "a permanent contract has no length" in one({"contract": {"type": "permanent", **length}})
    assert told({"contract": {"type": "fixed-term", **length}}) == ()


def test_a_reserved_post_says_why() -> None:
    assert one({"nationality": "reserved"}) == "post.nationality: a reserved post needs its reason"
    assert told({"nationality": {"rule": "reserved", "reason": "access to intelligence"}}) == ()


# Dates


def test_a_timetable_that_works_is_left_in_peace() -> None:
    assert told(DATES) == ()


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"opening": "2026-12-18"}, "post.closing"),
        ({"opening": "2027-01-01"}, "post.closing"),
        ({"sift": "2026-12-17"}, "post.sift"),
        ({"interviews": ["2027-01-05"]}, "post.interviews"),
        ({"interviews": ["2026-12-17"], "sift": ""}, "post.interviews"),
    ],
)
def test_a_step_before_the_one_it_follows_is_told_with_both_dates(changed: dict[str, Any], place: str) -> None:
    (problem,) = told(DATES | changed)
    assert problem.place == place
    assert len([word for word in problem.message.replace("(", " ").replace(")", " ").split() if word[:2] == "20"]) == 2


def test_a_step_on_the_day_of_the_one_before_is_possible() -> None:
    assert told(DATES | {"sift": "2026-12-18", "interviews": ["2026-12-18"]}) == ()


def test_each_wrong_interview_is_told() -> None:
    assert len(told(DATES | {"interviews": ["2026-01-01", "2027-01-20", "2026-01-02"]})) == 2


@pytest.mark.parametrize("missing", list(DATES))
def test_a_date_that_is_missing_contradicts_nothing(missing: str) -> None:
    assert told({key: date for key, date in DATES.items() if key != missing}) == ()


# People


@pytest.mark.parametrize(("direct", "team", "fits"), [("5", "14", True), ("14", "14", True), ("15", "14", False)])
def test_no_one_manages_more_people_than_the_team_has(direct: str, team: str, fits: bool) -> None:
    problems = told({"direct-reports": direct, "team-size": team})
    assert (problems == ()) is fits
    assert [problem.place for problem in problems] == ([] if fits else ["post.direct-reports"])
