"""Typed and pasted text becomes an outline: headings, items, rows and plain text, and every word stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.text.outline import Heading, Item, Paragraph, Row, without_marker
from jd_builder.text.typed_outline import outline_of_text


def pieces(text: str) -> list[object]:
    return list(outline_of_text(text).pieces)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("# Harbour clerk", 1),
        ("### Main duties ###", 3),
        ("**Main duties**", 7),
        ("__Main duties__:", 7),
        ("MAIN DUTIES", 6),
        ("3. MAIN DUTIES", 6),
        ("Main duties:", 8),
    ],
)
def test_a_line_that_looks_like_a_heading_is_one(line: str, level: int) -> None:
    (piece,) = pieces(line)
    assert isinstance(piece, Heading)
    assert piece.level == level


@pytest.mark.parametrize(
    "line",
    [
        "The clerk keeps the tide tables.",
        "SCS 1",
        "The clerk who keeps the tables for every harbour on the coast also does the following:",
        "Job title: Harbour clerk",
    ],
)
def test_other_lines_are_plain_text(line: str) -> None:
    assert pieces(line) == [Paragraph(1, line)]


@pytest.mark.parametrize("marker", ["- ", "* ", "+ ", "– ", "• ", "•", "\uf0b7\t", "o ", "1. ", "12) ", "a) ", "(iv) "])
def test_every_kind_of_bullet_marks_an_item_and_is_left_out(marker: str) -> None:
    assert pieces(f"{marker}Keep the tide tables") == [Item(1, "Keep the tide tables")]


@pytest.mark.parametrize(("line", "text"), [("* CISA", "CISA"), ("2.1 Manage the network", "Manage the network")])
def test_an_acronym_with_a_bullet_and_a_line_with_a_number_of_two_parts_are_items(line: str, text: str) -> None:
    assert outline_of_text(line).pieces == (Item(1, text),)


def test_items_know_how_deep_they_lie() -> None:
    found = pieces("- Keep the tables\n    - of tides\n- Answer the radio")
    assert [piece.level for piece in found if isinstance(piece, Item)] == [0, 2, 0]


def test_underlined_lines_are_headings() -> None:
    assert pieces("Harbour clerk\n===\nDuties\n---\n") == [Heading(1, "Harbour clerk", 1), Heading(2, "Duties", 2)]


def test_a_wrapped_line_goes_on() -> None:
    text = "- Keep the tables of tides for all the harbours of the\n  northern coast\nKeep the radio"
    assert pieces(text) == [
        Item(1, "Keep the tables of tides for all the harbours of the northern coast"),
        Paragraph(2, "Keep the radio"),
    ]


def test_duties_that_lost_their_bullets_stay_apart() -> None:
    lines = [
        "Keep the tables of tides for all the harbours of the northern coast and the isles",
        "Answer the radio whenever the harbour master is out on the water with the pilots",
    ]
    assert [piece.text for piece in pieces("\n".join(lines)) if isinstance(piece, Paragraph)] == lines


def test_pipes_make_a_table_with_its_header() -> None:
    text = "| Criteria | Need |\n|---|---|\n| A or B \\| C<br>D | E |\n\n| x | y |"
    assert pieces(text) == [
        Row(1, ("Criteria", "Need"), 1, header=True),
        Row(2, ("A or B | C\nD", "E"), 1),
        Row(3, ("x", "y"), 2),
    ]


def test_tabs_and_wide_gaps_part_a_label_from_its_fact() -> None:
    assert pieces("Job title:\tHarbour clerk\nGrade      Band 4") == [
        Row(1, ("Job title:", "Harbour clerk"), 1),
        Row(2, ("Grade", "Band 4"), 1),
    ]


@pytest.mark.parametrize("between", ["|", "\t"])
def test_a_line_of_very_many_cells_is_text(between: str) -> None:
    [piece] = outline_of_text(f"{between}a" * 100_000 + between).pieces
    assert isinstance(piece, Paragraph)


def test_the_signs_of_markdown_are_not_words_of_the_text() -> None:
    assert pieces("- **Pay:** \\[£30,000\\]") == [Item(1, "Pay: [£30,000]")]


LINES = st.lists(
    st.sampled_from(
        [
            *(
                "# Duties",
                "Duties:",
                "- keep tables",
                "",
                "a\tb",
                "| a | b |",
                "|--|--|",
                "**Bold**",
                "* x",
                "TIDES AND TABLES",
            ),
            *(
                "The clerk keeps tables of tides for all the harbours of",
                "the coast",
                "  and isles",
                "---",
                "===",
                "£5 & x",
            ),
        ]
    )
)


@given(LINES)
def test_no_word_is_lost_or_doubled_and_all_are_in_order(lines: list[str]) -> None:
    texts = [
        "\n".join(piece.cells) if isinstance(piece, Row) else piece.text
        for piece in outline_of_text("\n".join(lines)).pieces
    ]
    assert re.findall(r"\w+", "\n".join(texts)) == re.findall(r"\w+", "\n".join(lines))


@given(st.text())
def test_any_text_has_an_outline_whose_pieces_are_numbered(text: str) -> None:
    found = outline_of_text(text).pieces
    assert [piece.number for piece in found] == list(range(1, len(found) + 1))


def test_a_number_that_begins_a_sentence_is_no_marker() -> None:
    assert without_marker("3.5 days a week") == "3.5 days a week"
