"""The store in a PostgreSQL database that several servers share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError

from jd_builder.domain.errors import UserError
from jd_builder.storage.reasons import told
from jd_builder.storage.schema import VERSION_TABLE, Schema
from jd_builder.storage.tables import metadata

PATIENCE = 15.0  # seconds to wait for another writer
_LOCK = 0x4A444231  # "JDB1": one server upgrades, the others wait
# A server that has vanished is noticed in half a minute, not when TCP gives up after a quarter of an hour.
_SETTINGS: dict[str, Any] = {
    "connect_timeout": 10,
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}


def opened(address: URL, schema: Schema) -> Engine:
    """An engine on a database that answers and is up to date; what is new in it is made here."""
    where = f"The database {address.database or ''} on {address.host or 'this computer'}"
    engine = _engine_for(address, where)
    try:
        with told(f"{where} cannot be opened"):
            _bring_up_to_date(engine, schema, where)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine_for(address: URL, where: str) -> Engine:
    try:
        engine = create_engine(address, pool_pre_ping=True, connect_args=_SETTINGS)
    except ImportError as error:
        fix = "Install it with: pip install --only-binary :all: -r requirements-postgres.txt"
        raise UserError("PostgreSQL needs the package psycopg, which is not installed.", fix=fix) from error

    @event.listens_for(engine, "connect")
    def be_patient(raw: Any, _: Any) -> None:
        raw.execute(f"SET lock_timeout = {PATIENCE * 1000:.0f}")
        raw.commit()

    return engine


def _bring_up_to_date(engine: Engine, schema: Schema, where: str) -> None:
    with _first_contact(engine, where) as tx:
        version = _version_of(tx, where)
    if schema.is_older(version):
        with engine.begin() as tx:
            tx.execute(text("SET LOCAL lock_timeout = '10min'"))
            tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            schema.upgrade(tx)


@contextmanager
def _first_contact(engine: Engine, where: str) -> Iterator[Connection]:
    """Without a code it is the line, the address or the password, and libpq says which (never the password)."""
    try:
        with engine.begin() as tx:
            yield tx
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) is not None:
            raise
        said = str(error.orig).split("\n")[0]
        fix = f"Check that it runs, and the user and password in the address. It says: {said}"
        raise UserError(f"{where} cannot be reached.", fix=fix) from error


def _version_of(tx: Connection, where: str) -> str | None:
    """The version of the tables, None in a database that has none of them."""
    names = set(inspect(tx).get_table_names())
    if VERSION_TABLE in names:
        version: str | None = tx.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
        return version
    if names & set(metadata.tables):
        raise UserError(f"{where} holds tables of another program.", fix="Give jd-builder a database of its own.")
    return None
