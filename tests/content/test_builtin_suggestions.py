"""What the built-in role suggests: themes to group by, duties and criteria to begin with."""

import re
from functools import cache
from itertools import combinations

import pytest

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.framework import CriterionWording, Role, Skill, Statement
from jd_builder.domain.interview_time import for_each
from jd_builder.text.fingerprint import content_stems

THEMES = ["strategy", "risk", "resilience", "technology", "culture", "people"]
# The commercial list gives some topics in two lines; a job description takes one of the two.
SAME_TOPIC = [
    ("commercial.day.5", "commercial.responsibility.8"),
    ("commercial.day.10", "commercial.responsibility.5"),
    ("commercial.day.11", "commercial.responsibility.6"),
    ("commercial.experience.4", "commercial.skill.2"),
]
# Duties and abilities of the framework that say nearly the same.
NEARLY_THE_SAME = [
    ("ciso.duty.5", "ciso.cyber-risk-management.can.1"),
    ("ciso.duty.5", "ciso.cyber-risk-management.lead.3"),
    ("ciso.duty.6", "ciso.innovation-in-digital-and-data.can.3"),
    ("ciso.duty.7", "ciso.cyber-incident-management.can.2"),
    ("ciso.duty.9", "ciso.changing-security-culture.can.1"),
]
# The most words a duty of a short advert may have, and how many of them it takes.
SHORT, IN_A_SHORT_ADVERT = 16, 7


@cache
def ciso() -> Role:
    return next(role for role in load_builtin() if role.id == "ciso")


def criteria() -> dict[str, CriterionWording]:
    """Every criterion wording of the role and of the lists with it, by the id of what has it."""
    skills = {skill.id: skill.criterion for skill in ciso().skills}
    statements = {statement.id: statement.criterion for statement in ciso().statements()}
    return {name: wording for name, wording in (skills | statements).items() if wording is not None}


def own_criteria() -> dict[str, CriterionWording]:
    return {name: wording for name, wording in criteria().items() if name.startswith("ciso.")}


def suggested_duties() -> list[Statement]:
    return [ciso().by_id[name] for name in ciso().suggested_duties]


def short_advert() -> list[Statement]:
    """The suggestions that a short advert takes, which is never one of government."""
    short = [
        each for each in suggested_duties() if len((each.wordings.elsewhere or each.wordings.plain).split()) <= SHORT
    ]
    return short[:IN_A_SHORT_ADVERT]


def test_its_themes_are_those_the_commercial_list_uses_too() -> None:
    assert list(ciso().themes) == THEMES
    used = {statement.theme for statement in ciso().statements()}
    assert used == {*THEMES, None}


@pytest.mark.parametrize("skill", ciso().skills, ids=lambda skill: skill.id)
def test_a_skill_has_a_description_in_one_line_and_a_criterion(skill: Skill) -> None:
    assert skill.criterion is not None
    assert skill.description
    assert skill.description[0].isupper()
    assert not skill.description.endswith(".")
    assert len(skill.description.split()) <= 20


@pytest.mark.parametrize("name", own_criteria())
def test_a_criterion_can_be_scored_and_asks_for_no_years_and_no_degree(name: str) -> None:
    text = own_criteria()[name].text
    assert text.startswith("You ")
    assert not text.endswith(".")
    assert len(text.split()) <= 22
    assert not re.search(r"\d|\byears?\b|\bdecades?\b|\bdegree\b", text)


def test_few_abilities_are_criteria_as_well() -> None:
    names = [
        statement.id for statement in ciso().statements() if statement.criterion and statement.origin == "framework"
    ]
    assert 1 <= len(names) <= 8
    assert all(".can." in name for name in names)


def test_the_suggested_duties_are_enough_for_every_layout_and_none_stands_twice() -> None:
    suggested = ciso().suggested_duties
    assert len(set(suggested)) == len(suggested) >= 18
    assert {statement.kind for statement in suggested_duties()} <= {"duty", "can"}


def test_a_layout_that_takes_sixteen_duties_takes_all_ten_of_the_framework() -> None:
    assert {duty.id for duty in ciso().duties} <= set(ciso().suggested_duties[:16])


def test_the_commercial_list_is_suggested_only_where_it_says_more() -> None:
    commercial = [ciso().by_id[name] for name in ciso().suggested_duties if name.startswith("commercial.")]
    assert len(commercial) >= 8
    assert {line.overlap.relation for line in commercial if line.overlap} == {"adds", "new"}


