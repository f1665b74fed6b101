"""The criteria of a draft as a page shows them, and what else could be one."""

from collections.abc import Iterator, Mapping, Sequence

from jd_builder.domain.draft import Criterion, Edit
from jd_builder.domain.framework import GROUPS, Source, Statement
from jd_builder.services.rows import (
    OWN,
    Count,
    Group,
    Requirement,
    counted,
    edited,
    for_all,
    for_one,
    grouped,
    sentence,
    tag_of,
)
from jd_builder.services.shares import Shares, printed_needs

_LISTED = {"skill": "skills", "experience": "experience"}
_GROUP_OF = {label: group for group, label in GROUPS.items()}


def rows(shares: Shares) -> tuple[Requirement, ...]:
    """The criteria of the draft: those a person chose, or the suggested ones that documents print."""
    return _rows(shares, shares.criteria)


def counts(shares: Shares) -> tuple[Count, ...]:
    """How many criteria each document prints, and whether that is about right; of some it says nothing."""
    found = []
    needs = {each.id: each.need for each in shares.criteria}
    for layout in shares.counted:
        for need in printed_needs(layout):
            number = sum(needs.get(id_) == need for id_ in shares.requirements[layout.id])
            share = layout.takes.essential if need == "essential" else layout.takes.desirable
            found.append(counted(layout.name, number, f"{number} {need}", share))
    return tuple(found)


def first(shares: Shares) -> int:
    """How many criteria stand in words that we made of a statement about people in the job."""
    return sum(each.is_first for each in shares.as_requirements(shares.criteria).values())


def said_of_first(number: int) -> str:
    """``9 criteria are first wordings.``, and what to do about it."""
    many = "1 criterion is a first wording" if number == 1 else f"{number} criteria are first wordings"
    return f"{many}. Read {'it' if number == 1 else 'them'}, and say in your own words what you will ask for."


def offered(shares: Shares) -> Mapping[str, str]:
    """The ids of what could be a criterion and is none, each with the skill or list to offer it under."""
    used = {each.statement for each in shares.criteria}
    return {about: heading for about, heading in _offered(shares) if about not in used}


def more(shares: Shares) -> tuple[Group, ...]:
    """What the role has that could be a criterion and is none: its skills and requirements."""
    headings = offered(shares)
    rows = _rows(shares, [suggestion(shares, about) for about in headings], headings)
    return grouped(rows, tuple(dict.fromkeys(headings.values())))


def suggestion(shares: Shares, about: str) -> Criterion:
    """A skill or statement as a criterion: as the role suggests it, else essential and asked in the interview."""
    known = next((each for each in shares.suggested if each.statement == about), None)
    return known or Criterion(statement=about, need="essential", assessed=("A", "I"))


def ref_of(criterion: Criterion) -> str:
    """What documents name as the place that its words came from."""
    return criterion.id if criterion.text or not criterion.statement else criterion.statement


def _offered(shares: Shares) -> Iterator[tuple[str, str]]:
    """The ids of skills and statements that could be criteria, each with the heading to offer it under."""
    for skill in shares.skills:
        yield skill.id, skill.name
        yield from ((each.id, skill.name) for each in skill.of_kind("can"))
    for further in shares.role.lists:
        for each in further.statements:
            if each.kind in _LISTED:
                yield each.id, f"{further.name}: {_LISTED[each.kind]}"


def _rows(
    shares: Shares, criteria: Sequence[Criterion], headings: Mapping[str, str] | None = None
) -> tuple[Requirement, ...]:
    said = shares.as_requirements(criteria)
    originals = _originals(shares, criteria)
    printed = shares.in_adverts("requirements")
    found = []
    for each in criteria:
        if each.id not in said:
            continue
        about = shares.role.by_id.get(each.statement or "")
        edit = for_all(shares.draft, each.statement or "")
        other = shares.draft.rewording_of(each, "")
        found.append(
            Requirement(
                id=each.id,
                text=str(said[each.id].words),
                tag=OWN if not each.statement else tag_of(about) if about else "Framework",
                source=sentence(_source(shares, each, about)) if each.statement else "",
                heading=headings[each.id] if headings else said[each.id].group,
                original=originals.get(each.id, "") or (each.text or "" if other else ""),
                edited=_edited(each, other, edit if each.id in originals else None),
                starred=each.id in printed if shares.adverts and each.need == "essential" else None,
                where=shares.where(each.id, "requirements"),
                elsewhere=for_one(shares.draft, each.statement or "") if not each.text else {},
                need=each.need,
                stages=each.assessed,
                why=each.why or "",
                theme=_GROUP_OF[said[each.id].group],
            )
        )
    return tuple(found)


def _edited(criterion: Criterion, other: Edit | None, edit: Edit | None) -> str:
    return edited(other) or ("Edited" if criterion.text and criterion.statement else edited(edit))


def _originals(shares: Shares, criteria: Sequence[Criterion]) -> dict[str, str]:
    """The words before any change, of those criteria that have others now."""
    edits = shares.draft.edits
    changed = [each for each in criteria if each.statement and (each.text or each.statement in edits)]
    bare = [Criterion(id=each.id, statement=each.statement, need=each.need) for each in changed]
    written = shares.as_written().as_requirements(bare) if bare else {}
    return {id_: str(each.words) for id_, each in written.items()}


def _source(shares: Shares, criterion: Criterion, about: Statement | None) -> Source:
    return about.source if about else shares.role.source
