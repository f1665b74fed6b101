"""A document is read in one way, whoever reads it: block by block, each text with its number."""

import pytest
from pydantic import ValidationError

from jd_builder.domain.document import (
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    Title,
    plain,
)
from jd_builder.domain.framework import Wordings
from jd_builder.domain.layout import Share


def text(words: str) -> Text:
    return (Run(text=words),)


def gap(ref: str) -> Run:
    return Run(text=f"[{ref}]", origin="organisation", ref=ref, gap=True)


DOCUMENT = Document(
    layout="sheet",
    name="Sheet",
    title="Night watch",
    blocks=(
        Title(text=text("Night watch")),
        Heading(text=text("Details")),
        Facts(rows=((text("Place"), text("Leeds")), (text("Pay"), (Run(text="from "), gap("post.pay"))))),
        PageBreak(),
        Table(
            header=(text("Stage"), text("Date")),
            rows=((text("Closes"), (gap("post.closing"),)), (text("Starts"), ())),
            widths=(0.5, 0.5),
        ),
        Bullets(items=(text("One"), (gap("post.pay"), Run(text=" again")))),
        Paragraph(text=text("Two")),
    ),
)


def test_texts_come_in_reading_order_with_the_number_of_their_block() -> None:
    assert [(number, plain(words)) for number, words in DOCUMENT.texts()] == [
        (1, "Night watch"),
        (2, "Details"),
        *((3, words) for words in ("Place", "Leeds", "Pay", "from [post.pay]")),
        *((5, words) for words in ("Stage", "Date", "Closes", "[post.closing]", "Starts", "")),
        *((6, words) for words in ("One", "[post.pay] again")),
        (7, "Two"),
    ]


def test_each_gap_is_listed_once() -> None:
    assert [run.ref for run in DOCUMENT.gaps] == ["post.pay", "post.closing"]


@pytest.mark.parametrize(
    "empty", [lambda: Bullets(items=()), lambda: Facts(rows=()), lambda: Table(header=(), rows=(), widths=())]
)
def test_no_list_and_no_table_is_empty(empty: object) -> None:
    with pytest.raises(ValueError, match="without content"):
        empty()  # type: ignore[operator]


@pytest.mark.parametrize(("least", "default", "most"), [(2, 1, 3), (1, 4, 3), (3, 3, 2)])
def test_a_share_has_its_default_within_its_bounds(least: int, default: int, most: int) -> None:
    assert Share(least=1, default=1, most=1).most == 1
    with pytest.raises(ValidationError, match="must not go down"):
        Share(least=least, default=default, most=most)


@pytest.mark.parametrize(
    ("wording", "edition", "government", "said"),
    [
        ("plain", "2024", True, "across government"),
        ("plain", "2024", False, "across the house"),
        ("official", "2024", True, "the official words"),
        ("official", "2024", False, "the official words"),
        ("official", "2026", True, "across government"),
        ("official", "2026", False, "across the house"),
    ],
)
def test_a_statement_has_the_wording_that_is_chosen_and_there(
    wording: str, edition: str, government: bool, said: str
) -> None:
    wordings = Wordings(
        plain="across government", elsewhere="across the house", official={"2024": "the official words"}
    )
    assert wordings.text(wording, edition, government) == said  # type: ignore[arg-type]


def test_without_another_wording_the_plain_one_serves_everyone() -> None:
    assert Wordings(plain="walk the rounds").text("plain", "2024", False) == "walk the rounds"
