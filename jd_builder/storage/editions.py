"""What the store does with editions of roles. One that is kept never changes: a draft may rest on it."""

from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import ColumnElement, Connection, func, insert, select

from jd_builder.domain.errors import UserError
from jd_builder.domain.framework import Role
from jd_builder.storage.results import EditionLine
from jd_builder.storage.tables import editions
from jd_builder.storage.timeline import new_id


def add(tx: Connection, at: datetime, role: Role) -> EditionLine:
    """Keep one more edition. One that is there already is an error of the user's, and stays as it is."""
    known = tx.execute(select(editions.c.role).where(*_named(role.id, role.edition))).first()
    if known:
        raise UserError(f"The edition {role.edition} of {role.title} is kept already, and was left as it is.")
    line = EditionLine(role.id, role.edition, role.title, role.source.sha256 or "", at)
    tx.execute(insert(editions), {"id": new_id(), **vars(line), "content": role.model_dump(mode="json", by_alias=True)})
    return line


def lines(tx: Connection) -> tuple[EditionLine, ...]:
    """All editions without their content: in the order of the roles' ids, the newest first."""
    c = editions.c
    found = tx.execute(select(c.role, c.edition, c.title, c.sha256, c.kept_at))
    newest_first = sorted((EditionLine(*row) for row in found), key=lambda line: line.edition, reverse=True)
    return tuple(sorted(newest_first, key=lambda line: line.role))


def load(tx: Connection, role: str, edition: str) -> Role:
    content = tx.execute(select(editions.c.content).where(*_named(role, edition))).scalar_one_or_none()
    if content is None:
        raise UserError(f"There is no edition {edition} of {role} in the store.")
    try:
        return Role.model_validate(content)
    except ValidationError as error:
        message = f"The edition {edition} of {role} was kept by another version of jd-builder, and cannot be read."
        raise UserError(message, fix="Update jd-builder, then open it again.") from error


def count(tx: Connection) -> int:
    return tx.execute(select(func.count()).select_from(editions)).scalar_one()


def _named(role: str, edition: str) -> tuple[ColumnElement[bool], ...]:
    return editions.c.role == role, editions.c.edition == edition
