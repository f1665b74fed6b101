"""Words, figures and dates as a British writer would print them."""

from datetime import date, time
from decimal import Decimal

import pytest

from jd_builder.text import english


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "a police force",
            "a university",
            "a European bank",
            "a user",
            "a unit",
            "a UK bank",
            "a US firm",
            "a one-off",
        ),
        *(
            "a CISO",
            "a DV clearance",
            "a BPSS check",
            "a G6 post",
            "a PhD",
            "a NATO post",
            "a NIST lead",
            "a SaaS firm",
        ),
        *(
            "a SOC analyst",
            "a SIRO",
            "a House of Lords committee",
            "a hospital",
            "a 7 per cent rise",
            "a £105,000 post",
        ),
        *(
            "a 100-person team",
            "a 12-month term",
            "a 110-bed ward",
            "a B&B",
            "a ‘civil’ matter",
            "a utility",
            "a union",
        ),
        *(
            "an IT director",
            "an NHS trust",
            "an MBA",
            "an SCS 1 post",
            "an HR lead",
            "an FCA rule",
            "an SLA",
            "an RAF base",
        ),
        *(
            "an hour",
            "an honest answer",
            "an heir",
            "an honorary post",
            "an 8a post",
            "an 11-month term",
            "an 18-day wait",
        ),
        *("an 80 per cent share", "an £8,000 allowance", "an 11,000-person force", "an executive", "an umbrella body"),
        *("an MLOps engineer", "an MI5 liaison", "an x-ray unit", "a usability tester", "a .NET developer"),
        *("an X-ray unit", "an “open” door", "an MP", "an unidentified risk", "an outsider", "an ISO 27001 audit"),
    ],
)
def test_the_article_goes_by_how_a_phrase_is_said(phrase: str) -> None:
    article, _, rest = phrase.partition(" ")
    assert english.article(rest) == article


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["one"], "one"),
        (["one", "two"], "one and two"),
        (["one", "two", "three"], "one, two and three"),
    ],
)
def test_a_list_within_a_sentence(items: list[str], said: str) -> None:
    assert english.listed(items) == said
    assert english.listed(items, "or") == said.replace(" and ", " or ")
    assert "".join(joint + item for joint, item in zip(english.joints(len(items)), items, strict=True)) == said


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("105000", "GBP", "£105,000"),
        ("15.5", "GBP", "£15.50"),
        ("15.00", "GBP", "£15"),
        ("0", "GBP", "£0"),
        ("999999", "GBP", "£999,999"),
        ("1000000", "GBP", "£1 million"),
        ("2400000", "GBP", "£2.4 million"),
        ("2450000.00", "EUR", "€2.45 million"),
        ("1234567", "GBP", "£1,234,567"),
        ("12000000000", "USD", "$12,000 million"),
        ("105000", "CHF", "CHF 105,000"),
    ],
)
def test_money(amount: str, currency: str, said: str) -> None:
    assert english.money(Decimal(amount), currency) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("14", "14"), ("14.50", "14.5"), ("1900", "1,900"), ("100", "100"), ("0", "0"), ("1E+3", "1,000")],
)
def test_numbers_have_no_idle_zeros(number: str, said: str) -> None:
    assert english.number(Decimal(number)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [("1", "1 person"), ("1.0", "1 person"), ("14", "14 people"), ("0", "0 people"), ("1900", "1,900 people")],
)
def test_one_is_a_person_and_more_are_people(number: str, said: str) -> None:
    assert english.count(Decimal(number), "person", "people") == said


def test_a_plain_plural_need_not_be_spelled_out() -> None:
    assert [english.count(number, "month") for number in (1, 6)] == ["1 month", "6 months"]


def test_a_day_has_no_noughts_and_no_figures_for_its_month() -> None:
    assert english.day(date(2026, 3, 4)) == "4 March 2026"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(23, 59), "11:59pm"),
        (time(9), "9am"),
        (time(17, 5), "5:05pm"),
        (time(0, 30), "12:30am"),
        (time(12, 30), "12:30pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
    ],
)
def test_the_time_of_day(at: time, said: str) -> None:
    assert english.clock(at) == said


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Head of IT", "head of IT"),
        ("Chief information security officer", "chief information security officer"),
        ("Chief Risk Officer", "Chief Risk Officer"),
        ("IT lead", "IT lead"),
        ("Regional director for Wales", "regional director for Wales"),
        ("Head of IT Security", "Head of IT Security"),
        ("Java developer", "Java developer"),
        ("Caldicott guardian", "Caldicott guardian"),
        ("NHS England lead", "NHS England lead"),
        ("Director", "director"),
        ("McKinsey partner", "McKinsey partner"),
        ("Part-time lead", "part-time lead"),
        ("DevOps lead", "DevOps lead"),
        ("chief executive", "chief executive"),
        ("A CV", "a CV"),
        ("An NHS form", "an NHS form"),
        ("The Open University form", "the Open University form"),
        ("Two references", "two references"),
        ("A level results", "A level results"),
        ("", ""),
    ],
)
def test_a_title_as_it_stands_inside_a_sentence(title: str, inside: str) -> None:
    assert english.lowered(title) == inside


@pytest.mark.parametrize(
    ("phrase", "raised"), [("on site", "On site"), ("IT", "IT"), ("é", "É"), ("", ""), ("8 hours", "8 hours")]
)
def test_a_phrase_at_the_head_of_a_sentence(phrase: str, raised: str) -> None:
    assert english.raised(phrase) == raised


@pytest.mark.parametrize(
    ("you", "who"),
    [
        ("have led security", "has led security"),
        ("are able to brief a board", "is able to brief a board"),
        ("do this", "does this"),
        ("go on", "goes on"),
        ("can explain risk", "can explain risk"),
        ("explain risk", "explains risk"),
        ("assess risk", "assesses risk"),
        ("teach others", "teaches others"),
        ("identify risk", "identifies risk"),
        ("convey risk", "conveys risk"),
        ("understand", "understands"),
    ],
)
def test_what_you_do_as_what_another_does(you: str, who: str) -> None:
    assert english.third_person(you) == who


def test_a_text_is_cut_at_a_word_with_one_ellipsis() -> None:
    text = "the interview on 1 January is before the closing date or the sift (18 February)"
    assert english.shortened(text, 72) == "the interview on 1 January is before the closing date or the sift (18…"
    assert english.shortened(text, 69) == "the interview on 1 January is before the closing date or the sift…"
    assert english.shortened("a short\n one", 72) == "a short one"
    assert english.shortened("x" * 20, 10) == "x" * 9 + "…"
