"""The rows of a table that a spreadsheet saved: cells by their columns, and which rows cannot be trusted."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from jd_builder.content.reading.folding import fold, unlinked
from jd_builder.content.reading.lines import Doubts
from jd_builder.domain.errors import UserError

UNUSED, MISSING = "NOT IN USE", "MISSING"
"""What the framework's export writes for a column that a role has no use for, and for a description still to come."""

_NEEDED = ("role", "skill name")
_COLUMNS = (
    *("role family", "role", "role description", "role level", "role level description"),
    *("skill name", "skill description", "skill level", "skill level description", "role type"),
)
_NAMES = ("role", "role level", "skill name", "skill level")
_LONGEST_NAME, _MOST_ROWS = 120, 20_000


@dataclass
class Row:
    """One row: its cells by column, and the line on which it begins."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        cell = self.cells.get(column, "")
        return "" if cell.strip() == UNUSED else cell

    def name(self, column: str) -> str:
        return fold(unlinked(self[column]))


def delimiter_of(header: str, columns: tuple[str, ...] = _NEEDED) -> str | None:
    """What parts the columns, if this line is the header of such a file."""
    for delimiter in ",;\t":
        names = next(csv.reader([header], delimiter=delimiter), [])
        if set(columns) <= {fold(name).lower() for name in names}:
            return delimiter
    return None


def rows_of(text: str, delimiter: str, file: str, doubts: Doubts) -> Iterator[Row]:
    """Every row that is whole; what is wrong with the others is a doubt with the line on which they begin."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = columns_of(reader, file)
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
        if problem := _problem(cells, columns):
            doubts.add(number, f"{problem}; it is left out.")
        else:
            yield Row(number, dict(zip(columns, cells, strict=True)))


def columns_of(reader: Iterator[list[str]], file: str) -> list[str]:
    """The names in the first row, as they are compared."""
    try:
        return [fold(name).lower() for name in next(reader)]
    except csv.Error as error:
        raise UserError(f"the first row, which names the columns, is damaged ({error})", file) from error


def _problem(cells: list[str], columns: list[str]) -> str:
    """Why the row cannot be read; empty where it can."""
    if len(cells) != len(columns):
        return f"This row has {len(cells)} cells instead of {len(columns)}"
    named = dict(zip(columns, cells, strict=True))
    if not fold(named["role"]):
        return "This row names no role"
    shifted = next((name for name in _NAMES if _is_no_name(named.get(name, ""))), None)
    return f"The {shifted} of this row is no name, so that its cells may have shifted" if shifted else ""


def _is_no_name(cell: str) -> bool:
    """Whether a cell for a name holds a sentence or a list, or what the export writes for a description."""
    text = fold(unlinked(cell))
    return len(text) > _LONGEST_NAME or text == MISSING or text[-1:] in (".", ":")
