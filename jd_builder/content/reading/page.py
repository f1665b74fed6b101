"""A role as a file of the framework shows it: what was read, as it was published, and what is in doubt.

Everything stands in the order of the file. What a source does not say is empty, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Kind = Literal["csv", "html", "text", "own"]
"""``own`` is a table of one's own, which has nothing to do with the framework."""
PROFICIENCIES = ("awareness", "working", "practitioner", "expert")


@dataclass(frozen=True)
class SkillRead:
    """A skill of a level, or of a senior role; ``level`` is the proficiency, in lower case."""

    name: str
    description: str | None
    level: str | None
    you_can: tuple[str, ...]
    leadership: tuple[str, ...] = ()
    undefined: bool = False
    """The source itself says that nothing is defined for this skill at this proficiency."""


@dataclass(frozen=True)
class LevelRead:
    """One level of an ordinary role."""

    name: str
    description: tuple[str, ...]
    responsibilities: tuple[str, ...]
    grades: tuple[str, ...]
    skills: tuple[SkillRead, ...]


@dataclass(frozen=True)
class SourceRead:
    """Where a role was read from. ``sha256`` is that of the whole file, in hexadecimal."""

    kind: Kind
    file: str
    sha256: str
    title: str | None = None
    address: str | None = None
    edition_date: date | None = None
    """When the page was last updated, as the page says."""
    published: date | None = None
    updates: tuple[tuple[date | None, str], ...] = ()


@dataclass(frozen=True)
class RoleRead:
    """A role: a senior one has skills and no levels, an ordinary one has levels with skills."""

    role: str
    family: str | None
    senior: bool
    description: tuple[str, ...]
    duties_lead_in: str | None
    duties: tuple[str, ...]
    grades: tuple[str, ...]
    skills: tuple[SkillRead, ...]
    levels: tuple[LevelRead, ...]
    source: SourceRead
    shares_skills_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """Something that could not be read for certain; ``line`` counts from 1 in the file."""

    line: int | None
    text: str

    def __str__(self) -> str:
        return self.text if self.line is None else f"line {self.line}: {self.text}"


@dataclass(frozen=True)
class Reading:
    """Everything that one file gave."""

    roles: tuple[RoleRead, ...]
    doubts: tuple[Doubt, ...]


def as_data(role: RoleRead) -> dict[str, Any]:
    """The role for other programs, in the shape of a senior or of an ordinary role, and its source."""
    data: dict[str, Any] = {
        "role": role.role,
        "family": role.family,
        "senior_civil_service": role.senior,
        "description": list(role.description),
        "duties_lead_in": role.duties_lead_in,
        "duties": list(role.duties),
    }
    if role.senior:
        data |= {"grades": list(role.grades), "skills": [_senior_skill(skill) for skill in role.skills]}
    else:
        data |= {"levels": [_level(level) for level in role.levels]}
    shared = {name: list(skills) for name, skills in role.shares_skills_with.items()}
    return data | {"shares_skills_with": shared, "counts": counts(role), "source": _source(role)}


def counts(role: RoleRead) -> dict[str, int]:
    """How many of everything there are, by the names that the data uses."""
    rows = role.skills if role.senior else tuple(skill for level in role.levels for skill in level.skills)
    you_can = sum(len(skill.you_can) for skill in rows)
    related = len(role.shares_skills_with)
    if role.senior:
        leadership = sum(len(skill.leadership) for skill in rows)
        return {
            "duties": len(role.duties),
            "skills": len(rows),
            "you_can": you_can,
            "leadership": leadership,
            "related_roles": related,
        }
    return {
        "duties": len(role.duties),
        "levels": len(role.levels),
        "distinct_skills": len({skill.name for skill in rows}),
        "skill_rows": len(rows),
        "you_can": you_can,
        "responsibilities": sum(len(level.responsibilities) for level in role.levels),
        "related_roles": related,
    }


def _senior_skill(skill: SkillRead) -> dict[str, Any]:
    return {"name": skill.name, "you_can": list(skill.you_can), "leadership": list(skill.leadership)}


def _level(level: LevelRead) -> dict[str, Any]:
    return {
        "name": level.name,
        "description": list(level.description),
        "responsibilities": list(level.responsibilities),
        "grades": list(level.grades),
        "skills": [
            {
                "name": skill.name,
                "level": skill.level,
                "you_can": list(skill.you_can),
                "undefined": skill.undefined,
            }
            for skill in level.skills
        ],
    }


def _source(role: RoleRead) -> dict[str, Any]:
    source = role.source
    rows = [*role.skills, *(skill for level in role.levels for skill in level.skills)]
    return {
        "kind": source.kind,
        "file": source.file,
        "sha256": source.sha256,
        "title": source.title,
        "address": source.address,
        "last_updated": _iso(source.edition_date),
        "published": _iso(source.published),
        "updates": [{"date": _iso(day), "text": text} for day, text in source.updates],
        "skill_descriptions": {skill.name: skill.description for skill in rows if skill.description},
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
