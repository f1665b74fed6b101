"""What keeps people out of a Word file is found wherever the file came from, and our own files have none of it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt, RGBColor

from jd_builder.checks.word_structure import of_word, word_rules
from jd_builder.domain.errors import UserError
from jd_builder.domain.findings import Barrier
from jd_builder.export import FORMATS
from jd_builder.export.word_access import barriers
from tests.export.house_files import MADE, W, picture, saved, with_parts
from tests.export.samples import NHS, OPTIONS

CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def found(change: Callable[[Any], object]) -> dict[str, Barrier]:
    """The barriers of a good file with one thing done to it."""
    word: Any = docx.Document()
    word.core_properties.title = "Clerk"
    word.add_heading("Clerk", 0)
    word.add_heading("The job", 1)
    word.add_paragraph("Text.")
    change(word)
    word.add_paragraph("The end.")
    return {each.kind: each for each in barriers(saved(word), "x.docx")}


def test_a_good_file_has_no_barrier() -> None:
    assert found(lambda word: word.add_heading("A part", 1)) == {}


def test_a_heading_that_leaves_out_a_level() -> None:
    assert found(lambda word: word.add_heading("Deep", 3))["heading-order"].text == "Deep"


def test_a_line_in_bold_that_is_no_heading() -> None:
    def change(word: Any) -> None:
        word.add_paragraph().add_run("What you will do").bold = True
        word.add_paragraph().add_run("Note: bring a pen.").bold = True

    assert found(change) == {"false-heading": Barrier(kind="false-heading", text="What you will do")}


def test_a_long_text_without_headings() -> None:
    word: Any = docx.Document()
    word.core_properties.title = "Clerk"
    for _ in range(25):
        word.add_paragraph("Text.")
    assert [each.kind for each in barriers(saved(word), "x.docx")] == ["no-headings"]


def test_empty_paragraphs_but_not_those_that_have_to_be_there() -> None:
    def change(word: Any) -> None:
        word.add_paragraph("")
        word.add_paragraph("   ")
        table = word.add_table(2, 2)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        word.add_paragraph("")
        word.add_table(1, 1)

    assert found(change)["empty-paragraphs"].number == 2


def test_a_list_that_was_typed() -> None:
    def change(word: Any) -> None:
        for line in ("• Pay people", "• Pay them on time", "1980 was a good year", "2. Not alone"):
            word.add_paragraph(line)

    assert found(change)["typed-list"].text == "• Pay people"


def test_a_table_without_a_header_row() -> None:
    assert found(lambda word: word.add_table(2, 2))["no-header-row"].number == 1
    assert found(lambda word: word.add_table(1, 2)) == {}


@pytest.mark.parametrize("where", ["body", "header"])
def test_a_picture_without_words(where: str) -> None:
    def change(word: Any) -> None:
        holder = word.paragraphs[-1] if where == "body" else word.sections[0].header.paragraphs[0]
        holder.add_run().add_picture(picture())

    assert found(change)["no-alt-text"].number == 1


def test_text_too_pale_to_read() -> None:
    def change(word: Any) -> None:
        word.add_paragraph().add_run("pale").font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)
        large = word.add_paragraph().add_run("large")
        large.font.color.rgb, large.font.size = RGBColor(0x59, 0x64, 0x6E), Pt(30)

    pale = found(change)["contrast"]
    assert (pale.text, pale.number, pale.detail) == ("pale", 1, "#AAAAAA, 2.3 to 1")


def white(element: Any) -> Any:
    element.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    return element


def test_white_text_is_not_too_pale_where_the_paper_is_not_white() -> None:
    def change(word: Any) -> None:
        white(word.add_paragraph().add_run("on black")).font.highlight_color = WD_COLOR_INDEX.BLACK
        style = white(word.styles.add_style("Band", WD_STYLE_TYPE.PARAGRAPH))
        style.element.get_or_add_pPr().append(parse_xml(f'<w:shd {W} w:val="clear" w:fill="000000"/>'))
        word.add_paragraph("In a band", "Band")
        box = f"<w:r {W}><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
        word.add_paragraph("Beside a box")._p.append(parse_xml(box))
        inside = word.add_paragraph()
        white(inside.add_run("In a box"))
        word.paragraphs[-2]._p.find(f".//{qn('w:txbxContent')}").append(inside._p)

    assert "contrast" not in found(change)


def test_large_text_may_be_paler() -> None:
    def change(word: Any) -> None:
        large = word.add_paragraph().add_run("Large")
        large.font.color.rgb, large.font.size = RGBColor(0x88, 0x88, 0x88), Pt(24)

    assert "contrast" not in found(change)


def test_a_file_that_does_not_say_its_language_or_title() -> None:
    def change(word: Any) -> None:
        word.core_properties.title = ""
        for language in list(word.styles.element.iter(qn("w:lang"))):
            language.getparent().remove(language)

    assert found(change).keys() == {"no-language", "no-title"}


@pytest.mark.parametrize("name", [None, *MADE])
def test_our_own_files_have_none_whatever_they_are_built_on(name: str | None) -> None:
    """But for colours, which are the house's own, and are told when it is uploaded."""
    style = MADE[name]() if name else None
    file = FORMATS["docx"].render(replace(NHS, draft=False), replace(OPTIONS, house_style=style))
    assert [each for each in barriers(file, "x.docx") if each.kind != "contrast"] == []


def test_every_barrier_has_its_rule_and_its_words() -> None:
    for kind in word_rules():
        (finding,) = of_word([Barrier(kind=kind, text="Deep", number=3, detail="#AAAAAA, 2.3 to 1")])
        assert "{" not in finding.message
        assert finding.message.endswith(".")


def test_a_file_without_any_text_is_no_error() -> None:
    word, file = docx.Document(), BytesIO()
    word.save(file)
    assert {each.kind for each in barriers(file.getvalue(), "x.docx")} == {"no-title"}


def test_a_file_with_its_properties_twice_is_damaged_and_told_so() -> None:
    twice = b'<Relationship Id="rId99" Type="%s" Target="docProps/core.xml"/></Relationships>' % CORE.encode()
    file = with_parts(MADE["letterhead"](), {"_rels/.rels": lambda old: old.replace(b"</Relationships>", twice)}, {})
    with pytest.raises(UserError, match="damaged"):
        barriers(file, "x.docx")
