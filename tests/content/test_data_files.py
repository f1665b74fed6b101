"""A data file with a mistake is refused with its file and line, and takes nothing else with it."""

from pathlib import Path
from shutil import copytree

import pytest

from jd_builder.content.builtin import DATA, Loaded, read_roles

SMALL_ROLE = """\
id: clerk
title: Records clerk
edition: "2025-01-31"
source: {publisher: A publisher, title: A page, address: "https://example.org/clerk", edition-date: 2025-01-31,
  licence: Open Government Licence v3.0}
themes: {records: Records}
summary:
  - {id: clerk.summary.1, number: 1, text: look after the records, fingerprint: 0a1b 22ff}
duties:
  - {id: clerk.duty.1, number: 1, text: file the letters, theme: records, fingerprint: 0a1b}
skills:
  - id: clerk.filing
    name: Filing
    description: Putting things where they are found again
    criterion: {text: You have filed letters, group: experience}
    can:
      - {id: clerk.filing.can.1, number: 1, text: find any letter, theme: records, fingerprint: 33cc}
"""
SMALL_LIST = """\
id: extra
name: A further list
for: [clerk]
source: {publisher: A publisher, title: An article, licence: Facts only}
day:
  - {id: extra.day.1, text: answer the letters, theme: records, overlap: {relation: new}}
  - {id: extra.day.2, text: keep the stamps, theme: records, overlap: {relation: covered, by: [clerk.duty.1]}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data files that ship, in a folder where they may be broken."""
    return copytree(DATA, tmp_path / "data")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "clerk.yaml").write_text(SMALL_ROLE, encoding="utf-8")
    (tmp_path / "extra.yaml").write_text(SMALL_LIST, encoding="utf-8")
    return tmp_path


