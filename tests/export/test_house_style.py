"""The house style that ships is small, complete and readable."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from jd_builder.export import FORMATS, house_style
from jd_builder.export.colours import contrast
from tests.export.reading import opened, part, parts
from tests.export.samples import NHS, OPTIONS

# The order of the schema (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.4.70, 17.6.17). Word may call
# a file damaged that keeps to another.
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "w:sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "w:num": "abstractNumId lvlOverride",
    "w:numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
}


def in_order(tags: Sequence[str], order: str) -> bool:
    places = [order.split().index(tag) for tag in tags]
    return all(first <= second for first, second in pairwise(places))


@pytest.mark.parametrize("element", ORDER)
def test_elements_stand_in_the_order_of_the_schema(element: str) -> None:
    file = FORMATS["docx"].render(NHS, OPTIONS)
    for name in parts(file):
        if name.startswith("word/") and name.endswith(".xml"):
            for found in part(file, name).iter(qn(element)):
                assert in_order([child.tag.split("}")[1] for child in found], ORDER[element]), name


def test_it_holds_the_styles_that_documents_use_and_no_others() -> None:
    names = {style.name for style in opened(house_style.shipped()).styles}
    assert names == {
        *("Normal", "Title", "Heading 1", "Heading 2", "Lead", "Small", "List Bullet", "List Number"),
        *("Table Text", "House Table", "House Facts", "Header", "Footer", "Hyperlink", "Gap"),
        *("Default Paragraph Font", "Normal Table", "No List"),
    }


def test_body_text_is_at_least_12_points_and_nothing_is_below_10() -> None:
    styles = part(house_style.shipped(), "word/styles.xml")
    default, *sizes = (int(size.get(qn("w:val"))) / 2 for size in styles.iter(qn("w:sz")))
    assert default >= 12
    assert min(sizes) >= 10


def test_nothing_is_in_capitals_italics_or_justified() -> None:
    styles = part(house_style.shipped(), "word/styles.xml")
    assert not [tag for tag in ("w:caps", "w:smallCaps", "w:i", "w:jc") for _ in styles.iter(qn(tag))]


def test_every_colour_can_be_read_on_what_lies_behind_it() -> None:
    styles = part(house_style.shipped(), "word/styles.xml")
    colours = {colour.get(qn("w:val")) for colour in styles.iter(qn("w:color"))}
    fills = {"FFFFFF", *(shade.get(qn("w:fill")) for shade in styles.iter(qn("w:shd")))}
    assert min(contrast(colour, fill) for colour in colours for fill in fills) >= 4.5


def test_it_is_small() -> None:
    assert len(house_style.shipped()) < 10_000