@pytest.mark.parametrize("taken", [8, 10, 16])
def test_what_a_layout_takes_first_is_a_rounded_picture(taken: int) -> None:
    themes = [duty.theme for duty in suggested_duties()[:taken]]
    assert set(themes) == set(THEMES)
    assert all(themes.count(theme) <= taken // 3 for theme in THEMES)


def test_a_short_advert_is_a_rounded_picture_too() -> None:
    names = [duty.id for duty in short_advert()]
    assert len(names) == IN_A_SHORT_ADVERT
    assert {duty.theme for duty in short_advert()} == set(THEMES)
    assert {"ciso.duty.1", "ciso.duty.2", "ciso.duty.7", "ciso.cyber-risk-management.can.2"} <= set(names)


def test_the_first_eight_hold_strategy_advice_on_risk_readiness_governance_and_the_team() -> None:
    assert {duty.id for duty in suggested_duties()[:8]} >= {
        "ciso.duty.1",
        "ciso.duty.5",
        "ciso.duty.7",
        "ciso.cyber-security-governance.can.1",
        "commercial.day.10",
    }


def test_no_suggested_duty_says_what_the_reporting_line_says() -> None:
    assert "commercial.responsibility.14" not in ciso().suggested_duties
    texts = [duty.wordings.plain for duty in suggested_duties()]
    assert not [text for text in texts if re.search(r"\breports? to\b|\breport\w* to the board\b|\bmember of\b", text)]


def test_no_two_suggested_duties_share_most_of_their_words() -> None:
    stems = {duty.id: content_stems(duty.wordings.plain) for duty in suggested_duties()}
    shared = {(one, two): len(a & b) / len(a | b) for (one, a), (two, b) in combinations(stems.items(), 2)}
    assert {pair: share for pair, share in shared.items() if share >= 0.5} == {}


@pytest.mark.parametrize(("one", "other"), [*SAME_TOPIC, *NEARLY_THE_SAME])
def test_the_same_topic_is_not_suggested_twice(one: str, other: str) -> None:
    suggested = {*ciso().suggested_duties, *(criterion.of for criterion in ciso().suggested_criteria)}
    assert not {one, other} <= suggested


def test_the_suggested_criteria_hold_all_skills_and_can_all_be_scored() -> None:
    names = [criterion.of for criterion in ciso().suggested_criteria]
    assert len(set(names)) == len(names)
    assert 15 <= len(names) <= 18
    assert {skill.id for skill in ciso().skills} <= set(names) <= set(criteria())


def test_the_first_six_essential_criteria_make_a_rounded_advert() -> None:
    essential = [criterion.of for criterion in ciso().suggested_criteria if criterion.need == "essential"]
    assert 10 <= len(essential) <= 15, "what an NHS person specification takes"
    first = essential[:6]
    assert {criteria()[name].group for name in first} >= {"experience", "skills"}
    assert 2 <= sum(name.startswith("ciso.") for name in first) <= 4


def test_the_first_six_essential_criteria_begin_in_different_ways() -> None:
    essential = [criterion.of for criterion in ciso().suggested_criteria if criterion.need == "essential"]
    clauses = [criteria()[name].text.split()[1:] for name in essential[:6]]
    assert len({tuple(clause[:2]) for clause in clauses}) == 6
    assert len({clause[0] for clause in clauses}) >= 4


def test_a_criterion_is_assessed_where_it_can_be_tested() -> None:
    stages = {criterion.of: set(criterion.assessed) for criterion in ciso().suggested_criteria}
    experience = [name for name in stages if criteria()[name].group == "experience"]
    assert experience
    assert all("A" in stages[name] for name in experience)
    assert stages["commercial.experience.1"] == {"A", "I"}, "what matters most is asked about as well"
    assert "P" in stages["commercial.skill.8"], "communication is shown in a presentation"
    assert "T" in stages["commercial.skill.6"], "analysis is shown in a test"


def test_no_more_criteria_are_asked_about_than_an_interview_of_an_hour_has_time_for() -> None:
    asked = [criterion.of for criterion in ciso().suggested_criteria if "I" in criterion.assessed]
    assert len(asked) == 5
    assert for_each(60, [("Interview", "Presentation") for _ in asked]) >= 6
