"""Files of roles that people bring: what is in them, before anything is kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jd_builder.content.reading.folding import key
from jd_builder.content.reading.page import Doubt, Reading, RoleRead, as_data, counts
from jd_builder.content.reading.reader import read_file
from jd_builder.services.errors import WrongUseError
from jd_builder.text.english import count, day

_COUNTED = {
    "duties": ("duty", "duties"),
    "levels": ("role level", "role levels"),
    "skills": ("skill", "skills"),
    "distinct_skills": ("skill", "skills"),
    "skill_rows": ("skill at a level", "skills at a level"),
    "you_can": ('"You can" statement', '"You can" statements'),
    "responsibilities": ("responsibility", "responsibilities"),
    "leadership": ("example of leadership", "examples of leadership"),
    "related_roles": ("related role", "related roles"),
}


def read(path: Path) -> Reading:
    """Every role of the file; UserError, in one sentence, for a file that holds none."""
    return read_file(path)


def chosen(reading: Reading, name: str | None) -> RoleRead:
    """The role of this title, or the only one; WrongUseError says which there are."""
    fitting = [role for role in reading.roles if name is None or key(role.role) == key(name)]
    if len(fitting) == 1:
        return fitting[0]
    titles = ", ".join(role.role for role in reading.roles)
    if name is None:
        raise WrongUseError(f"The file holds {len(reading.roles)} roles. Name one of them with --role: {titles}.")
    raise WrongUseError(f"The file holds no role '{name}'. There are: {titles}.")


def doubts_of(reading: Reading, role: RoleRead) -> list[Doubt]:
    """What is in doubt about the file and about this role, without what is said of its other roles."""
    others = tuple(f"{other.role}: " for other in reading.roles if other is not role)
    return [doubt for doubt in reading.doubts if not doubt.text.startswith(others)]


def data(role: RoleRead) -> dict[str, Any]:
    """The role for other programs."""
    return as_data(role)


def summary(role: RoleRead) -> str:
    """The role in a few lines: its title, how much there is of what, and its skills or levels."""
    family = f" ({role.family})" if role.family else ""
    found = _found(counts(role).items())
    lines = [f"{role.role}{family}", f"    {found}", *(f"    {line}" for line in _parts(role))]
    if role.source.edition_date:
        lines.append(f"    Last updated {day(role.source.edition_date)}")
    return "\n".join(lines) + "\n"


def _parts(role: RoleRead) -> Iterator[str]:
    for skill in role.skills:
        found = (("you_can", len(skill.you_can)), ("leadership", len(skill.leadership)))
        yield f"Skill: {skill.name}: {_found(found)}"
    for level in role.levels:
        statements = sum(len(skill.you_can) for skill in level.skills)
        found = (("responsibilities", len(level.responsibilities)), ("skills", len(level.skills)))
        yield f"Level: {level.name}: {_found((*found, ('you_can', statements)))}"


def _found(numbers: Iterable[tuple[str, int]]) -> str:
    return ", ".join(count(number, *_COUNTED[name]) for name, number in numbers)
