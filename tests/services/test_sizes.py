"""Words are counted, pages are estimated, and the estimate is near what LibreOffice makes."""

import re
import subprocess
from pathlib import Path

from jd_builder.domain.document import PageBreak, Paragraph, Run
from jd_builder.services import examples, sizes
from jd_builder.services.building import Order, make
from tests.conftest import ToPdf
from tests.export.samples import WHEN, document, text


def test_words_are_those_that_a_reader_sees() -> None:
    assert sizes.words(document(Paragraph(text=text("Two words")), Paragraph(text=(Run(text="and three more"),)))) == 5


def test_the_shortest_document_has_a_page() -> None:
    assert sizes.said(document(Paragraph(text=text("Hello there")))) == "2 words, about 1 page"


def test_a_page_break_begins_a_page() -> None:
    line = Paragraph(text=text("A line"))
    assert sizes.pages(document(line, PageBreak(), line)) == 2


def test_the_estimate_is_at_most_a_page_from_the_truth(tmp_path: Path, to_pdf: ToPdf) -> None:
    made = [each for name in examples.names() for each in make(examples.example(name).draft, Order(WHEN))]
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(made)]
    for file, each in zip(files, made, strict=True):
        file.write_bytes(each.content)
    for each, pdf in zip(made, to_pdf(files, tmp_path), strict=True):
        told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
        (pages,) = re.findall(r"Pages:\s+(\d+)", told)
        assert abs(int(pages) - sizes.pages(each.document)) <= 1, f"{each.document.organisation}: {each.name}"
