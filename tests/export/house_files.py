"""Word files as organisations have them, to be house styles: each messy in the way of its program."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Cm, Pt, RGBColor
from PIL import Image, ImageDraw

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INK = RGBColor(0x7A, 0x1F, 0x3D)


def of_libreoffice() -> str:
    """A flat OpenDocument text, for LibreOffice to write as Word: page style, header with a frame, lists, outline."""
    return """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
 <style:style style:name="Standard" style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:style>
 <style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
  style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="18pt"
  fo:color="#1d6b3c" fo:font-weight="bold"/></style:style></office:styles><office:automatic-styles>
 <style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
  fo:margin-left="3cm" fo:margin-right="2cm" fo:margin-top="2cm" fo:margin-bottom="2cm"/><style:header-style/>
 </style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard"
  style:page-layout-name="pm1"><style:header><text:p>[[ORGANISATION]], <text:span>[[JOB</text:span> TITLE]]</text:p>
 </style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>
 </style:master-page></office:master-styles><office:body><office:text>
 <text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info
  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Jane Roe</dc:creator><dc:date>2026-01-01T00:00:00</dc:date>
 </office:change-info><text:p>Old secret words</text:p></text:deletion></text:changed-region></text:tracked-changes>
 <text:h text:style-name="Heading_20_1" text:outline-level="1">Our jobs</text:h>
 <text:p text:style-name="Text_20_body">Some words<text:change text:change-id="c1"/> that stay.</text:p>
 <text:p>[[JOB DESCRIPTION]]</text:p></office:text></office:body></office:document>"""


def picture(colour: tuple[int, int, int] = (122, 31, 61), size: tuple[int, int] = (360, 90)) -> BytesIO:
    """A logo: a lighthouse of sorts."""
    image = Image.new("RGB", size, "white")
    drawn = ImageDraw.Draw(image)
    drawn.ellipse((6, 6, size[1] - 6, size[1] - 6), fill=colour)
    if size[0] > size[1] + 80:
        drawn.rectangle((size[1] + 12, 20, size[0] - 8, 34), fill=colour)
        drawn.rectangle((size[1] + 12, 50, size[0] - 60, 58), fill=colour)
    file = BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    return file


def saved(word: Any) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def with_parts(content: bytes, change: Mapping[str, Callable[[bytes], bytes]], added: Mapping[str, bytes]) -> bytes:
    """The same package with some parts changed and others added."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, bytes)(old.read(name)))
        for name, part in added.items():
            new.writestr(name, part)
    return file.getvalue()


def letterhead() -> bytes:
    """A logo in the header, marks in header and footer, split over runs as Word does it, and the place."""
    word: Any = docx.Document()
    section = word.sections[0]
    section.left_margin = section.right_margin = Cm(2.2)
    header = section.header.paragraphs[0]
    header.add_run().add_picture(picture(), width=Cm(4))
    header.add_run("\t\t[[ORGAN")
    header.add_run("ISATION]]").bold = True
    footer = section.footer.paragraphs[0]
    footer.add_run("[[JOB_TITLE]], ")
    footer.add_run("[").italic = True
    footer.add_run("[REFER")
    footer.add_run("ENCE]], [[DATE]]")
    for name, size in (("Title", 26), ("Heading 1", 17), ("Heading 2", 13)):
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Georgia", Pt(size), INK
        style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)
        style.element.rPr.rFonts.attrib.pop(qn("w:hAnsiTheme"), None)
    word.styles["Normal"].font.name, word.styles["Normal"].font.size = "Georgia", Pt(11)
    word.add_paragraph("[[JOB DESCRIPTION]]")
    word.add_paragraph("This page was approved by the board of trustees.")
    return saved(word)


def last_years_advert() -> bytes:
    """No marks: a logo at the top of the body, last year's text, and a table in the house's own style."""
    word: Any = docx.Document()
    word.add_picture(picture((0, 94, 184)), width=Cm(5))
    word.add_heading("Payroll manager", 0)
    word.add_paragraph("We are looking for someone who likes payroll. " * 4)
    word.add_heading("What you will do", 1)
    for duty in ("Pay people", "Pay them on time"):
        word.add_paragraph(duty, style="List Bullet")
    table = word.add_table(rows=2, cols=2, style="Light Grid Accent 1")
    table.cell(0, 0).text = "Grade"
    table.cell(0, 1).text = "5"
    return saved(word)


def cover_and_sections() -> bytes:
    """A cover page with the title, an upright section for the text, and a landscape annex."""
    word: Any = docx.Document()
    word.add_picture(picture(), width=Cm(6))
    word.add_paragraph("[[JOB TITLE]]", style="Title")
    word.add_paragraph("[[ORGANISATION]], [[DATE]]", style="Subtitle")
    text = word.add_section(WD_SECTION.NEW_PAGE)
    text.header.is_linked_to_previous = False
    text.header.paragraphs[0].text = "[[ORGANISATION]]"
    word.add_paragraph("[[JOB DESCRIPTION]]")
    annex = word.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation = WD_ORIENT.LANDSCAPE
    annex.page_width, annex.page_height = annex.page_height, annex.page_width
    annex.header.is_linked_to_previous = False
    annex.header.paragraphs[0].text = "Annex"
    word.add_heading("Our structure", 1)
    word.add_paragraph("Board, executive, directorates.")
    return saved(word)


