"""The framework's own export: a row for each role, level and skill."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from jd_builder.content.reading.copied import lines_of
from jd_builder.content.reading.export_rows import MISSING, UNUSED, Row, rows_of
from jd_builder.content.reading.folding import fold, unlinked
from jd_builder.content.reading.levels import doubt_missing_descriptions
from jd_builder.content.reading.lines import Doubts, Line, shortened
from jd_builder.content.reading.page import PROFICIENCIES, Doubt, LevelRead, RoleRead, SkillRead, SourceRead
from jd_builder.content.reading.prose import Prose, read_prose
from jd_builder.content.reading.skills import SkillReader, doubt_twins
from jd_builder.domain.errors import UserError

LARGEST = 8_000_000
_MOST_OF_A_ROLE, _MOST_ROLES = 5_000, 1_000
_NO_RANK = ("",)
_RANKS = (
    *(("trainee", "apprentice", "entry"), ("junior", "assistant"), ("associate",), _NO_RANK),
    *(("senior",), ("lead",), ("principal",), ("head", "chief", "deputy")),
)


@dataclass
class _Role:
    rows: list[Row] = field(default_factory=list)

    @property
    def is_senior(self) -> bool:
        first = self.rows[0]
        return first.cells.get("role type", "").strip().lower().startswith("senior") or (
            first.cells.get("role level", "").strip() == UNUSED
        )


def read_export(text: str, delimiter: str, source: SourceRead, doubts: Doubts) -> tuple[RoleRead, ...]:
    """Every role of the export, in the order of its first row."""
    roles: dict[str, _Role] = {}
    for row in rows_of(text, delimiter, source.file, doubts):
        roles.setdefault(row.name("role").casefold(), _Role()).rows.append(row)
    if len(roles) > _MOST_ROLES or max((len(role.rows) for role in roles.values()), default=0) > _MOST_OF_A_ROLE:
        most = f"{_MOST_ROLES:,} roles of {_MOST_OF_A_ROLE:,} rows"
        raise UserError(f"this has more than the {most} that can be read", source.file)
    if not roles:
        reason = f"; {doubts[-1]}" if doubts else ""
        raise UserError(
            f"this has the columns of the framework's export but no role could be read{reason}", source.file
        )
    _doubt_alike((role.rows[0] for role in roles.values()), "role", "role description", doubts)
    return tuple(_RoleReader(role, source, doubts).read() for role in roles.values())


def _in_order(levels: dict[str, list[Row]]) -> list[list[Row]]:
    """The levels as pages show them, from the most junior; the export has them by the alphabet.

    Any other order of the file is the publisher's own and stays.
    """
    if list(levels) != sorted(levels):
        return list(levels.values())
    return [levels[name] for name in sorted(levels, key=_seniority)]


def _seniority(name: str) -> int:
    word = name.split()[0]
    return next((rank for rank, words in enumerate(_RANKS) if word in words), _RANKS.index(_NO_RANK))


class _RoleReader:
    """Reads the rows of one role; its doubts say which role they are about."""

    def __init__(self, role: _Role, source: SourceRead, doubts: Doubts) -> None:
        self.role, self.source, self.doubts = role, source, doubts
        self.own = Doubts()
        self.prose = cache(self._prose)

    def read(self) -> RoleRead:
        first = self.role.rows[0]
        about = self.prose(self._said("role description", self.role.rows), first.number)
        senior = self.role.is_senior
        skills = tuple(self._senior_skills()) if senior else ()
        levels = () if senior else tuple(self._levels())
        role = first.name("role")
        _doubt_alike(() if senior else self.role.rows, "skill name", "skill description", self.own)
        doubt_missing_descriptions(levels, self.own)
        if not about.paragraphs:
            self.own.add(first.number, "The summary of the role is missing.")
        doubt_twins(skills, f"'{role}'", self.own)
        self.doubts.extend(Doubt(doubt.line, f"{role}: {doubt.text}") for doubt in self.own)
        return RoleRead(
            role=role,
            family=first.name("role family") or None,
            senior=senior,
            description=tuple(about.paragraphs),
            duties_lead_in=about.lead_in,
            duties=about.items,
            grades=about.grades,
            skills=skills,
            levels=levels,
            source=self.source,
        )

    def _said(self, column: str, rows: list[Row]) -> str:
        """What a role or level says of itself, which all of its rows repeat; what most of them say holds."""
        (said, _), *others = Counter(row[column] for row in rows).most_common()
        number = next(row.number for row in rows if row[column] == said)
        for row in rows:
            if others and row[column] != said:
                self.own.add(row.number, f"The {column} differs from that of line {number}, which was read.")
        return said

    def _prose(self, text: str, number: int) -> Prose:
        return read_prose(lines_of(text, self.own, number), self.own)

    def _senior_skills(self) -> Iterator[SkillRead]:
        for row in self.role.rows:
            if name := self._skill_name(row):
                yield self._statements(row, name, row["skill description"], None)

    def _levels(self) -> Iterator[LevelRead]:
        levels: dict[str, list[Row]] = {}
        for row in self.role.rows:
            if row.name("role level"):
                levels.setdefault(row.name("role level").casefold(), []).append(row)
            else:
                self.own.add(row.number, "This row names no role level; it is left out.")
        _doubt_alike((rows[0] for rows in levels.values()), "role level", "role level description", self.own)
        for rows in _in_order(levels):
            name = rows[0].name("role level")
            about = self.prose(self._said("role level description", rows), rows[0].number)
            if not about.items:
                self.own.add(rows[0].number, f"'{name}' has no responsibilities.")
            skills = tuple(self._level_skill(row, each) for row in rows if (each := self._skill_name(row)))
            doubt_twins(skills, f"'{name}'", self.own)
            yield LevelRead(name, tuple(about.paragraphs), about.items, about.grades, skills)

    def _level_skill(self, row: Row, name: str) -> SkillRead:
        level = row.name("skill level").lower()
        if level and level not in PROFICIENCIES:
            self.own.add(row.number, f"'{name}': '{shortened(level)}' is none of {', '.join(PROFICIENCIES)}.")
        skill = self._statements(row, name, row["skill level description"], level)
        return replace(skill, description=fold(unlinked(row["skill description"])) or None)

    def _skill_name(self, row: Row) -> str:
        name = row.name("skill name")
        if not name:
            self.own.add(row.number, "This row names no skill; its statements are left out.")
        return name

    def _statements(self, row: Row, name: str, text: str, level: str | None) -> SkillRead:
        """What a cell says under the name of its skill, read as the same part of a page is."""
        found = Doubts()
        lines = [Line(row.number, name, "name"), *lines_of(text, found)]
        if level in PROFICIENCIES:
            lines.insert(1, Line(row.number, f"Level: {level}"))
        reader = SkillReader(found, has_levels=level is not None)
        reader.keeps_empty = True
        skills = reader.read(lines)
        self.own.extend(Doubt(row.number, doubt.text) for doubt in found)
        return next((skill for skill in skills if skill.name == name), SkillRead(name, None, None, ()))


def _doubt_alike(rows: Iterable[Row], name: str, description: str, doubts: Doubts) -> None:
    """Two names with one description may be one name, damaged in some rows."""
    known: dict[str, Row] = {}
    for row in rows:
        said = row[description].strip()
        before = known.setdefault(said, row)
        if said not in ("", MISSING) and before.name(name).casefold() != row.name(name).casefold():
            what = f"'{shortened(row.name(name))}' has the same {description} as '{shortened(before.name(name))}'"
            doubts.add(row.number, f"{what} of line {before.number}; they may be one.")
