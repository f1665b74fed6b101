"""Words that went and came are seen as such in every file, not by colour alone."""

from io import BytesIO

import docx
from pypdf import PdfReader

from jd_builder.domain.document import Paragraph, Run
from jd_builder.export import FORMATS
from tests.export.reading import Page
from tests.export.samples import OPTIONS, document

SHOWN = document(
    Paragraph(text=(Run(text="pay "), Run(text="£1 <b>", change="removed"), Run(text="£2 & more", change="added")))
)


def test_word_strikes_out_and_underlines() -> None:
    word = docx.Document(BytesIO(FORMATS["docx"].render(SHOWN, OPTIONS)))
    same, went, came = word.paragraphs[0].runs
    assert (went.text, went.font.strike, came.text, came.font.underline) == ("£1 <b>", True, "£2 & more", True)
    assert not same.font.strike


def test_a_web_page_and_markdown_mark_them_for_everyone() -> None:
    page = FORMATS["html"].render(SHOWN, OPTIONS).decode()
    assert "<del>£1 &lt;b&gt;</del><ins>£2 &amp; more</ins>" in page
    assert Page(page).texts == ["pay £1 <b>£2 & more"]
    assert "<del>£1 \\<b\\></del><ins>£2 & more</ins>" in FORMATS["md"].render(SHOWN, OPTIONS).decode()


def test_a_pdf_keeps_the_words() -> None:
    file = FORMATS["pdf"].render(SHOWN, OPTIONS)
    assert "£1 <b>£2 & more" in PdfReader(BytesIO(file)).pages[0].extract_text()
