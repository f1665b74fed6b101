"""The pages of an interview pack: as few as it needs, and each question on exactly one, in any style."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.document import Block, Document, Run, Table, block_texts
from jd_builder.export import FORMATS
from tests.conftest import ToPdf
from tests.export import house_files
from tests.export.samples import OPTIONS
from tests.export.test_pdf import text_of
from tests.samples import EXAMPLES, role_of, sample

STYLES: dict[str, Callable[[], bytes]] = {
    name: getattr(house_files, name) for name in ("letterhead", "of_google_docs", "first_page_header")
}
_FOOT = 0.8  # how far down a page its last line stands at least


def pack(path: Path) -> Document:
    draft = sample(path)
    return assemble(draft, role_of(draft), load_layouts()["interview-pack"])


def questions(pages: list[str]) -> list[str]:
    """The pages on which a question is asked or goes on."""
    first = next(n for n, page in enumerate(pages) if re.search(r"^Question 1$", page, re.MULTILINE))
    last = next(n for n, page in enumerate(pages) if re.search(r"^Task brief$", page, re.MULTILINE))
    return pages[first:last]


def asked(page: str) -> list[str]:
    return re.findall(r"^Question \d+$", page, re.MULTILINE)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Document:
    return pack(request.param)


def test_the_pdf_has_eight_to_twelve_pages_and_a_question_fills_one(example: Document) -> None:
    reader = PdfReader(BytesIO(FORMATS["pdf"].render(example, OPTIONS)))
    pages = [page.extract_text() for page in reader.pages]
    assert 8 <= len(pages) <= 12
    assert [asked(page) for page in questions(pages)] == [[f"Question {n}"] for n in range(1, 6)]


def test_word_files_in_any_style_ask_each_question_on_one_page(to_pdf: ToPdf, pdftotext: str, tmp_path: Path) -> None:
    files, ours = [], len(EXAMPLES)
    for path in EXAMPLES:
        files.append(tmp_path / f"{path.stem}.docx")
        files[-1].write_bytes(FORMATS["docx"].render(pack(path), OPTIONS))
    for name, style in STYLES.items():
        files.append(tmp_path / f"{name}.docx")
        shown = pack(EXAMPLES[0])
        files[-1].write_bytes(FORMATS["docx"].render(shown, replace(OPTIONS, house_style=style())))
    for number, pdf in enumerate(to_pdf(files, tmp_path)):
        pages = text_of(pdftotext, pdf).rstrip("\f").split("\f")
        name = files[number].stem
        assert [asked(page) for page in questions(pages)] == [[f"Question {n}"] for n in range(1, 6)], name
        assert number >= ours or 8 <= len(pages) <= 12, name


def test_what_the_job_is_for_stands_on_the_first_page(example: Document) -> None:
    """Behind the criteria it stood on a page by itself, wherever these ran over."""
    kinds = [type(block) for block in example.blocks]
    purpose = next(block for block in example.blocks if "post.purpose" in {run.ref for run in words_of(block)})
    assert example.blocks.index(purpose) < kinds.index(Table)


def words_of(block: Block) -> tuple[Run, ...]:
    return tuple(run for text in block_texts(block) for run in text)


def test_room_for_notes_never_stands_on_a_page_without_what_is_judged_there(
    to_pdf: ToPdf, pdftotext: str, tmp_path: Path
) -> None:
    """In letters so large that a question takes two pages."""
    files = [tmp_path / f"{size}.docx" for size in (14, 16)]
    for file in files:
        style = house_files.plain_page("Arial", float(file.stem), 15)
        file.write_bytes(FORMATS["docx"].render(pack(EXAMPLES[0]), replace(OPTIONS, house_style=style)))
    for pdf in to_pdf(files, tmp_path):
        pages = [page for page in text_of(pdftotext, pdf).split("\f") if "What the candidate said" in page]
        assert len(pages) == 5
        assert all("What you hear" in page and "What the answer shows" in page for page in pages)
