"""Person specifications laid out as tables, in the shapes that employers use.

A column each for essential and desirable criteria; one column of criteria with ticks beside it, or
with E and D; with or without a column of areas and one of how each is assessed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jd_builder.domain.framework import Group, Need, Stage
from jd_builder.drafts.old.collecting import Collected
from jd_builder.drafts.old.labels import Column, Labels
from jd_builder.drafts.old.parts import FoundCriterion
from jd_builder.text.outline import Row

_NEEDS: tuple[Need, ...] = ("essential", "desirable")
_LAST_HEADER = 3  # rows; a header further down is not one


def header(rows: Sequence[Row], labels: Labels) -> tuple[int, dict[int, Column]] | None:
    """Which of the first rows names the columns of a person specification, and what each column is."""
    for number, row in enumerate(rows[:_LAST_HEADER]):
        found = {n: column for n, cell in enumerate(row.cells) if (column := labels.column(cell))}
        kinds = set(found.values())
        names_needs = kinds >= set(_NEEDS) or "need" in kinds
        if len(found) > 1 and ("criterion" in kinds or names_needs) and kinds & {*_NEEDS, "need", "assessed"}:
            return number, _with_area(found, row)
    return None


def _with_area(found: dict[int, Column], row: Row) -> dict[int, Column]:
    """The columns, with a first one that has no name or a strange one: it says what the rows are about."""
    kinds = set(found.values())
    if 0 in found or "area" in kinds:
        return found
    return {0: "area" if "criterion" in kinds or len(row.cells) > 3 else "criterion", **found}


@dataclass
class Specification:
    """One table: its columns, and what the rows so far say of those that follow."""

    labels: Labels
    parts: Collected
    columns: dict[int, Column]
    heading: str
    need: Need | None = None
    group: Group | None = None
    _cells: Mapping[int, str] = field(default_factory=dict)
    _left: dict[int, str] = field(default_factory=dict)
    _piece: int = 0

    def row(self, row: Row) -> None:
        """Take the criteria of a row; each cell is used once, or left unread."""
        self._piece = row.number
        self._cells = {n: cell for n, cell in enumerate(row.cells) if cell}
        self._left = dict(self._cells)
        if not self._names_what_follows():
            self._area()
            if self._has_texts_under_needs():
                self._criteria_by_column()
            else:
                self._criterion_of_row()
        self.parts.leave(" | ".join(self._left.values()), self.heading, row.number)

    def _names_what_follows(self) -> bool:
        """Whether a row is a heading inside the table: one cell with the name of a group or a need."""
        texts = list(dict.fromkeys(self._left.values()))
        if len(texts) != 1:
            return False
        group, section = self.labels.group(texts[0]), self.labels.section(texts[0])
        need = self.labels.need(texts[0]) or next((each for each in _NEEDS if each == section), None)
        if not group and not need:
            return False
        self.group, self.need = group or self.group, need or self.need
        for n in list(self._left):
            self._sign(n)
        return True

    def _area(self) -> None:
        """The group that the row's first cell names; where it names none, that cell stays unread."""
        for n in self._columns("area") or (self._columns("criterion") if self._has_texts_under_needs() else []):
            if n in self._left:
                self.group = self.labels.group(self._left[n])
                if self.group:
                    self._sign(n)
        for n in self._columns("number"):
            if n in self._left and self._left[n].strip(".() ").isdecimal():
                self._sign(n)

    def _has_texts_under_needs(self) -> bool:
        cells = [self._left[n] for need in _NEEDS for n in self._columns(need) if n in self._left]
        return bool(cells) and not all(self._is_mark(cell) for cell in cells)

    def _is_mark(self, cell: str) -> bool:
        return self.labels.is_tick(cell) or self.labels.need(cell) is not None

    def _criteria_by_column(self) -> None:
        for need in _NEEDS:
            for n in self._columns(need):
                if n in self._left:
                    self._criteria(self._left.pop(n).split("\n"), need, n)

    def _criterion_of_row(self) -> None:
        """One criterion in a row, with its need beside it."""
        text = next((n for n in self._columns("criterion") if n in self._left), None)
        if text is None:
            return
        need, marks = self._need_of_row()
        if need is None:
            self.parts.without_need(" | ".join(self._left.values()), self.heading, self._piece)
            self._left.clear()
            return
        for n in marks:
            self._sign(n)
        self._criteria([self._left.pop(text).replace("\n", " ")], need, text)

    def _need_of_row(self) -> tuple[Need | None, list[int]]:
        """The need that a row marks, and its marks; none where several are marked."""
        said = [(self.labels.need(self._left[n]), n) for n in self._columns("need") if n in self._left]
        ticked = [(need, n) for need in _NEEDS for n in self._columns(need) if n in self._left]
        marked = said + ticked
        if not marked and not self._columns("need") and not any(self._columns(need) for need in _NEEDS):
            return self.need, []
        return (marked[0][0], [marked[0][1]]) if len(marked) == 1 else (None, [])

    def _criteria(self, lines: Sequence[str], need: Need, column: int) -> None:
        texts = [text.strip() for text in lines if text.strip()]
        for text, assessed in zip(texts, self._assessed(column, len(texts)), strict=True):
            self.parts.criteria.append(FoundCriterion(text, need, self.group, assessed, self._piece))

    def _assessed(self, column: int, count: int) -> list[tuple[Stage, ...]]:
        """How each criterion of a cell is assessed: a line for each, or one answer for all; else nobody knows."""
        place = next((n for n in self._columns("assessed") if n > column), -1)
        cell = self._cells.get(place, "")
        lines = [self.labels.stages(line) for line in cell.split("\n")]
        if len(lines) != count or not all(lines):
            lines = [self.labels.stages(cell)] * count if count == 1 or "\n" not in cell else []
        if not lines or not all(lines):
            return [()] * count
        if place in self._left:
            self._sign(place)
        return lines

    def _columns(self, kind: Column) -> list[int]:
        return [n for n, column in self.columns.items() if column == kind]

    def _sign(self, n: int) -> None:
        self.parts.sign(self._left.pop(n), self._piece)
