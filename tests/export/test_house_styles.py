"""Documents on house styles as organisations have them: all of our text, all of their look, nothing else."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from jd_builder.domain.document import Bullets, Document, Facts, Heading, Paragraph, Table, Title, plain
from jd_builder.domain.errors import UserError
from jd_builder.export import FORMATS
from jd_builder.export.house_styles.prepared import prepared
from tests.conftest import ToPdf
from tests.export.house_files import MADE, W, of_libreoffice, picture, saved, with_parts
from tests.export.reading import expected_texts, opened, part, parts, values, word_texts
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.test_house_style import ORDER, in_order
from tests.export.test_pdf import bare, text_of
from tests.export.test_word_safety import HOSTILE

FINAL = replace(NHS, draft=False)
every_style = pytest.mark.parametrize("name", MADE)


@pytest.fixture(scope="module")
def styled() -> Callable[[str], bytes]:
    made: dict[str, bytes] = {}

    def render(name: str) -> bytes:
        if name not in made:
            made[name] = on(MADE[name](), FINAL)
        return made[name]

    return render


def on(style: bytes, shown: Document) -> bytes:
    return FORMATS["docx"].render(shown, replace(OPTIONS, house_style=style))


def short(*blocks: Any) -> Document:
    return document(*(blocks or (Title(text=text("Clerk")), Paragraph(text=text("Plain words.")))))


def spelled(node: Any) -> str:
    return (node.text or "") if node.tag == qn("w:t") else {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(node.tag, "")


def header_texts(file: bytes) -> list[str]:
    names = sorted(name for name in parts(file) if name.startswith("word/") and "header" in name and "rels" not in name)
    return ["".join(node.text or "" for node in part(file, name).iter(qn("w:t"))) for name in names]


@every_style
def test_every_house_style_holds_the_whole_document(name: str, styled: Callable[[str], bytes]) -> None:
    body = opened(styled(name)).element.body
    said = ["".join(spelled(node) for node in p.iter()) for p in body.iter(qn("w:p"))]
    heads = {plain(head) for block in FINAL.blocks if isinstance(block, Table) for head in block.header}
    found = iter(said)
    expected = [words for words in expected_texts(FINAL) if words not in heads]  # a narrow page says them in each row
    if prepared(MADE[name](), "clean").titled:  # the style prints the title itself
        expected = expected[1:]
    assert [words for words in expected if words not in found] == []
    assert heads <= set(said)


@every_style
def test_nothing_goes_out_that_is_not_printed(name: str, styled: Callable[[str], bytes]) -> None:
    file = styled(name)
    assert {name.split("/")[0] for name in parts(file)} == {"[Content_Types].xml", "_rels", "word", "docProps"}
    assert "docProps/app.xml" not in parts(file)
    gone = ("ins", "del", "sdt", "vanish", "commentReference", "docVar", "rsid", "pPrChange", "trackRevisions")
    for file_part in (part(file, name) for name in parts(file) if name.endswith(".xml")):
        assert [tag for tag in gone if next(file_part.iter(qn(f"w:{tag}")), None) is not None] == []
    assert not any(b"[[" in content or b"<?jd" in content for content in parts(file).values())


@every_style
def test_nothing_but_links_leads_out(name: str, styled: Callable[[str], bytes]) -> None:
    file = styled(name)
    for rels in (part(file, name) for name in parts(file) if name.endswith(".rels")):
        for link in rels:
            assert link.get("Type").rpartition("/")[2] not in ("oleObject", "vbaProject", "attachedTemplate", "package")
            if link.get("TargetMode") == "External":
                assert link.get("Type").endswith("/hyperlink")
                assert link.get("Target").startswith(("https://", "http://", "mailto:"))


@every_style
def test_the_xml_keeps_to_the_schema_and_all_it_names_is_there(name: str, styled: Callable[[str], bytes]) -> None:
    file = styled(name)
    roots = {name: part(file, name) for name in parts(file) if name.startswith("word/") and name.endswith(".xml")}
    for root in roots.values():
        for element, order in ORDER.items():
            for found in root.iter(qn(element)):
                tags = [child.tag.split("}")[1] for child in found if child.tag.startswith(qn("w:p")[:-1])]
                assert in_order(tags, order), (element, tags)
    known = {style.get(qn("w:styleId")) for style in roots["word/styles.xml"].iter(qn("w:style"))}
    body = roots["word/document.xml"]
    assert {*values(body, "w:pStyle"), *values(body, "w:rStyle"), *values(body, "w:tblStyle")} <= known
    numbers = {num.get(qn("w:numId")) for num in roots["word/numbering.xml"].iter(qn("w:num"))}
    assert set(values(body, "w:numId")) <= numbers
    numbered = [num.get(qn("w:numId")) for num in roots["word/numbering.xml"].iter(qn("w:num"))]
    assert len(numbered) == len(set(numbered))


@every_style
def test_every_heading_has_its_level_and_every_bullet_its_list(name: str, styled: Callable[[str], bytes]) -> None:
    file = styled(name)
    words = opened(file)
    ids = prepared(MADE[name](), "clean").styles
    levels = {}
    for role in ("heading1", "heading2"):
        style = words.styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='{ids[role]}']")
        levels[role] = values(style, "w:outlineLvl")[0]
        assert next(style.iter(qn("w:keepNext")), None) is not None
    assert levels == {"heading1": "0", "heading2": "1"}
    bullets = [p for p in words.element.body.iter(qn("w:p")) if ids["bullet"] in values(p, "w:pStyle")]
    in_style = values(words.styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='{ids['bullet']}']"), "w:numId")
    assert bullets
    assert all(in_style or values(each, "w:numId") for each in bullets)


def test_equal_input_gives_equal_bytes() -> None:
    style = MADE["letterhead"]()
    first = on(style, FINAL)
    prepared.cache_clear()
    assert on(style, FINAL) == first


def test_marks_are_filled_in_header_and_footer_however_word_has_split_them() -> None:
    file = on(MADE["letterhead"](), document(Paragraph(text=text("x")), title="Clerk", organisation="Harbour & Sons"))
    section = opened(file).sections[0]
    assert section.header.paragraphs[0].text == "\t\tHarbour & Sons"
    assert section.footer.paragraphs[0].text.startswith("Clerk, ")


def test_the_description_stands_where_its_mark_stood_and_the_text_around_it_stays() -> None:
    assert word_texts(on(MADE["letterhead"](), short())) == [
        *("Clerk", "Plain words.", "This page was approved by the board of trustees."),
    ]


def test_without_a_mark_it_takes_the_place_of_the_text_and_the_logo_stays() -> None:
    file = on(MADE["last_years_advert"](), short())
    assert word_texts(file) == ["Clerk", "Plain words."]
    assert len(list(opened(file).element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))) == 1


def test_a_cover_page_keeps_the_title_and_it_is_not_said_twice() -> None:
    words = word_texts(on(MADE["cover_and_sections"](), short()))
    assert words[0] == OPTIONS_TITLE
    assert "Clerk" not in words
    assert words[-1] == "Board, executive, directorates."


OPTIONS_TITLE = document().title


def test_sections_stay_around_the_place_and_the_upright_one_is_chosen_without_one() -> None:
    kept = opened(on(MADE["cover_and_sections"](), short()))
    assert [section.page_width > section.page_height for section in kept.sections] == [False, False, True]
    (only,) = opened(on(MADE["landscape_last"](), short())).sections
    assert only.page_width < only.page_height
    assert only.header.paragraphs[0].text.startswith("Upright: ")


def test_headers_of_first_and_even_pages_are_filled() -> None:
    section = opened(on(MADE["first_page_header"](), short())).sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == f"Odd: {OPTIONS_TITLE}"
    assert section.even_page_header.paragraphs[0].text == f"Even: {OPTIONS_TITLE}"


def test_controls_of_word_give_way_to_what_they_show() -> None:
    words = word_texts(on(MADE["controls"](), short()))
    assert words[:2] == [OPTIONS_TITLE, "Prepared by "]
    assert not any("Old title" in each or "Click here" in each for each in words)


def test_changes_are_accepted_and_remarks_and_hidden_words_are_gone() -> None:
    file = on(MADE["changed_and_commented"](), document(Paragraph(text=text("x")), organisation="Harbour"))
    assert header_texts(file) == ["Harbour"]
    assert word_texts(file) == ["Kept line", "x", "Checked by HR"]
    for content in parts(file).values():
        assert not any(word in content for word in (b"Jane", b"John", b"salary cap", b"draft budget", b"Savings"))


def test_a_table_of_contents_lists_the_new_headings_and_leads_to_them() -> None:
    shown = document(
        Heading(text=text("What you will do")), Paragraph(text=text("x")), Heading(text=text("Pay & hours"))
    )
    file = on(MADE["contents"](), shown)
    body = part(file, "word/document.xml")
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert word_texts(file)[:3] == ["Contents", "What you will do", "Pay & hours"]
    assert len(anchors) == 2
    assert set(anchors) <= marks
    assert [mark.get(qn("w:fldCharType")) for mark in body.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]


def test_marks_in_a_text_box_are_filled_in_both_its_forms() -> None:
    body = part(on(MADE["text_box"](), short()), "word/document.xml")
    boxes = ["".join(node.text or "" for node in box.iter(qn("w:t"))) for box in body.iter(qn("w:txbxContent"))]
    assert boxes == [OPTIONS_TITLE] * 2


def test_english_reads_from_left_to_right_in_a_style_that_does_not() -> None:
    shown = short(Paragraph(text=text("Plain words.")), Paragraph(text=text("שלום")))
    english, hebrew = opened(on(MADE["right_to_left"](), shown)).paragraphs
    assert values(english._p, "w:bidi") == ["0"]
    assert values(hebrew._p, "w:bidi") == []


def test_a_table_in_a_cell_is_as_wide_as_the_cell() -> None:
    file = on(MADE["in_a_cell"](), FINAL)
    outer, inner, *_ = opened(file).element.body.iter(qn("w:tblGrid"))
    cell = int(list(outer)[1].get(qn("w:w")))
    assert sum(int(column.get(qn("w:w"))) for column in inner) <= cell


def test_a_style_that_says_nothing_of_drafts_says_draft_and_one_that_does_not_need_it_does_not() -> None:
    draft = replace(short(), draft=True)
    assert header_texts(on(MADE["of_pages"](), draft)) == ["DRAFT"]
    assert all(each.startswith("DRAFT") for each in header_texts(on(MADE["first_page_header"](), draft)))
    assert header_texts(on(MADE["of_pages"](), replace(draft, draft=False))) == []


def test_content_that_reads_like_a_mark_is_printed_on_any_style() -> None:
    marks = "[[JOB DESCRIPTION]] [[ORGANISATION]] {{ 7*7 }}"
    file = on(MADE["letterhead"](), document(Paragraph(text=text(marks)), organisation=marks, title=marks))
    assert word_texts(file)[0] == marks
    assert opened(file).sections[0].header.paragraphs[0].text == f"\t\t{marks}"


def test_a_template_that_reads_like_a_program_is_printed_and_not_run() -> None:
    program = "{{ cycler.__init__.__globals__.os.popen('id').read() }} {% for a in b %}"
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = program
    word.add_paragraph("[[JOB DESCRIPTION]]")
    assert header_texts(on(saved(word), short())) == [program]


def test_a_dotx_is_a_house_style_too() -> None:
    types = "[Content_Types].xml"
    template = with_parts(
        MADE["letterhead"](), {types: lambda old: old.replace(b"document.main+xml", b"template.main+xml")}, {}
    )
    file = on(template, short())
    assert b"template.main" not in parts(file)[types]
    assert "Clerk" in word_texts(file)


def test_fields_that_fetch_or_name_files_become_text() -> None:
    word: Any = docx.Document()
    footer = word.sections[0].footer.paragraphs[0]._p
    fields = ("INCLUDEPICTURE http://198.51.100.7/a.png", "FILENAME \\p", "DOCPROPERTY Owner", "TITLE", "PAGE")
    for code in fields:
        footer.append(parse_xml(f'<w:fldSimple {W} w:instr="{code}"><w:r><w:t>old</w:t></w:r></w:fldSimple>'))
    file = on(saved(word), short())
    (name,) = (name for name in parts(file) if name.startswith("word/footer"))
    root = part(file, name)
    assert [field.get(qn("w:instr")) for field in root.iter(qn("w:fldSimple"))] == ["PAGE"]
    assert "".join(node.text or "" for node in root.iter(qn("w:t"))) == f"{OPTIONS_TITLE}old"
    assert b"198.51.100.7" not in parts(file)[name]


def test_links_of_the_style_that_lead_to_files_lose_their_address() -> None:
    word: Any = docx.Document()
    footer = word.sections[0].footer
    id = footer.part.relate_to("file:///c:/secret/plan.docx", HYPERLINK, is_external=True)
    link = f'<w:hyperlink {W} xmlns:r="{RELATIONSHIPS}" r:id="{id}"><w:r><w:t>Our plan</w:t></w:r></w:hyperlink>'
    footer.paragraphs[0]._p.append(parse_xml(link))
    file = on(saved(word), short())
    assert not any(b"secret" in content for content in parts(file).values())
    assert any(b"Our plan" in content for content in parts(file).values())


RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK = f"{RELATIONSHIPS}/hyperlink"


def test_a_line_break_that_stands_between_paragraphs_is_no_hindrance() -> None:
    """No program should write one there, and some do."""
    word: Any = docx.Document()
    word.element.body.insert(0, parse_xml(f"<w:br {W}/>"))
    assert word_texts(on(saved(word), short())) == ["Clerk", "Plain words."]


@pytest.mark.parametrize("kind", ["a macro project", "a remote template", "an embedded object", "an empty file"])
def test_a_hostile_file_is_no_house_style(kind: str) -> None:
    make, said = HOSTILE[kind]
    with pytest.raises(UserError, match=said):
        on(make(), short())


def test_pictures_come_along_and_no_part_comes_that_nothing_shows() -> None:
    file = on(MADE["cover_and_sections"](), short())
    assert [name for name in parts(file) if "media" in name] == ["word/media/image1.png"]
    assert parts(file)["word/media/image1.png"] == picture().read()


def test_lists_of_the_style_and_of_the_document_do_not_count_on_from_each_other() -> None:
    steps = Bullets(items=(text("First"), text("Second")), numbered=True)
    file = on(MADE["numbered_headings"](), short(steps, Paragraph(text=text("and")), steps))
    first, _, second, _ = values(part(file, "word/document.xml"), "w:numId")
    assert first != second
    assert "91" not in (first, second)


def test_libreoffice_lays_them_all_out_without_loss(to_pdf: ToPdf, pdftotext: str, tmp_path: Path) -> None:
    shown = short(
        Title(text=text("Clerk")),
        Facts(rows=((text("Base"), text("Leeds")), (text("Hours"), text("37")))),
        Heading(text=text("What you will do")),
        Bullets(items=(text("Pay people"), text("Pay them on time"))),
        Heading(text=text("How we hire"), level=2),
        Bullets(items=(text("A call"), text("A day with us")), numbered=True),
        Table(header=(text("Criterion"), text("Need")), rows=((text("Can count"), text("Yes")),), widths=(0.7, 0.3)),
        Paragraph(text=text("Small print."), style="small"),
    )
    for name in MADE:
        (tmp_path / f"{name}.docx").write_bytes(on(MADE[name](), shown))
    pages = to_pdf([tmp_path / f"{name}.docx" for name in MADE], tmp_path)
    for name, pdf in zip(MADE, pages, strict=True):
        found = bare(text_of(pdftotext, pdf))
        assert [words for words in expected_texts(shown)[1:] if bare(words) not in found] == [], name


def test_a_file_that_libreoffice_wrote_is_a_house_style(soffice: str, tmp_path: Path) -> None:
    (tmp_path / "house.fodt").write_text(of_libreoffice(), encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for form in ("docx", "dotx"):
        command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / "house.fodt")], capture_output=True, timeout=180, check=True)
        file = on((tmp_path / f"house.{form}").read_bytes(), FINAL)
        words = word_texts(file)
        assert words[:2] == ["Our jobs", "Some words that stay."]
        assert words[2:] == expected_texts(FINAL)
        assert header_texts(file) == [f"{FINAL.organisation}, {FINAL.title}"]
        assert not any(b"secret" in content or b"Jane" in content for content in parts(file).values())


def test_notes_of_text_that_is_gone_are_gone_too() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>A remark on our salaries</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    link = f'<Relationship Id="rId77" Type="{RELATIONSHIPS}/footnotes" Target="footnotes.xml"/></Relationships>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    style = with_parts(
        MADE["letterhead"](),
        {
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", link.encode()),
            "[Content_Types].xml": lambda old: old.replace(b"</Types>", override.encode()),
        },
        {"word/footnotes.xml": notes.encode()},
    )
    file = on(style, short())
    assert "word/footnotes.xml" in parts(file)
    assert not any(b"salaries" in content for content in parts(file).values())


def test_a_mark_in_a_prompt_of_a_control_counts_and_the_place_in_a_header_prints_nothing() -> None:
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = "A [[JOB DESCRIPTION]] B"
    control = f"<w:sdt {W}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    for words in ("[[JOB TITLE]]", "[[JOB DESCRIPTION]]"):
        word.element.body.insert(-1, parse_xml(control.format(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")))
    file = on(saved(word), short())
    assert word_texts(file) == [OPTIONS_TITLE, "Plain words."]
    assert header_texts(file) == ["A  B"]


def test_a_file_without_styles_or_numbering_gets_them() -> None:
    word: Any = docx.Document()
    word.add_paragraph("[[JOB DESCRIPTION]]")
    gone = re.compile(rb"<Relationship [^>]*(?:styles|stylesWithEffects|numbering|settings)\.xml[^>]*>")
    bare_file = with_parts(saved(word), {"word/_rels/document.xml.rels": lambda old: gone.sub(b"", old)}, {})
    file = on(bare_file, FINAL)
    assert word_texts(file) == expected_texts(FINAL)
    assert {"word/styles.xml", "word/numbering.xml", "word/settings.xml"} <= parts(file).keys()


@pytest.mark.parametrize("mark", ["[[JOB TITLE]]", "[[JOB DESCRIPTION]]"])
def test_thousands_of_marks_in_one_paragraph_take_no_time(mark: str) -> None:
    word: Any = docx.Document()
    runs = f"<w:r><w:t>{mark}</w:t></w:r>" * 20_000
    word.element.body.insert(0, parse_xml(f"<w:p {W}>{runs}</w:p>"))
    assert on(saved(word), short())


def test_a_program_that_names_the_namespaces_otherwise_is_understood() -> None:
    def renamed(xml: bytes) -> bytes:
        return re.sub(rb"(?<=[</ ])w:", b"x:", xml).replace(b"xmlns:w=", b"xmlns:x=")

    style = with_parts(MADE["letterhead"](), {"word/document.xml": renamed}, {})
    assert word_texts(on(style, short()))[:2] == ["Clerk", "Plain words."]


def test_paragraphs_whose_ends_were_deleted_run_on() -> None:
    word: Any = docx.Document()
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    for properties, words in ((gone, "One "), (gone, "two "), ("<w:pPr><w:jc w:val='left'/></w:pPr>", "three")):
        word.element.body.insert(-1, parse_xml(f"<w:p {W}>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"))
    word.add_paragraph("[[JOB DESCRIPTION]]")
    assert word_texts(on(saved(word), short()))[0] == "One two three"
