"""Comparing two files from the command line: what is data, what is said beside it, and how it ends."""

import json
import zipfile
from pathlib import Path

import docx
import pytest

from tests.samples import EXAMPLES
from tests.test_cli import run

HARBOUR = next(path for path in EXAMPLES if path.stem == "harbour-mutual")
KEYS = ["part", "label", "sort", "before", "after", "place"]


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    path = tmp_path / "job.yaml"
    path.write_text(HARBOUR.read_text("utf-8").replace("hours: 35", "hours: 30"), "utf-8")
    return path


def test_each_change_is_a_readable_line_and_the_sum_is_said_beside_them(newer: Path) -> None:
    result = run("compare", HARBOUR, newer)
    assert result.stdout == "Changed: The job, Hours a week: 35 -> 30\n"
    assert result.stderr == "harbour-mutual.yaml to job.yaml: 1 changed.\n"
    assert result.exit_code == 0


def test_two_equal_files_have_no_changes_and_end_well(newer: Path) -> None:
    result = run("compare", newer, newer)
    assert (result.stdout, result.exit_code) == ("", 0)
    assert result.stderr.endswith("Nothing changed.\n")


def test_as_json_a_change_has_the_keys_that_scripts_know(newer: Path) -> None:
    newer.write_text(newer.read_text("utf-8").replace("    - ciso.duty.10\n", ""), "utf-8")
    changes = json.loads(run("compare", HARBOUR, newer, "--json").stdout)
    assert [list(each) for each in changes] == [KEYS] * len(changes)
    assert list(changes[0].values()) == ["The job", "Hours a week", "changed", "35", "30", None]
    duty = next(each for each in changes if each["part"] == "Duties")
    assert (duty["label"], duty["sort"], duty["before"]) == (None, "added", None)


def test_a_word_file_shows_what_went_and_what_came(newer: Path, tmp_path: Path) -> None:
    result = run("compare", HARBOUR, newer, "-o", tmp_path / "changes.docx")
    assert (result.stdout, result.exit_code) == (f"{tmp_path / 'changes.docx'}\n", 0)
    body = zipfile.ZipFile(tmp_path / "changes.docx").read("word/document.xml").decode()
    went, came = body.index("<w:strike/>"), body.index("<w:u ")
    assert went < body.index(">35<", went) < came < body.index(">30<", came)


def test_markdown_and_a_web_page_go_to_standard_output_or_to_a_file(newer: Path, tmp_path: Path) -> None:
    shown = run("compare", HARBOUR, newer, "--format", "md").stdout
    assert "From harbour-mutual.yaml to job.yaml." in shown
    assert "<del>35</del> <ins>30</ins>" in shown
    run("compare", HARBOUR, newer, "-o", tmp_path / "changes.html")
    assert "<del>35</del>" in (tmp_path / "changes.html").read_text("utf-8")


def test_a_built_word_file_is_compared_with_the_draft_of_today(newer: Path, tmp_path: Path) -> None:
    old = tmp_path / "last-year.docx"
    run("build", HARBOUR, "--layout", "university-nhs", "-o", old)
    lines = run("compare", old, newer).stdout.splitlines()
    assert "Changed: The job, Hours a week: 35 -> 30" in lines
    assert len(lines) < 6
    back = run("compare", newer, old).stdout.splitlines()
    assert "Changed: The job, Hours a week: 30 -> 35" in back


def test_a_working_copy_is_the_draft_that_it_carries(newer: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    run("build", HARBOUR, "--layout", "private-advert", "--working-copy", "-o", copy)
    assert run("compare", copy, newer).stdout == "Changed: The job, Hours a week: 35 -> 30\n"


def test_all_that_is_wrong_with_both_files_is_told_at_once(tmp_path: Path) -> None:
    wrong, lost = tmp_path / "wrong.yaml", tmp_path / "lost.docx"
    wrong.write_text("version: 1\nrole: ciso\npots: {}\n", "utf-8")
    result = run("compare", wrong, lost)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "wrong.yaml:3: pots" in result.stderr
    assert "lost.docx: there is no such file" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "pdf"], "'pdf' is not one of docx, html, md."),
        (["--format", "docx"], "A Word file needs a name"),
        (["-o", "changes.pdf"], "they end in .docx, .html or .md"),
        (["-o", "changes.md", "--format", "html"], "ends in .md, but the format asked for is html"),
    ],
)
def test_a_file_that_cannot_be_is_wrong_use(newer: Path, options: list[str], said: str) -> None:
    result = run("compare", HARBOUR, newer, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_file_is_never_one_of_the_two(newer: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text("Duties\n\n- Keep the books\n", "utf-8")
    assert run("compare", old, newer, "-o", old).exit_code == 2
    assert "Keep the books" in old.read_text("utf-8")


def test_what_was_not_understood_is_shown_with_its_number_beside_the_changes(newer: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    run("build", HARBOUR, "--layout", "university-nhs", "-o", old)
    old.write_text(old.read_text("utf-8").replace("**Grade:**", "**Our own scale:**"), "utf-8")
    result = run("compare", old, newer)
    assert "passages were not understood in old.md." in result.stderr
    assert "\n  Job details: Our own scale: Executive 2\n" in result.stderr
    assert "Added or not understood: Grade and job evaluation, Grade or band: Executive 2" in result.stdout
    assert "Not understood in old.md" in run("compare", old, newer, "--format", "md").stdout
    assert "understood" not in run("compare", old, newer, "--json").stdout


def test_pay_under_a_label_in_two_languages_is_compared(newer: Path, tmp_path: Path) -> None:
    from docx import Document

    word = Document()
    table = word.add_table(rows=0, cols=2)
    for cells in (
        ("Job Title / Teitl y Swydd:", "Clerk"),
        ("Salary / Cyflog", "£74,290 - £85,601 pa"),
        ("Band / Band", "8c"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    word.save(str(tmp_path / "old.docx"))
    lines = run("compare", tmp_path / "old.docx", newer).stdout.splitlines()
    assert any(line.startswith("Changed: The job, Pay: From: 74,290; To: 85,601") for line in lines)
    assert "not understood" not in "".join(lines)


def test_what_was_changed_in_word_in_a_working_copy_is_noted_beside_the_changes(newer: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.docx"
    run("build", HARBOUR, "--layout", "private-advert", "--working-copy", "-o", copy)
    word = docx.Document(str(copy))
    next(each for each in word.paragraphs if each.text.startswith("Encourage")).runs[0].text = "Count the ships"
    word.save(str(copy))
    result = run("compare", copy, newer)
    assert result.stdout == "Changed: The job, Hours a week: 35 -> 30\n"
    assert "copy.docx: 1 change made in Word, left out here." in result.stderr
