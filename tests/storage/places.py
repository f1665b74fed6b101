"""Where a test keeps its store: an own folder, or an own schema of the PostgreSQL at hand."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import make_url

from jd_builder.storage import open_store
from jd_builder.storage.opening import opened
from jd_builder.storage.schema import OURS, Schema
from jd_builder.storage.store import Store
from tests.conftest import missing

ENGINES = ("sqlite", "postgresql")


class Clock:
    """Each look at it is a minute later, so that every change has a time of its own."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@dataclass(frozen=True)
class Place:
    """Can be opened as often as a test likes, in any process. ``url`` is None for SQLite."""

    url: str | None
    folder: Path

    def open(self, schema: Schema = OURS) -> Store:
        return open_store(self.url, self.folder, Clock()) if schema is OURS else self.open_as(schema)

    def open_as(self, schema: Schema) -> Store:
        """As a version of the program with other migrations opens it."""
        return opened(self.url, self.folder, Clock(), schema)

    @property
    def file(self) -> Path:
        return self.folder / "jd-builder.sqlite3"


@contextmanager
def place(engine: str, folder: Path) -> Iterator[Place]:
    if engine == "sqlite":
        yield Place(None, folder)
    else:
        with a_schema() as url:
            yield Place(url, folder)


@contextmanager
def a_schema() -> Iterator[str]:
    """The URL of an empty schema, gone afterwards. Connections to it bear its name."""
    name = f"jd_test_{secrets.token_hex(6)}"
    run_on_server(f"CREATE SCHEMA {name}")
    named = {"options": f"-csearch_path={name}", "application_name": name}
    try:
        yield make_url(server()).update_query_dict(named).render_as_string(hide_password=False)
    finally:
        run_on_server(f"DROP SCHEMA {name} CASCADE")


def server() -> str:
    return os.environ.get("JD_TEST_POSTGRES_URL") or "postgresql+psycopg://postgres@127.0.0.1:5432/test"


def run_on_server(statement: str) -> None:
    """On a connection of its own, outside any store."""
    try:
        import psycopg
    except ImportError:
        missing("psycopg")
    plain = make_url(server()).set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        connection = psycopg.connect(plain, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        missing("PostgreSQL")
    with connection:
        connection.execute(statement.encode())
