"""The end of a role page: roles that share skills, dates and notes on changes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from jd_builder.content.reading.anchors import Meaning
from jd_builder.content.reading.folding import key
from jd_builder.content.reading.lines import Doubts, Line, first, shortened

_OF_A_ROLE: tuple[Meaning, ...] = ("duties", "responsibilities", "can", "lead", "proficiency")
Updates = tuple[tuple[date | None, str], ...]


def read_shares(lines: Sequence[Line], skills: Collection[str], doubts: Doubts) -> Mapping[str, tuple[str, ...]]:
    """Each role with the skills that it shares.

    In text only the names of the role's own skills tell roles and skills apart, so one that is not known
    makes the whole list uncertain; it is then left out.
    """
    if not lines:
        return {}
    known = {key(name) for name in skills}
    entries = [line for line in lines if line.anchor is None]
    certain = any(line.kind == "name" for line in entries)
    shared: list[tuple[str, list[str]]] = []
    for line in entries:
        is_role = line.kind == "name" if certain else key(line.text) not in known and not line.is_item
        if is_role:
            shared.append((line.text, []))
        elif shared:
            shared[-1][1].append(line.text)
    if not shared or not _is_sound(shared) or entries[0].text != shared[0][0]:
        doubts.add(
            lines[0], "In the roles that share skills, roles and skills cannot be told apart; they are left out."
        )
        return {}
    _doubt_unknown(lines, shared, known, doubts)
    return {name: tuple(found) for name, found in shared}


def _is_sound(shared: list[tuple[str, list[str]]]) -> bool:
    """Whether no role stands twice or without a skill, and no skill twice in one role."""
    groups = [[key(name) for name, _ in shared], *([key(skill) for skill in found] for _, found in shared)]
    return all(group and len(set(group)) == len(group) for group in groups)


def _doubt_unknown(
    lines: Sequence[Line], shared: list[tuple[str, list[str]]], known: Collection[str], doubts: Doubts
) -> None:
    told = dict.fromkeys(skill for _, found in shared for skill in found if key(skill) not in known)
    for skill in told:
        doubts.add(lines[0], f"'{shortened(skill)}' is shared with other roles but is not among the skills read.")


def read_updates(lines: Sequence[Line], doubts: Doubts) -> tuple[Updates, date | None, date | None]:
    """The notes on changes with their dates, when the page was last updated and when it was published."""
    notes: list[tuple[date | None, list[str]]] = []
    updated = published = None
    for line in lines:
        anchor = line.anchor
        match anchor.meaning if anchor else None:
            case "updated" if anchor:
                updated = day_of(anchor.rest)
            case "published" if anchor:
                published = day_of(anchor.rest)
            case "date" if anchor:
                notes.append((day_of(anchor.rest), []))
            case None if notes:
                notes[-1][1].append(line.text)
            case "furniture":
                break
    beyond = first(lines, _OF_A_ROLE)
    if beyond is not None:
        doubts.add(lines[beyond], "What stands here, after the list of updates, is left out.")
    for day, texts in notes:
        if not texts:
            doubts.add(lines[-1], f"The note on the change of {day} is missing.")
    return tuple((day, " ".join(texts)) for day, texts in notes if texts), updated, published


def day_of(text: str) -> date | None:
    """The day that the text begins with, as in ``7 October 2024``; None if there is none."""
    words = text.split()[:3]
    try:
        return datetime.strptime(" ".join(words), "%d %B %Y").date()
    except ValueError:
        return None
