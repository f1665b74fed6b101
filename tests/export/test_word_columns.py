"""Columns of tables in Word files: no word of theirs is broken, on any page with room for it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from jd_builder.domain.document import Document, Facts, Paragraph, Table
from jd_builder.export import FORMATS
from jd_builder.export.house_styles.found import found
from tests.conftest import ToPdf
from tests.export.house_files import plain_page
from tests.export.reading import opened, values
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.test_interview_pages import pack
from tests.export.test_pdf import text_of
from tests.samples import EXAMPLES

PAGES = [("Arial", 12, 15.3), ("Georgia", 11, 16), ("Arial", 14, 12), ("Verdana", 14, 12), ("Times New Roman", 14, 12)]
SPECIFIED = Table(
    header=(text("Area"), text("Criterion"), text("Need"), text("Assessed by")),
    rows=((text("Experience"), text("Has led security for an organisation"), text("Desirable"), text("Presentation")),),
    widths=(0.16, 0.52, 0.14, 0.18),
)


def on(shown: Document, font: str, size: float, width: float) -> bytes:
    return FORMATS["docx"].render(
        replace(shown, draft=False), replace(OPTIONS, house_style=plain_page(font, size, width))
    )


def without_addresses(shown: Document) -> Document:
    """Those of the small print break where they must."""
    kept = (block for block in shown.blocks if not isinstance(block, Paragraph) or block.style != "small")
    return replace(shown, blocks=tuple(kept))


def columns(file: bytes) -> list[int]:
    return [int(each.get(qn("w:w"))) for each in opened(file).element.body.iter(qn("w:gridCol"))]


def words(said: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", said))


def test_no_word_is_broken_on_a_page_of_12_cm_at_14_points(to_pdf: ToPdf, pdftotext: str, tmp_path: Path) -> None:
    files = {}
    for shown, page in ((shown, page) for shown in map(without_addresses, (NHS, pack(EXAMPLES[0]))) for page in PAGES):
        path = tmp_path / f"{shown.layout}-{page[0]}-{page[1]}.docx"
        path.write_bytes(on(shown, *page))
        files[path] = words(
            " ".join(each.text or "" for each in opened(path.read_bytes()).element.body.iter(qn("w:t")))
        )
    printed = [words(text_of(pdftotext, pdf)) for pdf in to_pdf(files, tmp_path)]
    broken = [said - whole for said, whole in zip(printed, files.values(), strict=True)]
    assert broken == [set()] * len(files)


def test_the_widest_column_gives_way_and_the_table_stays_as_wide_as_the_text() -> None:
    file = on(document(SPECIFIED), "Arial", 12, 15.3)
    shared = [share * sum(columns(file)) for share in SPECIFIED.widths]
    assert sum(columns(file)) == pytest.approx(15.3 * 567, abs=4)
    assert columns(file)[0] > shared[0]
    assert columns(file)[1] < shared[1]
    assert values(opened(file).element.body, "w:sz") == []


def test_where_words_have_room_the_columns_are_those_of_the_layout() -> None:
    file = FORMATS["docx"].render(document(SPECIFIED), replace(OPTIONS, house_style=plain_page("Calibri", 11, 20)))
    assert columns(file) == pytest.approx([share * sum(columns(file)) for share in SPECIFIED.widths], abs=2)


def test_a_word_that_no_column_can_hold_takes_no_more_than_a_long_word_does() -> None:
    rows = ((text("Note"), text("x" * 400)), (text("Web"), text("Our site")))
    labels, said = columns(on(document(Facts(rows=rows)), "Arial", 12, 15.3))
    assert labels == pytest.approx(0.28 * (labels + said), abs=1)


def test_a_table_with_too_little_room_is_printed_smaller() -> None:
    sizes = values(opened(on(document(SPECIFIED), "Verdana", 14, 12)).element.body, "w:sz")
    assert sizes
    assert {18 <= int(size) < 28 for size in sizes} == {True}


def test_on_a_page_too_narrow_even_so_each_text_stands_below_its_label() -> None:
    body = opened(on(document(SPECIFIED), "Arial", 24, 5.6)).element.body
    (cell,) = body.iter(qn("w:tc"))
    said = ["".join(each.text for each in p.iter(qn("w:t"))) for p in cell.iter(qn("w:p"))]
    assert said[:2] == ["Area", "Experience"]
    assert said[-2:] == ["Assessed by", "Presentation"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (("Arial", 12, 16), []),
        (("Verdana", 14, 12), ["The page is narrow: 12.0 cm for text of 14 points. Large tables are printed smaller"]),
        (("Arial", 24, 5.6), ["The page is narrow: 5.6 cm for text of 24 points. Columns of tables stand one below"]),
    ],
)
def test_an_upload_says_that_its_page_is_narrow(page: tuple[str, float, float], said: list[str]) -> None:
    doubts = [each for each in found(plain_page(*page), "style.docx").doubts if "narrow" in each]
    assert [doubt[: len(start)] for doubt, start in zip(doubts, said, strict=True)] == said
