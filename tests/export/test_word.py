"""A Word file says what the document says, with real styles, lists and tables."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from jd_builder.domain.document import Block, Bullets, Facts, Heading, PageBreak, Paragraph, Run, Table, Title
from jd_builder.export import FORMATS, Options
from tests.export.reading import expected_texts, opened, part, parts, values, word_paragraphs, word_texts
from tests.export.samples import NHS, OPTIONS, WHEN, document, text

CELLS = Table(header=(text("Head"), text("Other")), rows=((text("a"), text("b")),), widths=(0.7, 0.3))
FACTS = Facts(rows=((text("Reports to"), text("Chief executive")),))
STEPS = Bullets(items=(text("First"), text("Second")), numbered=True)
PLAIN = Paragraph(text=text("Plain words."))


def render(*blocks: Block, **fields: object) -> bytes:
    return FORMATS["docx"].render(document(*blocks, **fields), OPTIONS)


@pytest.fixture(scope="module")
def nhs() -> bytes:
    return FORMATS["docx"].render(NHS, OPTIONS)


def body(file: bytes) -> Any:
    return part(file, "word/document.xml")


def test_it_says_what_the_document_says_in_the_same_order(nhs: bytes) -> None:
    assert word_texts(nhs) == expected_texts(NHS)


def test_each_kind_of_block_has_its_style() -> None:
    words = opened(
        render(
            Title(text=text("t")),
            Heading(text=text("h")),
            Heading(text=text("i"), level=2),
            Paragraph(text=text("l"), style="lead"),
            PLAIN,
            Bullets(items=(text("b"),)),
            STEPS,
            Paragraph(text=text("s"), style="small"),
        )
    )
    names = [paragraph.style.name for paragraph in words.paragraphs]
    assert names == [
        *("Title", "Heading 1", "Heading 2", "Lead", "Normal"),
        *("List Bullet", "List Number", "List Number", "Small"),
    ]


def test_every_style_that_is_used_is_in_the_file(nhs: bytes) -> None:
    known = {style.get(qn("w:styleId")) for style in part(nhs, "word/styles.xml").iter(qn("w:style"))}
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        root = part(nhs, name)
        used = {*values(root, "w:pStyle"), *values(root, "w:rStyle"), *values(root, "w:tblStyle")}
        assert used <= known


def test_there_is_no_formatting_outside_the_styles(nhs: bytes) -> None:
    root = body(nhs)
    assert {child.tag for properties in root.iter(qn("w:rPr")) for child in properties} == {qn("w:rStyle")}


def test_numbering_starts_again_for_each_list() -> None:
    file = render(STEPS, PLAIN, STEPS)
    first, _, second, _ = values(body(file), "w:numId")
    numbering = part(file, "word/numbering.xml")
    assert first != second
    for number in (first, second):
        path = f"//w:num[@w:numId='{number}']//w:startOverride/@w:val"
        assert numbering.xpath(path, namespaces={"w": numbering.nsmap["w"]}) == ["1"]


def test_lists_are_lists_and_not_typed_bullets(nhs: bytes) -> None:
    styles, numbering = part(nhs, "word/styles.xml"), part(nhs, "word/numbering.xml")
    assert values(numbering, "w:numFmt") == ["bullet", "decimal"]
    assert set(values(styles, "w:numId")) <= {num.get(qn("w:numId")) for num in numbering.iter(qn("w:num"))}


def test_header_rows_repeat_and_no_row_splits() -> None:
    root = body(render(CELLS, PLAIN, FACTS))
    rows = list(root.iter(qn("w:tr")))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_a_row_too_tall_to_keep_together_may_split() -> None:
    tall = Table(header=(text("Head"),), rows=((text("word " * 1000),), (text("a"),)), widths=(1.0,))
    rows = list(body(render(tall)).iter(qn("w:tr")))
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [True, False, True]


def test_a_table_fills_the_width_of_the_text() -> None:
    words = opened(render(CELLS))
    section = words.sections[0]
    width = (section.page_width - section.left_margin - section.right_margin) // 635
    columns = [int(column.get(qn("w:w"))) for column in words.element.iter(qn("w:gridCol"))]
    assert sum(columns) == width
    assert columns[0] == pytest.approx(0.7 * width, abs=1)


@pytest.mark.parametrize("widths", [(), (1.0,), (0.0, 1.0), (-1.0, 2.0)])
def test_widths_that_cannot_be_meant_give_equal_columns(widths: tuple[float, ...]) -> None:
    root = body(render(replace(CELLS, widths=widths)))
    first, second = (int(column.get(qn("w:w"))) for column in root.iter(qn("w:gridCol")))
    assert abs(first - second) <= 1


def test_labels_of_facts_are_a_first_column_and_not_a_header_row() -> None:
    look = body(render(FACTS)).find(f".//{qn('w:tblLook')}")
    assert (look.get(qn("w:firstColumn")), look.get(qn("w:firstRow"))) == ("1", "0")


def test_headings_keep_with_what_follows() -> None:
    styles = opened(render(PLAIN)).styles
    for name in ("Title", "Heading 1", "Heading 2"):
        assert styles[name].paragraph_format.keep_with_next
        assert styles[name].paragraph_format.keep_together


@pytest.mark.parametrize("following", [STEPS, FACTS, CELLS, Paragraph(text=text("Small print"), style="small")])
def test_a_paragraph_that_leads_in_keeps_with_what_it_introduces(following: Block) -> None:
    words = opened(render(PLAIN, PLAIN, following))
    assert [bool(paragraph.paragraph_format.keep_with_next) for paragraph in words.paragraphs[:2]] == [False, True]


@pytest.mark.parametrize(("count", "kept"), [(1, [0]), (2, [1, 0]), (3, [1, 1, 0]), (5, [1, 0, 0, 1, 0])])
def test_no_item_of_a_list_stands_alone_on_a_page(count: int, kept: list[int]) -> None:
    words = opened(render(Bullets(items=(text("item"),) * count)))
    assert [bool(item.paragraph_format.keep_with_next) for item in words.paragraphs] == [bool(k) for k in kept]


def test_widows_and_orphans_are_controlled(nhs: bytes) -> None:
    default = part(nhs, "word/styles.xml").find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}")
    assert default.find(f".//{qn('w:widowControl')}") is not None


def test_a_page_break_belongs_to_what_follows_it() -> None:
    for block in (PLAIN, Heading(text=text("h")), STEPS, FACTS, CELLS):
        root = body(render(Title(text=text("t")), PageBreak(), block))
        (broken,) = (
            root.iter(qn("w:pageBreakBefore"))
            if block not in (FACTS, CELLS)
            else list(root.iter(qn("w:pageBreakBefore")))[:1]
        )
        assert broken.getparent().getparent() is list(root.iter(qn("w:p")))[1]


def test_page_breaks_with_nothing_before_or_after_them_do_not_show() -> None:
    root = body(render(PageBreak(), PLAIN, PageBreak(), PageBreak(), PLAIN, PageBreak()))
    assert len(list(root.iter(qn("w:pageBreakBefore")))) == 1
    assert len(list(root.iter(qn("w:p")))) == 2


def test_no_paragraph_is_empty(nhs: bytes) -> None:
    blank = Paragraph(text=(Run(text=""), Run(text=" \x00")))
    for file in (nhs, render(blank, Title(text=()), Bullets(items=(text(""), text("a"))), PLAIN)):
        assert all(paragraph.text.strip() for paragraph in word_paragraphs(opened(file)))


def test_only_tables_that_touch_or_end_the_file_have_a_low_empty_paragraph_after_them() -> None:
    root = body(render(CELLS, FACTS, PLAIN, CELLS))
    tags = [child.tag.split("}")[1] for child in root[0]]
    assert tags == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    empty = [p for p in root[0].iter(qn("w:p")) if not list(p.iter(qn("w:t")))]
    assert [p.find(f".//{qn('w:spacing')}").get(qn("w:lineRule")) for p in empty] == ["exact", "exact"]


def test_a_document_without_blocks_opens() -> None:
    assert word_texts(render()) == []


def test_lines_and_tabs_stay() -> None:
    words = opened(render(Paragraph(text=text("one\ntwo\tthree  "))))
    assert words.paragraphs[0].text == "one\ntwo\tthree  "
    assert len(list(words.element.iter(qn("w:br")))) == len(list(words.element.iter(qn("w:tab")))) == 1


def test_a_gap_is_marked_by_its_own_style() -> None:
    (run,) = opened(render(Paragraph(text=(Run(text="[Pay]", gap=True),)))).paragraphs[0].runs
    assert (run.text, run.style.name) == ("[Pay]", "Gap")


def test_addresses_are_links() -> None:
    words = opened(render(Paragraph(text=text("See https://x.example/a?b=1&c=2. Write to hr@x.example, please."))))
    (paragraph,) = words.paragraphs
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [
        ("https://x.example/a?b=1&c=2", "https://x.example/a?b=1&c=2"),
        ("hr@x.example", "mailto:hr@x.example"),
    ]
    assert all(link.runs[0].style.name == "Hyperlink" for link in paragraph.hyperlinks)


def test_nothing_but_links_leads_out_of_the_file(nhs: bytes) -> None:
    for name in (name for name in parts(nhs) if name.endswith(".rels")):
        for relationship in part(nhs, name):
            if relationship.get("TargetMode") == "External":
                assert relationship.get("Type").endswith("/hyperlink")
                assert relationship.get("Target").startswith(("https://", "mailto:"))


def test_the_page_is_a4_with_even_margins(nhs: bytes) -> None:
    (section,) = opened(nhs).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.left_margin == section.right_margin
    assert Cm(2.3) <= section.left_margin <= Cm(2.5)


def test_the_language_is_british_english(nhs: bytes) -> None:
    assert [lang.get(qn("w:val")) for lang in part(nhs, "word/styles.xml").iter(qn("w:lang"))] == ["en-GB"]
    assert values(part(nhs, "word/settings.xml"), "w:themeFontLang") == ["en-GB"]
    assert opened(nhs).core_properties.language == "en-GB"


def test_the_header_names_the_organisation_and_says_draft() -> None:
    draft = opened(render(PLAIN, organisation="Harbour & Sons", draft=True)).sections[0]
    final = opened(render(PLAIN, organisation="Harbour & Sons")).sections[0]
    assert draft.header.paragraphs[0].text == "Harbour & Sons\tDRAFT"
    assert final.header.paragraphs[0].text == "Harbour & Sons\t"


def test_a_header_without_an_organisation_names_the_post() -> None:
    assert opened(render(PLAIN, title="Head of data")).sections[0].header.paragraphs[0].text == "Head of data\t"


def test_the_footer_counts_pages_by_fields(nhs: bytes) -> None:
    footer = opened(nhs).sections[0].footer.paragraphs[0]
    assert footer.text.endswith("\tPage 1 of 1")
    codes = [code.text.strip() for code in footer._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_long_names_are_cut_to_one_line_in_header_and_footer() -> None:
    section = opened(render(PLAIN, title="t" * 1000, organisation="o\n" * 1000)).sections[0]
    assert len(section.header.paragraphs[0].text) < 100
    assert len(section.footer.paragraphs[0].text) < 120


def test_core_properties_say_who_what_and_when(nhs: bytes) -> None:
    properties = opened(nhs).core_properties
    assert properties.title == NHS.title
    assert properties.author == properties.last_modified_by == NHS.organisation
    assert properties.created == properties.modified == WHEN
    assert (properties.revision, properties.comments, properties.content_status) == (1, "", "Draft")


def test_a_time_in_another_zone_is_written_in_utc() -> None:
    when = datetime(2026, 6, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    file = FORMATS["docx"].render(document(PLAIN), Options(when=when))
    assert opened(file).core_properties.created == when


def test_the_tool_leaves_no_trace(nhs: bytes) -> None:
    assert not any(name.startswith("customXml") for name in parts(nhs))
    assert not any(b"python-docx" in content or b"[[" in content for content in parts(nhs).values())


def test_content_that_reads_like_a_mark_is_printed() -> None:
    marks = "[[JOB DESCRIPTION]] [[ORGANISATION]] [[JOB TITLE]]"
    file = render(Paragraph(text=text(marks)), organisation=marks, title=marks)
    assert word_texts(file) == [marks]
    assert opened(file).sections[0].header.paragraphs[0].text == f"{marks}\t"
