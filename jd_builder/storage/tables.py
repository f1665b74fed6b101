"""The tables as the newest migration leaves them; a test holds the two together.

Lists read the heads, which are small, and of revisions no content: what people wrote is there.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import VARCHAR

ID = re.compile(r"[0-9A-Za-z]{16}")
HIGHEST = 2**31 - 1  # the largest number that both engines keep in an INTEGER


class Id(TypeDecorator[str]):
    """Compared byte by byte on every engine, so that rows come in the same order everywhere."""

    impl = String(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        postgres = dialect.name == "postgresql"
        return dialect.type_descriptor(VARCHAR(16, collation="C") if postgres else String(16))


class Utc(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


class Json(TypeDecorator[dict[str, Any]]):
    """An object as text in ASCII, which holds any character of any answer on every engine alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any] | None:
        return None if value is None else json.loads(value)


metadata = MetaData()


def _heads(name: str, *summary: Column[Any]) -> Table:
    """What is current: a pointer into the revisions, and what lists need to show."""
    return Table(
        name,
        metadata,
        Column("id", Id, primary_key=True),
        Column("number", Integer, nullable=False),
        Column("created_at", Utc, nullable=False),
        Column("edited_at", Utc, nullable=False, index=True),
        Column("deleted_at", Utc),
        *summary,
    )


def _revisions(name: str, heads: Table, *more: Column[Any]) -> Table:
    """Every state that was saved, for good. ``content`` is last: a row's start can be read alone."""
    return Table(
        name,
        metadata,
        Column("id", Id, ForeignKey(heads.c.id), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("parent", Integer),
        Column("made_at", Utc, nullable=False),
        Column("change", Text, nullable=False),
        Column("refused", Boolean, nullable=False),
        *more,
        Column("content", Json, nullable=False),
        ForeignKeyConstraint(["id", "parent"], [f"{name}.id", f"{name}.number"]),
        Index(f"ix_{name}_parent", "id", "parent"),
    )


def _waiting(name: str, revisions: Table) -> Table:
    """Which refused revisions hold other answers that nobody has chosen or declined yet."""
    return Table(
        name,
        metadata,
        Column("id", Id, primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        ForeignKeyConstraint(["id", "number"], [revisions.c.id, revisions.c.number]),
    )


organisations = _heads("organisations", Column("name", Text, nullable=False))
organisation_revisions = _revisions("organisation_revisions", organisations)
organisations_waiting = _waiting("organisations_waiting", organisation_revisions)
drafts = _heads(
    "drafts",
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("gaps", Integer),
    Column("organisation_id", Text, index=True),
    Column("organisation_revision", Integer),
    Column("search", Text, nullable=False),
)
draft_revisions = _revisions("draft_revisions", drafts, Column("gaps", Integer))
drafts_waiting = _waiting("drafts_waiting", draft_revisions)
editions = Table(
    "editions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("role", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("kept_at", Utc, nullable=False),
    Column("content", Json, nullable=False),
    UniqueConstraint("role", "edition"),
)
proposals = Table(
    "proposals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("draft", Text, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("made_at", Utc, nullable=False),
    Column("decision", Text, nullable=False),
    Column("content", Json, nullable=False),
    UniqueConstraint("draft", "key"),
)
model_calls = Table(
    "model_calls",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Utc, nullable=False, index=True),
    Column("draft", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("estimated", Boolean, nullable=False),
)
house_styles = Table(
    "house_styles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kept_at", Utc, nullable=False),
    Column("content", Text, nullable=False),
)
publications = Table(
    "publications",
    metadata,
    Column("id", Id, primary_key=True),
    Column("draft", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("layout", Text, nullable=False),
    Column("published_at", Utc, nullable=False),
    ForeignKeyConstraint(["draft", "number"], [draft_revisions.c.id, draft_revisions.c.number]),
    UniqueConstraint("draft", "number", "layout"),
)
