"""What a number belongs to, how it is bounded, and in how many ways a length of time is said."""

import pytest

from jd_builder.domain.rewriting import Outcome, gravest
from jd_builder.rewriting.guard import judge


def level(original: str, rewritten: str) -> Outcome:
    return gravest(judge(original, rewritten))


# A number counts a word, a grade, an acronym, a standard, a part of another number, or what is named before it.
EXCHANGED = [
    ("Manage three Grade 7s and six HEOs.", "Manage six Grade 7s and three HEOs."),
    ("Manage three Grade 7s and six HEOs.", "Manage three HEOs and six Grade 7s."),
    ("Lead one Band 8a and four Band 7s.", "Lead four Band 8as and one Band 7."),
    ("Lead 3 G7s, 5 HEOs and 10 EOs.", "Lead 3 G7s, 10 HEOs and 5 EOs."),
    ("Oversee 4 CISSPs and 9 CISMs.", "Oversee 9 CISSPs and 4 CISMs."),
    ("Run 2 ISO 27001 audits and 4 SOC audits.", "Run 4 ISO 27001 audits and 2 SOC audits."),
    ("Grade 7: 5 posts. Grade 6: 2 posts.", "Grade 7: 2 posts. Grade 6: 5 posts."),
    ("The Director (SCS1) leads the Head (Grade 6).", "The Director (Grade 6) leads the Head (SCS1)."),
    ("A team of 12, of whom 4 work in Leeds and 8 in York.", "A team of 12, of whom 8 work in Leeds and 4 in York."),
    ("Lead 3 people in London and 5 people in Leeds.", "Lead 5 people in London and 3 people in Leeds."),
    ("Two trainers are from NCSC and six from GCHQ.", "Six trainers are from NCSC and two from GCHQ."),
    ("Spend 60% of your time in Bristol and 40% in York.", "Spend 40% of your time in Bristol and 60% in York."),
    ("Hold SC for 3 years and DV for 7 years.", "Hold SC for 7 years and DV for 3 years."),
    ("Leave is 25 days, rising by a day a year to 30.", "Leave is 30, rising by a day a year to 25 days."),
    ("Manage eight vendors and a team of 30.", "Manage 30 vendors and a team of eight."),
]


@pytest.mark.parametrize(("original", "rewritten"), EXCHANGED)
def test_numbers_that_changed_places_are_blocked(original: str, rewritten: str) -> None:
    assert level(original, rewritten) == "block"


# Not so sure, but no figure may be taken on trust.
DOUBTED = [
    ("Manage two Grade 6s and SEOs.", "Manage Grade 6s and two SEOs."),
    ("Lead 12 engineers and the analysts.", "Lead the engineers and 12 analysts."),
    ("Lead 12 people, of whom 3 are contractors.", "Lead 3 people, 12 of whom are contractors."),
    ("Six of the 20 analysts report to you.", "20 of the six analysts report to you."),
    ("You have 25 days' leave and 8 bank holidays.", "You have 8 days' leave and 25 bank holidays."),
    ("Spend 3 days in the office and 2 at home.", "Spend 2 days in the office and 3 at home."),
    ("Lead four staff: two SEOs and two HEOs.", "Lead two staff: four SEOs and two HEOs."),
    ("Chair Panel 1 and attend Panel 2.", "Chair Panel 2 and attend Panel 1."),
    ("Give five working days' notice.", "Give five days' notice."),
    ("You need at least five years' experience.", "You need five years' experience."),
    ("Hours must not exceed 48 a week.", "Hours should not exceed 48 a week."),
    ("It may be extended by 12 months.", "It may be extended by a further 12 months."),
    ("Reply within 14 days of receipt.", "Reply no more than 14 days after receipt."),
    ("It closes on 31 March 2027.", "It closes on 31 March."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewritten"), DOUBTED)
def test_what_may_be_another_figure_is_doubted(original: str, rewritten: str) -> None:
    assert level(original, rewritten) == "look"
    assert level(rewritten, original) == "look"


KEPT = [
    ("Manage three Grade 7s and six HEOs.", "Manage six HEOs and three G7s."),
    ("Lead 3 people in London and 5 people in Leeds.", "Lead 3 people in London and 5 in Leeds."),
    ("Lead nine people and hold a budget of £2 million.", "Hold a budget of £2 million and lead nine people."),
    ("Leave is 25 days, rising to 30 days.", "Leave is 25 days, rising to 30."),
    ("Spend two days a week in the office.", "Spend two office days a week."),
    ("It may be extended by up to a further 12 months.", "It may be extended by up to 12 more months."),
    ("It may be extended by a further 12 months.", "It may be extended by another year."),
    ("It may be extended by up to one further year.", "It may be extended by up to 12 additional months."),
    ("It lasts six full calendar months.", "It lasts six months."),
    ("It lasts 90 minutes.", "It lasts an hour and a half."),
    ("You are on call one week in six.", "You are on call every sixth week."),
    ("It runs round the clock, seven days a week.", "It runs 24/7."),
    ("Hours must not exceed 48 a week.", "Hours are up to 48 a week."),
    ("Hours have a maximum of 48 a week.", "Hours cannot exceed 48 a week."),
    ("It lasts no longer than 60 minutes.", "It lasts one hour at most."),
    ("Attend at least two days a week.", "Attend two days a week or more."),
]


@pytest.mark.parametrize(("original", "rewritten"), KEPT)
def test_the_same_figure_in_other_words_passes_in_both_directions(original: str, rewritten: str) -> None:
    assert level(original, rewritten) == "pass"
    assert level(rewritten, original) == "pass"
