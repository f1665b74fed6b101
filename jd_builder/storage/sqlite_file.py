"""The store as one SQLite file: how it is born, looked over, and brought up to date."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from jd_builder.domain.errors import UserError
from jd_builder.storage.database import WRITES
from jd_builder.storage.reasons import told
from jd_builder.storage.schema import VERSION_TABLE, Schema
from jd_builder.storage.sqlite import connected, engine_for

APPLICATION_ID = 0x4A444231  # "JDB1", so that another program's file is never taken for ours
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def opened(path: Path, at: datetime, schema: Schema) -> Engine:
    """An engine on a file that is whole, ours and up to date; a new file only where there was none."""
    with told(f"The store {path} cannot be opened"):
        if not path.exists():
            _create(path, schema)
        version = _version_of(path)
        if schema.is_older(version):
            _keep_copy(path, version, at)
            _upgrade(path, schema)
        return engine_for(path)


def _create(path: Path, schema: Schema) -> None:
    """Made whole under another name first, so that at no moment is there half a store at the path."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        new = Path(folder, path.name)
        with closing(sqlite3.connect(new)) as raw:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _upgrade(new, schema)
        _put_in_place(new, path)


def _put_in_place(new: Path, path: Path) -> None:
    """Never over a file that someone else has made meanwhile: then theirs is used."""
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have the folder's list of names on the disk, where the system can be told to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _version_of(path: Path) -> str:
    """The version of a file's tables, after a look at every page of it (70 ms for 100 MB).

    The file is only ever read through SQLite: a second handle, once closed, would take the locks of
    other connections in this process with it.
    """
    if path.stat().st_size == 0:
        raise _refused(path, "is empty: what it held is gone")
    with _damage_in_words(path), closing(connected(path, "ro")) as raw:
        if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise _refused(path, "belongs to another program")
        if raw.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise _refused(path, "is damaged")
        version = raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
        if version is None:
            raise _refused(path, "is not complete")
        return str(version[0])


@contextmanager
def _damage_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            raise _refused(path, "is damaged, or is no store of jd-builder") from error
        raise


def _refused(path: Path, why: str) -> UserError:
    copies = sorted(_copies(path).glob(f"{escape(path.stem)}-*"))
    newest = f" The newest copy of it is {copies[-1]}." if copies else ""
    fix = f"Move it away and restore your last backup.{newest}"
    return UserError(f"The file {path} {why}, so it was left as it is.", fix=fix)


def _copies(path: Path) -> Path:
    return path.parent / "backups"


def _keep_copy(path: Path, version: str, at: datetime) -> None:
    """The file as it was before an upgrade, by SQLite's own backup: copying would miss what is in the WAL."""
    _copies(path).mkdir(exist_ok=True, mode=0o700)
    kept = _copies(path) / f"{path.stem}-{at:%Y%m%d-%H%M%S}-version-{version}{path.suffix}"
    part = kept.with_name(f".{kept.name}.{os.getpid()}")
    with closing(connected(path, "ro")) as old, closing(sqlite3.connect(part)) as new:
        old.backup(new)
    part.replace(kept)


def _upgrade(path: Path, schema: Schema) -> None:
    """Foreign keys are off meanwhile: rebuilding a table would otherwise empty those that point to it."""
    engine = engine_for(path, foreign_keys=False)
    try:
        with engine.execution_options(**{WRITES: True}).begin() as tx:
            schema.upgrade(tx)
            broken = tx.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(f"The migration leaves rows behind that point nowhere: {broken[:3]}")
    finally:
        engine.dispose()
