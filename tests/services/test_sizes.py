"""Words are counted, pages are estimated, and the estimate is near what LibreOffice makes."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from jd_builder.domain.document import PageBreak, Paragraph, Run
from jd_builder.services import building, examples, sizes
from jd_builder.services.building import Order, make
from tests.conftest import ToPdf
from tests.export.house_files import contents, cover_and_sections, in_a_cell, letterhead, plain_page
from tests.export.samples import WHEN, document, text


def test_words_are_those_that_a_reader_sees() -> None:
    assert sizes.words(document(Paragraph(text=text("Two words")), Paragraph(text=(Run(text="and three more"),)))) == 5


def test_the_shortest_document_has_a_page() -> None:
    assert sizes.said(document(Paragraph(text=text("Hello there")))) == "2 words, about 1 page"


def test_a_page_break_begins_a_page() -> None:
    line = Paragraph(text=text("A line"))
    assert sizes.pages(document(line, PageBreak(), line)) == 2


STYLES = {
    "arial": plain_page("Arial", 12, 15.3), "times": plain_page("Times New Roman", 12, 16),
    "large": plain_page("Arial", 16, 15), "letterhead": letterhead(),
}  # fmt: skip


@pytest.mark.parametrize("style", [in_a_cell, cover_and_sections, contents])
def test_where_other_things_share_the_pages_their_number_is_left_out(style: Callable[[], bytes]) -> None:
    assert sizes.said(document(Paragraph(text=text("Hello there"))), style()) == "2 words"


def test_the_estimate_goes_by_the_page_and_the_letters_of_a_house_style(tmp_path: Path, to_pdf: ToPdf) -> None:
    draft = examples.example("harbour-mutual").draft
    shown = building.documents(draft, ("private-advert", "university-nhs", "internal-profile"))
    cases = {f"{name}-{each.layout}": (each, style) for name, style in STYLES.items() for each in shown}
    files = [tmp_path / f"{case}.docx" for case in cases]
    for file, (each, style) in zip(files, cases.values(), strict=True):
        file.write_bytes(building.rendered(each, Order(WHEN, house_style=style)).content)
    real = dict(zip(cases, map(number_of_pages, to_pdf(files, tmp_path)), strict=True))
    said = {case: sizes.pages(*of) for case, of in cases.items()}
    assert {case: (real[case], said[case]) for case in cases if abs(real[case] - said[case]) > 1} == {}
    assert said["large-university-nhs"] > sizes.pages(cases["large-university-nhs"][0])


def number_of_pages(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    (number,) = re.findall(r"Pages:\s+(\d+)", told)
    return int(number)


def test_the_estimate_is_at_most_a_page_from_the_truth(tmp_path: Path, to_pdf: ToPdf) -> None:
    made = [each for name in examples.names() for each in make(examples.example(name).draft, Order(WHEN))]
    files = [tmp_path / f"{number}.docx" for number, _ in enumerate(made)]
    for file, each in zip(files, made, strict=True):
        file.write_bytes(each.content)
    for each, pdf in zip(made, to_pdf(files, tmp_path), strict=True):
        assert abs(number_of_pages(pdf) - sizes.pages(each.document)) <= 1, f"{each.document.organisation}: {each.name}"
