"""Roles, their skills and the statements they are made of, each with where it came from."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from jd_builder.domain.base import Model

Kind = Literal["summary", "duty", "can", "lead", "resp", "skill", "experience"]
Wording = Literal["plain", "official"]
Group = Literal["qualifications", "experience", "knowledge", "skills", "values"]
Need = Literal["essential", "desirable"]
Stage = Literal["A", "I", "T", "P"]
Proficiency = Literal["awareness", "working", "practitioner", "expert"]

STAGES: Mapping[str, str] = {
    "A": "Application",
    "I": "Interview",
    "T": "Test",
    "P": "Presentation",
}
GROUPS: Mapping[str, str] = {
    "qualifications": "Qualifications",
    "experience": "Experience",
    "knowledge": "Knowledge",
    "skills": "Skills",
    "values": "Values",
}


class Source(Model):
    """Where a text came from. A date that is not known is None, never a guess.

    ``sha256`` is that of the file that a person brought, in hexadecimal.
    """

    publisher: str = Field(min_length=1)
    title: str = Field(min_length=1)
    address: str | None = None
    edition_date: date | None = None
    retrieved: date | None = None
    licence: str = Field(min_length=1)
    sha256: str | None = None


class StandsFor(Model):
    """The official statement that one of ours says in other words.

    ``fingerprint`` holds a short hash for each stemmed content word of the official text, in
    alphabetical order, so that an import recognises the statement without our holding its text.
    """

    page: str
    edition: date
    skill: str | None = None
    kind: Kind
    number: int = Field(ge=1)
    fingerprint: tuple[str, ...] = Field(min_length=1)


class Wordings(Model):
    """The ways to say one statement: ours, ours outside government, and the official ones."""

    plain: str = Field(min_length=1)
    elsewhere: str | None = Field(default=None, min_length=1)
    official: Mapping[str, str] = {}

    def text(self, wording: Wording, edition: str, government: bool) -> str:
        """The text to print. Where no official wording was imported, our own stands in."""
        if wording == "official" and edition in self.official:
            return self.official[edition]
        return self.plain if government or self.elsewhere is None else self.elsewhere


class Overlap(Model):
    """How a statement of another list relates to the framework's own statements.

    ``covered``: the framework already says it; ``adds``: it says more, namely ``adds``; ``new``:
    the framework does not say it; ``left-out``: it is not fit for use, for the reason in the note.
    """

    relation: Literal["covered", "adds", "new", "left-out"]
    by: tuple[str, ...] = ()
    adds: str | None = None


class CriterionWording(Model):
    """A requirement said so that a panel can score it, and the group it is listed under."""

    text: str = Field(min_length=1)
    group: Group


class Statement(Model):
    """One sentence that a document can take, with its provenance. Its id is a name for ever.

    ``shows`` are the skills, by their ids, that a duty calls for; a statement of a skill need not say
    so. ``government_only`` marks one that has no meaning elsewhere, in any wording.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")
    kind: Kind
    wordings: Wordings
    source: Source
    origin: Literal["framework", "commercial", "own"]
    theme: str | None = None
    stands_for: StandsFor | None = None
    overlap: Overlap | None = None
    criterion: CriterionWording | None = None
    note: str | None = None
    shows: tuple[str, ...] = ()
    government_only: bool = False


class Skill(Model):
    """A skill under its official name, with the statements that describe it."""

    id: str
    name: str = Field(min_length=1)
    description: str | None = None
    proficiency: Proficiency | None = None
    criterion: CriterionWording | None = None
    statements: tuple[Statement, ...]

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its statements."""
        return frozenset(statement.id for statement in self.statements)

    def of_kind(self, kind: Kind) -> tuple[Statement, ...]:
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Statement, ...]]:
        kinds = dict.fromkeys(statement.kind for statement in self.statements)
        return {kind: tuple(each for each in self.statements if each.kind == kind) for kind in kinds}


class Level(Model):
    """One level of an ordinary role, such as lead or principal."""

    id: str
    name: str
    summary: tuple[Statement, ...] = ()
    responsibilities: tuple[Statement, ...] = ()
    skills: tuple[Skill, ...] = ()
    grades: tuple[str, ...] = ()


class RelatedRole(Model):
    """Another role of the framework and the skills it has in common with this one."""

    title: str
    skills: tuple[str, ...]


class SuggestedCriterion(Model):
    """A criterion that documents offer until the user chooses: a skill or statement by its id."""

    of: str
    need: Need
    assessed: tuple[Stage, ...] = Field(min_length=1)


class NotDuty(Model):
    """Something that a source says and no document of ours takes, with the reason to show."""

    what: str = Field(min_length=1)
    why: str = Field(min_length=1)


class StatementList(Model):
    """A further list of statements that goes with a role, such as the commercial one."""

    id: str
    name: str
    source: Source
    statements: tuple[Statement, ...]
    not_duties: tuple[NotDuty, ...] = ()


class Role(Model):
    """One edition of one role: everything that its documents can say about the work.

    ``origin`` is whose words its skills are: the framework's, or of a list that the user brought.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    family: str | None = None
    edition: str
    source: Source
    summary: tuple[Statement, ...]
    duties: tuple[Statement, ...] = ()
    skills: tuple[Skill, ...] = ()
    grades: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    related: tuple[RelatedRole, ...] = ()
    themes: Mapping[str, str] = {}
    lists: tuple[StatementList, ...] = ()
    origin: Literal["framework", "own"] = "framework"
    suggested_duties: tuple[str, ...] = ()
    suggested_criteria: tuple[SuggestedCriterion, ...] = ()

    def level_of(self, id: str | None) -> Level | None:
        """The level of this id, the first for any other; None where the role has none."""
        return next((level for level in self.levels if level.id == id), self.levels[0] if self.levels else None)

    def called(self, level: str | None) -> str:
        """What the role is called at a level."""
        at = self.level_of(level)
        return at.name if at else self.title

    def statements(self) -> Iterator[Statement]:
        """Every statement of the role and of the lists that go with it, in document order."""
        yield from self.summary
        yield from self.duties
        for skill in self.skills:
            yield from skill.statements
        for level in self.levels:
            yield from level.summary
            yield from level.responsibilities
            for skill in level.skills:
                yield from skill.statements
        for further in self.lists:
            yield from further.statements

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        return {statement.id: statement for statement in self.statements()}

    @cached_property
    def skills_by_id(self) -> Mapping[str, Skill]:
        nested = (skill for level in self.levels for skill in level.skills)
        return {skill.id: skill for skill in (*self.skills, *nested)}

    @cached_property
    def framework_ids(self) -> frozenset[str]:
        """The ids of the framework's own words: not those of the commercial list."""
        statements = (each.id for each in self.statements() if each.origin == "framework")
        skills = self.skills_by_id if self.origin == "framework" else ()
        return frozenset((*statements, *skills))
