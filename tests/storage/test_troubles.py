"""What a person may meet while working: told in a sentence, nothing half saved, and it works again after."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Pool, event, make_url

from jd_builder.domain.errors import UserError
from jd_builder.storage import NotSavedError, Saved, postgres, sqlite
from jd_builder.storage.store import Store
from tests.storage.places import Place, run_on_server, server
from tests.storage.processes import ends
from tests.storage.samples import draft, full

PATIENCE = 0.1  # seconds


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    for engine in (sqlite, postgres):
        monkeypatch.setattr(engine, "PATIENCE", PATIENCE)


@contextmanager
def connections() -> Iterator[list[sqlite3.Connection]]:
    """All that the stores opened meanwhile are connected with."""
    found: list[sqlite3.Connection] = []

    def remember(raw: sqlite3.Connection, _: Any) -> None:
        found.append(raw)

    event.listen(Pool, "connect", remember)
    try:
        yield found
    finally:
        event.remove(Pool, "connect", remember)


def save_until_it_fails(store: Store, id: str) -> int:
    """The number of the last save that was acknowledged."""
    number = store.load_draft(id).number
    told = ""
    while not told:
        try:
            answer = store.save_draft(id, draft(f"Title {number + 1} " + "x" * 5000), number, "Title")
        except NotSavedError as error:
            told = error.message
        else:
            assert isinstance(answer, Saved)
            number = answer.number
    assert told in ("This was not saved: the disk is full.", "This was not saved: the disk reports an error.")
    return number


def test_a_full_disk_is_told_and_saving_works_again_when_there_is_space(on_sqlite: Place) -> None:
    with connections() as raw, on_sqlite.open() as store:
        id = store.create_draft(draft("Title 1")).id
        kept = 1
        for _ in range(3):
            [pages] = raw[-1].execute("PRAGMA page_count").fetchone()
            raw[-1].execute(f"PRAGMA max_page_count = {pages + 20}")
            kept = save_until_it_fails(store, id)
            assert store.load_draft(id).number == kept == len(store.revisions(id))
            raw[-1].execute("PRAGMA max_page_count = 1000000")
            assert isinstance(store.save_draft(id, draft(f"Space again after {kept}"), kept, "Title"), Saved)
    with on_sqlite.open() as store:
        assert [line.number for line in store.revisions(id)] == list(range(1, kept + 2))


def fill_a_small_disk(place: Place) -> None:
    """Here the system itself refuses to let the file grow, as a quota does."""
    import resource

    with place.open() as store:
        id = store.create_draft(draft("Title 1")).id
        size = place.file.with_name(place.file.name + "-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50_000, resource.RLIM_INFINITY))
        kept = save_until_it_fails(store, id)
        assert store.load_draft(id).number == kept == len(store.revisions(id)) > 1
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert isinstance(store.save_draft(id, draft("Space again"), kept, "Title"), Saved)


def test_a_file_that_may_not_grow_is_told_and_loses_nothing(on_sqlite: Place) -> None:
    pytest.importorskip("resource")
    assert ends(fill_a_small_disk, on_sqlite) == 0
    with on_sqlite.open() as store:
        line = store.list_drafts()[0]
        assert (line.title, len(store.revisions(line.id))) == ("Space again", store.load_draft(line.id).number)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_keeps_locked_is_told(on_sqlite: Place) -> None:
    with on_sqlite.open() as store:
        id = store.create_draft(draft("One")).id
        with closing(sqlite3.connect(on_sqlite.file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSavedError, match="others are working on it"):
                store.save_draft(id, draft("Two"), 1, "Title")
            assert store.load_draft(id).draft == draft("One")
        assert isinstance(store.save_draft(id, draft("Two"), 1, "Title"), Saved)


@pytest.mark.usefixtures("impatient")
def test_a_row_that_another_server_keeps_locked_is_told(on_postgres: Place) -> None:
    import psycopg

    with on_postgres.open() as store:
        id = store.create_draft(draft("One")).id
        plain = make_url(on_postgres.url or "").set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain) as other:
            other.execute("SELECT * FROM drafts FOR UPDATE")
            with pytest.raises(NotSavedError, match="others are working on it"):
                store.save_draft(id, draft("Two"), 1, "Title")
            assert store.load_draft(id).draft == draft("One")
        assert isinstance(store.save_draft(id, draft("Two"), 1, "Title"), Saved)


def cut_the_lines(place: Place) -> None:
    name = make_url(place.url or "").query["application_name"]
    run_on_server(f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '{name}'")


def test_reading_goes_on_when_the_line_is_cut(on_postgres: Place) -> None:
    with on_postgres.open() as store:
        id = store.create_draft(full()).id
        for _ in range(5):
            cut_the_lines(on_postgres)
            assert store.load_draft(id).draft == full()


def test_saving_goes_on_after_the_line_was_cut_between_two_saves(on_postgres: Place) -> None:
    with on_postgres.open() as store:
        id = store.create_draft(draft("0")).id
        for number in range(1, 6):
            cut_the_lines(on_postgres)
            assert isinstance(store.save_draft(id, draft(str(number)), number, "Title"), Saved)


def test_a_read_is_done_once_more_when_the_line_is_cut_in_the_middle(on_postgres: Place) -> None:
    with on_postgres.open() as store:
        id = store.create_draft(full()).id
        tries = []

        def cut_once(tx: Any) -> int:
            tries.append(tx)
            if len(tries) == 1:
                cut_the_lines(on_postgres)
            return int(tx.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one())

        assert store._database.read(cut_once) == 1
        assert len(tries) == 2
        assert store.load_draft(id).draft == full()


def test_a_save_that_is_cut_in_the_middle_is_told_and_not_repeated(on_postgres: Place) -> None:
    with on_postgres.open() as store:
        id = store.create_draft(draft("One")).id
        tries = []

        def cut(tx: Any) -> None:
            tries.append(tx)
            tx.exec_driver_sql("UPDATE drafts SET title = 'half'")
            cut_the_lines(on_postgres)
            tx.exec_driver_sql("UPDATE drafts SET organisation = 'half'")

        with pytest.raises(NotSavedError, match="the connection to the database was lost"):
            store._database.write(cut)
        assert len(tries) == 1
        assert [line.title for line in store.list_drafts()] == ["One"]
        assert isinstance(store.save_draft(id, draft("Two"), 1, "Title"), Saved)


def test_a_line_that_is_cut_twenty_times_while_people_save_loses_nothing(on_postgres: Place) -> None:
    """At most one error a cut; each save that was acknowledged is there."""
    with on_postgres.open() as store:
        id = store.create_draft(draft("0")).id
        kept: dict[int, str] = {}
        errors: list[UserError] = []
        acknowledged: Queue[int] = Queue()
        done = Event()

        def number_now() -> int:
            """As a person who loads the page until it comes: a second cut may hit the one retry of a read."""
            while True:
                try:
                    return store.load_draft(id).number
                except UserError as error:
                    errors.append(error)

        def edit() -> None:
            base = 1
            for text in map(str, count(1)):
                try:
                    answer = store.save_draft(id, draft(text), base, "Title")
                    assert isinstance(answer, Saved)
                except UserError as error:
                    errors.append(error)
                    base = number_now()
                    continue
                kept[answer.number], base = text, answer.number
                acknowledged.put(base)
                if done.is_set():
                    return

        editor = Thread(target=edit)
        editor.start()
        for _ in range(20):
            acknowledged.get(timeout=60)
            cut_the_lines(on_postgres)
        done.set()
        editor.join()
        assert len(kept) >= 20
        assert len(errors) <= 20
        assert {number: store.revision(id, number).post["title"] for number in kept} == kept


def test_a_database_without_the_right_to_write_is_told(on_postgres: Place) -> None:
    on_postgres.open().close()
    asked = make_url(on_postgres.url or "")
    read_only = {"options": f"{asked.query['options']} -cdefault_transaction_read_only=on"}
    with Place(asked.update_query_dict(read_only).render_as_string(False), on_postgres.folder).open() as store:
        with pytest.raises(NotSavedError, match="it may be read here, but not written"):
            store.create_draft(draft())
        assert store.list_drafts() == ()


def test_tables_of_another_program_are_left_alone(on_postgres: Place) -> None:
    schema = make_url(on_postgres.url or "").query["application_name"]
    run_on_server(f"CREATE TABLE {schema}.drafts (theirs text)")
    with pytest.raises(UserError, match="holds tables of another program"):
        on_postgres.open()
    run_on_server(f"SELECT theirs FROM {schema}.drafts")


def test_a_database_that_is_not_there_is_told(on_postgres: Place) -> None:
    url = make_url(server()).set(database="no-such-store", password="very-secret")
    with pytest.raises(UserError, match=r"The database no-such-store on .* cannot be reached") as told:
        Place(url.render_as_string(hide_password=False), on_postgres.folder).open()
    assert "very-secret" not in str(told.value)


def test_our_own_mistakes_are_not_put_down_to_the_disk(store: Store) -> None:
    with pytest.raises(Exception, match="no_such_table") as told:
        store._database.write(lambda tx: tx.exec_driver_sql("SELECT * FROM no_such_table"))
    assert not isinstance(told.value, UserError)
