"""A name with a slip of the keyboard in it is known; a name that only looks like another is not."""

import pytest

from jd_builder.text.misspelling import meant, slips

KNOWN = ("main duties and responsibilities", "responsibilities", "your role", "about us", "job purpose", "the trust",
         "your profile", "duties", "essential criteria", "person specification")  # fmt: skip


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("main duties and responsibilites", "main duties and responsibilities"),
        ("main dutes and responsibilities", "main duties and responsibilities"),
        ("repsonsibilities", "responsibilities"),
        ("job pupose", "job purpose"),
        ("essental criteria", "essential criteria"),
        ("person specfication", "person specification"),
    ],
)
def test_a_slip_is_put_right(written: str, name: str) -> None:
    assert meant(written, dict.fromkeys(KNOWN, "any")) == name


@pytest.mark.parametrize(
    "written",
    [
        "our role",
        "our profile",
        "the thrust",
        "about it",
        "main responsibilities",
        "possibilities",
        "essentials criteria",
        "",
        "cuties",
    ],
)
def test_what_only_looks_like_a_name_is_none(written: str) -> None:
    assert meant(written, dict.fromkeys(KNOWN, "any")) is None


def test_of_two_meanings_none_is_guessed() -> None:
    assert meant("atpitudes", {"aptitudes": "skills", "attitudes": "values"}) is None
    assert meant("qualifcations", {"qualification": "group", "qualifications": "group"}) is not None


def test_slips_are_letters_left_out_put_in_or_changed() -> None:
    assert [slips("duties", each) for each in ("duties", "dutes", "dutties", "dutiez", "")] == [0, 1, 1, 1, 6]
