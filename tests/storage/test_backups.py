"""A backup holds everything as it was at one moment, and any engine takes it back."""

import json
import os
from multiprocessing.synchronize import Event
from pathlib import Path
from threading import Barrier
from zipfile import ZipFile

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.storage import Saved, check_backup
from jd_builder.storage.store import Store
from tests.assembly.roles import GUARD
from tests.storage.places import ENGINES, Place
from tests.storage.places import place as a_place
from tests.storage.processes import CONTEXT, at_once
from tests.storage.samples import HARBOUR, draft, following, full


@pytest.fixture
def filled(store: Store) -> Store:
    organisation = store.create_organisation(HARBOUR).id
    store.save_organisation(organisation, {"name": "Harbour"}, 1, "Name")
    store.delete_organisation(store.create_organisation({"name": "Gone"}).id)
    id = store.create_draft(full(), gaps=2).id
    store.save_draft(id, draft("Two"), 1, "Title")
    store.save_draft(id, draft("Refused"), 1, "Title")
    store.undo(id, 2)
    store.create_draft(following(organisation, 1))
    store.delete_draft(store.create_draft(draft("Gone")).id)
    store.add_edition(GUARD)
    return store


def members(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as zip:
        return {name: zip.read(name) for name in zip.namelist() if name != "manifest.json"}


COUNTS = {"organisations": 2, "organisation_revisions": 3, "drafts": 3, "draft_revisions": 5, "editions": 1}
COUNTS |= {"proposals": 0, "model_calls": 0, "house_styles": 0, "publications": 0}
COUNTS |= {"drafts_waiting": 0, "organisations_waiting": 0}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_restored_on_any_engine_is_the_same_to_the_last_byte(
    filled: Store, tmp_path: Path, engine: str
) -> None:
    assert filled.backup(tmp_path / "one.zip") == COUNTS
    with a_place(engine, tmp_path / "other") as other, other.open() as restored:
        assert check_backup(tmp_path / "one.zip") == COUNTS
        assert restored.restore(tmp_path / "one.zip") == COUNTS
        restored.backup(tmp_path / "two.zip")
        assert members(tmp_path / "one.zip") == members(tmp_path / "two.zip")
        for deleted in (False, True):
            assert restored.list_drafts(deleted=deleted) == filled.list_drafts(deleted=deleted)
            assert restored.list_organisations(deleted) == filled.list_organisations(deleted)
        for line in filled.list_drafts():
            assert restored.load_draft(line.id) == filled.load_draft(line.id)
            assert restored.revisions(line.id) == filled.revisions(line.id)


def test_life_goes_on_in_a_restored_store(filled: Store, tmp_path: Path) -> None:
    filled.backup(tmp_path / "backup.zip")
    with Place(None, tmp_path / "other").open() as restored:
        restored.restore(tmp_path / "backup.zip")
        line = restored.list_drafts("harbour", limit=1)[0]
        current = restored.load_draft(line.id)
        assert isinstance(restored.save_draft(line.id, draft("More"), current.number, "Title"), Saved)


def test_an_empty_store_can_be_backed_up_too(store: Store, tmp_path: Path) -> None:
    assert store.backup(tmp_path / "backup.zip") == dict.fromkeys(COUNTS, 0)
    assert store.restore(tmp_path / "backup.zip") == dict.fromkeys(COUNTS, 0)


def test_a_person_can_read_it(filled: Store, tmp_path: Path) -> None:
    filled.backup(tmp_path / "backup.zip")
    lines = members(tmp_path / "backup.zip")["draft_revisions.jsonl"].splitlines()
    titles = [json.loads(line)["content"]["post"]["title"] for line in lines]
    assert sorted(titles) == sorted([full().post["title"], "Two", "Refused", "CISO", "Gone"])


def test_it_takes_the_place_of_an_older_one_when_it_is_complete(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"
    filled.backup(path)
    older = path.read_bytes()
    filled.create_draft(draft())
    filled.backup(path)
    assert path.read_bytes() != older
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.glob("*backup*")] == ["backup.zip"]


def test_even_what_packs_as_tightly_as_a_bomb_can_be_restored(store: Store, tmp_path: Path) -> None:
    id = store.create_draft(draft("a" * 4_000_000)).id
    store.backup(tmp_path / "backup.zip")
    with Place(None, tmp_path / "other").open() as restored:
        restored.restore(tmp_path / "backup.zip")
        assert restored.load_draft(id) == store.load_draft(id)


def test_a_place_where_it_cannot_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "a folder").mkdir()
    for path in (tmp_path / "nowhere" / "backup.zip", tmp_path / "a folder"):
        with pytest.raises(UserError, match="was not written"):
            filled.backup(path)
    assert list((tmp_path / "a folder").iterdir()) == []


