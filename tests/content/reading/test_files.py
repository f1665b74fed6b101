"""Files as they come: in any encoding, of any size, and often of the wrong kind."""

from pathlib import Path

import pytest

from jd_builder.content.reading import read, read_file
from jd_builder.domain.errors import UserError
from tests.content.reading.invented import SENIOR
from tests.content.reading.places import places

POUNDS = SENIOR.replace("order oil in time", "order the keeper’s oil for £5 – at a café")
HTML = "<html><head><meta charset={}></head><body>{}</body></html>"


def as_page(text: str) -> str:
    items = (f"<li>{line[4:]}</li>" if line.startswith("  • ") else f"<p>{line}</p>" for line in text.split("\n"))
    return "".join(items)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_a_usual_encoding_is_read(encoding: str) -> None:
    reading = read(POUNDS.encode(encoding), "page.txt")
    assert reading.roles[0].skills[0].you_can[1] == "order the keeper’s oil for £5 – at a café"
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "cp1252"),
        ("utf-8", "utf-16"),
    ],
)
def test_a_page_is_read_even_if_it_claims_another_encoding(declared: str, real: str) -> None:
    content = HTML.format(declared, as_page(POUNDS).replace("•", "")).encode(real)
    assert read(content, "page.html").roles[0].skills[0].you_can[1] == "order the keeper’s oil for £5 – at a café"


def test_a_lost_character_is_told_with_its_line() -> None:
    content = POUNDS.encode().replace("£".encode(), b"\xa3")
    reading = read(content, "page.txt")
    assert "\ufffd5 – at a café" in reading.roles[0].skills[0].you_can[1]
    assert [doubt.line for doubt in reading.doubts] == [25]
    assert "A character is lost here" in reading.doubts[0].text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "this is empty"),
        (b" \n\t\r\n", "this is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "this is no text"),
        (b"PK\x03\x04rest", "this is a Word file or another archive"),
        (b"%PDF-1.7\n", "this is a PDF"),
        (b"{\\rtf1", "this is an RTF file"),
        (b"\xd0\xcf\x11\xe0", "this is an old Word file"),
        (b"A letter to a friend.\n" * 50, "this is no role page"),
        (b"name,age\nAnn,40\n", "this is no role page"),
        (b"<html><body><p>Hello</p></body></html>", "this is no role page"),
        (b"role: ciso\nversion: 1\n", "this is no role page"),
        (b"a\n" * 20_001, "more than the 20,000 lines"),
        (b"x" * 3_000_001, "larger than the 3 MB that a text may have"),
        (b"<html>" + b"x" * 2_000_001, "larger than the 2 MB that a web page may have"),
        (b"Role,Skill Name\n" + b"x" * 8_000_001, "larger than the 8 MB"),
    ],
)
def test_what_holds_no_role_is_refused_in_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(UserError) as error:
        read(content, "file.bin")
    assert str(error.value).startswith("file.bin: ")
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_huge_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UserError, match="larger than the 8 MB"):
        read_file(huge)


@pytest.mark.parametrize(("name", "told"), [("none.txt", "there is no such file"), (".", "this is a folder")])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        read_file(tmp_path / name)


def test_the_kind_of_a_file_shows_in_its_content_and_not_in_its_name(tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text(SENIOR, "utf-8")
    role = read_file(tmp_path / "page.csv").roles[0]
    assert role.source.kind == "text"
    assert places(role) == places(read(SENIOR.encode(), "a.txt").roles[0])
