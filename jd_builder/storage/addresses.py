"""Where the store is: a file in the data folder, or what a URL names."""

from pathlib import Path
from typing import TYPE_CHECKING

from jd_builder.domain.errors import UserError

if TYPE_CHECKING:
    from sqlalchemy import URL

FILE = "jd-builder.sqlite3"
_SQLITE = ("sqlite", "sqlite+pysqlite")
_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")
_EXAMPLES = "Write sqlite:///folder/file.sqlite3 or postgresql://user:password@host/database."


def read_address(url: str | None, folder: Path) -> "Path | URL":
    """A SQLite file by its path, or the address of a PostgreSQL database.

    Messages never repeat the address: it may hold a password.
    """
    if not url:
        return (folder / FILE).absolute()
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise UserError("The address of the store cannot be read.", fix=_EXAMPLES) from None
    if address.drivername in _POSTGRES:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername not in _SQLITE:
        raise UserError(f"A store cannot be kept in {address.drivername}.", fix=_EXAMPLES)
    if not address.database or address.database == ":memory:" or "?" in url or address.host:
        raise UserError("The address of a SQLite store is the path of its file, and nothing else.", fix=_EXAMPLES)
    return Path(address.database).absolute()
