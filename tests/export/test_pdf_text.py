"""Our PDF says what the document says, in its order, and takes no text for anything else."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jd_builder.domain.document import Document, Facts, PageBreak, Paragraph, Run, Table
from jd_builder.export import FORMATS
from tests.export.reading import expected_texts
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.strategies import documents
from tests.export.test_hostile import everywhere

LANGUAGE = (
    '#panic("x") #eval("1") = *bold* _em_ $x^2$ <label> @ref \\ `raw` // no #sys.inputs #import "@preview/a:1.0.0"'
)


def pages_of(shown: Document) -> list[str]:
    """What each page says between its header and its footer, without white space."""
    reader = PdfReader(BytesIO(FORMATS["pdf"].render(shown, OPTIONS)))
    return [bare(page.extract_text()) for page in reader.pages]


def bare(words: str) -> str:
    """Without white space, which a line break adds and takes away."""
    return "".join(words.split())


def test_every_text_stands_in_it_in_the_order_of_the_document() -> None:
    said, at = "".join(pages_of(NHS)), 0
    for words in map(bare, expected_texts(NHS)):
        found = said.find(words, at)
        assert found >= 0, words
        at = found + len(words)


def test_every_page_names_the_organisation_says_draft_and_is_counted() -> None:
    pages = pages_of(NHS)
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert bare(NHS.organisation) in page
        assert "DRAFT" in page
        assert f"Page{number}of{len(pages)}" in page


def test_no_text_is_read_as_the_language_of_the_page() -> None:
    shown = document(Paragraph(text=text(LANGUAGE)), title=LANGUAGE, organisation=LANGUAGE)
    assert bare(LANGUAGE) in "".join(pages_of(shown))


def test_text_of_other_scripts_is_shown_by_fonts_that_ship() -> None:
    words = "Prifysgol Aberystwyth, ŵ ŷ; Łódź; Αθήνα; Київ"
    assert bare(words) in "".join(pages_of(document(Paragraph(text=text(words)))))
    assert b"pdfuaid" in FORMATS["pdf"].render(document(Paragraph(text=text("שלום, سلام"))), OPTIONS)


def test_a_character_that_no_font_has_does_not_stop_the_file() -> None:
    shown = document(Paragraph(text=text("Before \U000e1234\U0001f9cc\U00013000 after")))
    assert "Before" in "".join(pages_of(shown))


def test_text_as_long_as_a_field_holds_keeps_every_word() -> None:
    long = "Ten chars " * 2_000
    cells = ((text(long), text("beside")), (text("below"), text("last")))
    shown = document(
        Paragraph(text=text(long)),
        Table(header=(text(long), text("b")), rows=cells, widths=(0.5, 0.5)),
        Facts(rows=((text("label"), text(long)),)),
    )
    said = "".join(pages_of(shown))
    assert said.count("chars") == 4 * 2_000
    assert "below" in said


def test_room_to_write_in_is_as_high_as_its_lines() -> None:
    def pages(lines: int) -> int:
        return len(pages_of(document(Table(header=(text("a"),), rows=((text("\n" * lines),),) * 3, widths=(1,)))))

    assert pages(2) == 1
    assert pages(30) == 3


def test_a_page_break_begins_a_page_and_none_stays_empty() -> None:
    shown = document(PageBreak(), Paragraph(text=text("one")), PageBreak(), PageBreak(), Paragraph(text=text("two")))
    first, second = pages_of(shown)
    assert "one" in first
    assert "two" in second


def test_a_gap_is_marked_and_said() -> None:
    shown = document(Paragraph(text=(Run(text="pay: "), Run(text="[pay]", ref="post.pay", gap=True))))
    assert "pay:[pay]" in "".join(pages_of(shown))


@pytest.mark.parametrize("words", ["x" * 4_000, "a@" * 2_000, "https://" * 300 + ")" * 3_000])
def test_what_cannot_be_broken_stops_nothing(words: str) -> None:
    assert FORMATS["pdf"].render(everywhere(words), OPTIONS)


@given(st.lists(st.text("abc XYZ019.,'-£é&<>#*_@$[]{}", min_size=1, max_size=300), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_any_typed_text_comes_back_out_of_it(typed: list[str]) -> None:
    shown = document(*(Paragraph(text=text(words)) for words in typed))
    said, at = "".join(pages_of(shown)), 0
    for words in map(bare, expected_texts(shown)):
        at = said.index(words, at)


@given(documents)
@settings(max_examples=40, deadline=None)
def test_any_document_can_be_made(document: Document) -> None:
    assert FORMATS["pdf"].render(document, OPTIONS).startswith(b"%PDF-1.7")
