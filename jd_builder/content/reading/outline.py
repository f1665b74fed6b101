"""Where the parts of a role page stand, and which role it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from jd_builder.content.reading.anchors import Meaning
from jd_builder.content.reading.folding import key
from jd_builder.content.reading.lines import Doubts, Line, first, shortened
from jd_builder.domain.errors import UserError

_NAMING: tuple[Meaning, ...] = ("overview", "find-out", "skills", "levels", "shares")
_OF_SKILLS: tuple[Meaning, ...] = (
    *("skills", "header", "can", "lead", "proficiency", "undefined"),
    *("levels", "levels-count", "level", "responsibilities"),
)
_OF_LEVELS: tuple[Meaning, ...] = ("levels", "levels-count", "responsibilities", "proficiency", "undefined")
_IN_CONTENTS: tuple[Meaning, ...] = ("overview", "skills", "levels", "level", "shares", "updates")


@dataclass(frozen=True)
class Outline:
    """The lines of a page by their part; headings that only open a part are left out."""

    title: str
    senior: bool
    top: Sequence[Line]
    overview: Sequence[Line]
    skills: Sequence[Line]
    shares: Sequence[Line]
    updates: Sequence[Line]


def outline_of(lines: Sequence[Line], file: str, doubts: Doubts) -> Outline:
    """The parts of the page; UserError if it is no role page, or shows two roles."""
    lines = _without_contents(lines)
    overview = first(lines, ("overview",))
    title = _title(lines, file, doubts)
    opening = 0 if overview is None else overview + 1
    skills = _start_of_skills(lines, opening)
    shares = _start_of_shares(lines, skills, doubts)
    updates = first(lines, ("updates",), shares)
    if updates is None:
        updates = first(lines, ("published", "updated"), max(shares, opening + 1))
    updates = len(lines) if updates is None else updates
    shares = min(shares, updates)
    if overview is None:
        found = first(lines, ("duties", "grades"))
        opening = min(skills if found is None else found, skills)
        doubts.add(lines[opening : opening + 1][0] if opening < len(lines) else None, _NO_SUMMARY)
    if updates == len(lines):
        last = f"it ends with '{shortened(lines[-1].text[-60:])}'"
        doubts.add(lines[-1], f"The list of updates is missing, so the end of the page may be cut off; {last}.")
    senior = first(lines, _OF_LEVELS) is None
    parts = (lines[:opening], lines[opening:skills], lines[skills:shares], lines[shares:updates], lines[updates:])
    return Outline(title, senior, *parts)


_NO_SUMMARY = "The heading of the summary is missing; the summary is left out, as it cannot be told from other text."


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without the list of contents, whose entries read like the headings that they lead to."""
    at = first(lines, ("contents",))
    if at is None:
        return list(lines)
    end, seen = at + 1, set[str]()
    has_bullets = end < len(lines) and lines[end].is_item
    while end < len(lines) and (lines[end].is_item if has_bullets else lines[end].meaning in _IN_CONTENTS):
        if key(lines[end].text) in seen:
            break
        seen.add(key(lines[end].text))
        end += 1
    return [*lines[:at], *lines[end:]]


def _title(lines: Sequence[Line], file: str, doubts: Doubts) -> str:
    """The role's name as its own line has it, else as the first heading that names it."""
    named = _named(lines)
    if not named:
        raise UserError("this is no role page: no heading says which role it describes", file)
    roles = {key(name): name for name in named}
    if len(roles) > 1 and all(role.startswith(key(named[0])) for role in roles):
        raise UserError("its headings are glued to what follows them.", file, "Copy or save the page again.")
    if len(roles) > 1:
        names = ", ".join(shortened(name) for name in roles.values())
        raise UserError(f"this holds more than one role ({names}).", file, "Save each role in a file of its own.")
    wanted = key(named[0])
    own = next((line.text for line in lines if line.anchor is None and key(line.text) == wanted), None)
    if own is not None:
        return own
    doubts.add(None, f"The line with the role's title is missing; it was taken from a heading: '{named[0]}'.")
    return named[0][:1].upper() + named[0][1:]


def _named(lines: Sequence[Line]) -> list[str]:
    """The names of roles in headings; the last line of a page may be cut in the middle of one."""
    names = [anchor.rest for line in lines if (anchor := line.anchor) and anchor.meaning in _NAMING and anchor.rest]
    if len(names) > 1 and lines[-1].text.endswith(names[-1]) and key(names[0]).startswith(key(names[-1])):
        names.pop()
    return names


def _start_of_skills(lines: Sequence[Line], opening: int) -> int:
    """Where skills or levels begin; a name that stands before the first fixed line belongs to them."""
    found = first(lines, _OF_SKILLS, opening)
    if found is None:
        end = first(lines, ("shares", "updates"), opening)
        return len(lines) if end is None else end
    heads = [n for n in range(opening, found) if lines[n].kind == "name"]
    if heads:
        return heads[0]
    has_name = lines[found].meaning in ("can", "proficiency", "responsibilities", "undefined")
    return found - 1 if has_name and found > opening and lines[found - 1].names_something else found


def _start_of_shares(lines: Sequence[Line], skills: int, doubts: Doubts) -> int:
    found = first(lines, ("shares",), skills)
    if found is not None:
        return found
    found = first(lines, ("shares-header", "updates"), skills)
    if found is not None and lines[found].meaning == "shares-header":
        doubts.add(lines[found], "The heading of the roles that share skills is missing.")
    return len(lines) if found is None else found
