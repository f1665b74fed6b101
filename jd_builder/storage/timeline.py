"""One mechanism for all that is kept: saved states that never change, and a pointer to the current one.

A save names the revision it started from. When that is no longer current, the save is kept beside
the line as a refused revision: nothing is overwritten and nothing is lost. A refused revision is
never a step of redo; to take it up, its content is saved again on top of what is current. A save can
bring other answers to keep aside in the same way; they wait until a later save settles them.
"""

import json
import secrets
import string
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Table, delete, exists, func, insert, select, update

from jd_builder.storage.errors import NotThereError
from jd_builder.storage.results import RevisionLine, Saved, State
from jd_builder.storage.tables import HIGHEST, ID
from jd_builder.text.clean import clean_text

_LETTERS = string.ascii_letters + string.digits


class Change(NamedTuple):
    """What a save brings: the content, the user's step in words, and the columns taken from it."""

    content: Mapping[str, Any]
    words: str
    at: datetime
    summary: Mapping[str, Any]
    more: Mapping[str, Any] = {}


class Refused(NamedTuple):
    """The number under which a save was kept that came from an older state."""

    number: int


def new_id() -> str:
    """95 random bits: a draft's address cannot be guessed. Letters and figures need no escaping."""
    return "".join(secrets.choice(_LETTERS) for _ in range(16))


