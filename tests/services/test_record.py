"""The record: sources, changes with their originals, kept findings and their reasons, and none of it published."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import docx

from jd_builder.domain.document import plain
from jd_builder.domain.draft import Draft
from jd_builder.services import documents, examples, publishing, record

WHEN = datetime(2026, 12, 1, 14, 5, tzinfo=UTC)
KEPT = {"rule": "age-words", "on": "own.9", "match": "young", "reason": "It is the name of a prize"}
DRAFT = Draft.model_validate(
    {
        **dict(examples.example("harbour-mutual").draft),
        "own": [{"id": "own.9", "text": "run a young team"}],
        "edits": {"ciso.duty.1": "lead what we do", "ciso.duty.2": {"text": "only here", "document": "private-advert"}},
        "choose": {"star": ["own.9", "ciso.duty.1", "ciso.duty.2"]},
        "criteria": [{"id": "own.8", "text": "You have led a team", "need": "essential", "why": "Nobody else leads"}],
        "kept": [KEPT],
    }
)


def words(draft: Draft = DRAFT) -> list[str]:
    return [plain(text) for _, text in record.page(draft, WHEN).texts()]


def test_every_statement_stands_under_its_source_with_its_date() -> None:
    said = words()
    source = next(line for line in said if line.startswith("Chief information security officer, edition of"))
    assert "30 November 2024" in source
    assert said.index("Words of your own") < said.index("Run a young team")


def test_changes_stand_beside_their_originals_and_say_whose_they_are() -> None:
    said = words()
    at = said.index("Lead what we do", said.index("What was changed"))
    assert said[at + 1] == "Edited"
    assert len(said[at - 1].split()) > 5
    assert said[said.index("Only here") + 1] == "Only in: Short advert"
    assert said[said.index("Run a young team", said.index("What was changed")) + 1] == "Added"


def test_kept_findings_have_their_reasons_and_open_ones_none() -> None:
    said = words()
    at = next(n for n, line in enumerate(said) if "'young'" in line)
    assert said[at + 2] == "It is the name of a prize"
    assert "Nobody else leads" in said
    assert "Findings that were kept" not in words(DRAFT.changed(kept=()))
    assert any("'young'" in line for line in words(DRAFT.changed(kept=())))


def test_it_is_a_word_file_with_a_name_of_its_own() -> None:
    made = record.made(DRAFT, WHEN)
    assert made.name == "Harbour Mutual - Chief information security officer - Record.docx"
    file = docx.Document(BytesIO(made.content))
    assert file.paragraphs[0].text == "Record: Chief information security officer"
    assert ["Finding", "Where", "Reason"] in [[cell.text for cell in table.rows[0].cells] for table in file.tables]


def test_no_published_file_holds_any_of_it() -> None:
    for document in documents.assembled(DRAFT).values():
        for form in ("docx", "html", "md"):
            content = publishing.copy_to_publish(document, form, WHEN).content
            if form == "docx":
                with zipfile.ZipFile(BytesIO(content)) as file:
                    content = b"".join(map(file.read, file.namelist()))
            assert b"It is the name of a prize" not in content
            assert b"Nobody else leads" not in content
