"""What the store does with drafts, each function inside one transaction."""

import unicodedata
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, case, func, select

from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.domain.errors import UserError
from jd_builder.storage.labels import label
from jd_builder.storage.results import Aside, Conflict, DraftLine, Saved, StoredDraft
from jd_builder.storage.tables import draft_revisions, drafts, drafts_waiting, publications
from jd_builder.storage.timeline import Change, Refused, Timeline
from jd_builder.text.clean import clean_text

TIMELINE = Timeline("draft", drafts, draft_revisions, drafts_waiting)


def create(tx: Connection, at: datetime, draft: Draft, change: str, gaps: int | None) -> Saved:
    return TIMELINE.create(tx, _change(draft, change, at, gaps))


def save(
    tx: Connection,
    at: datetime,
    id: str,
    draft: Draft,
    base: int,
    change: str,
    gaps: int | None,
    aside: Draft | None = None,
    settled: Collection[int] = (),
) -> Saved | Conflict[StoredDraft]:
    other = None if aside is None else _change(aside, change, at, None)
    done = TIMELINE.save(tx, id, base, _change(draft, change, at, gaps), other, settled)
    return Conflict(done.number, load(tx, id)) if isinstance(done, Refused) else done


def load(tx: Connection, id: str) -> StoredDraft:
    head = TIMELINE.head(tx, id)
    current = TIMELINE.revision(tx, id, head.number)
    can_redo = TIMELINE.after(tx, id, head.number) is not None
    waiting = tuple(Aside(number, from_json(base), from_json(mine)) for number, base, mine in TIMELINE.asides(tx, id))
    return StoredDraft(
        id, head.number, from_json(current.content), current.parent is not None, can_redo, head.edited_at, waiting
    )


def revision(tx: Connection, id: str, number: int) -> Draft:
    return from_json(TIMELINE.revision(tx, id, number).content)


def move(
    tx: Connection, at: datetime, id: str, base: int, way: Literal["undo", "redo"]
) -> StoredDraft | Conflict[StoredDraft]:
    """Point to the state before or after the current one; at the end of the line nothing happens."""
    head = TIMELINE.head(tx, id, lock=True)
    if base != head.number:
        return Conflict(base, load(tx, id))
    before = TIMELINE.revision(tx, id, head.number).parent
    to = before if way == "undo" else TIMELINE.after(tx, id, head.number)
    if to is not None:
        there = TIMELINE.revision(tx, id, to)
        TIMELINE.point(tx, id, to, at, _summary(from_json(there.content), there.gaps))
    return load(tx, id)


def lines(
    tx: Connection, search: str, offset: int, limit: int, deleted: bool, roles: Mapping[str, str]
) -> tuple[DraftLine, ...]:
    return _lines(tx, _found(search, deleted, roles), max(offset, 0), max(limit, 0))


def count(tx: Connection, search: str, deleted: bool, roles: Mapping[str, str]) -> int:
    return tx.execute(select(func.count()).select_from(drafts).where(*_found(search, deleted, roles))).scalar_one()


def following(tx: Connection, organisation_id: str) -> tuple[DraftLine, ...]:
    copied = drafts.c.organisation_id == clean_text(organisation_id)
    return _lines(tx, [copied, drafts.c.deleted_at.is_(None)], 0, None)


def of_role(tx: Connection, role: str) -> tuple[DraftLine, ...]:
    return _lines(tx, [drafts.c.role == label(role), drafts.c.deleted_at.is_(None)], 0, None)


def to_json(draft: Draft) -> dict[str, Any]:
    """As in a draft file, without what is as it always is; the version always stands in it."""
    said = draft.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"version": draft.version, **said}


def from_json(content: Mapping[str, Any]) -> Draft:
    try:
        return Draft.model_validate(content)
    except ValidationError as error:
        message = (
            "This version of the draft was saved by another version of jd-builder, and cannot be read by this one."
        )
        raise UserError(message, fix="Update jd-builder, then open it again.") from error


def _change(draft: Draft, words: str, at: datetime, gaps: int | None) -> Change:
    return Change(to_json(draft), words, at, _summary(draft, gaps), {"gaps": gaps})


def _summary(draft: Draft, gaps: int | None) -> dict[str, Any]:
    title, organisation = label(draft.post.get("title")), label(draft.organisation.get("name"))
    role, follows = label(draft.role), draft.organisation_from
    return {
        "title": title,
        "organisation": organisation,
        "role": role,
        "gaps": gaps,
        "organisation_id": follows and clean_text(follows.id),
        "organisation_revision": follows and follows.revision,
        "search": _folded(f"{title} {organisation} {role}"),
    }


def _found(search: str, deleted: bool, roles: Mapping[str, str]) -> list[ColumnElement[bool]]:
    """Every word has to stand somewhere in the title, the organisation or the role; without a title in its name."""
    gone = drafts.c.deleted_at
    words = [_has(word, roles) for word in _folded(clean_text(search)).split()]
    return [gone.is_not(None) if deleted else gone.is_(None), *words]


def _has(word: str, roles: Mapping[str, str]) -> ColumnElement[bool]:
    called = [role for role, name in roles.items() if word in _folded(name)]
    by_role = (drafts.c.title == "") & drafts.c.role.in_(called)
    return drafts.c.search.contains(word, autoescape=True) | by_role


def _folded(text: str) -> str:
    """The same for accents, widths and capitals, on every engine alike."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return plain.casefold()


def _lines(tx: Connection, where: list[ColumnElement[bool]], offset: int, limit: int | None) -> tuple[DraftLine, ...]:
    c, first = drafts.c, draft_revisions.c
    summary = (c.id, c.title, c.organisation, c.role, c.gaps, c.organisation_id, c.organisation_revision, c.edited_at)
    published = select(func.max(publications.c.published_at)).where(publications.c.draft == c.id).scalar_subquery()
    now = draft_revisions.alias()
    untitled = case((c.title == "", now.c.content))
    columns: tuple[Any, ...] = (*summary, first.change, published, untitled)
    query = select(*columns).join(draft_revisions, (first.id == c.id) & (first.number == 1), isouter=True)
    query = query.join(now, (now.c.id == c.id) & (now.c.number == c.number), isouter=True)
    query = query.where(*where).order_by(c.edited_at.desc(), c.id).offset(offset).limit(limit)
    return tuple(_line(*row) for row in tx.execute(query))


def _line(
    id: str,
    title: str,
    organisation: str,
    role: str,
    gaps: int | None,
    copied: str | None,
    revision: int | None,
    edited_at: datetime,
    began: str | None,
    published: datetime | None,
    untitled: Mapping[str, Any] | None,
) -> DraftLine:
    which = untitled or {}
    follows = None if copied is None or revision is None else ProfileRef(id=copied, revision=revision)
    more = (published, which.get("edition"), which.get("level"))
    return DraftLine(id, title, organisation, role, gaps, follows, edited_at, began or "", *more)
