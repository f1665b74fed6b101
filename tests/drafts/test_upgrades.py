"""Files of older versions: each step changes the shape once, and none is left out."""

import pytest

from jd_builder.domain.draft import VERSION
from jd_builder.domain.errors import UserError
from jd_builder.drafts.upgrades import UPGRADES, Values, upgrade


def renamed(values: Values) -> Values:
    """From 1 to 2, say: the post was called job."""
    return {("post" if key == "job" else key): value for key, value in values.items()}


def listed(values: Values) -> Values:
    """From 2 to 3, say: a document became documents."""
    return {key: value for key, value in values.items() if key != "document"} | {"documents": [values["document"]]}


STEPS = {1: renamed, 2: listed}


def test_an_old_file_goes_through_every_step_up_to_the_newest() -> None:
    old: Values = {"version": "1", "job": {"title": "CISO"}, "document": "private-advert"}
    new = {"version": "3", "post": {"title": "CISO"}, "documents": ["private-advert"]}
    assert upgrade(old, STEPS, newest=3) == new
    assert old["version"] == "1"


def test_a_file_in_the_middle_goes_through_the_later_steps_only() -> None:
    assert upgrade({"version": "2", "document": "x", "job": "kept"}, STEPS, newest=3) == {
        "version": "3",
        "job": "kept",
        "documents": ["x"],
    }


def test_a_file_without_a_version_is_of_the_first() -> None:
    assert upgrade({"job": "x", "document": "y"}, STEPS, newest=3)["post"] == "x"


def test_the_newest_version_is_left_as_it_is() -> None:
    assert upgrade({"version": str(VERSION), "role": "ciso"}) == {"version": str(VERSION), "role": "ciso"}


def test_there_is_a_step_from_every_older_version() -> None:
    assert list(UPGRADES) == list(range(1, VERSION))


@pytest.mark.parametrize("version", ["4", "99999999999999999999"])
def test_a_newer_version_asks_for_a_newer_program(version: str) -> None:
    with pytest.raises(UserError, match=r"version: this file is of version .* reads versions up to 3 A newer"):
        upgrade({"version": version}, STEPS, newest=3)


@pytest.mark.parametrize("version", ["0", "-1", "one", "1.5", "", "²", ["1"]])
def test_what_is_no_version_is_told(version: object) -> None:
    with pytest.raises(UserError, match="is not a version"):
        upgrade({"version": version}, STEPS, newest=3)
