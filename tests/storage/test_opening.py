"""A store is found, or refused in words: never half opened, and never made over something else."""

import hashlib
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

import pytest

from jd_builder import storage
from jd_builder.domain.errors import UserError
from jd_builder.storage import NotSavedError, default_data_dir, open_store
from jd_builder.storage.store import Store
from tests.conftest import REPOSITORY, missing
from tests.storage.places import Place
from tests.storage.processes import ends
from tests.storage.samples import draft, full


@pytest.fixture
def filled(on_sqlite: Place) -> Place:
    with on_sqlite.open() as store:
        id = store.create_draft(full()).id
        for number in range(1, 101):
            store.save_draft(id, draft(f"Title {number}"), number, "Title")
    return on_sqlite


def fingerprints(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])


def cut_within_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def replaced_by_text(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 1000)


def replaced_by_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE drafts (id)")


def without_our_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE alembic_version")


def without_its_version(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DELETE FROM alembic_version")


def garbled(page: int) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(4096 * (page - 1))
            file.write(bytes(range(255, -1, -1)) * 16)

    spoil.__name__ = f"with_garbage_in_page_{page}"
    return spoil


SPOILT = [
    *(
        empty,
        cut,
        cut_within_the_header,
        replaced_by_text,
        replaced_by_another_program,
        without_our_tables,
        without_its_version,
    ),
    *(garbled(page) for page in (1, 2, 3, 5, 8)),
]


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_file_is_refused_and_left_as_it_is(filled: Place, spoil: Callable[[Path], None]) -> None:
    spoil(filled.file)
    before = fingerprints(filled.folder)
    with pytest.raises(UserError, match="so it was left as it is") as told:
        filled.open()
    assert str(filled.file) in told.value.message
    assert "restore your last backup" in told.value.fix
    after = fingerprints(filled.folder)
    assert after[filled.file.name] == before[filled.file.name]
    assert {name for name in after if not name.endswith(("-wal", "-shm"))} == before.keys()


def test_a_refusal_names_the_newest_copy(filled: Place) -> None:
    copies = filled.folder / "backups"
    copies.mkdir()
    for name in ("jd-builder-20260101-100000-version-0001.sqlite3", "jd-builder-20260301-100000-version-0002.sqlite3"):
        (copies / name).touch()
    empty(filled.file)
    with pytest.raises(UserError) as told:
        filled.open()
    assert f"The newest copy of it is {copies / 'jd-builder-20260301-100000-version-0002.sqlite3'}." in told.value.fix


def test_a_folder_in_the_place_of_the_file_is_told(on_sqlite: Place) -> None:
    on_sqlite.file.mkdir()
    with pytest.raises(UserError, match="cannot be opened"):
        on_sqlite.open()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(UserError, match="cannot be opened"):
        open_store(None, tmp_path / "data")


def refused_as_nobody(folder: Path) -> None:
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    with pytest.raises(UserError, match="cannot be opened: it may be read here, but not written"):
        open_store(None, folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps these rights in another way")
@pytest.mark.parametrize("exists", [True, False], ids=["a store", "no store"])
def test_a_disk_that_can_only_be_read_is_told(filled: Place, exists: bool) -> None:
    folder = Path(mkdtemp())  # where any user of the system can look
    try:
        if exists:
            shutil.copy(filled.file, folder)
            (folder / filled.file.name).chmod(0o444)
        folder.chmod(0o555)
        before = fingerprints(folder)
        assert ends(refused_as_nobody, folder) == 0
        assert fingerprints(folder) == before
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "url",
    [
        "drafts.sqlite3",
        "://",
        "postgresql://user:sec ret@host:port/db",
        "mysql://user:secret@host/db",
        "sqlite+aiosqlite:///secret.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a.db?secret=1",
        "sqlite:///a secret?.db",
        "sqlite://secret/a.db",
        "nonsense+psycopg://secret",
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_repeating_it(tmp_path: Path, url: str) -> None:
    with pytest.raises(UserError) as told:
        open_store(url, tmp_path)
    assert "sqlite:///" in told.value.fix
    assert "secret" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_url_names_a_file_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "odd # ? % name.db"
    url = f"sqlite:///{quote(str(path))}"
    with open_store(url, tmp_path) as store:
        id = store.create_draft(draft()).id
    with open_store(url, tmp_path) as store:
        assert store.load_draft(id).draft == draft()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_the_folder_of_a_new_store_is_the_users_alone(tmp_path: Path) -> None:
    open_store(None, tmp_path / "data").close()
    assert os.name == "nt" or (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_the_data_folder_is_where_each_system_keeps_it(tmp_path: Path) -> None:
    home = Path.home()
    assert default_data_dir("linux", {}) == home / ".local/share/jd-builder"
    assert default_data_dir("linux", {"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "jd-builder"
    assert default_data_dir("linux", {"XDG_DATA_HOME": "not/absolute"}) == home / ".local/share/jd-builder"
    assert default_data_dir("darwin", {}) == home / "Library/Application Support/jd-builder"
    assert default_data_dir("win32", {"APPDATA": str(tmp_path)}) == tmp_path / "jd-builder"


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced_by_a_copy(path: Path) -> None:
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move an open file")
@pytest.mark.parametrize("change", [moved_away, deleted, replaced_by_a_copy], ids=lambda change: change.__name__)
def test_a_file_that_is_changed_for_another_while_it_is_open_is_told(
    filled: Place, change: Callable[[Path], None]
) -> None:
    """Saving on would be saving into a file that nobody finds again."""
    with filled.open() as store:
        assert store.list_drafts()
        change(filled.file)
        before = fingerprints(filled.folder).get(filled.file.name)
        with pytest.raises(NotSavedError, match="its file was moved or replaced") as told:
            store.create_draft(draft())
        assert "Start jd-builder again" in told.value.fix
        with pytest.raises(UserError, match="its file was moved or replaced"):
            store.list_drafts()
        assert fingerprints(filled.folder).get(filled.file.name) == before


def test_durable_settings_hold_on_every_connection(store: Store, place: Place) -> None:
    if place.url:
        return
    engine = store._database._engine
    with engine.connect() as one, engine.connect() as other:
        for connection in (one, other):
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id")
            }
            assert found == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "busy_timeout": 15_000,
                "application_id": int.from_bytes(b"JDB1"),
            }


def test_importing_the_room_loads_no_database_library() -> None:
    program = "import sys, jd_builder.storage; print({'sqlalchemy', 'alembic', 'psycopg'} & set(sys.modules))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "set()"
    assert storage.Store is Store


def test_postgresql_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    if find_spec("psycopg") is None:
        missing("psycopg")
    secret = secrets.token_hex(8)
    with pytest.raises(UserError, match="The database store on localhost cannot be reached") as told:
        open_store(f"postgresql://someone:{secret}@localhost:1/store", tmp_path)
    assert secret not in str(told.value)


def test_postgresql_without_its_package_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UserError, match="psycopg") as told:
        open_store("postgresql://someone@127.0.0.1/store", tmp_path)
    assert "requirements-postgres.txt" in told.value.fix
