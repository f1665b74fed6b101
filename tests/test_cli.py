"""The command line: what each command writes where, and how it ends."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from jd_builder import __version__
from jd_builder.cli import main
from jd_builder.content import builtin
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.export.registry import FORMATS
from jd_builder.services import catalogue

GOOD = """\
role: ciso
documents: [private-advert]
organisation: {name: Harbour Mutual}
post: {title: Chief information security officer, reports-to: Chief operating officer}
"""
NAME = "Harbour Mutual - Chief information security officer - Short advert"

Write = Callable[[str, str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """``write(name, text)`` gives the path of a new file."""

    def written(name: str, text: str) -> str:
        (tmp_path / name).write_bytes(text.encode())
        return str(tmp_path / name)

    return written


def run(*arguments: object, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin, prog_name="jd_builder")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_version_is_data() -> None:
    assert (run("--version").stdout, run("--version").exit_code) == (f"{__version__}\n", 0)


def test_roles_are_listed_with_their_editions() -> None:
    result = run("roles")
    assert result.exit_code == 0
    assert result.stdout.split("\n")[0].split("  ") == ["ciso", "2024-11-30", "Chief information security officer"]


def test_roles_as_json_name_every_statement_that_a_draft_can_name() -> None:
    (ciso,) = (role for role in json.loads(run("roles", "--json").stdout) if role["id"] == "ciso")
    assert {each["id"] for each in ciso["statements"]} == set(catalogue.role("ciso").by_id)
    assert {each["id"] for each in ciso["skills"]} == set(catalogue.role("ciso").skills_by_id)


def test_layouts_are_listed_with_what_they_need() -> None:
    described = json.loads(run("layouts", "--json").stdout)
    assert [each["id"] for each in described] == [layout.id for layout in catalogue.layouts()]
    assert {"id", "name", "description", "needs"} <= described[0].keys()
    shown = run("layouts").stdout
    assert all(each["id"] in shown and each["name"] in shown and each["description"] in shown for each in described)


def test_a_broken_data_file_is_named_after_all_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    error = DataFileError("cto.yaml", (Problem("skills.1", "there is no such key here", 12),))
    loaded = builtin.Loaded(builtin.builtin_roles().roles, (error,))
    monkeypatch.setattr(builtin, "builtin_roles", lambda: loaded)
    result = run("roles")
    assert result.stdout.startswith("ciso")
    assert (result.exit_code, result.stderr) == (1, "cto.yaml:12: skills.1: there is no such key here\n")
    assert "cto.yaml:12" in run("new", "--role", "cto").stderr


def test_new_writes_a_draft_that_builds_as_it_is(tmp_path: Path) -> None:
    new = run("new")
    assert (new.exit_code, new.stderr) == (0, "")
    built = run("build", "-", "-o", tmp_path / "out.docx", stdin=new.stdout)
    assert built.exit_code == 0
    assert names(tmp_path) == ["out.docx"]
    assert built.stderr.startswith("standard input: Short advert: to fill in: ")


def test_new_takes_the_documents_that_are_asked_for(tmp_path: Path) -> None:
    new = run("new", "--role", "ciso", *(part for layout in catalogue.layouts() for part in ("--layout", layout.id)))
    built = run("build", "-", "-o", tmp_path, "--format", "md", stdin=new.stdout)
    assert built.exit_code == 0
    assert len(names(tmp_path)) == len(catalogue.layouts())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["new", "--role", "cto"], "There is no role 'cto'. There are: ciso (Chief information security officer)"),
        (["new", "--layout", "poster"], "There is no document 'poster'. There are: "),
        (["build"], "Missing option '-o'"),
        (["build", "-o", "out"], "Missing argument 'DRAFT...'."),
        (["build", "--table", "posts.csv", "-o", "out"], "--base and --table go together"),
        (["build", "job.yaml"], "Missing option '-o'"),
        (["build", "job.yaml", "-o", "out", "--layout", "poster"], "There is no document 'poster'. There are: "),
        (
            ["build", "job.yaml", "-o", "out", "--format", "odt"],
            "'odt' is not one of docx, pdf, html, md, txt, json, jsonld.",
        ),
        (["build", "job.yaml", "-o", "out", "--jobs", "0"], "0 is not in the range"),
        (["build", "a.yaml", "b.yaml", "-o", "out.docx"], "'out.docx' is one file, and there are 2 drafts."),
        (["build", "a.yaml", "-o", "out.md", "--format", "docx"], "but the format asked for is docx."),
        (["build", "a.yaml", "-o", "out.odt"], "'out.odt' is no folder"),
        (["build", "-", "-", "-o", "out"], "Standard input holds one draft."),
        (["bild"], "No such command 'bild'"),
    ],
)
def test_wrong_use_ends_with_2_and_writes_nothing(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert (result.exit_code, result.stdout, names(tmp_path)) == (2, "", [])
    assert told in " ".join(result.stderr.split())


def test_help_names_every_format() -> None:
    assert all(name in run("build", "--help").stdout for name in FORMATS)


@pytest.mark.parametrize("format_", FORMATS)
def test_a_document_is_made_in_every_format_and_its_path_is_data(write: Write, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "new" / "folder"
    result = run("build", write("job.yaml", GOOD), "-o", out, "--format", format_)
    file = out / (NAME + FORMATS[format_].suffix)
    assert (result.exit_code, result.stdout) == (0, f"{file}\n")
    assert names(out) == [file.name]


@pytest.mark.parametrize("name", ["advert.docx", "advert.HTML", "advert.md"])
def test_a_single_document_goes_into_the_file_that_is_named(write: Write, tmp_path: Path, name: str) -> None:
    result = run("build", write("job.yaml", GOOD), "-o", tmp_path / "out" / name)
    assert (result.exit_code, names(tmp_path / "out")) == (0, [name])


def test_several_documents_do_not_go_into_one_file(write: Write, tmp_path: Path) -> None:
    draft = write("job.yaml", GOOD.replace("[private-advert]", "[private-advert, internal-profile]"))
    result = run("build", draft, "-o", tmp_path / "out" / "one.docx")
    assert result.exit_code == 2
    assert "has 2 documents. Name a folder, or one of them with --layout." in " ".join(result.stderr.split())
    assert not (tmp_path / "out").exists()
    one = run("build", draft, "-o", tmp_path / "one.docx", "--layout", "internal-profile")
    assert (one.exit_code, (tmp_path / "one.docx").exists()) == (0, True)


def test_a_draft_that_names_no_documents_becomes_what_is_usual_in_its_sector(write: Write, tmp_path: Path) -> None:
    result = run("build", write("job.yaml", "organisation: {sector: nhs}"), "-o", tmp_path / "out", "--format", "md")
    assert result.exit_code == 0
    assert len(names(tmp_path / "out")) == 2


def test_gaps_are_listed_on_stderr_and_stop_nothing(write: Write, tmp_path: Path) -> None:
    draft = write("job.yaml", GOOD)
    result = run("build", draft, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert re.match(re.escape(f"{draft}: Short advert: to fill in: ") + r".*\bPay \(post\.pay\)", result.stderr)
    assert "post.title" not in result.stderr


def test_a_draft_with_wrong_values_is_left_out_and_the_others_are_made(write: Write, tmp_path: Path) -> None:
    good, wrong = write("good.yaml", GOOD), write("wrong.yaml", "role: cto\npost: {hours: many}\ndocuments: [poster]\n")
    result = run("build", wrong, good, "-o", tmp_path / "out")
    assert (result.exit_code, names(tmp_path / "out")) == (1, [f"{NAME}.docx"])
    told = [line for line in result.stderr.split("\n") if line.startswith(f"{wrong}:")]
    assert [line.removeprefix(f"{wrong}:").partition(";")[0] for line in told] == [
        "1: role: There is no role 'cto'. There are: ciso (Chief information security officer).",
        "2: post.hours: 'many' is not a number, such as 37.5",
        "3: documents.1: there is no document 'poster'",
    ]


def test_a_draft_of_an_edition_or_with_statements_that_do_not_exist_is_told(write: Write, tmp_path: Path) -> None:
    wrong = write("a.yaml", "edition: 2020-01-01\n")
    assert (
        "1: edition: There is no edition of ciso '2020-01-01'. There are: "
        in run("build", wrong, "-o", tmp_path).stderr
    )
    wrong = write("b.yaml", "choose:\n  include: [ciso.duty.99]\n")
    assert "2: choose.include.1: there is no statement 'ciso.duty.99'" in run("build", wrong, "-o", tmp_path).stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "there is no such file"),
        ("folder", "this is a folder; name the draft files in it"),
        (b"", "this is empty"),
        (b"\x89PNG\r\n\x1a\n\0", "this is not a text file in UTF-8"),
        (b"PK\x03\x04", "This Word file is damaged"),
        (b"#" * 6_000_000, "this is larger than the 5 MB that a draft file may hold"),
        (b"[" * 100_000, "it is nested too deeply"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_others_are_made(
    write: Write, tmp_path: Path, content: bytes | str | None, told: str
) -> None:
    path = tmp_path / "odd.yaml"
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    result = run("build", path, write("good.yaml", GOOD), "-o", tmp_path / "out", "--format", "md")
    assert (result.exit_code, names(tmp_path / "out")) == (1, [f"{NAME}.md"])
    assert len([line for line in result.stderr.split("\n") if line.startswith(str(path)) and told in line]) == 1


def test_a_draft_can_come_in_on_standard_input_in_utf_16(tmp_path: Path) -> None:
    result = run("build", "-", "-o", tmp_path, "--format", "md", stdin=GOOD.encode("utf-16"))
    assert (result.exit_code, names(tmp_path)) == (0, [f"{NAME}.md"])


def test_the_same_draft_twice_makes_two_files(write: Write, tmp_path: Path) -> None:
    draft = write("job.yaml", GOOD)
    result = run("build", draft, draft, "-o", tmp_path / "out", "--format", "md")
    assert result.stdout.split("\n")[:2] == [str(tmp_path / "out" / f"{NAME}{end}.md") for end in ("", " (2)")]
    assert names(tmp_path / "out") == [f"{NAME} (2).md", f"{NAME}.md"]


def test_building_again_replaces_what_was_built(write: Write, tmp_path: Path) -> None:
    draft = write("job.yaml", GOOD)
    for _ in range(2):
        assert run("build", draft, "-o", tmp_path / "out", "--format", "md").exit_code == 0
    assert names(tmp_path / "out") == [f"{NAME}.md"]


def test_a_place_that_cannot_be_written_is_one_sentence(write: Write, tmp_path: Path) -> None:
    write("out", "a file")
    result = run("build", write("job.yaml", GOOD), "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.strip().endswith("cannot be written: a file stands in the way.")


def test_a_full_disk_ends_the_work_with_one_sentence_and_no_half_file(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    draft = tmp_path / "job.yaml"
    draft.write_text(GOOD, "utf-8")
    result = run("build", draft, draft, "-o", tmp_path / "out")
    assert (result.exit_code, names(tmp_path)) == (1, ["job.yaml"])
    assert result.stderr.strip().endswith("out' cannot be written: No space left on device.")


def test_what_was_changed_in_word_in_a_working_copy_is_noted_and_not_applied(write: Write, tmp_path: Path) -> None:
    run("build", write("job.yaml", GOOD), "--working-copy", "-o", tmp_path / "copy.docx")
    assert "made in Word" not in run("build", tmp_path / "copy.docx", "-o", tmp_path / "as-it-was.txt").stderr
    word = docx.Document(str(tmp_path / "copy.docx"))
    first, second = [each for each in word.paragraphs if each.style and each.style.name == "List Bullet"][:2]
    first.runs[0].text, second.runs[0].text = "Keep the lighthouse lit", "Count the ships"
    word.save(str(tmp_path / "copy.docx"))
    posts = write("posts.csv", "post.title\nKeeper\n")
    for source in ([tmp_path / "copy.docx"], ["--base", tmp_path / "copy.docx", "--table", posts]):
        result = run("build", *source, "-o", tmp_path / "built", "--format", "txt")
        assert result.exit_code == 0
        assert "copy.docx: 2 changes made in Word, left out here." in result.stderr
        assert "Start from a Word file" in result.stderr
    assert all("lighthouse" not in file.read_text("utf-8") for file in (tmp_path / "built").iterdir())
