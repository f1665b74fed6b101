"""The framework's own export: a row for each role, level and skill."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from io import StringIO

from jd_builder.content.reading.copied import lines_of
from jd_builder.content.reading.folding import fold, unlinked
from jd_builder.content.reading.levels import doubt_missing_descriptions
from jd_builder.content.reading.lines import Doubts, Line, shortened
from jd_builder.content.reading.page import PROFICIENCIES, Doubt, LevelRead, RoleRead, SkillRead, SourceRead
from jd_builder.content.reading.prose import Prose, read_prose
from jd_builder.content.reading.skills import SkillReader, doubt_twins
from jd_builder.domain.errors import UserError

LARGEST = 8_000_000
NEEDED = ("role", "skill name")
_COLUMNS = (
    *("role family", "role", "role description", "role level", "role level description"),
    *("skill name", "skill description", "skill level", "skill level description", "role type"),
)
_MOST_ROWS = 20_000
_NO_RANK = ("",)
_RANKS = (
    *(("trainee", "apprentice", "entry"), ("junior", "assistant"), ("associate",), _NO_RANK),
    *(("senior",), ("lead",), ("principal",), ("head", "chief", "deputy")),
)
_UNUSED = "NOT IN USE"


@dataclass
class _Row:
    """One row: its cells by column, and the line on which it begins."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        cell = self.cells.get(column, "")
        return "" if cell.strip() == _UNUSED else cell

    def name(self, column: str) -> str:
        return fold(unlinked(self[column]))


@dataclass
class _Role:
    rows: list[_Row] = field(default_factory=list)

    @property
    def is_senior(self) -> bool:
        first = self.rows[0]
        return first.cells.get("role type", "").strip().lower().startswith("senior") or (
            first.cells.get("role level", "").strip() == _UNUSED
        )


def delimiter_of(header: str, columns: tuple[str, ...] = NEEDED) -> str | None:
    """What parts the columns, if this line is the header of such a file."""
    for delimiter in ",;\t":
        names = next(csv.reader([header], delimiter=delimiter), [])
        if set(columns) <= {fold(name).lower() for name in names}:
            return delimiter
    return None


def read_export(text: str, delimiter: str, source: SourceRead, doubts: Doubts) -> tuple[RoleRead, ...]:
    """Every role of the export, in the order of its first row."""
    roles: dict[str, _Role] = {}
    for row in _rows(text, delimiter, source.file, doubts):
        roles.setdefault(row.name("role").casefold(), _Role()).rows.append(row)
    if not roles:
        reason = f"; {doubts[-1]}" if doubts else ""
        raise UserError(
            f"this has the columns of the framework's export but no role could be read{reason}", source.file
        )
    return tuple(_RoleReader(role, source, doubts).read() for role in roles.values())


def _rows(text: str, delimiter: str, file: str, doubts: Doubts) -> Iterator[_Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = [fold(name).lower() for name in next(reader)]
    for lost in (column for column in _COLUMNS if column not in columns):
        doubts.add(1, f"The column '{lost}' is missing; what it holds is empty.")
    number = count = 0
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            doubts.add(number, f"From this row on the table is damaged ({error}); nothing more was read.")
            return
        if cells is None:
            return
        count += 1
        if count > _MOST_ROWS:
            raise UserError(f"this has more than the {_MOST_ROWS:,} rows that can be read", file)
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(columns):
            doubts.add(number, f"This row has {len(cells)} cells instead of {len(columns)}; it is left out.")
        elif not fold(cells[columns.index("role")]):
            doubts.add(number, "This row names no role; it is left out.")
        else:
            yield _Row(number, dict(zip(columns, cells, strict=True)))


def _in_order(levels: dict[str, list[_Row]]) -> list[list[_Row]]:
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
        about = self.prose(self._said(first, "role description"), first.number)
        senior = self.role.is_senior
        skills = tuple(self._senior_skills()) if senior else ()
        levels = () if senior else tuple(self._levels())
        role = first.name("role")
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

    def _said(self, row: _Row, column: str, of: list[_Row] | None = None) -> str:
        """The cell of this row, which all rows of the same role or level should repeat."""
        said = row[column]
        other = next((each for each in of or self.role.rows if each[column] != said), None)
        if other is not None:
            self.own.add(other.number, f"The {column} differs from that of line {row.number}, which was read.")
        return said

    def _prose(self, text: str, number: int) -> Prose:
        return read_prose(lines_of(text, self.own, number), self.own)

    def _senior_skills(self) -> Iterator[SkillRead]:
        for row in self.role.rows:
            if name := self._skill_name(row):
                yield self._statements(row, name, row["skill description"], None)

    def _levels(self) -> Iterator[LevelRead]:
        levels: dict[str, list[_Row]] = {}
        for row in self.role.rows:
            if row.name("role level"):
                levels.setdefault(row.name("role level").casefold(), []).append(row)
            else:
                self.own.add(row.number, "This row names no role level; it is left out.")
        for rows in _in_order(levels):
            name = rows[0].name("role level")
            about = self.prose(self._said(rows[0], "role level description", rows), rows[0].number)
            if not about.items:
                self.own.add(rows[0].number, f"'{name}' has no responsibilities.")
            skills = tuple(self._level_skill(row, each) for row in rows if (each := self._skill_name(row)))
            doubt_twins(skills, f"'{name}'", self.own)
            yield LevelRead(name, tuple(about.paragraphs), about.items, about.grades, skills)

    def _level_skill(self, row: _Row, name: str) -> SkillRead:
        level = row.name("skill level").lower()
        if level and level not in PROFICIENCIES:
            self.own.add(row.number, f"'{name}': '{shortened(level)}' is none of {', '.join(PROFICIENCIES)}.")
        skill = self._statements(row, name, row["skill level description"], level)
        return replace(skill, description=fold(unlinked(row["skill description"])) or None)

    def _skill_name(self, row: _Row) -> str:
        name = row.name("skill name")
        if not name:
            self.own.add(row.number, "This row names no skill; its statements are left out.")
        return name

    def _statements(self, row: _Row, name: str, text: str, level: str | None) -> SkillRead:
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