def landscape_last() -> bytes:
    """No marks; an upright section with most of the text, then a landscape one. Headers are inherited."""
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Upright: [[ORGANISATION]]"
    word.add_paragraph("Text of last year. " * 40)
    wide = word.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    word.add_paragraph("A wide table stood here.")
    return saved(word)


def first_page_header() -> bytes:
    """A header of its own on the first page, and others on even pages."""
    word: Any = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run().add_picture(picture(), width=Cm(7))
    section.header.paragraphs[0].text = "Odd: [[JOB TITLE]]"
    section.even_page_header.paragraphs[0].text = "Even: [[JOB TITLE]]"
    section.first_page_footer.paragraphs[0].text = "[[REFERENCE]]"
    word.add_paragraph("[[JOB DESCRIPTION]]")
    return saved(word)


def controls() -> bytes:
    """A cover page and content controls of Word: bound to properties, with prompts, around the place."""
    word: Any = docx.Document()
    core = "/ns1:coreProperties[1]/ns0:title[1]"
    cover = f"""<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>
      </w:sdtPr><w:sdtContent><w:sdt><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:xpath="{core}"
      w:storeItemID="{{6C3C8BC8-F283-45AE-878A-BAB7291924A1}}"/><w:text/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle
      w:val="Title"/></w:pPr><w:r><w:t>Old title of the template</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><w:t
      xml:space="preserve">Prepared by </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>
      Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt><w:r><w:br w:type="page"/></w:r></w:p></w:sdtContent>
      </w:sdt>"""
    place = f"""<w:sdt {W}><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>[[JOB
      DESCRIPTION]]</w:t></w:r></w:p></w:sdtContent></w:sdt>""".replace("JOB\n      DESC", "JOB DESC")
    body = word.element.body
    body.insert(0, parse_xml(cover))
    body.insert(1, parse_xml(place))
    return saved(word)


def changed_and_commented() -> bytes:
    """Tracked changes in the header, and in the body comments, hidden text and a deleted row."""
    word: Any = docx.Document()
    header = word.sections[0].header.paragraphs[0]
    who = 'w:id="7" w:author="Jane Roe" w:date="2026-01-05T09:00:00Z"'
    header._p.append(parse_xml(f"<w:ins {W} {who}><w:r><w:t>[[ORGANISATION]]</w:t></w:r></w:ins>"))
    header._p.append(parse_xml(f"<w:del {W} {who}><w:r><w:delText>Harbour Savings Bank</w:delText></w:r></w:del>"))
    kept = word.add_paragraph("[[JOB DESCRIPTION]]")
    kept._p.addprevious(
        parse_xml(
            f"<w:p {W}><w:pPr><w:pPrChange {who}><w:pPr><w:jc w:val='center'/></w:pPr></w:pPrChange></w:pPr>"
            "<w:r><w:t>Kept line</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>salary cap 90k</w:t></w:r></w:p>"
        )
    )
    runs = word.add_paragraph("Checked by HR").runs
    word.add_comment(runs, text="Ask Jane whether this is still so", author="John Doe", initials="JD")
    settings = word.settings.element
    settings.append(parse_xml(f"<w:trackRevisions {W}/>"))
    settings.append(parse_xml(f'<w:docVars {W}><w:docVar w:name="secret" w:val="draft budget"/></w:docVars>'))
    return saved(word)


def contents() -> bytes:
    """A table of contents with last year's headings, before the place."""
    word: Any = docx.Document()
    word.add_heading("Contents", 1)
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h '
    begin += '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    for number, name in enumerate(("Old heading", "Older heading")):
        line = word.add_paragraph()
        field = begin if number == 0 else ""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number else ""
        for run in parse_xml(f"<w:p {W}>{field}<w:r><w:t>{name}</w:t></w:r><w:r><w:tab/></w:r>{end}</w:p>"):
            line._p.append(run)
    word.add_paragraph("[[JOB DESCRIPTION]]")
    return saved(word)


def numbered_headings() -> bytes:
    """Headings with numbers of several levels, which are part of their styles."""
    word: Any = docx.Document()
    numbering = word.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{n + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{m + 1}" for m in range(n + 1))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for n in range(2)
    )
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="91"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    for n in range(2):
        properties = word.styles[f"Heading {n + 1}"].element.pPr
        properties.insert(2, parse_xml(f'<w:numPr {W}><w:ilvl w:val="{n}"/><w:numId w:val="91"/></w:numPr>'))
    word.add_paragraph("[[JOB DESCRIPTION]]")
    return saved(word)


