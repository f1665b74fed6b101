"""House styles are kept for good, come back as they were, and travel with a backup."""

import zipfile
from base64 import b64encode
from pathlib import Path

import pytest

from jd_builder.storage import NotThereError
from jd_builder.storage.store import Store
from tests.storage.places import Place

CONTENT = bytes(range(256)) * 40


def test_a_file_comes_back_as_it_was_under_an_id_of_its_own(store: Store) -> None:
    id = store.keep_house_style("Letterhead.dotx", CONTENT)
    kept = store.load_house_style(id)
    assert (kept.id, kept.name, kept.content) == (id, "Letterhead.dotx", CONTENT)


def test_the_same_file_is_kept_once_and_another_beside_it(store: Store) -> None:
    id = store.keep_house_style("One.docx", CONTENT)
    assert store.keep_house_style("Two.docx", CONTENT) == id
    assert store.load_house_style(id).name == "One.docx"
    assert store.keep_house_style("Two.docx", CONTENT + b"x") != id


def test_a_style_that_nobody_kept_is_told(store: Store) -> None:
    for id in ("0" * 16, "", "harbour", "\x00"):
        with pytest.raises(NotThereError, match="not in this store"):
            store.load_house_style(id)


def test_house_styles_are_part_of_a_backup(store: Store, tmp_path: Path) -> None:
    id = store.keep_house_style("Letterhead.dotx", CONTENT)
    assert store.backup(tmp_path / "all.zip")["house_styles"] == 1
    with Place(None, tmp_path / "other").open() as other:
        other.restore(tmp_path / "all.zip")
        assert other.load_house_style(id) == store.load_house_style(id)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert b64encode(CONTENT) in archive.read("house_styles.jsonl")
