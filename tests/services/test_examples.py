"""The examples that newcomers open: every file is read, and each says what it is of."""

from pathlib import Path

import pytest

from jd_builder.domain.errors import DataFileError
from jd_builder.services import documents, examples, gaps
from jd_builder.services.examples import example, names

ALL = names()


def test_there_are_examples_of_several_kinds_of_organisation() -> None:
    assert len({example(name).kind for name in ALL}) == len(ALL) >= 3


@pytest.mark.parametrize("name", ALL)
def test_an_example_is_complete_and_has_nothing_wrong(name: str) -> None:
    draft = example(name).draft
    assert gaps.found(documents.assembled(draft)) == ()
    assert (*draft.read_organisation().problems, *draft.read_post().problems) == ()


@pytest.mark.parametrize("name", ALL)
def test_an_example_names_its_organisation_and_its_documents(name: str) -> None:
    shown = example(name)
    assert shown.organisation == shown.draft.organisation["name"]
    assert len(shown.shows.split(", ")) == len(shown.draft.documents)
    assert shown.shows[0].isupper()


def test_names_are_known_without_reading_the_files(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("post: [", encoding="utf-8")
    (tmp_path / "README.md").write_text("", encoding="utf-8")
    assert names(tmp_path) == ("broken",)


def test_a_broken_example_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("role: ciso\npost:\n  pey: 1\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"broken\.yaml:3"):
        example("broken", tmp_path)


def test_an_example_without_a_sector_is_called_an_example(tmp_path: Path) -> None:
    (tmp_path / "plain.yaml").write_text("role: ciso\ndocuments: [private-advert]\n", encoding="utf-8")
    shown = example("plain", tmp_path)
    assert (shown.kind, shown.organisation, shown.shows) == ("Example", "", "Short advert")


def test_the_folder_is_that_of_the_repository() -> None:
    assert examples.FOLDER.is_dir()
