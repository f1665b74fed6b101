"""Marks in a house style are found wherever Word has put them, and only there."""

from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from jd_builder.export import word_marks
from jd_builder.export.word_text import NAMESPACES


def body(*paragraphs: tuple[str, ...]) -> Any:
    """A body of paragraphs, each given as the texts of its runs."""
    written = "".join(f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>" for runs in paragraphs)
    return parse_xml(f"<w:body {NAMESPACES}>{written}<w:sectPr/></w:body>")


def texts(element: Any) -> list[str]:
    return ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in element.iter(qn("w:p"))]


@pytest.mark.parametrize(
    "runs",
    [
        ("for [[JOB TITLE]] at [[ORGANISATION]]!",),
        ("for [", "[JOB", " TI", "TLE]", "] at ", "[[ORGANISATION", "]]!"),
        ("for [[JOB_TITLE]] at [[ORGANISATION]", "]!"),
    ],
)
def test_marks_are_filled_even_when_split_over_runs(runs: tuple[str, ...]) -> None:
    element = body(runs)
    word_marks.fill(element, {"JOB TITLE": "Head", "ORGANISATION": "A"})
    assert texts(element) == ["for Head at A!"]


def test_a_value_that_reads_like_a_mark_is_not_filled_again() -> None:
    element = body(("[[JOB TITLE]] [[ORGANISATION]]",))
    word_marks.fill(element, {"JOB TITLE": "[[ORGANISATION]]", "ORGANISATION": "[[JOB TITLE]]"})
    assert texts(element) == ["[[ORGANISATION]] [[JOB TITLE]]"]


def test_marks_that_nobody_knows_stay() -> None:
    element = body(("[[SALARY]] {{ x }} [[ JOB TITLE ]]",))
    word_marks.fill(element, {"JOB TITLE": "Head"})
    assert texts(element) == ["[[SALARY]] {{ x }} [[ JOB TITLE ]]"]


def test_the_description_goes_where_its_mark_stands() -> None:
    element = body(("Before",), ("[[JOB DES", "CRIPTION]]"), ("After",))
    word_marks.place(element, body(("One",), ("Two",))[:2])
    assert texts(element) == ["Before", "One", "Two", "After"]
    assert element[-1].tag == qn("w:sectPr")


def test_without_a_mark_the_description_takes_the_place_of_the_body() -> None:
    element = body(("Old",), ("words",))
    word_marks.place(element, body(("New",))[:1])
    assert texts(element) == ["New"]
    assert element[-1].tag == qn("w:sectPr")
