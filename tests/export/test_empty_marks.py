"""A mark of a house style that has nothing to say takes the separator beside it away."""

import pytest

from jd_builder.export.house_styles.marks import filled, token

VALUES = {"JOB TITLE": "Clerk", "DATE": "3 March 2026", "REFERENCE": "", "DRAFT": ""}
REFERENCE, DATE, DRAFT = token("REFERENCE"), token("DATE"), token("DRAFT")


def line(*runs: str) -> str:
    """A paragraph of a footer, filled, as people read it."""
    xml = "".join(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    made = filled(f'<w:p w:rsidR="1"><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{xml}</w:p>', VALUES)
    assert made.count("<w:t ") == made.count("</w:t>") == len(runs)
    return "".join(each.split("<", 1)[0] for each in made.split(">"))


@pytest.mark.parametrize("between", [" - ", " | ", " \u00b7 ", " \u2013 "])
def test_an_empty_mark_drops_one_separator(between: str) -> None:
    assert line(f"Charity 12{between}{REFERENCE}{between}{DATE}") == f"Charity 12{between}3 March 2026"
    assert line(f"{REFERENCE}{between}{DATE}") == "3 March 2026"
    assert line(f"{DATE}{between}{REFERENCE}") == "3 March 2026"
    assert line(f"{DATE}{between}{REFERENCE}{between}{DRAFT}") == "3 March 2026"


@pytest.mark.parametrize(
    "runs",
    [
        ("Charity 12 - ", REFERENCE, " - ", DATE),
        ("Charity 12", " -", " ", REFERENCE, f" - {DATE}"),
        (f"Charity 12 - {REFERENCE} ", "- ", DATE),
    ],
)
def test_it_does_so_however_word_has_split_the_line(runs: tuple[str, ...]) -> None:
    assert line(*runs) == "Charity 12 - 3 March 2026"


def test_what_is_no_separator_stays() -> None:
    assert line(f"File {REFERENCE}/{DATE}") == "File /3 March 2026"
    assert line(f"Charity 12 - {DATE}") == "Charity 12 - 3 March 2026"


@pytest.mark.parametrize(
    "label", ["Reference ", "Ref: ", "ref. no. ", "REF-", "Job reference: ", "Vacancy reference number: ", "Ref\xa0"]
)
def test_what_names_a_reference_goes_with_it(label: str) -> None:
    assert line(f"{label}{REFERENCE}, {DATE}") == "3 March 2026"
    assert line(label, REFERENCE, f", {DATE}") == "3 March 2026"
    assert line(f"Charity 12, {label}{REFERENCE}") == "Charity 12"
    assert line(f"{DATE} | {label}", REFERENCE, f" | {DRAFT}") == "3 March 2026"
    assert line(f"Clerk ({label}{REFERENCE}), {DATE}") == "Clerk, 3 March 2026"
    assert line(f"For preference {REFERENCE}") == "For preference "
