"""A role of one's own, as a short table: a kind, a group and a text in each row."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePath

from jd_builder.content.reading.export_rows import columns_of
from jd_builder.content.reading.folding import fold
from jd_builder.content.reading.lines import Doubts
from jd_builder.content.reading.page import LevelRead, RoleRead, SkillRead, SourceRead
from jd_builder.domain.errors import UserError

COLUMNS = ("kind", "group", "text")
_KINDS = ("duty", "can", "lead", "resp", "skill")
_MOST_ROWS, _MOST_LEVELS = 2_000, 20
_Row = tuple[int, str, str, str]


def read_own_list(text: str, delimiter: str, source: SourceRead, doubts: Doubts) -> RoleRead:
    """The role; its title is the name of the file.

    A ``duty`` needs no group; that of ``can``, ``lead`` and ``skill`` is a skill, which ``skill`` describes;
    that of ``resp`` is a level. The table does not say which level needs which skill, so every level has them all.
    """
    rows = list(_rows(text, delimiter, source.file, doubts))
    if not rows:
        raise UserError("this holds the columns kind, group and text but no row that could be read", source.file)
    if len(_groups(rows, "resp")) > _MOST_LEVELS:
        raise UserError(f"this has more than the {_MOST_LEVELS} levels of a role of one's own", source.file)
    title = fold(PurePath(source.file).stem.replace("_", " ").replace("-", " "))
    skills = tuple(_skill(rows, name) for name in _groups(rows, "can", "lead", "skill"))
    levels = tuple(LevelRead(name, (), _texts(rows, "resp", name), (), skills) for name in _groups(rows, "resp"))
    return RoleRead(
        role=title[:1].upper() + title[1:],
        family=None,
        senior=not levels,
        description=(),
        duties_lead_in=None,
        duties=tuple(said for _, kind, _, said in rows if kind == "duty"),
        grades=(),
        skills=() if levels else skills,
        levels=levels,
        source=source,
    )


def _rows(text: str, delimiter: str, file: str, doubts: Doubts) -> Iterator[_Row]:
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    reader.fieldnames = columns_of(reader.reader, file)
    number = reader.line_num + 1
    try:
        for count, cells in enumerate(reader, 1):
            if count > _MOST_ROWS:
                raise UserError(f"this has more than the {_MOST_ROWS:,} rows of a role of one's own", file)
            kind, group, said = (fold(cells.get(column) or "") for column in COLUMNS)
            if problem := _problem(kind.lower(), group, said, None in cells):
                doubts.add(number, f"{problem}; this row is left out.")
            else:
                yield number, kind.lower(), group, said
            number = reader.line_num + 1
    except csv.Error as error:
        doubts.add(number, f"From this row on the table is damaged ({error}); nothing more was read.")


def _problem(kind: str, group: str, said: str, has_more: bool) -> str:
    if has_more:
        return "There are more cells than kind, group and text"
    if kind not in _KINDS:
        return f"'{kind}' is none of the kinds {', '.join(_KINDS)}"
    if kind != "duty" and not group:
        return "The group is missing"
    return "" if said or kind == "skill" else "The text is missing"


def _skill(rows: list[_Row], name: str) -> SkillRead:
    description = " ".join(_texts(rows, "skill", name)) or None
    return SkillRead(name, description, None, _texts(rows, "can", name), _texts(rows, "lead", name))


def _texts(rows: list[_Row], kind: str, group: str) -> tuple[str, ...]:
    return tuple(said for _, each, of, said in rows if (each, of) == (kind, group) and said)


def _groups(rows: list[_Row], *kinds: str) -> list[str]:
    return list(dict.fromkeys(group for _, kind, group, _ in rows if kind in kinds))
