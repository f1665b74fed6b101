"""Connections to a SQLite file: durable, patient, and never to a file that is not there."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from jd_builder.storage.database import WRITES
from jd_builder.storage.reasons import ReplacedError

PATIENCE = 15.0  # seconds to wait for another writer
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # with NORMAL a power cut may take back what was said to be saved
    "PRAGMA fullfsync = ON",  # the same on macOS, where a plain fsync stops at the drive's cache
)


def engine_for(path: Path, foreign_keys: bool = True) -> Engine:
    """Transactions begin and end as written here: sqlite3's own would leave half a migration behind.

    A connection is used only while the path leads to its file. Where someone put a backup in its
    place, saves would go on into a file without a name, and be gone with the program.
    """
    pragmas = (*_PRAGMAS, f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    file = _identity(path)

    def connect() -> sqlite3.Connection:
        compare()
        return connected(path, "rw", pragmas)

    def compare(*_: Any) -> None:
        if _identity(path) != file:
            raise ReplacedError

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkout", compare)
    return engine


def connected(path: Path, mode: str, pragmas: tuple[str, ...] = ()) -> sqlite3.Connection:
    """Neither ``rw`` nor ``ro`` makes a file that is not there."""
    raw = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}", uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in pragmas:
            raw.execute(pragma)
    except BaseException:
        raw.close()
        raise
    return raw


def _begin(connection: Connection) -> None:
    """A writer takes its turn at the start: one that reads first and writes later is refused at once."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _identity(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None
