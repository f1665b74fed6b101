"""The whole store as one zip that any engine, and a person with a text editor, can read.

One file of JSON lines for each table, and a manifest that counts and hashes them.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pydantic import Field
from sqlalchemy import Connection, Table, select

from jd_builder import __version__
from jd_builder.domain.base import Model
from jd_builder.storage.database import Database
from jd_builder.storage.reasons import told
from jd_builder.storage.tables import metadata

FORMAT = 6
MANIFEST = "manifest.json"
TABLES = {f"{table.name}.jsonl": table for table in metadata.sorted_tables}
_SINCE_6 = frozenset({"drafts_waiting.jsonl", "organisations_waiting.jsonl"})
_SINCE_5 = _SINCE_6 | {"publications.jsonl"}
_SINCE_4 = _SINCE_5 | {"house_styles.jsonl"}
_SINCE_3 = _SINCE_4 | {"proposals.jsonl", "model_calls.jsonl"}
LACKING: Mapping[int, frozenset[str]] = {
    1: _SINCE_3 | {"editions.jsonl"},
    2: _SINCE_3,
    3: _SINCE_4,
    4: _SINCE_5,
    5: _SINCE_6,
    FORMAT: frozenset(),
}
AT_ONCE = 500  # rows
TIGHTEST = 500  # how many times smaller a file of the zip may be; saved drafts come to 120, zip bombs to 1,000


class Member(Model):
    """What one file of the zip has to be."""

    rows: int = Field(ge=0)
    bytes: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(Model):
    """``format`` counts up when older programs could not read what is written."""

    program: Literal["jd-builder"] = "jd-builder"
    version: str
    format: int
    made: datetime
    members: Mapping[str, Member]

    def counts(self) -> dict[str, int]:
        return {TABLES[name].name: member.rows for name, member in self.members.items()}


def write(database: Database, path: Path, at: datetime) -> Mapping[str, int]:
    """The backup takes its name when it is complete, so an older one is lost to a whole one only."""
    with (
        told(f"The backup {path} was not written"),
        TemporaryDirectory(prefix=f".{path.name}-", dir=path.absolute().parent) as folder,
    ):
        new = Path(folder, path.name)
        manifest = database.read(_fill, new, at)
        with new.open("r+b") as file:
            os.fsync(file.fileno())
        new.replace(path)
    return manifest.counts()


def _fill(tx: Connection, path: Path, at: datetime, packing: int = ZIP_DEFLATED) -> Manifest:
    """All tables in one transaction, so that what people save meanwhile is in none of them."""
    with ZipFile(path, "w", packing) as zip:
        members = {name: _member(zip, _entry(name, at, packing), rows(tx, table)) for name, table in TABLES.items()}
        manifest = Manifest(version=__version__, format=FORMAT, made=at, members=members)
        zip.writestr(_entry(MANIFEST, at, packing), manifest.model_dump_json(by_alias=True, indent=2))
    if any(map(too_tight, zip.infolist())):  # never write what would not be taken back
        return _fill(tx, path, at, ZIP_STORED)
    path.chmod(0o600)
    return manifest


def too_tight(entry: ZipInfo) -> bool:
    """Whether a file unpacks to so much more than it takes that it may be a bomb."""
    return entry.file_size > TIGHTEST * max(entry.compress_size, 1)


def _entry(name: str, at: datetime, packing: int) -> ZipInfo:
    entry = ZipInfo(name, at.timetuple()[:6])
    entry.compress_type = packing
    entry.external_attr = 0o600 << 16
    return entry


def _member(zip: ZipFile, entry: ZipInfo, lines: Iterator[bytes]) -> Member:
    digest, count, size = hashlib.sha256(), 0, 0
    with zip.open(entry, "w", force_zip64=True) as file:
        for line in lines:
            file.write(line)
            digest.update(line)
            count, size = count + 1, size + len(line)
    return Member(rows=count, bytes=size, sha256=digest.hexdigest())


def rows(tx: Connection, table: Table) -> Iterator[bytes]:
    """The rows of a table as lines of JSON, in the same order on every engine."""
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=AT_ONCE)
    for row in tx.execute(query).mappings():
        yield json.dumps(dict(row), default=_time, separators=(",", ":")).encode() + b"\n"


def _time(value: Any) -> str:
    if not isinstance(value, datetime):
        raise TypeError(f"no backup knows {type(value).__name__}")
    return value.isoformat()
