"""What a newer edition of a role changes: in the role itself, and in a draft that rests on an older one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role, Statement
from jd_builder.domain.organisation import Sector
from jd_builder.services.shares import Shares

Sort = Literal["added", "removed", "reworded"]


@dataclass(frozen=True)
class Change:
    """One statement that differs. ``before`` is empty where it was added, ``after`` where it was removed."""

    id: str
    sort: Sort
    before: str
    after: str
    of: str
    """The skill or part of the role that it belongs to."""


@dataclass(frozen=True)
class Compared:
    """Two editions side by side: their statements, and the skills that have another name, before and after."""

    changes: tuple[Change, ...]
    renamed: tuple[tuple[str, str], ...]

    def of_sort(self, sort: Sort) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.sort == sort)


def compared(old: Role, new: Role, draft: Draft | None = None) -> Compared:
    """The official texts against one another; for a draft, the words that it would print."""
    before, after = _of_role(old), _of_role(new)
    changes = tuple(_changes(before, after, old, new, draft))
    names = {skill.id: skill.name for skill in old.skills_by_id.values()}
    renamed = [
        (names[id], skill.name) for id, skill in new.skills_by_id.items() if names.get(id, skill.name) != skill.name
    ]
    titles = [(old.title, new.title)] if old.title != new.title else []
    return Compared(changes, tuple(dict.fromkeys([*titles, *renamed])))


def in_use(draft: Draft, role: Role) -> frozenset[str]:
    """The statements that a draft's documents print or that the user chose, put a star on or edited."""
    shares = Shares(draft, role)
    choose = draft.choose
    criteria = (each.statement or "" for each in shares.criteria)
    chosen = (*choose.include, *choose.star, *(choose.statements or ()), *draft.edits)
    return frozenset((*shares.chosen, *criteria, *chosen))


def concerning(draft: Draft, old: Role, new: Role) -> tuple[Change, ...]:
    """What of a newer edition a draft has to do with: used statements that changed, and all that are new."""
    used = in_use(draft, old)
    return tuple(each for each in compared(old, new, draft).changes if each.sort == "added" or each.id in used)


def _changes(
    before: dict[str, Statement], after: dict[str, Statement], old: Role, new: Role, draft: Draft | None
) -> Iterator[Change]:
    for id, statement in after.items():
        if id not in before:
            yield Change(id, "added", "", _text(statement, new, draft), _part(id, new))
            continue
        said, says = _text(before[id], old, draft), _text(statement, new, draft)
        if said != says:
            yield Change(id, "reworded", said, says, _part(id, new))
    for id, statement in before.items():
        if id not in after:
            yield Change(id, "removed", _text(statement, old, draft), "", _part(id, old))


def _of_role(role: Role) -> dict[str, Statement]:
    return {id: each for id, each in role.by_id.items() if each.origin != "commercial"}


def _text(statement: Statement, role: Role, draft: Draft | None) -> str:
    if draft is None:
        return statement.wordings.text("official", role.edition, government=True)
    government = draft.read_organisation().value.sector == Sector.CENTRAL_GOVERNMENT
    return statement.wordings.text(draft.wording, role.edition, government)


def _part(id: str, role: Role) -> str:
    """``Cyber risk management``, ``Duties``: where a statement stands in its role."""
    skill = role.skills_by_id.get(id.rsplit(".", 2)[0])
    if skill:
        return f"{skill.name}, {skill.proficiency}" if skill.proficiency else skill.name
    level = next((level for level in role.levels if level.id == id.split(".")[1]), None)
    parts = {"duty": "Duties", "summary": "What the role is"}
    return level.name if level else parts.get(id.split(".")[1], "")
