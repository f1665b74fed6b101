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
