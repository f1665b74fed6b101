"""Names for files: readable, taken by every system, never two the same."""

import pytest

from jd_builder.domain.document import Document
from jd_builder.services.file_names import Names, file_name


def named(title: str, organisation: str = "Harbour Mutual", name: str = "Short advert") -> str:
    return file_name(
        Document(layout="private-advert", name=name, title=title, organisation=organisation, blocks=()), ".docx"
    )


def test_a_file_is_called_after_its_organisation_job_and_kind() -> None:
    assert named("Chief information security officer") == (
        "Harbour Mutual - Chief information security officer - Short advert.docx"
    )


@pytest.mark.parametrize(
    ("title", "in_the_name"),
    [
        ("Head of IT/OT: security", "Head of IT-OT- security"),
        ('<script>alert("x")</script>', "scriptalert(x)-script"),
        ("..\\..\\etc\\passwd", "etc-passwd"),
        ("what?*", "what"),
        ("  many \t spaces\n", "many spaces"),
        ("ends in dots...", "ends in dots"),
        ("-rf", "rf"),
        ("nul\0l", "null"),
        ("exe\u202efdp.x", "exefdp.x"),
        ("مدیر می‌خواهم", "مدیر می‌خواهم"),
        ("👩‍💻 שלום", "👩‍💻 שלום"),
        ("e\u0301", "é"),
    ],
)
def test_what_file_systems_refuse_or_hide_is_left_out_and_the_rest_stays(title: str, in_the_name: str) -> None:
    assert named(title) == f"Harbour Mutual - {in_the_name} - Short advert.docx"


def test_parts_without_a_character_to_show_are_left_out() -> None:
    assert named("???", organisation="", name="///") == "private-advert.docx"


@pytest.mark.parametrize("letter", ["a", "é", "界", "👩‍💻"])
def test_the_longest_parts_fit_the_file_systems(letter: str) -> None:
    name = Names().unique(named(letter * 120, organisation=letter * 120, name=letter * 200))
    assert len(name.encode()) < 245
    assert name.endswith(".docx")
    assert name.count(" - ") == 2


def test_no_two_names_are_the_same_even_where_case_does_not_count() -> None:
    names = Names()
    given = [names.unique(name) for name in ("A - b.docx", "a - B.docx", "A - b.docx", "A - b (2).docx", "A - b.md")]
    assert given == ["A - b.docx", "a - B (2).docx", "A - b (3).docx", "A - b (2) (2).docx", "A - b.md"]
