"""Older stores come up to date whole, whoever is killed meanwhile and however many start at once."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text

from jd_builder.domain.errors import UserError
from jd_builder.storage.schema import OURS, Schema
from jd_builder.storage.sqlite import engine_for
from jd_builder.storage.sqlite_file import APPLICATION_ID
from jd_builder.storage.tables import metadata
from tests.storage.places import Place, a_schema
from tests.storage.processes import at_once, ends
from tests.storage.samples import HARBOUR, draft, full

HERE = Path(__file__).parent
LATER = "0007"  # of the migration in later/
CHANGES = ("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE")


@pytest.fixture
def later(tmp_path: Path) -> Schema:
    """The next version of the program, with one more migration."""
    scripts = tmp_path / "100% later"
    shutil.copytree(OURS.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "later" / "m0007_owners.py", scripts / "versions")
    return Schema(scripts, LATER)


@contextmanager
def connected(place: Place) -> Iterator[Connection]:
    engine = create_engine(place.url) if place.url else engine_for(place.file, foreign_keys=False)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def rows(place: Place) -> dict[str, list[Any]]:
    """What the tables hold, but for the columns that the later migration adds or renames."""
    with connected(place) as tx:
        columns = {"drafts": "id, number, title, gaps, search"}
        queries = {name: f"SELECT {columns.get(name, '*')} FROM {name} ORDER BY 1, 2" for name in metadata.tables}
        return {name: [tuple(row) for row in tx.execute(text(query))] for name, query in queries.items()}


def version(place: Place) -> str:
    with connected(place) as tx:
        return str(tx.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def filled(place: Place) -> Place:
    with place.open() as store:
        organisation = store.create_organisation(HARBOUR).id
        store.save_organisation(organisation, {"name": "Harbour"}, 1, "Name")
        id = store.create_draft(full(), gaps=2).id
        store.save_draft(id, draft("Two"), 1, "Title")
        store.save_draft(id, draft("Three"), 1, "Title")
        store.delete_draft(store.create_draft(draft()).id)
    return place


def test_the_newest_migration_is_the_one_that_the_program_asks_for() -> None:
    assert ScriptDirectory.from_config(OURS.config()).get_heads() == [OURS.newest]


def test_the_migrations_make_the_tables_that_the_program_uses(place: Place) -> None:
    place.open().close()
    with connected(place) as tx:
        assert compare_metadata(MigrationContext.configure(tx), metadata) == []


def test_the_first_migration_says_that_there_is_no_way_back(place: Place) -> None:
    before = rows(filled(place))
    with pytest.raises(NotImplementedError, match="restore a backup"), connected(place) as tx:
        OURS.downgrade(tx, "base")
    assert rows(place) == before


def test_each_later_migration_of_ours_goes_down_and_up_again(place: Place) -> None:
    before = rows(filled(place))
    for step in list(ScriptDirectory.from_config(OURS.config()).walk_revisions())[:-1]:
        with connected(place) as tx:
            OURS.downgrade(tx, str(step.down_revision))
        place.open().close()
        assert rows(place) == before


def test_up_down_and_up_again_keeps_every_row(place: Place, later: Schema) -> None:
    before = rows(filled(place))
    place.open(later).close()
    assert rows(place) == before
    with connected(place) as tx:
        later.downgrade(tx, OURS.newest)
    assert (version(place), rows(place)) == (OURS.newest, before)
    place.open(later).close()
    assert (version(place), rows(place)) == (LATER, before)


def open_and_die(place: Place, schema: Schema, step: int) -> None:
    """Open a store, killed just before the given change to the database, counted from 1."""
    left = step

    @event.listens_for(Engine, "before_cursor_execute")
    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        nonlocal left
        left -= statement.split()[0] in CHANGES
        die()

    @event.listens_for(Engine, "commit")
    def count_commits(_: Any) -> None:
        nonlocal left
        left -= 1
        die()

    def die() -> None:
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    place.open(schema).close()


@pytest.mark.skipif(os.name == "nt", reason="nothing can be killed in this way on Windows")
def test_an_upgrade_killed_at_any_step_is_simply_done_again(place: Place, later: Schema) -> None:
    before = rows(filled(place))
    step = 1
    while ends(open_and_die, place, later, step) == -signal.SIGKILL:
        assert (version(place), rows(place)) == (OURS.newest, before)
        step += 1
    assert step > 5
    assert (version(place), rows(place)) == (LATER, before)


@pytest.mark.skipif(os.name == "nt", reason="nothing can be killed in this way on Windows")
def test_a_store_whose_making_was_killed_at_any_step_is_made_at_the_next_start(place: Place) -> None:
    step = 1
    while ends(open_and_die, place, OURS, step) == -signal.SIGKILL:
        assert not place.file.exists()
        step += 1
    assert step > 10
    filled(place)
    assert version(place) == OURS.newest


def open_each(start: Barrier, places: list[Place], schema: Schema) -> int:
    for place in places:
        start.wait(60)
        with place.open(schema) as store:
            store.create_organisation(HARBOUR)
    return len(places)


def test_three_servers_make_the_same_store_at_once(tmp_path: Path) -> None:
    places = [Place(None, tmp_path / str(number)) for number in range(10)]
    assert at_once(open_each, *[(places, OURS)] * 3) == [10, 10, 10]
    for place in places:
        assert [path.name for path in place.folder.iterdir()] == [place.file.name]
        with place.open() as store:
            assert len(store.list_organisations()) == 3


def test_three_servers_upgrade_the_same_postgresql_at_once(later: Schema, tmp_path: Path) -> None:
    with a_schema() as url:
        place = Place(url, tmp_path)
        before = rows(filled(place))
        assert at_once(upgrade_again_and_again, *[(place, later, before)] * 3) == [[LATER] * 20] * 3


def upgrade_again_and_again(start: Barrier, place: Place, schema: Schema, before: object) -> list[str]:
    """Twenty times, with the others; in between one of them undoes it, once all have seen what it made."""
    versions = []
    for _ in range(20):
        versions.append(open_only(start, place, schema))
        if start.wait(60) == 0:
            assert rows(place) == before
            with connected(place) as tx:
                schema.downgrade(tx, OURS.newest)
    return versions


def open_only(start: Barrier, place: Place, schema: Schema) -> str:
    start.wait(60)
    place.open(schema).close()
    return version(place)


def test_three_programs_upgrade_the_same_file_at_once(on_sqlite: Place, later: Schema) -> None:
    before = rows(filled(on_sqlite))
    assert at_once(open_only, *[(on_sqlite, later)] * 3) == [LATER] * 3
    assert rows(on_sqlite) == before


def test_a_copy_of_the_file_is_kept_before_an_upgrade(on_sqlite: Place, later: Schema) -> None:
    before = rows(filled(on_sqlite))
    on_sqlite.open(later).close()
    [copy] = (on_sqlite.folder / "backups").iterdir()
    assert copy.name == f"jd-builder-20260302-090100-version-{OURS.newest}.sqlite3"
    shutil.copy(copy, on_sqlite.file)
    assert (version(on_sqlite), rows(on_sqlite)) == (OURS.newest, before)


def test_an_old_program_leaves_a_newer_store_as_it_is(place: Place, later: Schema) -> None:
    filled(place).open(later).close()
    before = rows(place)
    bytes_before = place.file.read_bytes() if place.url is None else b""
    with pytest.raises(UserError, match="a newer version of jd-builder") as told:
        place.open()
    assert "Update jd-builder" in told.value.fix
    assert (version(place), rows(place)) == (LATER, before)
    assert bytes_before == (place.file.read_bytes() if place.url is None else b"")


def test_a_store_that_is_up_to_date_opens_without_alembic(on_sqlite: Place) -> None:
    filled(on_sqlite)
    assert ends(open_without_alembic, on_sqlite) == 0


def open_without_alembic(place: Place) -> None:
    import sys

    for name in [name for name in sys.modules if name.split(".")[0] == "alembic"]:
        del sys.modules[name]
    sys.modules["alembic"] = None  # type: ignore[assignment]
    place.open().close()


@pytest.mark.parametrize("sample", sorted((HERE / "samples_of_releases").glob("*.sql")), ids=lambda path: path.stem)
def test_the_stores_of_earlier_releases_open_with_all_they_hold(on_sqlite: Place, sample: Path) -> None:
    with closing(sqlite3.connect(on_sqlite.file)) as raw:
        raw.executescript(sample.read_text("utf-8"))
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with on_sqlite.open() as store:
        [line] = store.list_drafts("harbour")
        [deleted] = store.list_drafts(deleted=True)
        stored = store.load_draft(line.id)
        assert (stored.number, stored.can_undo, stored.draft.post["title"]) == (2, True, "Two")
        assert store.revision(line.id, 1) == full()
        assert [each.refused for each in store.revisions(line.id)] == [False, False, True]
        assert deleted.title == "Chief information security officer"
        assert store.load_organisation(store.list_organisations()[0].id).answers == {"name": "Harbour"}
