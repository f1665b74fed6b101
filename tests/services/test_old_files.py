"""Last year's file, as employers of many kinds make it, is read whole; what cannot be read says what to do."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from jd_builder.domain.answers import read
from jd_builder.domain.errors import UserError
from jd_builder.domain.post import Post
from jd_builder.drafts.old.parts import OldDescription
from jd_builder.services import building, catalogue, examples
from jd_builder.services.old_files import read_old
from tests.conftest import ByLibreOffice

TEXT = "Job title: Harbour clerk\nPay: £24,000\n\nMain duties\n• Keep the tables – daily\n"


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def filled(document: Any, *rows: tuple[str, ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def answers(found: OldDescription) -> dict[str, Any]:
    return {fact.place.removeprefix("post."): fact.value for fact in found.facts}


def of_an_nhs_trust() -> bytes:
    document = docx.Document()
    document.add_paragraph().add_run("JOB DESCRIPTION").bold = True
    filled(
        document,
        ("Job Title", "Patient records clerk"),
        ("AfC Band", "Band 4"),
        ("Base", "Northcliff General"),
        ("Hours", "37.5 hours per week"),
        ("Responsible to", "Records manager"),
    )
    document.add_paragraph().add_run("MAIN DUTIES AND RESPONSIBILITIES").bold = True
    document.add_paragraph("File the notes of each ward", style="List Number")
    document.add_paragraph("Complete the IG Toolkit", style="List Number")
    document.add_paragraph().add_run("PERSON SPECIFICATION").bold = True
    filled(
        document,
        ("", "Essential", "Desirable", "Assessed by"),
        ("Experience", "Work with records\nWork in a team", "Work in a ward", "A/I"),
        ("Skills", "Neat writing", "", "I"),
    )
    return saved(document)


def of_a_university() -> bytes:
    document = docx.Document()
    document.add_heading("Patient records clerk", 0)
    document.add_paragraph("Grade:\tGrade 4\nSchool/Department:\tMedicine\nTenure:\tFixed term (12 months)")
    document.add_heading("Key responsibilities", 1)
    document.add_paragraph("File the notes of each ward", style="List Bullet")
    document.add_paragraph("Complete the IG Toolkit", style="List Bullet")
    document.add_heading("Person specification", 1)
    filled(
        document,
        ("Criteria", "E/D", "Method of assessment"),
        ("Experience", "", ""),
        ("Work with records", "E", "A/I"),
        ("Work in a team", "E", "A/I"),
        ("Work in a ward", "D", "A/I"),
        ("Skills", "", ""),
        ("Neat writing", "E", "I"),
    )
    return saved(document)


def of_a_company() -> bytes:
    document = docx.Document()
    document.add_heading("Patient records clerk", 1)
    document.add_paragraph("Location: Leeds")
    document.add_paragraph("Salary: £24,000 - £27,500")
    document.add_heading("What you'll do", 2)
    document.add_paragraph("• File the notes of each ward")
    document.add_paragraph("• Complete the IG Toolkit")
    for heading, items in {
        "Must have": ["Work with records", "Work in a team", "Neat writing"],
        "Nice to have": ["Work in a ward"],
    }.items():
        document.add_heading(heading, 2)
        for item in items:
            document.add_paragraph(item, style="List Bullet")
    return saved(document)


@pytest.mark.parametrize("make", [of_an_nhs_trust, of_a_university, of_a_company])
def test_title_duties_and_criteria_are_found_in_files_of_every_kind(make: Any) -> None:
    found = read_old(make(), "old.docx")
    assert answers(found)["title"] == "Patient records clerk"
    assert [duty.text for duty in found.duties] == ["File the notes of each ward", "Complete the IG Toolkit"]
    assert {each.text: each.need for each in found.criteria} == {
        "Work with records": "essential",
        "Work in a team": "essential",
        "Work in a ward": "desirable",
        "Neat writing": "essential",
    }
    assert found.unread == ()


def test_the_facts_table_of_a_trust_becomes_answers() -> None:
    assert answers(read_old(of_an_nhs_trust(), "old.docx")) == {
        "title": "Patient records clerk",
        "grade": "Band 4",
        "location": ["Northcliff General"],
        "hours": "37.5",
        "reports-to": "Records manager",
    }


COUNCIL = """<html><body><h1>Northcliff Council</h1>
<table border="1"><tr><td><b>Post title:</b></td><td>Pier warden</td><td><b>Grade:</b></td><td>Grade 6</td></tr>
<tr><td><b>Location:</b></td><td>West Pier</td><td><b>Hours:</b></td><td>37 hours a week</td></tr></table>
<h2>Purpose of the post</h2><p>To keep the pier open.</p>
<h2>Main duties</h2><ol><li>Open the gates</li><li>Follow the Data Protection Act 1998</li></ol>
<h2>Person specification</h2><table border="1">
<tr><td>Criteria</td><td>Essential</td><td>Desirable</td><td>Assessment</td></tr>
<tr><td>Can read the tides</td><td>✓</td><td></td><td>I, T</td></tr>
<tr><td>Can row</td><td></td><td>✓</td><td>T</td></tr></table></body></html>"""


def test_a_file_of_libreoffice_is_read(by_libreoffice: ByLibreOffice, tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text(COUNCIL, encoding="utf-8")
    (file,) = by_libreoffice([tmp_path / "old.html"], tmp_path, "docx:Office Open XML Text")
    found = read_old(file.read_bytes(), "old.docx")
    facts = {"title": "Pier warden", "grade": "Grade 6", "location": ["West Pier"], "hours": "37"}
    assert answers(found) == {"organisation.name": "Northcliff Council", **facts}
    assert found.purpose == "To keep the pier open."
    assert [duty.text for duty in found.duties] == ["Open the gates", "Follow the Data Protection Act 1998"]
    assert [(each.text, each.need, each.assessed) for each in found.criteria] == [
        ("Can read the tides", "essential", ("I", "T")),
        ("Can row", "desirable", ("T",)),
    ]
    assert found.unread == ()


@pytest.mark.parametrize("name", examples.names())
@pytest.mark.parametrize("form", ["docx", "md"])
def test_our_own_documents_are_read_back(name: str, form: str) -> None:
    draft = examples.example(name).draft
    layouts = tuple(each for each in draft.documents if catalogue.layout(each).audience != "panel")
    order = building.Order(datetime(2026, 11, 21), form, layouts)
    for made in building.make(draft, order):
        found = read_old(made.content, made.name)
        title = {fact.place: fact.value for fact in found.facts}["post.title"]
        assert title == draft.post["title"]
        assert len(found.duties) >= 6
        assert found.purpose
        post = {key: value for key, value in answers(found).items() if not key.startswith("organisation.")}
        assert read(Post, post, "post").problems == ()
        if "specification" in made.name:
            assert len(found.criteria) >= 10
            assert all(each.assessed and each.group for each in found.criteria)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_people_have(encoding: str) -> None:
    found = read_old(TEXT.encode(encoding), "old.txt")
    assert answers(found) == {"title": "Harbour clerk", "pay": {"minimum": "24000", "maximum": "24000"}}
    assert [duty.text for duty in found.duties] == ["Keep the tables – daily"]


def test_what_a_file_is_counts_and_not_its_name() -> None:
    assert read_old(of_a_company(), "old.txt") == read_old(of_a_company(), "old.docx")
    assert read_old(TEXT.encode(), "old.rtf") == read_old(TEXT.encode(), "")


REFUSED = {
    "PDF": (b"%PDF-1.7\n", "a PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "rich text": (b"{\\rtf1 clerk}", "rich text"),
    "old Word file": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old kind"),
    "OpenDocument": (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
    "Pages": (b"PK\x03\x04" + bytes(26) + b"Index/Document.iwa", "Pages"),
    "program": (b"MZ\x90\x00\x03", "not a text"),
    "nothing": (b"", "no text"),
    "blank": (b" \n\n ", "no text"),
    "large": (b"clerk " * 400_000, "2 MB"),
    "long": (b"clerk\n" * 20_002, "lines"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_says_what_to_do_instead(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        read_old(content, "old")
    assert refused.value.fix.endswith(".")


@pytest.mark.parametrize("name", ["old.docx", "old.DOCX", "old.dotx", "old.doc"])
def test_a_text_that_only_its_name_calls_a_word_file_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="not a Word file, whatever its name says") as refused:
        read_old(b"Job title: Clerk\n", name)
    assert refused.value.fix.endswith(".")
