"""People write numbers, dates and choices in their own way, and a wrong one is told what to write."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given as any_given
from hypothesis import strategies as st

from jd_builder.domain import choices, organisation
from jd_builder.domain.answers import read
from jd_builder.domain.errors import Problem
from jd_builder.domain.post import Post
from jd_builder.domain.values import LONGEST_LINE, LONGEST_PROSE, Choice, Moment
from tests.domain.reading import complaint, given

# Numbers and money


@pytest.mark.parametrize(
    "written",
    ["105000", "105,000", "£105,000", " £ 105 000 ", "105k", "£105K", "105000.00", "0.105m", 105000, 105000.0],
)
def test_a_sum_of_money_may_be_written_as_people_write_it(written: Any) -> None:
    pay = given("post.pay", {"minimum": written, "maximum": 130000})
    assert pay.minimum == 105000


@pytest.mark.parametrize(
    "written",
    ["2400000", "£2.4m", "£2.4 million", "2,400,000", "2400k", "2.4 million pounds", "2,400 thousand", "2.4mn"],
)
def test_millions_may_be_written_as_documents_print_them(written: str) -> None:
    assert given("post.budget", written).amount == 2_400_000


@pytest.mark.parametrize(
    "written",
    [
        *("lots", "37,5", "1,05", "10,5000", "-5", "+5", "1e5", "1e-999999999", "NaN", "Infinity", "0x10", "½", "£"),
        *("105000 to 130000", "105.000.000", "٣٧", "1_000", "9" * 40, "1" * 13),
    ],
)
def test_what_is_no_number_or_could_be_two_is_told_how_to_write_one(written: str) -> None:
    assert "is not a number" in complaint("post.hours", written)


@pytest.mark.parametrize(
    ("place", "written", "said"),
    [
        ("post.probation", "-3", "'-3' is not a number, such as 6"),
        ("post.direct-reports", "1.5", "'1.5' is not a whole number, such as 5"),
        ("post.interview-minutes", "long", "'long' is not a number, such as 60"),
        ("post.hours", "many", "'many' is not a number, such as 37.5"),
        ("post.budget", "lots", "'lots' is not a sum of money, such as 105000, £105,000, 105k or £2.4 million"),
    ],
)
def test_the_example_of_a_number_is_that_of_its_field(place: str, written: Any, said: str) -> None:
    assert complaint(place, written) == said


def test_half_hours_are_kept_as_typed() -> None:
    assert given("post.hours", "37.5") == Decimal("37.5")


@pytest.mark.parametrize(("written", "said"), [("60", "at most 48"), ("0", "at least 1")])
def test_hours_out_of_range_are_told_the_range(written: str, said: str) -> None:
    assert said in complaint("post.hours", written)


def test_people_are_counted_in_whole_numbers_and_teams_in_posts() -> None:
    assert given("post.direct-reports", "12") == 12
    assert "is not a whole number, such as 5" in complaint("post.direct-reports", "12.5")
    assert given("post.team-size", "12.5") == Decimal("12.5")


@any_given(st.decimals(min_value=0, max_value=10**11, places=2))
def test_any_sum_is_read_as_it_is_printed(amount: Decimal) -> None:
    assert given("post.budget", f"£{amount:,}").amount == amount


# Days and times


@pytest.mark.parametrize(
    "written",
    [
        *("2026-12-18", "18 December 2026", "18 Dec 2026", "18 DECEMBER 2026", " 18  December  2026 "),
        *("18/12/2026", "Friday 18 December 2026", "Fri, 18 Dec 2026", "18th December 2026", date(2026, 12, 18)),
    ],
)
def test_a_day_may_be_written_as_people_write_it(written: Any) -> None:
    assert given("post.opening", written) == date(2026, 12, 18)


@pytest.mark.parametrize("written", ["2026-12-8", "8/12/2026", "08/12/2026", "8 December 2026"])
def test_a_slash_puts_the_day_first_as_the_british_do(written: str) -> None:
    assert given("post.opening", written) == date(2026, 12, 8)


@pytest.mark.parametrize(
    "written", ["soon", "18 December", "31 February 2026", "2026-13-01", "12/18/2026", "18122026", "18.12.2026", "1439"]
)
def test_what_is_no_day_is_told_how_to_write_one(written: str) -> None:
    assert "is not a date, such as 2026-12-18 or 18 December 2026" in complaint("post.opening", written)


@pytest.mark.parametrize("written", ["2206-12-18", "0026-12-18"])
def test_a_year_that_must_be_a_slip_is_told_so(written: str) -> None:
    assert "is not in the years 1990 to 2100" in complaint("post.opening", written)


@pytest.mark.parametrize(
    "written",
    [
        *("2026-12-18 23:59", "2026-12-18T23:59", "2026-12-18 23:59:00", "18 December 2026 23:59"),
        *("18 December 2026 at 23:59", "18 December 2026, 23:59", "18 December 2026 at 23.59", "18/12/2026 23:59"),
        *("18 December 2026 at 11:59pm", "18 December 2026 at 11.59 PM", "Friday 18 December 2026 at 11:59pm"),
    ],
)
def test_a_closing_date_may_have_a_time(written: str) -> None:
    closing = given("post.closing", written)
    assert (closing.day, closing.at) == (date(2026, 12, 18), time(23, 59))


@pytest.mark.parametrize(
    ("written", "at"),
    [
        *[("5pm", time(17)), ("12pm", time(12)), ("12am", time(0)), ("9 am", time(9)), ("1am", time(1))],
        *[("1.05pm", time(13, 5)), ("0:05", time(0, 5))],
    ],
)
def test_hours_may_be_counted_by_twelve(written: str, at: time) -> None:
    assert given("post.closing", f"18 December 2026, {written}").at == at


def test_a_closing_date_without_a_time_has_none() -> None:
    assert given("post.closing", "18 December 2026").at is None


def test_a_closing_date_may_be_given_in_two_keys() -> None:
    closing = given("post.closing", {"day": "18 December 2026", "at": "5pm"})
    assert (closing.day, closing.at) == (date(2026, 12, 18), time(17))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026-12-18 25:00", "'25:00' is not a time of day, such as 23:59"),
        ("2026-12-18 23:60", "'23:60' is not a time of day, such as 23:59"),
        ("2026-12-18 13pm", "'13pm' is not a time of day, such as 23:59"),
        ("2026-12-18 23:59:30", "'23:59:30' is not a time of day, such as 23:59"),
        ("2026-12-18 at noon", "is not a date, such as 2026-12-18"),
        ("2026-12-18 at noon", "a time of day goes after it, such as 23:59"),
        ("23:59", "is not a date, such as 2026-12-18"),
    ],
)
def test_a_wrong_closing_date_is_told_how_to_write_one(written: Any, said: str) -> None:
    assert said in complaint("post.closing", written)


def test_a_wrong_time_leaves_the_day() -> None:
    reading = read(Post, {"closing": {"day": "2026-12-18", "at": "17"}}, "post")
    assert reading.value.closing == Moment(day=date(2026, 12, 18))
    assert reading.problems == (Problem("post.closing.at", "'17' is not a time of day, such as 23:59 or 5pm"),)


# Yes and no


@pytest.mark.parametrize(
    ("written", "means"),
    [
        *[(each, True) for each in ("yes", "Yes ", "TRUE", "y", True)],
        *[(each, False) for each in ("no", "NO", "false", "n", False)],
    ],
)
def test_yes_and_no_may_be_written_in_a_few_ways(written: Any, means: bool) -> None:
    assert given("post.politically-restricted", written) is means


@pytest.mark.parametrize("written", ["perhaps", "1", "on", ["yes"], {"yes": "no"}])
def test_anything_else_is_neither_yes_nor_no(written: Any) -> None:
    assert "neither yes nor no" in complaint("post.politically-restricted", written)


# Choices

CHOICES = [
    value
    for module in (choices, organisation)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Choice) and value is not Choice
]
MEMBERS = [member for choice in CHOICES for member in choice]


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: f"{type(member).__name__}-{member.value}")
def test_a_choice_may_be_written_as_in_files_or_as_on_screens(member: Choice) -> None:
    kind: Callable[[str], Choice] = type(member)
    assert kind(member.value) is member
    assert kind(member.label) is member
    assert kind(f" {member.label.upper()} ") is member
    assert kind(member.value.replace("-", "_")) is member


@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_no_two_choices_of_a_field_are_written_alike(kind: type[Choice]) -> None:
    written = [each for member in kind for each in {member.value, str(member.label.casefold())}]
    assert len(set(written)) == len(written)


@pytest.mark.parametrize("written", ["Full time", "full-time", "fulltime", "FULL_TIME"])
def test_spaces_hyphens_and_case_of_a_choice_do_not_count(written: str) -> None:
    assert given("post.flexible", written) == (choices.Flexibility.FULL_TIME,)


def test_a_wrong_choice_is_told_what_there_is() -> None:
    assert complaint("post.work-pattern", "sometimes") == ("'sometimes' is not one of 'on-site', 'hybrid', 'remote'")
    assert "'year', 'day', 'hour'" in complaint("post.pay", {"period": "month"})


# Lines and longer texts


def test_a_line_is_one_line_however_it_was_pasted() -> None:
    assert given("post.reports-to", "  Chief\toperating \n officer ") == "Chief operating officer"


def test_a_longer_text_keeps_its_lines() -> None:
    assert given("post.team", "\nOne.\n\n  Two.\n") == "One.\n\n  Two."


def test_a_line_that_is_too_long_is_told_how_long_it_may_be() -> None:
    assert given("post.reports-to", "x" * LONGEST_LINE)
    assert f"{LONGEST_LINE} at most" in complaint("post.reports-to", "x" * (LONGEST_LINE + 1))
    assert "120 at most" in complaint("post.title", "x" * 121)
    assert f"{LONGEST_PROSE:,} at most" in complaint("post.team", "x" * (LONGEST_PROSE + 1))


@pytest.mark.parametrize("written", [5, True, ["a", "b"], {"a": "b"}])
def test_what_is_no_text_is_told_so(written: Any) -> None:
    assert "this needs a text" in complaint("post.title", written)


def test_a_sentence_about_a_long_answer_does_not_repeat_it_all() -> None:
    said = complaint("post.pay", {"minimum": "many " * 10_000, "maximum": "130000"})
    assert len(said) < 500
    assert "is not a sum of money" in said


def test_a_phone_number_has_a_figure_in_it() -> None:
    for written in ("0113 496 0000", "+44 (0)113 496 0000 ext. 4", "01"):
        assert given("post.contact", {"phone": written}).phone == written
    assert complaint("post.contact", {"phone": "abc"}) == "'abc' is not a phone number, such as 0113 496 0000"


@pytest.mark.parametrize("written", ["jobs@harbour.example", "first.last+ciso@mail.harbour.example"])
def test_an_address_is_taken(written: str) -> None:
    assert given("post.contact", written).email == written


@pytest.mark.parametrize("written", ["jobs", "jobs@harbour", "@harbour.example", "a b@harbour.example", "a@b@c.d"])
def test_what_is_no_address_is_told_so(written: str) -> None:
    assert "is not an e-mail address, such as jobs@harbour.example" in complaint("post.contact", written)


@pytest.mark.parametrize(
    "written", ["harbour.example/jobs", "ftp://harbour.example", "https://jobs", "https://a.b c", "javascript:alert(1)"]
)
def test_what_is_no_web_address_is_told_so(written: str) -> None:
    assert "is not a web address, such as https://harbour.example/jobs" in complaint("post.apply", written)


@pytest.mark.parametrize("written", ["gbp", "£", "POUND", "GBP "])
def test_a_currency_has_three_capital_letters(written: str) -> None:
    pay = {"minimum": "1", "maximum": "1", "currency": written}
    if written.strip() == "GBP":
        assert given("post.pay", pay).currency == "GBP"
    else:
        said = f"'{written}' is not a currency's three capital letters, such as GBP"
        assert read(Post, {"pay": pay}, "post").problems == (Problem("post.pay.currency", said),)


def test_one_of_several_may_stand_alone() -> None:
    assert given("post.interviews", "2027-01-20") == (date(2027, 1, 20),)
    assert given("organisation.benefits", "30 days' leave") == ("30 days' leave",)
    assert given("organisation.standards", "ISO 27001") == (organisation.Standard.ISO_27001,)
    assert given("organisation.paragraphs", {"title": "Safeguarding", "text": "We ..."})[0].title == "Safeguarding"


def test_a_word_alone_stands_for_the_part_that_matters_most() -> None:
    assert given("post.contract", "permanent").type == choices.ContractType.PERMANENT
    assert given("post.clearance", "SC").level == choices.ClearanceLevel.SC
    assert given("post.pay", "105000").minimum == given("post.pay", "105000").maximum == 105000
    assert given("post.location", "Leeds (LS1)")[0].postcode_area == "LS1"
    assert given("post.location", ["Leeds", {"town": "Dublin", "country": "Ireland"}])[1].country == "Ireland"
