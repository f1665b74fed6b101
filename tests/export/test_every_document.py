"""Every kind of document of every example: LibreOffice shows all of each file, and all formats say the same."""

import unicodedata
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.document import Document, Table, plain
from jd_builder.export import FORMATS
from tests.conftest import ByLibreOffice, ToPdf
from tests.export.reading import Page, expected_texts, word_texts
from tests.export.samples import OPTIONS
from tests.export.test_pdf import text_of
from tests.samples import EXAMPLES, LAYOUTS, role_of, sample

CASES = {f"{layout.stem}--{path.stem}": (layout.stem, path) for layout, path in product(LAYOUTS, EXAMPLES)}
READ = (("html", "html"), ("md", "txt"), ("txt", "txt"))  # by LibreOffice, with the ending that tells it how
each_case = pytest.mark.parametrize("case", CASES)


@cache
def document(case: str) -> Document:
    layout, path = CASES[case]
    draft = sample(path)
    return assemble(draft, role_of(draft), load_layouts()[layout])


@cache
def made(case: str, form: str) -> bytes:
    return FORMATS[form].render(document(case), OPTIONS)


def bare(words: str) -> str:
    """Without white space, which a line break adds and takes away, and with ligatures taken apart."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def missing(case: str, said: str, form: str = "pdf") -> list[str]:
    """The texts of a document that are not there, each behind the one before it.

    The marks of Markdown count for nothing. Plain text names a column beside each text in it, and so not an empty one.
    """

    def read(words: str) -> str:
        return bare(words).translate(str.maketrans("", "", "<>*|\\" if form == "md" else ""))

    found, at, lost = read(said), 0, []
    for words in expected_texts(document(case)):
        if form == "txt" and words in columns(case):
            continue
        place = found.find(read(words), at)
        lost += [words] if place < 0 else []
        at = at if place < 0 else place + len(read(words))
    return lost


def columns(case: str) -> set[str]:
    return {plain(text) for block in document(case).blocks if isinstance(block, Table) for text in block.header}


def between_header_and_footer(page: str, shown: Document) -> str:
    said = bare(page).removeprefix(bare(shown.organisation))
    return said.partition(bare(f"{shown.title} {shown.reference} Page"))[0]


def _printed(pages: str, shown: Document) -> str:
    return "".join(between_header_and_footer(page, shown) for page in pages.split("\f"))


def test_libreoffice_opens_the_word_files_in_one_go_and_shows_every_word(
    to_pdf: ToPdf, pdftotext: str, tmp_path: Path
) -> None:
    files = [tmp_path / f"{case}.docx" for case in CASES]
    for case, file in zip(CASES, files, strict=True):
        file.write_bytes(made(case, "docx"))
    pages = dict(zip(CASES, to_pdf(files, tmp_path), strict=True))
    said = {case: bare(_printed(text_of(pdftotext, pdf), document(case))) for case, pdf in pages.items()}
    lost = [
        (case, words) for case in CASES for words in expected_texts(document(case)) if bare(words) not in said[case]
    ]
    assert lost == []


def test_libreoffice_reads_the_other_files_in_one_go_and_finds_every_word_in_its_order(
    by_libreoffice: ByLibreOffice, tmp_path: Path
) -> None:
    """It knows no Markdown, and takes it for the plain text that it is."""
    files = {(case, form): tmp_path / f"{case}-{form}.{suffix}" for case, (form, suffix) in product(CASES, READ)}
    for (case, form), file in files.items():
        file.write_bytes(made(case, form))
    texts = by_libreoffice(files.values(), tmp_path / "read", "txt:Text (encoded):UTF8")
    said = {key: text.read_text(encoding="utf-8-sig") for key, text in zip(files, texts, strict=True)}
    lost = {(case, form): missing(case, text, form) for (case, form), text in said.items()}
    assert {file: words for file, words in lost.items() if words} == {}


@each_case
def test_the_pdf_says_every_word_in_the_order_of_the_document(case: str) -> None:
    pages = PdfReader(BytesIO(made(case, "pdf"))).pages
    said = "".join(between_header_and_footer(page.extract_text(), document(case)) for page in pages)
    assert b"pdfuaid" in made(case, "pdf")
    assert missing(case, said) == []


@each_case
def test_word_web_page_and_pdf_say_the_same(case: str) -> None:
    word, page = word_texts(made(case, "docx")), Page(made(case, "html").decode()).texts
    assert word == page == [words for words in expected_texts(document(case)) if words.strip()]