def test_restoring_never_overwrites(filled: Store, tmp_path: Path) -> None:
    filled.backup(tmp_path / "backup.zip")
    before = filled.list_drafts()
    with pytest.raises(UserError, match="already holds something") as told:
        filled.restore(tmp_path / "backup.zip")
    assert "a new store" in told.value.fix
    assert filled.list_drafts() == before
    with Place(None, tmp_path / "other").open() as other:
        other.delete_organisation(other.create_organisation(HARBOUR).id)
        with pytest.raises(UserError, match="already holds something"):
            other.restore(tmp_path / "backup.zip")


def write_until(done: Event, place: Place, started: Barrier) -> None:
    with place.open() as store:
        id = store.create_draft(draft("1")).id
        started.wait(60)
        number = 1
        while not done.is_set():
            store.save_draft(id, draft(str(number + 1)), number, "Title")
            number += 1


def test_a_backup_while_others_write_is_of_one_moment(place: Place, tmp_path: Path) -> None:
    done, started = CONTEXT.Event(), CONTEXT.Barrier(5)
    writers = [CONTEXT.Process(target=write_until, args=(done, place, started)) for _ in range(4)]
    for writer in writers:
        writer.start()
    paths = [tmp_path / f"{number}.zip" for number in range(20)]
    try:
        with place.open() as store:
            started.wait(60)
            for path in paths:
                store.backup(path)
    finally:
        done.set()
        for writer in writers:
            writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    for path in paths:
        assert_consistent(path)
    assert_restorable(paths[-1], tmp_path)


def assert_consistent(path: Path) -> None:
    """Each draft's newest revision is the current one, and none is missing before it."""
    rows = {name: [json.loads(line) for line in lines.splitlines()] for name, lines in members(path).items()}
    assert len(rows["drafts.jsonl"]) == 4
    for head in rows["drafts.jsonl"]:
        own = [row for row in rows["draft_revisions.jsonl"] if row["id"] == head["id"]]
        assert [row["number"] for row in own] == list(range(1, head["number"] + 1))
        assert own[-1]["content"]["post"]["title"] == head["title"] == str(head["number"])
        assert own[-1]["made_at"] == head["edited_at"]


def assert_restorable(path: Path, folder: Path) -> None:
    with Place(None, folder / "restored").open() as store:
        assert store.restore(path)["drafts"] == len(store.list_drafts()) == 4


def restore_one(start: Barrier, place: Place, path: Path) -> bool:
    with place.open() as store:
        start.wait(60)
        try:
            store.restore(path)
        except UserError:
            return False
        return True


def test_of_two_who_restore_at_once_one_does_and_one_is_told(filled: Store, tmp_path: Path) -> None:
    filled.backup(tmp_path / "backup.zip")
    for engine in ENGINES:
        with a_place(engine, tmp_path / "other") as other:
            other.open().close()
            assert sorted(at_once(restore_one, *[(other, tmp_path / "backup.zip")] * 2)) == [False, True]
            with other.open() as store:
                assert store.list_drafts() == filled.list_drafts()
