"""What the store does with organisations: reusable profiles, with every revision kept as well.

A draft holds a copy and names the revision it copied, so changing a profile changes no draft.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy import Connection, select

from jd_builder.storage.labels import label
from jd_builder.storage.results import Aside, Conflict, OrganisationLine, Saved, StoredOrganisation
from jd_builder.storage.tables import organisation_revisions, organisations, organisations_waiting
from jd_builder.storage.timeline import Change, Refused, Timeline

TIMELINE = Timeline("organisation", organisations, organisation_revisions, organisations_waiting)


def create(tx: Connection, at: datetime, answers: Mapping[str, Any], change: str) -> Saved:
    return TIMELINE.create(tx, _change(answers, change, at))


def save(
    tx: Connection,
    at: datetime,
    id: str,
    answers: Mapping[str, Any],
    base: int,
    change: str,
    aside: Mapping[str, Any] | None = None,
    settled: Collection[int] = (),
) -> Saved | Conflict[StoredOrganisation]:
    other = None if aside is None else _change(aside, change, at)
    done = TIMELINE.save(tx, id, base, _change(answers, change, at), other, settled)
    return Conflict(done.number, load(tx, id)) if isinstance(done, Refused) else done


def load(tx: Connection, id: str) -> StoredOrganisation:
    head = TIMELINE.head(tx, id)
    waiting = tuple(Aside(*each) for each in TIMELINE.asides(tx, id))
    return StoredOrganisation(id, head.number, revision(tx, id, head.number), head.edited_at, waiting)


def revision(tx: Connection, id: str, number: int) -> Mapping[str, Any]:
    answers: Mapping[str, Any] = TIMELINE.revision(tx, id, number).content
    return answers


def lines(tx: Connection, deleted: bool) -> tuple[OrganisationLine, ...]:
    """All of them, newest first: there are a few, or a few hundred."""
    c = organisations.c
    kept = c.deleted_at.is_not(None) if deleted else c.deleted_at.is_(None)
    query = select(c.id, c.number, c.name, c.edited_at).where(kept).order_by(c.edited_at.desc(), c.id)
    return tuple(OrganisationLine(*row) for row in tx.execute(query))


def _change(answers: Mapping[str, Any], words: str, at: datetime) -> Change:
    return Change(to_jsonable_python(answers), words, at, {"name": label(answers.get("name"))})
