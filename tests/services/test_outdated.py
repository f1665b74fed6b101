"""Names that have changed are offered with what to write today, and replaced only where that was chosen."""

import pytest

from jd_builder.services.outdated import names, renewed


@pytest.mark.parametrize(
    ("text", "found", "replacement"),
    [
        ("Know the Data Protection Act 1998.", "Data Protection Act 1998", "Data Protection Act 2018 and UK GDPR"),
        ("Keep to the dpa 1998", "dpa 1998", "Data Protection Act 2018 and UK GDPR"),
        ("Fill in the IG Toolkit", "IG Toolkit", "Data Security and Protection Toolkit"),
        ("Certified to ISO/IEC 27001:2013", "ISO/IEC 27001:2013", "ISO/IEC 27001:2022"),
        ("Work with NHS Digital", "NHS Digital", "NHS England"),
        ("Advise the Clinical Commissioning Group", "Clinical Commissioning Group", "integrated care board"),
        ("We are a Two Ticks employer", "Two Ticks", "Disability Confident"),
        ("A CRB check", "CRB check", "DBS check"),
    ],
)
def test_an_outdated_name_is_pointed_out_with_its_replacement(text: str, found: str, replacement: str) -> None:
    (name,) = names([text])
    assert (name.found, name.replacement) == (found, replacement)
    assert name.why.endswith(".")


def test_names_of_today_are_left_in_peace() -> None:
    assert names(["Know the Data Protection Act 2018, ISO/IEC 27001:2022 and the ticks two people made."]) == ()


def test_a_name_is_offered_once_and_replaced_wherever_it_stands() -> None:
    text = "Send the IG Toolkit to NHS Digital; the IG Toolkit is yearly."
    toolkit, digital = names([text, text])
    assert renewed(text, [toolkit]) == (
        "Send the Data Security and Protection Toolkit to NHS Digital; "
        "the Data Security and Protection Toolkit is yearly."
    )
    assert renewed(text, [digital]) == "Send the IG Toolkit to NHS England; the IG Toolkit is yearly."
    assert renewed(text, []) == text
