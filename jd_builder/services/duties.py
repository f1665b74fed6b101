"""The duties of a draft as a page shows them: those that its documents print, and those there still are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jd_builder.assembly.selection import DUTY_KINDS
from jd_builder.domain.framework import Overlap, Statement
from jd_builder.services.rows import (
    Count,
    Group,
    Row,
    counted,
    edited,
    for_all,
    for_one,
    grouped,
    rebased,
    sentence,
    tag_of,
)
from jd_builder.services.shares import Shares
from jd_builder.text import english

_SAID = ("covered", "left-out")
_OF_A_FILE: Mapping[str, str] = {"duty": "At every level", "resp": "At this level"}


@dataclass(frozen=True)
class Said:
    """A statement that says a left-out duty already, and whether the draft has chosen it."""

    text: str
    chosen: bool


@dataclass(frozen=True)
class LeftOut:
    """A duty of a further list that is not offered: another one says it, or it is not fit for use."""

    row: Row
    by: tuple[Said, ...]
    note: str


def rows(shares: Shares) -> tuple[Row, ...]:
    """The duties that at least one document prints, in order."""
    return _rows(shares, shares.chosen)


def counts(shares: Shares) -> tuple[Count, ...]:
    """How many duties each document prints, and whether that is about right."""
    return tuple(
        counted(layout.name, number, english.count(number, "duty", "duties"), layout.takes.duties)
        for layout in shares.counted
        if layout.takes.duties.most
        for number in (len(shares.duties[layout.id]),)
    )


def offered(shares: Shares) -> tuple[str, ...]:
    """The ids of the duties that nobody chose, without those that are left out."""
    own = (own.id for own in shares.draft.own if own.kind in DUTY_KINDS)
    of_role = (each.id for each in _duties(shares) if each.overlap is None or each.overlap.relation not in _SAID)
    return tuple(id_ for id_ in (*of_role, *own) if id_ not in shares.chosen)


def more(shares: Shares) -> tuple[Group, ...]:
    """The duties that nobody chose, under their themes or skills."""
    return grouped(_rows(shares, offered(shares)), tuple(shares.role.themes.values()))


def unused(shares: Shares) -> Mapping[str, Overlap]:
    """The duties of further lists that are not offered by their ids, with how they relate to others."""
    found = ((each.id, each.overlap) for each in _duties(shares) if each.id not in shares.chosen)
    return {id_: overlap for id_, overlap in found if overlap and overlap.relation in _SAID}


def left_out(shares: Shares) -> tuple[LeftOut, ...]:
    """The duties that are not offered, each with the statements that say it already."""
    found = unused(shares)
    by = shares.as_duties(id_ for overlap in found.values() for id_ in overlap.by)
    return tuple(
        LeftOut(
            row,
            tuple(Said(english.raised(by[id_].words), id_ in shares.chosen) for id_ in found[row.id].by if id_ in by),
            (shares.role.by_id[row.id].note or "") if found[row.id].relation == "left-out" else "",
        )
        for row in _rows(shares, found)
    )


def _duties(shares: Shares) -> Iterable[Statement]:
    return (each for each in shares.statements if each.kind in DUTY_KINDS)


def _rows(shares: Shares, ids: Iterable[str]) -> tuple[Row, ...]:
    said = shares.as_duties(ids)
    changed = [id_ for id_ in said if id_ in shares.draft.edits]
    originals = shares.as_written().as_duties(changed) if changed else {}
    printed = shares.in_adverts("duties")
    has_stars = bool(shares.adverts and shares.others) and shares.draft.choose.statements is None
    found = []
    for id_, duty in said.items():
        statement, edit = shares.role.by_id.get(id_), for_all(shares.draft, id_)
        original = str(originals[id_].words) if id_ in originals else ""
        found.append(
            Row(
                id=id_,
                text=str(duty.words),
                tag=tag_of(statement),
                source=sentence(statement.source) + rebased(edit, original) if statement else "",
                heading=_heading(shares, statement, duty.theme),
                skill=_skill(shares, id_, duty.theme),
                original=original,
                edited=edited(edit),
                starred=id_ in printed if has_stars else None,
                where=shares.where(id_, "duties"),
                theme=next((own.theme or "" for own in shares.draft.own if own.id == id_), ""),
                elsewhere=for_one(shares.draft, id_),
            )
        )
    return tuple(found)


def _heading(shares: Shares, statement: Statement | None, theme: str) -> str:
    """The theme; a role from a file has none, and says instead what all of its levels do and what this one does."""
    kind = statement.kind if statement and not shares.role.themes else ""
    return _OF_A_FILE.get(kind, theme) if shares.role.levels else theme


def _skill(shares: Shares, id_: str, heading: str) -> str:
    """The name of the skill that a statement belongs to, unless its heading says it already."""
    skill = shares.role.skills_by_id.get(id_.rsplit(".", 2)[0])
    return skill.name if skill and not heading.startswith(skill.name) else ""
