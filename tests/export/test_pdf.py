"""LibreOffice lays our Word files out without loss."""

import subprocess
from pathlib import Path

import pytest

from jd_builder.domain.document import Bullets, Document, Facts, Heading, Paragraph, Table
from jd_builder.export import FORMATS
from tests.conftest import ToPdf
from tests.export.reading import expected_texts
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.strategies import HOSTILE
from tests.export.test_hostile import LONG, everywhere

# Without the strips at the top and at the foot of an A4 page, which hold the header and the footer; in points.
BETWEEN_HEADER_AND_FOOTER = ["-x", "0", "-y", "62", "-W", "595", "-H", "713"]


@pytest.fixture(scope="module")
def nhs(to_pdf: ToPdf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted({"nhs": NHS}, to_pdf, tmp_path_factory.mktemp("pdf"))["nhs"]


def converted(documents: dict[str, Document], to_pdf: ToPdf, folder: Path) -> dict[str, Path]:
    for name, shown in documents.items():
        (folder / f"{name}.docx").write_bytes(FORMATS["docx"].render(shown, OPTIONS))
    return dict(zip(documents, to_pdf([folder / f"{name}.docx" for name in documents], folder), strict=True))


def long() -> Document:
    """100,000 characters outside tables, 20,000 in a cell: a row of 60,000 takes LibreOffice 20 seconds."""
    cells = ((text(LONG[:20_000]), text("beside")), (text("below"), text("last")))
    return document(
        Heading(text=text(LONG)),
        Paragraph(text=text(LONG)),
        Bullets(items=(text(LONG), text("after"))),
        Table(header=(text("a"), text("b")), rows=cells, widths=(0.5, 0.5)),
        Facts(rows=((text("label"), text(LONG[:20_000])),)),
    )


def text_of(pdftotext: str, pdf: Path, *options: str) -> str:
    command = [pdftotext, "-raw", *options, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def bare(words: str) -> str:
    """Without white space, which a line break adds and takes away."""
    return "".join(words.split())


def test_a_job_description_of_four_pages_keeps_every_text(nhs: Path, pdftotext: str) -> None:
    found = bare(text_of(pdftotext, nhs, *BETWEEN_HEADER_AND_FOOTER))
    assert [words for words in expected_texts(NHS) if bare(words) not in found] == []


def test_pages_are_counted(nhs: Path, pdftotext: str) -> None:
    found = text_of(pdftotext, nhs)
    count = found.count("\f")
    assert [f"Page {number} of {count}" in found for number in range(1, count + 1)] == [True] * count


def test_every_page_names_the_organisation_and_says_draft(nhs: Path, pdftotext: str) -> None:
    for page in text_of(pdftotext, nhs).split("\f")[:-1]:
        assert NHS.organisation in page
        assert "DRAFT" in page


def test_long_texts_are_not_cut_off_and_hostile_ones_do_no_harm(to_pdf: ToPdf, pdftotext: str, tmp_path: Path) -> None:
    hostile = {f"hostile-{number}": everywhere(words) for number, words in enumerate(HOSTILE)}
    pages = converted({"long": long(), **hostile}, to_pdf, tmp_path)
    found = text_of(pdftotext, pages["long"], *BETWEEN_HEADER_AND_FOOTER)
    assert found.count("chars") == 3 * 10_000 + 2 * 2_000
    assert "below" in found
    assert all(text_of(pdftotext, pages[name]) for name in hostile)
