"""Reading a role from the command line: what is data, what is said beside it, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.content.reading.invented import ORDINARY, SENIOR
from tests.test_cli import run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(SENIOR, "utf-8")
    return path


def test_a_role_is_summed_up(page: Path) -> None:
    result = run("read-role", page)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.split("\n")[:3] == [
        "Chief lighthouse officer",
        '    2 duties, 2 skills, 3 "You can" statements, 2 examples of leadership, 1 related role',
        '    Skill: Lamp care: 2 "You can" statements, 1 example of leadership',
    ]
    assert "    Last updated 4 April 2025\n" in result.stdout


def test_the_levels_of_a_role_are_summed_up(page: Path) -> None:
    page.write_text(ORDINARY, "utf-8")
    assert '    Level: Lead harbour pilot: 1 responsibility, 2 skills, 2 "You can" statements' in run(
        "read-role", page
    ).stdout.split("\n")


@pytest.mark.parametrize("name", ["chief-technology-officer", "security-architect"])
def test_as_json_a_page_has_the_keys_that_other_programs_know(framework_data: Path, name: str) -> None:
    result = run("read-role", framework_data / f"{name}.html", "--json")
    data = json.loads(result.stdout)
    source = data.pop("source")
    assert data == json.loads((framework_data / f"{name}.expected.json").read_text("utf-8"))
    assert (source["kind"], source["file"], len(source["sha256"])) == ("html", f"{name}.html", 64)
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_is_in_doubt_is_a_line_beside_the_data(page: Path) -> None:
    page.write_text(SENIOR.replace("Weather watching\n\nYou", "You"), "utf-8")
    result = run("read-role", page, "--json")
    assert [skill["name"] for skill in json.loads(result.stdout)["skills"]] == ["Lamp care"]
    assert result.exit_code == 0
    assert result.stderr.split("\n") == [
        f"{page}: line 31: The name of a skill is missing before this line; what stands under it is left out.",
        f"{page}: line 39: Roles that share skills are left out, as the name of a skill is missing.",
        "",
    ]


def test_a_file_that_is_no_role_page_is_refused(page: Path) -> None:
    page.write_text("Dear Sir or Madam", "utf-8")
    result = run("read-role", page)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "page.txt: this is no role page" in result.stderr
    assert "there is no such file" in run("read-role", "nowhere.txt").stderr


def test_of_several_roles_one_has_to_be_named(framework_data: Path) -> None:
    export = framework_data / "roles-sample.csv"
    result = run("read-role", export)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Business architect, Security architect, Chief technology officer" in " ".join(result.stderr.split())
    assert run("read-role", export, "--role", "pilot").exit_code == 2
    named = run("read-role", export, "--role", "CHIEF technology officer", "--json")
    assert json.loads(named.stdout)["counts"]["leadership"] == 20
    assert (named.exit_code, named.stderr) == (0, "")


def test_only_the_doubts_of_the_named_role_are_said(framework_data: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    text = (framework_data / "roles-sample.csv").read_text("utf-8-sig")
    export.write_text(text.replace(",Awareness,", ",Wizard,"), "utf-8")
    assert "'wizard' is none of" in run("read-role", export, "--role", "Business architect").stderr
    assert run("read-role", export, "--role", "Security architect").stderr == ""