@dataclass(frozen=True)
class Timeline:
    """The operations on one kind of thing, each inside the caller's transaction."""

    noun: str
    heads: Table
    revisions: Table
    waiting: Table

    def create(self, tx: Connection, change: Change) -> Saved:
        id = new_id()
        head = {"id": id, "number": 1, "created_at": change.at, "edited_at": change.at, **change.summary}
        tx.execute(insert(self.heads), head)
        self._add(tx, id, 1, None, change)
        return Saved(id, 1, change.at)

    def save(
        self,
        tx: Connection,
        id: str,
        base: int,
        change: Change,
        aside: Change | None = None,
        settled: Collection[int] = (),
    ) -> Saved | Refused:
        """A new current revision, unless the content is the current one or the base is not.

        With it, ``aside`` is kept beside what is current then, and waits; what is ``settled`` waits no longer.
        """
        head = self.head(tx, id, lock=True)
        newest, content = self._newest_and_current(tx, id, head.number)
        saved = Saved(id, head.number, head.edited_at)
        if not _same(content, change.content):
            if base != head.number:
                return Refused(self._keep_aside(tx, id, base, newest + 1, change))
            newest += 1
            self._add(tx, id, newest, base, change)
            self.point(tx, id, newest, change.at, change.summary)
            saved = Saved(id, newest, change.at)
        self._settle(tx, id, settled)
        if aside is None:
            return saved
        waits = self._keep_aside(tx, id, saved.number, newest + 1, aside)
        self._settle(tx, id, [waits])
        tx.execute(insert(self.waiting), {"id": id, "number": waits})
        return replace(saved, aside=waits)

    def head(self, tx: Connection, id: str, lock: bool = False) -> Row[Any]:
        """The pointer and what belongs to it; ``lock`` holds off other writers until the end."""
        row = self._any_head(tx, id, lock)
        if row.deleted_at:
            raise NotThereError(f"This {self.noun} was deleted.", "Bring it back to go on with it.", row.deleted_at)
        return row

    def point(self, tx: Connection, id: str, number: int, at: datetime, summary: Mapping[str, Any]) -> None:
        values = {"number": number, "edited_at": at, **summary}
        tx.execute(update(self.heads).where(self.heads.c.id == id), values)

    def revision(self, tx: Connection, id: str, number: int) -> Row[Any]:
        """One saved state whole, of a deleted thing too: comparing versions needs no head."""
        where = (self.revisions.c.id == _checked(id), self.revisions.c.number == _bounded(number))
        row = tx.execute(select(self.revisions).where(*where)).one_or_none()
        return row or self._missing(f"There is no version {number} of this {self.noun}.")

    def lines(self, tx: Connection, id: str) -> tuple[RevisionLine, ...]:
        """All saved states without their content, oldest first."""
        self._any_head(tx, id)
        c = self.revisions.c
        query = select(c.number, c.parent, c.made_at, c.change, c.refused).where(c.id == id).order_by(c.number)
        return tuple(RevisionLine(*row) for row in tx.execute(query))

    def state(self, tx: Connection, id: str) -> State:
        head = self.head(tx, id)
        c = self.waiting.c
        numbers = select(c.number).where(c.id == head.id).order_by(c.number)
        return State(head.number, tuple(tx.execute(numbers).scalars()))

    def asides(self, tx: Connection, id: str) -> list[tuple[int, Mapping[str, Any], Mapping[str, Any]]]:
        """What waits, oldest first: its number, the content beside which it was kept, and its own."""
        waiting = [self.revision(tx, id, number) for number in self.state(tx, id).waiting]
        return [
            (each.number, self.revision(tx, id, each.parent).content if each.parent else {}, each.content)
            for each in waiting
        ]

    def after(self, tx: Connection, id: str, number: int) -> int | None:
        """Where redo leads: the newest state that was made from this one and was current."""
        c = self.revisions.c
        query = select(func.max(c.number)).where(c.id == id, c.parent == number, c.refused.is_(False))
        newest: int | None = tx.execute(query).scalar_one()
        return newest

    def delete(self, tx: Connection, id: str, at: datetime | None) -> None:
        """Out of every list, with all its revisions kept; None as the time brings it back."""
        head = self._any_head(tx, id, lock=True)
        if at is None or head.deleted_at is None:
            tx.execute(update(self.heads).where(self.heads.c.id == id).values(deleted_at=at))

    def _settle(self, tx: Connection, id: str, numbers: Collection[int]) -> None:
        if numbers:
            c = self.waiting.c
            tx.execute(delete(self.waiting).where(c.id == id, c.number.in_(list(numbers))))

    def _any_head(self, tx: Connection, id: str, lock: bool = False) -> Row[Any]:
        query = select(self.heads).where(self.heads.c.id == _checked(id))
        row = tx.execute(query.with_for_update() if lock else query).one_or_none()
        return row or self._missing(f"There is no such {self.noun} in this store.")

    def _missing(self, message: str) -> Any:
        raise NotThereError(message, "Look for it in the list: its address may be incomplete, or of another store.")

    def _newest_and_current(self, tx: Connection, id: str, current: int) -> tuple[int, Mapping[str, Any]]:
        """Asked for after the head is locked: PostgreSQL shows others' commits to later questions only."""
        c = self.revisions.c
        newest = select(func.max(c.number)).where(c.id == id).scalar_subquery()
        newest_number, content = tx.execute(select(newest, c.content).where(c.id == id, c.number == current)).one()
        return newest_number, content

    def _keep_aside(self, tx: Connection, id: str, base: int, number: int, change: Change) -> int:
        """The refused revision's number. A screen that tries again does not fill the list with copies."""
        c = self.revisions.c
        known = tx.execute(select(exists().where(c.id == id, c.number == _bounded(base)))).scalar_one()
        parent = base if known else None
        earlier = select(func.max(c.number)).where(
            c.id == id, c.refused, c.parent.is_not_distinct_from(parent), c.content == dict(change.content)
        )
        kept: int | None = tx.execute(earlier).scalar_one()
        if kept is None:
            self._add(tx, id, number, parent, change, refused=True)
        return kept or number

    def _add(
        self, tx: Connection, id: str, number: int, parent: int | None, change: Change, refused: bool = False
    ) -> None:
        row = {"id": id, "number": number, "parent": parent, "made_at": change.at, "refused": refused}
        words = clean_text(change.words)
        tx.execute(insert(self.revisions), {**row, "change": words, "content": change.content, **change.more})


def _checked(id: str) -> str:
    """An address comes from outside: what no id can be is not sent to a database."""
    return id if ID.fullmatch(id) else ""


def _bounded(number: int) -> int:
    """A number that a database can be asked for, and finds nothing at when there is no such revision."""
    return number if 0 < number <= HIGHEST else 0


def _same(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Compared as text, where 1 and true differ; the order of keys means nothing."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)
