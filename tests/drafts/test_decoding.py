"""Bytes as text: what editors save, and what is no draft file at all."""

import codecs

import pytest

from jd_builder.domain.errors import DataFileError
from jd_builder.drafts.decoding import LARGEST, decoded

TEXT = "post:\n  title: Prüfer für Informationssicherheit 👩‍💻 שלום\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_files_of_every_usual_editor_are_read(content: bytes) -> None:
    assert decoded(content, "job.yaml") == TEXT


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "job.yaml: this is empty"),
        (b" \n\n", "job.yaml: this is empty"),
        (b"PK\x03\x04rest of a zip", "job.yaml: this is a Word file or another archive, not a draft file"),
        (b"role: ciso\npost:\n  title: Pr\xfcfer", "job.yaml:3: this is not text in UTF-8; save the file as UTF-8"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "job.yaml:2: this is not text in UTF-8"),
        (b"\xff\xfea", "job.yaml:1: this is not text in UTF-8"),
        (b"title\0: x", "job.yaml: this is not a text file in UTF-8"),
        (TEXT.encode("utf-16-le"), "job.yaml: this is not a text file in UTF-8"),
        (b"x" * (LARGEST + 1), "job.yaml: this is larger than the 5 MB that a draft file may hold"),
    ],
)
def test_what_is_no_text_file_is_told_in_one_sentence(content: bytes, told: str) -> None:
    with pytest.raises(DataFileError) as caught:
        decoded(content, "job.yaml")
    (line,) = caught.value.lines()
    assert line.startswith(told)
