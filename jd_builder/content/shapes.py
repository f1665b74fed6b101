"""The shapes of the built-in data files, strictly: what a key is called and what stands under it.

A role's file and a further list's file differ by one key: a list says which roles it is ``for``.
What the files do not repeat (kinds, sources, official pages) is added in ``built``.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints

from jd_builder.domain.base import Model
from jd_builder.domain.framework import (
    CriterionWording,
    Kind,
    NotDuty,
    Overlap,
    RelatedRole,
    Source,
    SuggestedCriterion,
)
from jd_builder.text.located import Path

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{4}$")]


def _parted(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


class RawText(Model):
    """What every statement has, whichever file it stands in."""

    id: Name
    text: Line
    elsewhere: Line | None = None
    theme: Name | None = None
    criterion: CriterionWording | None = None
    note: Line | None = None


class RawStatement(RawText):
    """One of our statements; ``number`` is that of the official one in the same list of the page."""

    number: int = Field(ge=1)
    shows: tuple[Name, ...] = ()
    government_only: bool = False
    fingerprint: Annotated[tuple[Hash, ...], BeforeValidator(_parted), Field(min_length=1)]


class RawSkill(Model):
    id: Name
    name: Line
    description: Line
    criterion: CriterionWording
    can: tuple[RawStatement, ...] = Field(min_length=1)
    lead: tuple[RawStatement, ...] = ()


class RawRole(Model):
    """A role's file."""

    id: Name
    title: Line
    aliases: tuple[Line, ...] = ()
    family: Line | None = None
    edition: Line
    source: Source
    grades: tuple[Line, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    themes: Mapping[Name, Line]
    summary: tuple[RawStatement, ...] = Field(min_length=1)
    duties: tuple[RawStatement, ...] = ()
    skills: tuple[RawSkill, ...] = Field(min_length=1)
    suggested_duties: tuple[Name, ...] = ()
    suggested_criteria: tuple[SuggestedCriterion, ...] = ()

    def series(self) -> Iterator[tuple[Path, str, Kind, tuple[RawStatement, ...]]]:
        """Each list of statements: its place in the file, what its ids begin with, its kind."""
        yield ("summary",), f"{self.id}.summary", "summary", self.summary
        yield ("duties",), f"{self.id}.duty", "duty", self.duties
        for n, skill in enumerate(self.skills):
            yield ("skills", n, "can"), f"{skill.id}.can", "can", skill.can
            yield ("skills", n, "lead"), f"{skill.id}.lead", "lead", skill.lead


class RawItem(RawText):
    """One line of a further list."""

    overlap: Overlap


class RawList(Model):
    """A further list's file."""

    id: Name
    name: Line
    for_: tuple[Name, ...] = Field(min_length=1)
    source: Source
    day: tuple[RawItem, ...] = ()
    responsibility: tuple[RawItem, ...] = ()
    skill: tuple[RawItem, ...] = ()
    experience: tuple[RawItem, ...] = ()
    not_duties: tuple[NotDuty, ...] = ()

    def series(self) -> Iterator[tuple[Path, str, Kind, tuple[RawItem, ...]]]:
        """Each list of lines: its place in the file, what its ids begin with, its kind."""
        yield ("day",), f"{self.id}.day", "duty", self.day
        yield ("responsibility",), f"{self.id}.responsibility", "duty", self.responsibility
        yield ("skill",), f"{self.id}.skill", "skill", self.skill
        yield ("experience",), f"{self.id}.experience", "experience", self.experience
