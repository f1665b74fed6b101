"""A text parts into the sentences that a reader would count, each of which knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.text.sentences import sentences
from tests.steps import steps


def texts_of(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We follow schemes, e.g. Cyber Essentials, and test them.",
        "We follow standards (e.g. NIST) each year.",
        "The next of kin, i.e. Whoever you name, is told.",
        "We hold ISO 27001. and keep to it",
        "The hourly rate is 28.97 and rises.",
        "You report to J. R. Smith of the board.",
        "You report to Dr. Amara Okafor in York.",
        "The U.K. Government sets the rules.",
        "Read https://example.org/a.b?c=D.E for more",
        "Write to jobs@example.org. we answer all",
        "See annex No. 5 and Ref. 12 for more",
        "Work at St. Thomas as approx. 40 others do",
        "Wait ... what follows is small",
        "2. Manage the budget",
    ],
)
def test_a_stop_that_ends_nothing_parts_nothing(text: str) -> None:
    assert len(texts_of(text)) == 1


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("We hold ISO 27001. You keep it.", ["We hold ISO 27001.", "You keep it."]),
        ("Is it remote? No. You come in!", ["Is it remote?", "No.", "You come in!"]),
        ("He said “Go.” Then he left.", ["He said “Go.”", "Then he left."]),
        ("It grew (by 5%.) Costs fell.", ["It grew (by 5%.)", "Costs fell."]),
        ("Pay is fixed. £105,000 a year.", ["Pay is fixed.", "£105,000 a year."]),
        ("Hours are 37.5. “Core” hours are 10 to 4.", ["Hours are 37.5.", "“Core” hours are 10 to 4."]),
        ("Closes at 9 a.m. You hear by noon.", ["Closes at 9 a.m.", "You hear by noon."]),
        ("Really?! Yes… Good.", ["Really?!", "Yes…", "Good."]),
        ("1. Lead the team. 2. Run it.", ["Lead the team.", "2. Run it."]),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, parted: list[str]) -> None:
    assert texts_of(text) == parted


def test_every_bullet_is_a_sentence_without_its_marker() -> None:
    text = "You will:\n  • lead the team\n  • keep the budget. Report on it\n- hire\n3) train"
    assert texts_of(text) == [
        *("You will:", "lead the team", "keep the budget.", "Report on it"),
        *("hire", "train"),
    ]


def test_a_line_that_was_only_wrapped_goes_on() -> None:
    wrapped = "You look after the security of every system that the\nhospital and its partners run."
    assert texts_of(wrapped) == [wrapped]


def test_lines_that_were_ended_on_purpose_are_parted() -> None:
    assert texts_of("About us\nWe make lamps\n\nYour work\nmake them safe") == [
        *("About us", "We make lamps", "Your work", "make them safe"),
    ]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert sentences(text) == ()


PIECES = [
    "Lead",
    "the team",
    ".",
    "?!",
    " ",
    "\n",
    "  • ",
    "e.g.",
    "28.97",
    "“",
    "”",
    "https://a.uk/b.c",
    "é",
    "1. ",
    "…",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4)).map("".join))
def test_sentences_stand_where_they_say_and_lose_no_word(text: str) -> None:
    found = sentences(text)
    assert all(text[each.start : each.end] == each.text == each.text.strip() != "" for each in found)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    between = [text[end:start] for end, start in zip([0, *places[1::2]], [*places[::2], len(text)], strict=True)]
    assert not any(character.isalpha() for gap in between for character in gap if character not in "oabcdefghivx")


def test_twice_the_text_is_twice_the_work_at_most() -> None:
    text = "We keep to rules, e.g. NIST, and i.e. Others. \n" * 50
    once = steps(lambda: sentences(text))
    assert 0 < steps(lambda: sentences(text * 2)) <= 2.05 * once