def change(path: Path, old: str, new: str) -> int:
    """Put one text for another that stands there once; the line on which it now begins."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def sentences(loaded: Loaded) -> list[str]:
    return [line for error in loaded.errors for line in error.lines()]


def ids(loaded: Loaded) -> list[str]:
    return [role.id for role in loaded.roles]


SAID_OF_THE_ROLE = [
    ("family: Chief", "familly: Chief", "familly: there is no such key here; did you mean 'family'?"),
    ("family: Chief", "title: Chief", "title: this key stands twice"),
    ("id: ciso.duty.2\n", "id: ciso.duty.1\n", "duties.2.id: the id 'ciso.duty.1' stands twice, first at duties.1"),
    ("id: ciso.duty.10\n", "id: ciso.dutty.10\n", "duties.10.id: an id of this list is 'ciso.duty.' and a number"),
    ("id: ciso.duty.10\n", "id: ciso.duty.ten\n", "duties.10.id: an id of this list is 'ciso.duty.' and a number"),
    ("text: decide where investment in security is needed", "text:", "skills.1.can.2.text: nothing is written here"),
    (
        "text: decide where investment in security is needed",
        'text: " "',
        "skills.1.can.2.text: nothing is written here",
    ),
    ("family: Chief digital and data", "family:", "family: nothing is written here"),
    ("title: Chief information security officer\n", "titel: CISO\n", "titel: there is no such key here"),
    ("- ciso.duty.8\n", "- ciso.duty.88\n", "suggested-duties.13: there is no statement or skill 'ciso.duty.88'"),
    (
        "{of: commercial.skill.8,",
        "{of: commercial.skill.88,",
        "suggested-criteria.3.of: there is no statement or skill 'commercial.skill.88'",
    ),
    ("essential, assessed: [P]", "essential, assessed: [X]", "'X' is not one of 'A', 'I', 'T', 'P'"),
    (
        "essential, assessed: [P]",
        "essential, assessed: []",
        "suggested-criteria.3.assessed: nothing is written here",
    ),
    ("group: knowledge\n    can:\n      - id: ciso.cyber", "group: luck\n    can:\n      - id: ciso.cyber", ""),
    ("edition-date: 2024-11-30", "edition-date: last November", "source.edition-date: 'last November' cannot be read"),
    ("fingerprint: 4a91 5c41 be8d e6b4 ee00", "fingerprint: 4a91 wxyz", "skills.1.can.2.fingerprint.2: 'wxyz'"),
    ("people: People and budget", "people: [budget]", "themes.people"),
]


@pytest.mark.parametrize(("old", "new", "said"), SAID_OF_THE_ROLE, ids=[new for _, new, _ in SAID_OF_THE_ROLE])
def test_a_mistake_in_a_role_is_told_with_its_file_and_line(folder: Path, old: str, new: str, said: str) -> None:
    line = change(folder / "ciso.yaml", old, new)
    loaded = read_roles(folder)
    assert ids(loaded) == []
    assert any(told.startswith(f"ciso.yaml:{line}: ") and said in told for told in sentences(loaded))


def test_a_statement_without_a_theme_is_told_at_its_first_line(folder: Path) -> None:
    line = change(folder / "ciso.yaml", "safely and securely\n    theme: technology\n", "safely and securely\n")
    (told,) = sentences(read_roles(folder))
    assert told.startswith(f"ciso.yaml:{line - 2}: duties.6: a theme is needed: strategy, risk,")


def test_a_theme_that_does_not_exist_is_told(folder: Path) -> None:
    line = change(folder / "ciso.yaml", "securely\n    theme: technology\n", "securely\n    theme: technologie\n")
    (told,) = sentences(read_roles(folder))
    assert told.startswith(f"ciso.yaml:{line + 1}: duties.6.theme: there is no theme 'technologie'")


def test_a_gap_in_the_numbers_of_a_list_is_told_at_the_list(folder: Path) -> None:
    path = folder / "ciso.yaml"
    change(path, "    number: 10\n", "    number: 11\n")
    line = change(path, "\nduties:\n", "\nduties:\n") + 1
    assert sentences(read_roles(folder)) == [f"ciso.yaml:{line}: duties: the number 10 is missing from this list"]


def test_a_number_that_stands_twice_is_told_at_the_second_one(folder: Path) -> None:
    line = change(folder / "ciso.yaml", "    number: 10\n", "    number: 9\n") - 1
    assert sentences(read_roles(folder)) == [f"ciso.yaml:{line}: duties.10: the number 9 stands twice in this list"]


def test_a_role_without_a_source_is_refused(small: Path) -> None:
    change(small / "clerk.yaml", "source: {", "sauce: {")
    told = sentences(read_roles(small))
    assert "clerk.yaml:1: source: this is needed here" in told


@pytest.mark.parametrize("key", ["address", "edition-date"])
def test_a_role_without_its_official_page_and_edition_is_refused(small: Path, key: str) -> None:
    value = {"address": ' address: "https://example.org/clerk",', "edition-date": " edition-date: 2025-01-31,"}[key]
    change(small / "clerk.yaml", value, "")
    (told,) = sentences(read_roles(small))
    assert told.startswith(f"clerk.yaml:4: source: '{key}' is needed")


def test_all_mistakes_of_all_files_are_told_at_once_in_the_order_of_lines(small: Path) -> None:
    change(small / "clerk.yaml", "title: Records clerk", "titel: Records clerk")
    change(small / "clerk.yaml", "group: experience", "group: luck")
    change(small / "extra.yaml", "relation: new", "relation: old")
    told = [line.split(":")[:2] for line in sentences(read_roles(small))]
    assert told == [["clerk.yaml", "1"], ["clerk.yaml", "2"], ["clerk.yaml", "15"], ["extra.yaml", "6"]]


SAID_OF_A_LIST = [
    ("[clerk.duty.1]", "[clerk.duty.7]", 7, "day.2.overlap.by.1: there is no statement or skill 'clerk.duty.7'"),
    ("[clerk.duty.1]", "[cleric.duty.1]", 7, "day.2.overlap.by.1: 'cleric.duty.1' is needed here, but 'cleric' is not"),
    ("[clerk]", "[clerk, cleric]", 3, "for.2: there is no role 'cleric'"),
    ("extra.day.2", "extra.day.1", 7, "day.2.id: the id 'extra.day.1' stands twice, first at day.1"),
    ("extra.day.2", "extra.day.3", 5, "day: the number 2 is missing from this list"),
    ("extra.day.2", "extra.night.2", 7, "day.2.id: an id of this list is 'extra.day.' and a number"),
    ("letters, theme: records", "letters", 6, "day.1: a theme is needed: records"),
    (
        "letters, theme: records",
        "letters, theme: pay",
        6,
        "day.1.theme: there is no theme 'pay'; the themes are records",
    ),
    ("id: extra\n", "id: clerk\n", 1, "id: another file has the id 'clerk' too"),
    ("licence: Facts only}", "licence: }", 4, "source.licence: nothing is written here"),
]


@pytest.mark.parametrize(("old", "new", "line", "said"), SAID_OF_A_LIST, ids=[new for _, new, _, _ in SAID_OF_A_LIST])
def test_a_mistake_in_a_list_is_told_and_roles_that_can_do_without_it_load(
    small: Path, old: str, new: str, line: int, said: str
) -> None:
    change(small / "extra.yaml", old, new)
    loaded = read_roles(small)
    assert ids(loaded) == ["clerk"]
    assert loaded.roles[0].lists == ()
    assert any(told.startswith(f"extra.yaml:{line}: {said}") for told in sentences(loaded))


def test_a_list_goes_with_the_roles_it_is_for_and_no_other(folder: Path, small: Path) -> None:
    for path in small.glob("*.yaml"):
        path.rename(folder / path.name)
    loaded = read_roles(folder)
    assert loaded.errors == ()
    assert {role.id: [further.id for further in role.lists] for role in loaded.roles} == {
        "ciso": ["commercial"],
        "clerk": ["extra"],
    }


def test_a_role_that_needs_a_broken_list_says_so_once_and_the_others_load(folder: Path) -> None:
    (folder / "clerk.yaml").write_text(SMALL_ROLE, encoding="utf-8")
    (folder / "commercial.yaml").write_text("id: commercial\nfor: [ciso\n", encoding="utf-8")
    loaded = read_roles(folder)
    assert ids(loaded) == ["clerk"]
    assert [error.file for error in loaded.errors] == ["commercial.yaml", "ciso.yaml"]
    assert len(loaded.errors[1].problems) == 1
    assert "'commercial' is not there or could not be read" in sentences(loaded)[-1]


def test_a_broken_role_leaves_its_list_to_the_other_roles_it_is_for(small: Path) -> None:
    second = SMALL_ROLE.replace("clerk", "porter").replace("title: Records", "titel: Records")
    (small / "porter.yaml").write_text(second, encoding="utf-8")
    change(small / "extra.yaml", "[clerk]", "[porter, clerk]")
    change(small / "extra.yaml", "[clerk.duty.1]", "[clerk.duty.1, porter.duty.1]")
    loaded = read_roles(small)
    assert [error.file for error in loaded.errors] == ["porter.yaml"]
    assert [further.id for role in loaded.roles for further in role.lists] == ["extra"]


def test_two_files_cannot_hold_the_same_role(small: Path) -> None:
    (small / "clerk-again.yaml").write_text(SMALL_ROLE, encoding="utf-8")
    loaded = read_roles(small)
    assert ids(loaded) == ["clerk"]
    assert sentences(loaded) == ["clerk.yaml:1: id: another file has the id 'clerk' too"]


@pytest.mark.parametrize("content", [b"", b"- a list\n", b"just a line\n", b"id: \xff\n", b"id: [\n", b"\0\1\2"])
def test_a_file_that_holds_something_else_is_an_error_and_no_crash(small: Path, content: bytes) -> None:
    (small / "odd.yaml").write_bytes(content)
    loaded = read_roles(small)
    assert ids(loaded) == ["clerk"]
    assert [error.file for error in loaded.errors] == ["odd.yaml"]
    assert all(told.startswith("odd.yaml") for told in sentences(loaded))


def test_a_folder_without_files_holds_no_roles(tmp_path: Path) -> None:
    assert read_roles(tmp_path) == Loaded((), ())
