"""A Word file is read as a person sees it: its last version, in its order, with nothing hidden."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from jd_builder.domain.errors import UserError
from jd_builder.export.word_outline import outline_of_word
from jd_builder.export.word_safety import checked
from jd_builder.text.outline import Heading, Item, Margin, Paragraph, Piece, Row
from tests.conftest import ByLibreOffice


def pieces(document: Any) -> list[Piece]:
    file = BytesIO()
    document.save(file)
    return list(outline_of_word(file.getvalue(), "old.docx").pieces)


def of_xml(*blocks: str) -> list[Piece]:
    """The outline of a document whose body holds these elements."""
    document = docx.Document()
    namespaces = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    end = document.element.body.sectPr
    for block in parse_xml(f"<w:body {namespaces}>{''.join(blocks)}</w:body>"):
        end.addprevious(block)
    return pieces(document)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_lists_and_text_are_told_apart() -> None:
    document = docx.Document()
    document.add_heading("Harbour clerk", 0)
    document.add_heading("Duties", 1)
    document.add_paragraph("The clerk keeps the tables.")
    document.add_paragraph("Answer the radio", style="List Bullet")
    document.add_paragraph("Call the pilots", style="List Number")
    document.add_paragraph("• Write the log")
    document.add_paragraph().add_run("Pay and leave").bold = True
    assert pieces(document) == [
        Heading(1, "Harbour clerk", 0),
        Heading(2, "Duties", 1),
        Paragraph(3, "The clerk keeps the tables."),
        Item(4, "Answer the radio"),
        Item(5, "Call the pilots"),
        Item(6, "Write the log"),
        Heading(7, "Pay and leave", 7),
    ]


def test_headings_are_known_in_any_language_and_by_outline_level() -> None:
    document = docx.Document()
    document.styles["Heading 2"].element.set(qn("w:styleId"), "Pennawd2")
    document.add_paragraph("Dyletswyddau")._p.get_or_add_pPr().append(
        parse_xml(f'<w:pStyle {nsdecls("w")} w:val="Pennawd2"/>')
    )
    document.add_paragraph("Pay")._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="2"/>'))
    assert pieces(document) == [Heading(1, "Dyletswyddau", 2), Heading(2, "Pay", 3)]


def test_tables_are_read_row_by_row_and_merged_cells_once() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row, texts in zip(
        table.rows, [("Area", "Essential", "Desirable"), ("Skills", "Rope", "Knots"), ("", "Oar", "")], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    assert pieces(document) == [
        Row(1, ("Area", "Essential", "Desirable"), 1),
        Row(2, ("Skills", "Rope", "Knots"), 1),
        Row(3, ("", "Oar", ""), 1),
    ]


def test_the_lines_and_bullets_of_a_cell_stay_apart() -> None:
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "Essential"
    cells[1].text = "• Rope"
    cells[1].add_paragraph("Knots", style="List Bullet")
    assert pieces(document) == [Row(1, ("Essential", "Rope\nKnots"), 1)]


def test_a_table_of_one_column_only_frames_its_text() -> None:
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "Duties:"
    cell.add_paragraph("Keep the tables", style="List Bullet")
    assert pieces(document) == [Heading(1, "Duties:", 8), Item(2, "Keep the tables")]


def test_insertions_are_kept_and_deletions_left_out() -> None:
    moved = f'<w:moveFrom w:id="3">{run("east")}</w:moveFrom><w:moveTo w:id="4">{run("west")}</w:moveTo>'
    deleted = '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>'
    assert of_xml(f'<w:p>{run("The ")}<w:ins w:id="1">{run("new ")}</w:ins>{deleted}{moved}</w:p>') == [
        Paragraph(1, "The new west")
    ]


def test_a_deleted_row_is_gone() -> None:
    def row(text: str, properties: str = "") -> str:
        cells = "".join(f"<w:tc><w:p>{run(each)}</w:p></w:tc>" for each in (text, "x"))
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    gone = row("gone", '<w:del w:id="1"/>')
    assert of_xml(f"<w:tbl>{row('kept')}{gone}</w:tbl>") == [Row(1, ("kept", "x"), 1)]


def test_hidden_text_is_left_out() -> None:
    shown = run(" too", '<w:vanish w:val="0"/>')
    assert of_xml(f"<w:p>{run('shown')}{run(' secret', '<w:vanish/>')}{shown}</w:p>") == [Paragraph(1, "shown too")]


def test_content_controls_links_and_fields_are_read() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Band 4')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink w:anchor="a">{run(" in Leeds")}</w:hyperlink>'
    number = f'<w:fldSimple w:instr=" PAGE ">{run(" 1")}</w:fldSimple><w:r><w:instrText> DATE </w:instrText></w:r>'
    block = f"<w:sdt><w:sdtContent><w:p>{run('Whole')}</w:p></w:sdtContent></w:sdt>"
    assert of_xml(f"<w:p>{control}{link}{number}</w:p>", block) == [
        Paragraph(1, "Band 4 in Leeds 1"),
        Paragraph(2, "Whole"),
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('In the box')}</w:p></w:txbxContent>"
    forms = f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
    both = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    assert of_xml(f"<w:p>{run('Beside')}<w:r>{both}</w:r></w:p>") == [
        Paragraph(1, "Beside"),
        Paragraph(2, "In the box"),
    ]


def test_breaks_part_lines_and_tabs_part_facts() -> None:
    text = f"<w:p>{run('Grade:')}<w:r><w:tab/></w:r>{run('Band 4')}<w:r><w:br/></w:r>{run('Base: Leeds')}</w:p>"
    assert of_xml(text) == [Row(1, ("Grade:", "Band 4"), 1), Paragraph(2, "Base: Leeds")]


def test_ticks_of_symbol_fonts_are_ticks() -> None:
    assert of_xml('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>') == [Paragraph(1, "✓")]


def test_headers_and_footers_stand_in_the_margin() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.sections[0].header.paragraphs[0].text = "Harbour Trust"
    document.sections[0].footer.paragraphs[0].text = "Harbour Trust"
    assert pieces(document) == [Paragraph(1, "Text"), Margin(2, "Harbour Trust")]


def test_a_damaged_file_is_refused_in_a_sentence() -> None:
    file = BytesIO()
    docx.Document().save(file)
    broken = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a" if name == "word/document.xml" else old.read(name))
    with pytest.raises(UserError, match="damaged"):
        outline_of_word(broken.getvalue(), "old.docx")


def test_a_file_of_far_too_many_lines_is_refused() -> None:
    with pytest.raises(UserError, match="20,000 lines"):
        of_xml(f"<w:p>{run('Rope')}</w:p>" * 20_001)


PAGE = """<html><body><h1>Harbour clerk</h1><h2>Duties</h2><ul><li>Keep the tables</li><li>Answer the radio</li></ul>
<table border="1"><tr><td>Grade</td><td>Band 4</td></tr><tr><td>Base</td><td>Leeds</td></tr></table>
<p>The clerk <b>works</b> in the tower.</p></body></html>"""


def test_a_file_of_libreoffice_is_read_alike(by_libreoffice: ByLibreOffice, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text(PAGE, encoding="utf-8")
    (file,) = by_libreoffice([tmp_path / "old.html"], tmp_path, "docx:Office Open XML Text")
    content = checked(file.read_bytes(), "old.docx")
    assert list(outline_of_word(content, "old.docx").pieces) == [
        Heading(1, "Harbour clerk", 1),
        Heading(2, "Duties", 2),
        Item(3, "Keep the tables"),
        Item(4, "Answer the radio"),
        Row(5, ("Grade", "Band 4"), 1),
        Row(6, ("Base", "Leeds"), 1),
        Paragraph(7, "The clerk works in the tower."),
    ]
