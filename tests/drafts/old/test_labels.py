"""The data file of labels: whole, without doubles, and refused with its line if not."""

from pathlib import Path

import pytest

from jd_builder.domain.errors import DataFileError
from jd_builder.drafts.old import labels


def test_every_label_is_read_as_what_it_stands_under() -> None:
    known = labels.labels()
    assert known.fact("3. JOB TITLE:") == known.fact("Post title") == "post.title"
    assert known.fact("Location(s)") == known.fact("Place of work") == "post.location"
    assert known.section("Duties & Responsibilities") == "duties"
    assert known.group("Education/Qualifications") == "qualifications"
    assert known.stages("AF/I") == known.stages("Application form and interview") == ("A", "I")
    assert known.stages("sea trial") == ()


@pytest.mark.parametrize(
    "label", ["Job Title / Teitl y Swydd:", "TEITL Y SWYDD/JOB TITLE", "Teitl y swydd | Job title"]
)
def test_a_label_in_welsh_and_english_is_understood_by_its_english_side(label: str) -> None:
    assert labels.labels().fact(label) == "post.title"


def test_every_kind_of_label_may_stand_in_two_languages() -> None:
    known = labels.labels()
    assert known.fact("Salary / Cyflog") == "post.pay"
    assert known.fact("Band / Band") == "post.grade"
    assert known.fact("Yn atebol i / Reports to") == "post.reports-to"
    assert known.section("Prif ddyletswyddau / Main duties") == "duties"
    assert known.section("Essential criteria / Meini prawf hanfodol") == "essential"
    assert known.group("Skills / Sgiliau") == "skills"
    assert known.column("Dull asesu / How assessed") == "assessed"
    assert known.is_document("Swydd ddisgrifiad / Job description")


@pytest.mark.parametrize(
    "label", ["Manager / Non-manager", "Title / Forename", "Salary / Contract", "Cyflog", "Swydd / Cyflog"]
)
def test_a_slash_between_two_things_that_are_no_translation_decides_nothing(label: str) -> None:
    assert labels.labels().fact(label) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("post.grade:", "post.grate:", "no such answer"),
        ("[hours,", "[hours, salary,", "'salary' stands twice"),
        ("\ndocuments:", "\npapers:", "no such key"),
    ],
)
def test_a_wrong_label_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = labels.FILE.read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / "labels.yaml"
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=rf"labels\.yaml:\d+: .*{said}"):
        labels.labels(copy)


def test_a_heading_with_a_slip_of_the_keyboard_is_known_and_one_that_only_looks_like_it_is_not() -> None:
    known = labels.labels()
    assert known.section("MAIN DUTIES & RESPONSIBILITES") == "duties"
    assert known.section("Essental criteria:") == "essential"
    assert known.group("Qualifcations") == "qualifications"
    for other in ("Our role", "Our profile", "Contact", "Cuties", "Key taxes"):
        assert (known.section(other), known.group(other)) == (None, None)
