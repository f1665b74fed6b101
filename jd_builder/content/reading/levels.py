"""The levels of an ordinary role, each with what stands under its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from jd_builder.content.reading.lines import Doubts, Line, first
from jd_builder.content.reading.page import LevelRead
from jd_builder.content.reading.prose import read_prose
from jd_builder.content.reading.skills import SkillReader, doubt_twins

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass
class _Chunk:
    """The lines of one level; no name where its heading is lost."""

    name: str
    lines: list[Line]
    had_list: bool = False
    had_skills: bool = False


def read_levels(lines: Sequence[Line], doubts: Doubts) -> tuple[tuple[LevelRead, ...], bool]:
    """The levels in the order of the page, and whether the name of one of their skills is lost."""
    levels, names_lost = [], False
    for chunk in _chunks(lines):
        if not chunk.name:
            if chunk.had_list or chunk.had_skills:
                what = "The name of a role level is missing before this line; what stands under it is left out."
                doubts.add(chunk.lines[0], what)
                names_lost = True
            continue
        reader = SkillReader(doubts, has_levels=True)
        levels.append(_level(chunk, reader, doubts))
        names_lost = names_lost or reader.names_lost
    doubt_missing_descriptions(levels, doubts)
    _doubt_number(lines, len(levels), doubts)
    return tuple(levels), names_lost


def _level(chunk: _Chunk, reader: SkillReader, doubts: Doubts) -> LevelRead:
    at = _start_of_skills(chunk.lines)
    prose = read_prose(chunk.lines[:at], doubts)
    skills = reader.read(chunk.lines[at:])
    doubt_twins(skills, f"'{chunk.name}'", doubts)
    if not skills:
        doubts.add(chunk.lines[0] if chunk.lines else None, f"'{chunk.name}' has no skills.")
    if not prose.items:
        doubts.add(chunk.lines[0] if chunk.lines else None, f"'{chunk.name}' has no responsibilities.")
    return LevelRead(chunk.name, tuple(prose.paragraphs), prose.items, prose.grades, skills)


def _start_of_skills(lines: Sequence[Line]) -> int:
    found = first(lines, ("header", "can", "proficiency", "undefined", "lead"))
    found = len(lines) if found is None else found
    heads = [n for n in range(found) if lines[n].kind == "name"]
    if heads:
        return heads[0]
    named = found < len(lines) and lines[found].meaning != "header" and found > 0 and lines[found - 1].names_something
    has_name_inside = named and not getattr(lines[found].anchor, "name", "")
    return found - 1 if has_name_inside else found


def _chunks(lines: Sequence[Line]) -> list[_Chunk]:
    """A level begins at its heading, or at a name that stands before what only levels have."""
    chunks = [_Chunk("", [])]
    begin: int | None = None  # of the plain lines just read, which may be a level's name and description
    for at, line in enumerate(lines):
        chunk, meaning = chunks[-1], line.meaning
        if (meaning == "level" and line.anchor) or (line.kind == "head" and meaning is None):
            chunks.append(_Chunk(line.anchor.rest if line.anchor else line.text, []))
            begin = None
            continue
        if _opens_another(chunk, line, lines[at - 1] if at else None):
            chunks.append(_named_chunk(chunk, lines, at, begin))
        chunk = chunks[-1]
        chunk.lines.append(line)
        chunk.had_list = chunk.had_list or meaning == "responsibilities"
        chunk.had_skills = chunk.had_skills or meaning in ("can", "proficiency", "undefined") or line.kind == "name"
        if line.anchor is not None or line.kind != "text":
            begin = None
        elif begin is None:
            begin = at
    return chunks


def _opens_another(chunk: _Chunk, line: Line, before: Line | None) -> bool:
    """Whether this line cannot belong to the level so far."""
    if line.meaning == "responsibilities":
        return chunk.had_list or chunk.had_skills or not chunk.name
    if line.meaning == "grades":
        return chunk.had_skills
    if line.meaning == "header":
        return chunk.had_skills and (before is None or before.meaning != "header")
    return line.meaning in ("can", "proficiency", "undefined") and not (
        chunk.name or chunk.had_list or chunk.had_skills
    )


def _named_chunk(chunk: _Chunk, lines: Sequence[Line], at: int, begin: int | None) -> _Chunk:
    """A new level out of the plain lines before this place, which are taken off the level before."""
    if begin is None:
        return _Chunk("", [])
    taken = list(lines[begin:at])
    if taken == chunk.lines[-len(taken) :]:
        del chunk.lines[-len(taken) :]
    if not taken[0].names_something or lines[at].meaning in ("can", "proficiency", "undefined"):
        return _Chunk("", taken)
    return _Chunk(taken[0].text, taken[1:])


def doubt_missing_descriptions(levels: Sequence[LevelRead], doubts: Doubts) -> None:
    """Say which levels are without a description that others of the role have."""
    if any(level.description for level in levels):
        for level in levels:
            if not level.description:
                doubts.add(None, f"'{level.name}' has no description.")


def _doubt_number(lines: Sequence[Line], found: int, doubts: Doubts) -> None:
    at = first(lines, ("levels-count",))
    anchor = lines[at].anchor if at is not None else None
    if at is None or anchor is None:
        return
    said = anchor.rest.lower()
    number = _NUMBERS.index(said) if said in _NUMBERS else int(said) if said.isdecimal() else found
    if number != found:
        doubts.add(lines[at], f"The page says that there are {number} role levels, and {found} could be read.")
