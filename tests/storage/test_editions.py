"""Editions of roles are kept for good, each once, on every engine alike."""

import zipfile
from pathlib import Path

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.storage.store import Store
from tests.assembly.roles import GUARD
from tests.storage.places import Place
from tests.storage.samples import draft

NEWER = GUARD.model_copy(update={"edition": "2027-01-01", "title": "Night guard"})
PORTER = GUARD.model_copy(update={"id": "a-porter", "title": "Porter"})


def test_an_edition_comes_back_as_it_was_kept(store: Store) -> None:
    store.add_edition(GUARD)
    assert store.load_edition(GUARD.id, GUARD.edition) == GUARD


def test_editions_are_listed_by_role_and_the_newest_first(store: Store) -> None:
    for role in (GUARD, PORTER, NEWER):
        store.add_edition(role)
    listed = [(line.role, line.edition, line.title) for line in store.list_editions()]
    assert listed == [(role.id, role.edition, role.title) for role in (PORTER, NEWER, GUARD)]
    assert store.count_editions() == 3


def test_an_edition_that_is_kept_already_is_left_as_it_is(store: Store) -> None:
    store.add_edition(GUARD)
    with pytest.raises(UserError, match="is kept already"):
        store.add_edition(GUARD.model_copy(update={"title": "Another"}))
    assert store.load_edition(GUARD.id, GUARD.edition).title == GUARD.title


def test_an_edition_that_nobody_kept_is_named(store: Store) -> None:
    with pytest.raises(UserError, match="no edition 2030 of guard"):
        store.load_edition("guard", "2030")


def test_editions_are_part_of_a_backup(store: Store, on_sqlite: Place, tmp_path: Path) -> None:
    store.add_edition(GUARD)
    assert store.backup(tmp_path / "all.zip")["editions"] == 1
    with Place(None, tmp_path / "other").open() as other:
        other.restore(tmp_path / "all.zip")
        assert other.load_edition(GUARD.id, GUARD.edition) == GUARD


def test_a_backup_from_before_editions_can_be_restored(store: Store, tmp_path: Path) -> None:
    id = store.create_draft(draft("Kept")).id
    store.backup(tmp_path / "new.zip")
    as_before(tmp_path / "new.zip", tmp_path / "old.zip")
    with Place(None, tmp_path / "other").open() as other:
        other.restore(tmp_path / "old.zip")
        assert other.load_draft(id).draft == draft("Kept")


TABLES = "editions proposals model_calls house_styles publications drafts_waiting organisations_waiting"
LATER = [f"{table}.jsonl" for table in TABLES.split()]


def as_before(new: Path, old: Path) -> None:
    """The same backup as the first release wrote it."""
    import json

    with zipfile.ZipFile(new) as source, zipfile.ZipFile(old, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "manifest.json":
                said = json.loads(content)
                said["format"] = 1
                said["members"] = {name: said["members"][name] for name in said["members"] if name not in LATER}
                content = json.dumps(said).encode()
            if name not in LATER:
                target.writestr(name, content)
