"""Every file of the framework that is at hand, against what reading it must give."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from jd_builder.content.reading import as_data, read, read_file
from tests.content.reading.texts import copied

SAMPLES = ["chief-technology-officer", "security-architect"]
NOT_IN_A_CSV = {"grades", "shares_skills_with"}


def expected(folder: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / f"{name}.expected.json").read_text("utf-8"))
    return data


def without_source(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "source"}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_saved_page_gives_everything_it_shows(framework_data: Path, name: str) -> None:
    reading = read_file(framework_data / f"{name}.html")
    data = as_data(reading.roles[0])
    assert without_source(data) == expected(framework_data, name)
    assert list(data) == [*expected(framework_data, name), "source"]
    assert (len(reading.roles), reading.doubts) == (1, ())


@pytest.mark.parametrize("name", SAMPLES)
def test_the_export_gives_the_same_but_for_what_it_lacks(framework_data: Path, name: str) -> None:
    wanted = expected(framework_data, name)
    wanted["shares_skills_with"], wanted["counts"]["related_roles"] = {}, 0
    for place in (wanted, *wanted.get("levels", [])):
        if "grades" in place:
            place["grades"] = []
    reading = read_file(framework_data / "roles-sample.csv")
    (role,) = (role for role in reading.roles if role.role == wanted["role"])
    assert without_source(as_data(role)) == wanted
    assert reading.doubts == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_copied_text_gives_the_same_but_for_the_family(framework_data: Path, name: str) -> None:
    reading = read(copied(framework_data / f"{name}.html").encode(), "copied.txt")
    assert without_source(as_data(reading.roles[0])) == expected(framework_data, name) | {"family": None}
    assert reading.doubts == ()


def test_the_page_of_the_ciso_is_read_whole(seeds: Path) -> None:
    reading = read_file(seeds / "framework-ciso.txt")
    (role,) = reading.roles
    data = as_data(role)
    assert data["role"] == "Chief information security officer"
    assert data["counts"] == {"duties": 10, "skills": 8, "you_can": 27, "leadership": 26, "related_roles": 2}
    assert [len(skill.you_can) for skill in role.skills] == [3, 4, 3, 3, 3, 4, 4, 3]
    assert [len(skill.leadership) for skill in role.skills] == [4, 3, 3, 3, 3, 3, 3, 4]
    assert data["grades"] == ["SCS 1 (Senior Civil Service 1)", "SCS 2 (Senior Civil Service 2)"]
    assert len(role.description) == 2
    shared = tuple(skill.name for skill in role.skills[-2:])
    assert role.shares_skills_with == {"Chief data officer": shared, "Chief technology officer": shared}
    assert reading.doubts == ()


def test_every_statement_of_the_ciso_is_a_bullet_of_the_file(seeds: Path) -> None:
    text = (seeds / "framework-ciso.txt").read_text("utf-8")
    bullets = [line.removeprefix("  • ") for line in text.split("\n") if line.startswith("  • ")]
    (role,) = read_file(seeds / "framework-ciso.txt").roles
    of_skills = [text for skill in role.skills for text in (*skill.you_can, *skill.leadership)]
    assert [*role.duties, *role.grades, *of_skills] == bullets


def test_the_source_says_what_was_read_and_when_the_page_was_changed(seeds: Path) -> None:
    path = seeds / "framework-ciso.txt"
    source = read_file(path).roles[0].source
    assert (source.kind, source.file, source.sha256) == ("text", path.name, sha256(path.read_bytes()).hexdigest())
    assert (source.edition_date, source.published) == (date(2024, 11, 30), date(2024, 10, 7))
    assert [day for day, _ in source.updates] == [date(2024, 11, 30), date(2024, 10, 7)]
    assert source.updates[-1][1] == "First published."


def test_a_page_says_its_title_and_its_dates(framework_data: Path) -> None:
    source = read_file(framework_data / "chief-technology-officer.html").roles[0].source
    assert (source.title or "").startswith("Chief technology officer | ")
    assert (source.edition_date, source.published) == (date(2025, 2, 28), None)


def test_an_article_about_the_job_is_no_role_page(seeds: Path) -> None:
    with pytest.raises(Exception, match=r"^sc-jobs-ciso.txt: this is no role page: "):
        read_file(seeds / "sc-jobs-ciso.txt")
