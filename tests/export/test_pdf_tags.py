"""Our PDF is one that a screen reader can follow: PDF/UA-1, its language, title, headings, lists and tables."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from jd_builder.domain.document import Bullets, Document, Facts, Heading, Paragraph, Table
from jd_builder.export import FORMATS
from tests.conftest import REPOSITORY
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.strategies import HOSTILE
from tests.export.test_hostile import everywhere


def opened(shown: Document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(FORMATS["pdf"].render(shown, OPTIONS)))


def elements(node: Any) -> Iterator[Any]:
    """The structure elements below one, in reading order."""
    children = node.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(each.S).removeprefix("/") for each in elements(pdf.Root.StructTreeRoot)]


@pytest.fixture(scope="module")
def nhs() -> pikepdf.Pdf:
    return opened(NHS)


def test_it_says_that_it_keeps_to_pdf_ua_and_is_tagged(nhs: pikepdf.Pdf) -> None:
    with nhs.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert nhs.Root.MarkInfo.Marked


def test_it_names_its_language_and_shows_its_title_in_the_window(nhs: pikepdf.Pdf) -> None:
    assert str(nhs.Root.Lang) == "en-GB"
    assert nhs.Root.ViewerPreferences.DisplayDocTitle
    assert str(nhs.docinfo["/Title"]) == NHS.title
    assert str(nhs.docinfo["/Author"]) == NHS.organisation


def test_headings_stand_in_the_order_and_on_the_levels_of_the_document(nhs: pikepdf.Pdf) -> None:
    levels = [f"H{block.level + 1}" for block in NHS.blocks if isinstance(block, Heading)]
    assert [tag for tag in tags(nhs) if tag in ("H1", "H2", "H3")] == ["H1", *levels]


def test_no_level_of_headings_is_left_out_even_where_a_document_does_so() -> None:
    found = tags(opened(document(Heading(text=text("a"), level=2), Heading(text=text("b"), level=2))))
    assert [tag for tag in found if tag.startswith("H")] == ["H1", "H2"]


def test_paragraphs_lists_and_tables_are_tagged_as_what_they_are(nhs: pikepdf.Pdf) -> None:
    found = tags(nhs)
    table = next(block for block in NHS.blocks if isinstance(block, Table))
    lists = [len(block.items) for block in NHS.blocks if isinstance(block, Bullets)]
    lists += [len(block.rows) for block in NHS.blocks if isinstance(block, Facts)]
    assert found.count("Table") == 1
    assert (found.count("TH"), found.count("TR")) == (len(table.header), len(table.rows) + 1)
    assert (found.count("L"), found.count("LI"), found.count("LBody")) == (len(lists), sum(lists), sum(lists))
    assert found.count("P") >= sum(isinstance(block, Paragraph) for block in NHS.blocks)


def test_cells_are_read_under_the_name_of_their_column(nhs: pikepdf.Pdf) -> None:
    headers = [each for each in elements(nhs.Root.StructTreeRoot) if each.S == "/TH"]
    scopes = [str(part.Scope) for each in headers for part in _attributes(each) if "/Scope" in part]
    assert scopes == ["/Column"] * len(headers)


def _attributes(element: Any) -> list[Any]:
    found = element.get("/A", [])
    return [found] if isinstance(found, pikepdf.Dictionary) else [part for part in found if not isinstance(part, int)]


def test_every_link_says_where_it_leads(nhs: pikepdf.Pdf) -> None:
    links = [note for page in nhs.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert {str(link.A.URI).partition(":")[0] for link in links} == {"https", "mailto"}
    assert all(str(link.Contents) for link in links)


def test_every_font_is_in_the_file(nhs: pikepdf.Pdf) -> None:
    fonts = [font for page in nhs.pages for font in page.Resources.Font.as_dict().values()]
    inside = [part.FontDescriptor for font in fonts for part in font.DescendantFonts]
    assert inside
    assert all({"/FontFile2", "/FontFile3"} & set(part.keys()) for part in inside)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_it_runs_or_leads_anywhere_but_to_web_and_mail(words: str) -> None:
    file = FORMATS["pdf"].render(everywhere(words), OPTIONS)
    with pikepdf.open(BytesIO(file)) as pdf:
        assert {"/OpenAction", "/AA", "/AcroForm"}.isdisjoint(pdf.Root.keys())
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert all(str(note.A.URI).startswith(("http://", "https://", "mailto:")) for note in notes)


def test_every_font_that_ships_has_its_licence_beside_it() -> None:
    folder = REPOSITORY / "templates" / "pdf" / "fonts"
    licence = (folder / "OFL.txt").read_text("utf-8")
    families = {path.stem.partition("-")[0] for path in folder.glob("*.ttf")}
    assert families == {"Carlito", "NotoSansArabic", "NotoSansHebrew"}
    for name in ("Carlito", "Noto Sans Arabic", "Noto Sans Hebrew", "SIL OPEN FONT LICENSE Version 1.1"):
        assert name in licence