def text_box() -> bytes:
    """Marks in a text box, in both of the forms in which Word writes it."""
    word: Any = docx.Document()
    inside = "<w:p><w:r><w:t>[[JOB </w:t></w:r><w:r><w:t>TITLE]]</w:t></w:r></w:p>"
    shape = (
        f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">'
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="540000"/>'
        '<wp:docPr id="5" name="Text Box 5"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="540000"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="E8EEF4"/></a:solidFill></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:rect style="width:425pt;height:42pt"><v:textbox><w:txbxContent>'
        f"{inside}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    word.add_paragraph()._p.append(parse_xml(shape))
    word.add_paragraph("[[JOB DESCRIPTION]]")
    return saved(word)


def right_to_left() -> bytes:
    """A file of an organisation that writes from right to left."""
    word: Any = docx.Document()
    normal = word.styles["Normal"].element
    normal.get_or_add_pPr().append(parse_xml(f"<w:bidi {W}/>"))
    section = word.sections[0]._sectPr
    section.insert(len(section) - 1, parse_xml(f"<w:bidi {W}/>"))
    word.sections[0].header.paragraphs[0].text = "ארגון: [[ORGANISATION]]"
    word.add_paragraph("[[JOB DESCRIPTION]]")
    return saved(word)


def in_a_cell() -> bytes:
    """A page made of a table: the logo to the left, the text to the right."""
    word: Any = docx.Document()
    table = word.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width, right.width = Cm(3.5), Cm(12)
    left.paragraphs[0].add_run().add_picture(picture(size=(120, 120)), width=Cm(2.5))
    right.paragraphs[0].text = "[[JOB DESCRIPTION]]"
    return saved(word)


def plain_page(font: str, size: float, width: float, height: float = 29.7) -> bytes:
    """A page without marks or logo: the letters of its text in points, the width of its text in cm."""
    word: Any = docx.Document()
    section, normal = word.sections[0], word.styles["Normal"]
    section.page_width, section.page_height = Cm(width + 4), Cm(height)
    section.left_margin = section.right_margin = Cm(2)
    normal.font.name, normal.font.size = font, Pt(size)
    return saved(word)


def of_google_docs() -> bytes:
    """The few styles that Google Docs writes: no lists, no tables, paragraphs that touch."""
    word: Any = docx.Document()
    styles = word.styles.element
    for style in list(styles.iterfind(qn("w:style"))):
        if style.get(qn("w:styleId")) not in ("Normal", "Title", "Heading1", "Heading2", "TableNormal"):
            styles.remove(style)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    for default in styles.iter(qn("w:pPrDefault")):
        default.clear()
    for name, size, colour in (("Title", 26, "000000"), ("Heading 1", 20, "000000"), ("Heading 2", 16, "434343")):
        style = word.styles[name]
        style.element.rPr.clear()
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), RGBColor.from_string(colour)
    word.add_paragraph("Some words of the last advert.")
    content = saved(word)
    return with_parts(content, {"word/_rels/document.xml.rels": without_numbering}, {})


def without_numbering(rels: bytes) -> bytes:
    start = rels.index(b"<Relationship ", rels.index(b"numbering.xml") - 250)
    while rels.find(b"<Relationship ", start + 5, rels.index(b"numbering.xml")) > 0:
        start = rels.find(b"<Relationship ", start + 5)
    return rels[:start] + rels[rels.index(b"/>", start) + 2 :]


def of_pages() -> bytes:
    """The names that Apple Pages gives its styles: Default, Body, Heading."""
    word: Any = docx.Document()
    styles = word.styles.element
    for style in list(styles.iterfind(qn("w:style"))):
        if style.get(qn("w:styleId")) != "Normal":
            styles.remove(style)
    word.styles["Normal"].element.find(qn("w:name")).set(qn("w:val"), "Default")
    look = '<w:rPr><w:rFonts w:ascii="Helvetica Neue" w:hAnsi="Helvetica Neue"/>{}<w:sz w:val="{}"/></w:rPr>'
    for name, size, bold in (
        ("Title", 60, "<w:b/>"),
        ("Heading", 36, "<w:b/>"),
        ("Heading 2", 28, "<w:b/>"),
        ("Body", 22, ""),
    ):
        id = name.replace(" ", "")
        styles.append(
            parse_xml(
                f'<w:style {W} w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:next w:val="Body"/>'
                f"{look.format(bold, size)}</w:style>"
            )
        )
    word.element.body.insert(
        0, parse_xml(f'<w:p {W}><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>Our advert</w:t></w:r></w:p>')
    )
    return saved(word)


MADE: Mapping[str, Callable[[], bytes]] = {
    each.__name__: each
    for each in (
        letterhead, last_years_advert, cover_and_sections, landscape_last, first_page_header, controls,
        changed_and_commented, contents, numbered_headings, text_box, right_to_left, in_a_cell, of_google_docs,
        of_pages,
    )
}  # fmt: skip
