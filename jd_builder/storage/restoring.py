"""A backup into an empty store. The zip may come from anywhere: all of it is looked at first.

Nothing is ever unpacked to a folder, and no more than a few rows are held in memory.
"""

import errno
import hashlib
import io
import json
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError
from sqlalchemy import Boolean, Connection, Integer, Table, Text, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError

from jd_builder.domain.errors import UserError
from jd_builder.storage.archive import AT_ONCE, FORMAT, LACKING, MANIFEST, TABLES, Manifest, Member, too_tight
from jd_builder.storage.database import Database
from jd_builder.storage.reasons import told
from jd_builder.storage.tables import (
    HIGHEST,
    ID,
    Id,
    Json,
    Utc,
    draft_revisions,
    drafts,
    organisation_revisions,
    organisations,
)
from jd_builder.text.clean import clean_text

LONGEST_MANIFEST = 100_000  # bytes
LONGEST_ROW = 32_000_000


class _DamagedError(Exception):
    """What is wrong with the zip, as the end of a sentence."""


def restore(database: Database, path: Path) -> Mapping[str, int]:
    with told(f"The backup {path} cannot be read"), _in_words(path), ZipFile(path) as zip:
        manifest = _checked(zip)
        database.write(_fill, zip)
        return manifest.counts()


def check(path: Path) -> Mapping[str, int]:
    """Whether a file is a whole backup, without restoring it."""
    with told(f"The backup {path} cannot be read"), _in_words(path), ZipFile(path) as zip:
        return _checked(zip).counts()


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """The errors of zipfile, json and the database that only a spoilt or hostile file can cause."""
    try:
        yield
    except _DamagedError as error:
        raise UserError(f"The backup {path} {error}.", fix="Nothing was restored.") from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RecursionError) as error:
        raise UserError(f"The backup {path} is damaged.", fix="Nothing was restored.") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # what a seek to before the start of the file gives
            raise
        raise UserError(f"The backup {path} is damaged.", fix="Nothing was restored.") from error
    except (IntegrityError, DataError) as error:
        message = f"The backup {path} holds rows that do not belong together."
        raise UserError(message, fix="Nothing was restored.") from error


def _checked(zip: ZipFile) -> Manifest:
    """The manifest, once every file is what it says."""
    entries = {entry.filename: entry for entry in zip.infolist()}
    if len(entries) != len(zip.infolist()) or MANIFEST not in entries:
        raise _DamagedError("does not hold the files that a backup of jd-builder holds")
    _check_sizes(entries)
    manifest = _manifest(zip)
    if entries.keys() != {MANIFEST, *manifest.members}:
        raise _DamagedError("does not hold the files that a backup of jd-builder holds")
    for name, member in manifest.members.items():
        if entries[name].file_size != member.bytes or _read(zip, name) != member:
            raise _DamagedError(f"is damaged: {name} is not what was written")
    return manifest


def _read(zip: ZipFile, name: str) -> Member:
    """What a file of the zip turns out to be."""
    rows, digest, size = 0, hashlib.sha256(), 0
    for line in _lines(zip, name):
        digest.update(line)
        rows, size = rows + 1, size + len(line)
    return Member(rows=rows, bytes=size, sha256=digest.hexdigest())


def _check_sizes(entries: Mapping[str, ZipInfo]) -> None:
    for entry in entries.values():
        if entry.flag_bits & 1 or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _DamagedError("is packed in a way that jd-builder never uses")
        if too_tight(entry):
            raise _DamagedError("unpacks to far more than a backup of its size can hold")
    if entries[MANIFEST].file_size > LONGEST_MANIFEST:
        raise _DamagedError("has a manifest that is too large")


def _manifest(zip: ZipFile) -> Manifest:
    said = json.loads(zip.read(MANIFEST))
    if isinstance(said, dict) and isinstance(said.get("format"), int) and said["format"] > FORMAT:
        raise _DamagedError("was made by a newer version of jd-builder")
    try:
        manifest = Manifest.model_validate(said)
    except ValidationError:
        raise _DamagedError("has a manifest that cannot be read") from None
    if manifest.format not in LACKING or manifest.members.keys() != TABLES.keys() - LACKING[manifest.format]:
        raise _DamagedError("has a manifest of another kind")
    return manifest


def _lines(zip: ZipFile, name: str) -> Generator[bytes, None, None]:
    with zip.open(name) as member, io.BufferedReader(cast(io.RawIOBase, member), 2**20) as file:
        while line := file.readline(LONGEST_ROW):
            if not line.endswith(b"\n"):
                raise _DamagedError(f"is damaged: a row of {name} does not end")
            yield line


def _fill(tx: Connection, zip: ZipFile) -> None:
    if any(tx.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES.values()):
        message = "This store already holds something, and restoring never overwrites."
        raise UserError(message, fix="Restore into a new store: name one that is not there yet.")
    for name, table in TABLES.items():
        if name not in zip.namelist():  # a backup that is older than the table
            continue
        with closing(_lines(zip, name)) as lines:
            rows = (_row(table, line) for line in lines)
            while batch := list(islice(rows, AT_ONCE)):
                tx.execute(insert(table), batch)
    for heads, revisions in ((drafts, draft_revisions), (organisations, organisation_revisions)):
        _check_pointers(tx, heads, revisions)


def _check_pointers(tx: Connection, heads: Table, revisions: Table) -> None:
    current = heads.outerjoin(revisions, (revisions.c.id == heads.c.id) & (revisions.c.number == heads.c.number))
    lost = select(func.count()).select_from(current).where(revisions.c.number.is_(None))
    if tx.execute(lost).scalar_one():
        raise _DamagedError(f"holds {heads.name} without their current version")


def _row(table: Table, line: bytes) -> dict[str, Any]:
    given = json.loads(line)
    if not isinstance(given, dict) or given.keys() != set(table.columns.keys()):
        raise _DamagedError(f"is damaged: a row of {table.name} has other columns")
    return {column.name: _value(column.type, column.nullable, given[column.name]) for column in table.columns}


def _value(kind: Any, nullable: bool | None, given: Any) -> Any:
    """A value that the column can hold on every engine, whatever SQLite would let pass."""
    if given is None and nullable:
        return None
    match kind, given:
        case Utc(), str():
            time = datetime.fromisoformat(given)
            if time.tzinfo:
                return time
        case Id(), str() if ID.fullmatch(given):
            return given
        case Json(), dict():
            return given
        case Text(), str() if clean_text(given) == given:
            return given
        case Boolean(), bool():
            return given
        case Integer(), int() if not isinstance(given, bool) and abs(given) <= HIGHEST:
            return given
    raise _DamagedError("is damaged: a value is of the wrong kind")
