"""Why a database would not do it, in words: the one seam where its errors become sentences.

Told apart by the codes of the engines, never by their messages. What is not listed here is our own
bug, and is raised as it is.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from jd_builder.domain.errors import UserError

_FULL = "the disk is full", "Free some space, then try again."
_BUSY = "others are working on it", "Try again in a moment."
_READ_ONLY = "it may be read here, but not written", "Ask for the right to write to its folder, or use another."
_LOST = "the connection to the database was lost", "Try again in a moment."
_DAMAGED = "it is damaged", "Stop the program, move the file away and restore your last backup."
_DISK = "the disk reports an error", "Check the disk, then try again."
_NOT_ALLOWED = "the database does not let us in", "Check the name, the user and the password in its address."
_REPLACED = "its file was moved or replaced while it was open", "Start jd-builder again."
_NOT_FOUND = "there is no such file or folder", "Check its name."
Reason = tuple[str, str]

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: (
        "the file cannot be opened",
        "Check that it is still there, and that you may write to it.",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _DISK,
}
# By the whole code, else by its class: appendix A of the PostgreSQL manual.
_POSTGRES = {
    "53100": _FULL,
    "53": ("the database has more to do than it can", "Try again in a moment."),
    "55P03": _BUSY,
    "57014": _BUSY,
    "40": _BUSY,
    "25006": _READ_ONLY,
    "42501": _NOT_ALLOWED,
    "28": _NOT_ALLOWED,
    "3D": _NOT_ALLOWED,
    "08": _LOST,
    "57": _LOST,
    "58": _DISK,
    "XX": _DISK,
}
_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _NOT_FOUND,
    errno.ENOTDIR: _NOT_FOUND,
    errno.EEXIST: ("a file stands where a folder is needed", "Choose another name."),
    errno.EISDIR: ("a folder has that name", "Choose another name."),
}


class ReplacedError(Exception):
    """The path of an open SQLite file leads to another file by now, or to none."""


OF_DATABASE = (DBAPIError, PoolTimeout, ReplacedError)
OF_ANY_KIND = (*OF_DATABASE, sqlite3.Error, OSError)


@contextmanager
def told(
    what: str, kind: type[UserError] = UserError, caught: tuple[type[Exception], ...] = OF_ANY_KIND
) -> Iterator[None]:
    """``what`` opens the sentence: "This was not saved" becomes "This was not saved: the disk is full."."""
    try:
        yield
    except caught as error:
        reason = reason_for(error)
        if reason is None:
            raise
        raise kind(f"{what}: {reason[0]}.", fix=reason[1]) from error


def reason_for(error: BaseException | None) -> Reason | None:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0)
    if isinstance(error, PoolTimeout):
        return _BUSY
    if isinstance(error, ReplacedError):
        return _REPLACED
    if isinstance(error, DBAPIError):
        return reason_for(error.orig) if isinstance(error.orig, sqlite3.Error) else _of_postgres(error)
    return None


def _of_postgres(error: DBAPIError) -> Reason | None:
    """libpq gives no code when the line is cut or cannot be set up."""
    code = getattr(error.orig, "sqlstate", None)
    if code is None:
        return _LOST if error.connection_invalidated or isinstance(error, OperationalError) else None
    return _POSTGRES.get(code) or _POSTGRES.get(code[:2])
