"""One more edition of a role from what a file says of it, with the ids that its statements already have."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from jd_builder.content.editions.matching import Known, Resemblance, known, matched
from jd_builder.content.editions.naming import Numbers, free_slug
from jd_builder.content.editions.skills import same_skills
from jd_builder.content.reading.page import LevelRead, RoleRead, SkillRead
from jd_builder.domain.framework import Kind, Level, RelatedRole, Role, Skill, Source, Statement, Wordings

PUBLISHER = "Government Digital and Data profession"
LICENCE = "Open Government Licence v3.0"
_FRAMEWORK = "Government Digital and Data Profession Capability Framework"
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LINK = re.compile(r"\[([^\]\[]+)\]\([^()\s]+\)")


@dataclass(frozen=True)
class Made:
    """The edition, and the statements of it that may be earlier ones in other words."""

    role: Role
    asked: tuple[Resemblance, ...]


def edition_name(read: RoleRead, today: date, kept: Collection[str]) -> str:
    """The edition's date; where the file says none, ``2026-11-21-read``: the day on which it was read.

    Such a one sorts as the newest known. Where an edition of that name is kept already, a number
    follows: ``2026-11-21.2``.
    """
    dated = read.source.edition_date
    name = dated.isoformat() if dated else f"{today.isoformat()}-read"
    numbered = (f"{name}.{number}" for number in range(2, len(kept) + 3))
    return name if name not in kept else next(each for each in numbered if each not in kept)


def made(
    read: RoleRead, id: str, edition: str, earlier: Sequence[Role], today: date, decided: Mapping[str, str | None]
) -> Made:
    """``earlier`` are all editions of this role, the newest first; ``decided`` is as ``matched`` has it."""
    return _Maker(read, id, edition, earlier, _source(read, today), decided).made()


class _Maker:
    def __init__(
        self,
        read: RoleRead,
        id: str,
        edition: str,
        earlier: Sequence[Role],
        source: Source,
        decided: Mapping[str, str | None],
    ) -> None:
        self._read, self._id, self._edition, self._source, self._decided = read, id, edition, source, decided
        self._origin: Literal["framework", "own"] = "own" if read.source.kind == "own" else "framework"
        before: dict[str, Known] = {}
        for role in reversed(earlier):
            before |= {each.id: each for each in known(role.statements()) if each.id.startswith(f"{id}.")}
        self._known: dict[str, list[Known]] = {}
        for each in before.values():
            self._known.setdefault(each.id.rpartition(".")[0], []).append(each)
        self._numbers = Numbers(before)
        self._given: dict[str, dict[str, str]] = {}
        self._slugs = same_skills(self._skills_read(), earlier)
        self._asked: list[Resemblance] = []

    def made(self) -> Made:
        read = self._read
        role = Role(
            id=self._id,
            title=read.role,
            family=read.family,
            edition=self._edition,
            origin=self._origin,
            source=self._source,
            summary=self._statements("summary", "summary", _sentences(read.description)),
            duties=self._statements("duty", "duty", read.duties),
            skills=tuple(self._senior_skill(skill) for skill in _once(read.skills)),
            grades=read.grades,
            levels=self._levels(),
            related=tuple(RelatedRole(title=title, skills=names) for title, names in read.shares_skills_with.items()),
        )
        return Made(role, tuple(self._asked))

    def _skills_read(self) -> list[SkillRead]:
        return [*self._read.skills, *(skill for level in self._read.levels for skill in level.skills)]

    def _statements(self, prefix: str, kind: Kind, texts: Iterable[str]) -> tuple[Statement, ...]:
        """Texts that stand together, under the ids that they have, or new ones. Levels may share them word for word."""
        name = f"{self._id}.{prefix}"
        said = [*dict.fromkeys(map(_unlinked, texts))]
        here = self._given.setdefault(name, {})
        free = [each for each in self._known.get(name, ()) if each.id not in here.values()]
        ids, asked = matched(said, free, {**self._decided, **here})
        self._asked += asked
        given = [id or self._numbers.next(name) for id in ids]
        here |= zip(said, given, strict=True)
        return tuple(map(partial(self._statement, kind), given, said))

    def _statement(self, kind: Kind, id: str, text: str) -> Statement:
        return Statement(
            id=id,
            kind=kind,
            wordings=Wordings(plain=text, official={self._edition: text}),
            source=self._source,
            origin=self._origin,
        )

    def _senior_skill(self, skill: SkillRead) -> Skill:
        name = self._slugs[skill.name]
        return Skill(
            id=f"{self._id}.{name}",
            name=skill.name,
            description=_described(skill),
            statements=(
                *self._statements(f"{name}.can", "can", skill.you_can),
                *self._statements(f"{name}.lead", "lead", skill.leadership),
            ),
        )

    def _levels(self) -> tuple[Level, ...]:
        names: dict[str, str] = {}
        taken: set[str] = set()
        for level in self._read.levels:
            names[level.name] = free_slug(level.name, taken)
            taken.add(names[level.name])
        return tuple(self._level(names[level.name], level) for level in self._read.levels)

    def _level(self, name: str, level: LevelRead) -> Level:
        return Level(
            id=name,
            name=level.name,
            summary=self._statements(f"{name}.summary", "summary", _sentences(level.description)),
            responsibilities=self._statements(f"{name}.resp", "resp", level.responsibilities),
            skills=tuple(self._skill(skill) for skill in _once(level.skills)),
            grades=level.grades,
        )

    def _skill(self, skill: SkillRead) -> Skill:
        name = ".".join(filter(None, (self._slugs[skill.name], skill.level)))
        said = {
            "id": f"{self._id}.{name}",
            "name": skill.name,
            "description": _described(skill),
            "proficiency": skill.level,
            "statements": self._statements(f"{name}.can", "can", skill.you_can),
        }
        return Skill.model_validate(said)


def _source(read: RoleRead, today: date) -> Source:
    if read.source.kind == "own":
        own = "Your organisation"
        return Source(publisher=own, title=read.role, retrieved=today, licence="Its own", sha256=read.source.sha256)
    return Source(
        publisher=PUBLISHER,
        title=f"{read.role}, {_FRAMEWORK}",
        address=read.source.address,
        edition_date=read.source.edition_date,
        retrieved=today,
        licence=LICENCE,
        sha256=read.source.sha256,
    )


def _once(skills: Iterable[SkillRead]) -> list[SkillRead]:
    """A skill that stands twice in one place, in one proficiency, as one with the statements of both."""
    found: dict[tuple[str, str | None], SkillRead] = {}
    for skill in skills:
        key = (skill.name, skill.level)
        if key not in found:
            found[key] = skill
            continue
        first = found[key]
        found[key] = SkillRead(
            first.name,
            first.description or skill.description,
            first.level,
            tuple(dict.fromkeys([*first.you_can, *skill.you_can])),
            tuple(dict.fromkeys([*first.leadership, *skill.leadership])),
            first.undefined and skill.undefined,
        )
    return list(found.values())


def _sentences(paragraphs: Iterable[str]) -> list[str]:
    return [sentence for paragraph in paragraphs for sentence in _SENTENCE_ENDS.split(paragraph) if sentence]


def _unlinked(text: str) -> str:
    """The framework writes links as Markdown; a document prints what they say."""
    return _LINK.sub(r"\1", text)


def _described(skill: SkillRead) -> str | None:
    """The export writes MISSING where a skill has no description yet."""
    return None if skill.description == "MISSING" else skill.description
