"""Many drafts as one: a base, and a table with a row for each post that says what is different there."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from jd_builder.domain.agreement import contradictions
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.drafts.fields import ANSWERS, Field, fields
from jd_builder.services import catalogue, draft_files

_OF_A_DRAFT = ("level", "documents")
_LONGEST_CELL = 200_000  # characters
_SEVERAL = ";"


@dataclass(frozen=True)
class Table:
    """A CSV file, the draft that its rows start from, and the keys that its columns answer.

    ``many`` are the columns whose cells may hold several values; ``note`` is one on the file of the base.
    """

    path: str
    base: Draft
    columns: tuple[str, ...]
    many: frozenset[str]
    note: str = ""


@dataclass(frozen=True)
class Row:
    """The cells of one post, and the line of the file on which it ends, from 1."""

    line: int
    cells: tuple[str, ...]


def opened(path: str, base: str) -> Table:
    """The table over its base; all that is wrong with either, but for its rows, is one DataFileError."""
    read = draft_files.read(draft_files.content_of(base), base)
    first = next(_lines(path), None)
    if first is None:
        raise DataFileError(path, (Problem("", "this is empty; its first row names the columns, such as post.title"),))
    columns, known = tuple(cell.strip() for cell in first.cells), _known()
    problems = [Problem("", _unknown(each, known), first.line) for each in columns if each not in known]
    problems += [
        Problem(each, "this column stands twice", first.line) for each in {*columns} if columns.count(each) > 1
    ]
    if problems:
        raise DataFileError(path, tuple(problems))
    return Table(path, read.draft, columns, frozenset(each for each in columns if known[each]), read.note)


def rows(table: Table) -> Iterator[Row]:
    """The rows one by one, without those that are empty."""
    lines = _lines(table.path)
    next(lines)
    return lines


def draft_of(table: Table, row: Row) -> Draft:
    """The base with the answers of a row. An empty cell leaves the base as it is."""
    if len(row.cells) > len(table.columns):
        raise _error(table, row, [Problem("", f"this row has {len(row.cells)} cells for {len(table.columns)} columns")])
    draft = table.base
    for column, cell in zip(table.columns, row.cells, strict=False):
        if value := cell.strip():
            draft = _with(draft, column, _values(value) if column in table.many else value)
    answers = draft.read_organisation(), draft.read_post()
    problems = [*(each for reading in answers for each in reading.problems), *contradictions(answers[1].value)]
    if problems := [*problems, *_references(draft)]:
        raise _error(table, row, problems)
    return draft


def _with(draft: Draft, column: str, value: str | list[str]) -> Draft:
    return draft.changed(**{column: value}) if column in _OF_A_DRAFT else draft.answered(column, value)


def _values(cell: str) -> str | list[str]:
    parts = [part.strip() for part in cell.split(_SEVERAL) if part.strip()]
    return parts if len(parts) > 1 else cell


def _references(draft: Draft) -> Iterator[Problem]:
    layouts = catalogue.layouts_by_id()
    yield from (
        Problem("documents", f"there is no document '{each}'") for each in draft.documents if each not in layouts
    )
    levels = {level.id for level in catalogue.role(draft.role, draft.edition).levels}
    if draft.level and draft.level not in levels:
        yield Problem("level", f"there is no level '{draft.level}' in this role")


def _error(table: Table, row: Row, problems: Sequence[Problem]) -> DataFileError:
    return DataFileError(table.path, tuple(Problem(each.place, each.message, row.line) for each in problems))


def _lines(path: str) -> Iterator[Row]:
    """UTF-8 with or without a byte order mark, as every spreadsheet can save it."""
    csv.field_size_limit(_LONGEST_CELL)
    line = 0
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            for cells in reader:
                line = reader.line_num
                if any(cell.strip() for cell in cells):
                    yield Row(line, tuple(cells))
    except UnicodeDecodeError as error:
        raise DataFileError(path, (Problem("", "this is not text in UTF-8; save it as 'CSV UTF-8'"),)) from error
    except csv.Error as error:
        raise DataFileError(path, (Problem("", f"this is no CSV table: {error}", line + 1),)) from error
    except (OSError, ValueError):
        draft_files.content_of(path)  # says why it cannot be read
        raise


def _known() -> Mapping[str, bool]:
    """Every column there may be, and whether its cells may hold several values."""
    found = {"level": False, "documents": True}
    for part, model in ANSWERS.items():
        found |= dict(_keys(part, fields(model)))
    return found


def _keys(before: str, of: Sequence[Field]) -> Iterator[tuple[str, bool]]:
    for field in of:
        key = f"{before}.{field.key}"
        yield key, field.many
        if field.part and not field.many:
            yield from _keys(key, fields(field.part))


def _unknown(column: str, known: Mapping[str, bool]) -> str:
    near = get_close_matches(column, known, 1)
    return f"there is no column '{column}'" + (f"; did you mean '{near[0]}'?" if near else "")
