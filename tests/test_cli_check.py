"""Checking a file from the command line: what is data, what is said beside it, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.samples import EXAMPLES
from tests.test_cli import run

KEYS = (
    *("rule", "severity", "message", "why", "link", "statement", "field", "block", "text", "start", "end", "match"),
    *("suggestions", "yours"),
)
OLD = "Head of security\n\nWe are a young team.\n\n- A driving licence\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.txt"
    path.write_text(OLD, "utf-8")
    return path


def test_every_finding_is_a_readable_line_and_the_sum_is_said_beside_them(old: Path) -> None:
    result = run("check", old)
    first, second, end = result.stdout.split("\n")
    assert first.startswith("Fix before publishing: 'young' may put people off")
    assert first.endswith("In: We are a young team.")
    assert second.startswith("Look at: 'driving licence' keeps out people who cannot drive.")
    assert (end, result.exit_code) == ("", 1)
    assert result.stderr == f"{old}: 1 to fix, 1 to look at\n"


def test_as_json_a_finding_has_the_keys_that_scripts_know(old: Path) -> None:
    result = run("check", old, "--json")
    data = json.loads(result.stdout)
    assert [tuple(each) for each in data] == [KEYS, KEYS]
    first = data[0]
    assert (first["statement"], first["yours"], first["block"], first["severity"]) == (None, True, 2, "error")
    assert first["text"][first["start"] : first["end"]] == first["match"] == "young"
    assert first["link"] == "https://www.legislation.gov.uk/ukpga/2010/15/section/5"
    assert result.exit_code == 1


def test_a_text_with_nothing_to_fix_ends_well(old: Path) -> None:
    old.write_text("We keep data safe.", "utf-8")
    result = run("check", old, "--json")
    assert (result.stdout, result.exit_code, result.stderr) == ("[]\n", 0, f"{old}: Nothing to fix\n")


def test_a_finding_in_a_draft_names_its_statement_or_field(tmp_path: Path) -> None:
    draft = tmp_path / "job.yaml"
    text = EXAMPLES[0].read_text("utf-8").replace("closing: 2027-02-15", "closing: 2020-02-15")
    text = text.replace("answer to the regulators", "he/she answers to the regulators")
    draft.write_text(text.replace("2027-", "2031-").replace("opening: 2031-01-25", "opening: 2020-01-25"), "utf-8")
    data = json.loads(run("check", draft, "--json").stdout)
    places = {each["rule"]: (each["statement"], each["field"]) for each in data}
    assert places["sex-pairs"] == ("own.1", None)
    assert places["closed"] == (None, "post.closing")


def test_a_document_can_be_named(old: Path) -> None:
    old.write_text("We keep data safe. " * 200, "utf-8")
    assert run("check", old).stdout == ""
    assert "For information: The advert has 800 words." in run("check", old, "--layout", "private-advert").stdout
    assert run("check", old, "--layout", "poster").exit_code == 2


def test_what_cannot_be_read_is_said_in_a_sentence(tmp_path: Path) -> None:
    missing = run("check", tmp_path / "nowhere.docx")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "there is no such file" in missing.stderr
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    assert "This is a PDF" in run("check", tmp_path / "scan.pdf").stderr
    (tmp_path / "job.yaml").write_text("post: {tittle: Analyst}", "utf-8")
    wrong = run("check", tmp_path / "job.yaml")
    assert (wrong.exit_code, "job.yaml:1" in wrong.stderr) == (1, True)


def test_a_sentence_that_is_all_of_its_paragraph_is_quoted_by_its_first_words(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    words = "You work with people across the organisation and outside it "
    path.write_text(f"{words * 4}every day.", "utf-8")
    (line,) = [line for line in run("check", path).stdout.splitlines() if "This sentence has" in line]
    assert "In: You work with people across the organisation and outside it You work" in line
    assert line.endswith("…")
