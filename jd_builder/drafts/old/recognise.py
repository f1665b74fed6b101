"""An outline read as an old job description: what is certain, and everything else kept aside."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from jd_builder.domain.framework import Group, Need
from jd_builder.drafts.old import opening, specification
from jd_builder.drafts.old.collecting import Collected
from jd_builder.drafts.old.labels import Labels, Section, labels
from jd_builder.drafts.old.marks import marked
from jd_builder.drafts.old.parts import Found, FoundCriterion, OldDescription
from jd_builder.text.outline import (
    CAPITALS_LEVEL,
    COLON_LEVEL,
    Heading,
    Item,
    Margin,
    Outline,
    Paragraph,
    Piece,
    Row,
    one_line,
)

_LABELLED = re.compile(r"([^:\t]{1,60}?)\s*(?::|\t)\s*(\S.*)", re.DOTALL)
_DASHED = re.compile(r"([^:]{1,60}?)\s+[-–—]\s+(\S.*)", re.DOTALL)
_HOLDS_FACTS = (None, "details", "other")
_LONGEST_BENEFIT = 300  # characters, as an organisation's benefits are lines


def recognise(outline: Outline) -> OldDescription:
    """What an old description says, in its own words.

    Every word of the outline stands in exactly one of the parts, or is unread; nothing is guessed.
    """
    reader = _Reader(labels())
    for table, pieces in groupby(outline.pieces, lambda piece: piece.table if isinstance(piece, Row) else None):
        if table is None:
            for piece in pieces:
                reader.piece(piece)
        else:
            reader.table([piece for piece in pieces if isinstance(piece, Row)])
    parts = reader.finished()
    return OldDescription(
        facts=tuple(parts.facts),
        duties=tuple(parts.duties),
        criteria=tuple(parts.criteria),
        about="\n\n".join(parts.about),
        purpose="\n\n".join(parts.purpose),
        benefits=tuple(parts.benefits),
        unread=tuple(parts.unread),
        signs=tuple(parts.signs),
    )


@dataclass
class _Here:
    """The section being read. ``outer`` is which came first in a person specification, groups or needs, and
    ``strange`` a heading in it that names neither.
    """

    section: Section | None = None
    heading: str = ""
    level: int = 0
    need: Need | None = None
    group: Group | None = None
    outer: str = ""
    subheading: Heading | None = None
    strange: str = ""
    duties: list[tuple[Found, bool]] = field(default_factory=list)


class _Reader:
    """Takes the pieces in order. ``_asked`` is a label whose answer should come next."""

    def __init__(self, known: Labels) -> None:
        self._labels = known
        self._parts = Collected()
        self._here = _Here()
        self._asked: tuple[str, str, int] | None = None
        self._title: Heading | None = None
        self._first_lines: list[Heading | Paragraph] = []

    def piece(self, piece: Piece) -> None:
        if isinstance(piece, Heading | Paragraph) and piece.number <= opening.LINES:
            self._first_lines.append(piece)
        if isinstance(piece, Row):
            self.table([piece])
        elif isinstance(piece, Margin):
            self._parts.leave(piece.text, "", piece.number, "This stands in the margin of the pages.")
        elif not (self._answered(piece) or self._labelled(piece) or self._heads(piece)):
            self._content(piece.text, piece.number, isinstance(piece, Item))

    def finished(self) -> Collected:
        self._close()
        self._answer_missing()
        opening.take_title(self._title, self._parts, self._labels)
        opening.take_employer(self._first_lines, self._parts, self._labels)
        return self._parts

    # -- labels and their answers

    def _answered(self, piece: Heading | Paragraph | Item) -> bool:
        """Whether a piece was the answer to a label that stood alone before it."""
        if not self._asked or self._labels.section(piece.text) or self._labels.fact(piece.text):
            self._answer_missing()
            return False
        (label, place, number), self._asked = self._asked, None
        if self._parts.answer(label, place, piece.text, piece.number, only_if_read=True):
            return True
        self._parts.leave(label, self._here.heading, number)
        return False

    def _answer_missing(self) -> None:
        if self._asked:
            label, _, number = self._asked
            self._parts.leave(label, self._here.heading, number)
            self._asked = None

    def _labelled(self, piece: Heading | Paragraph | Item) -> bool:
        """Whether a piece is a label with its answer, or with the text of a section, after it."""
        text, number = piece.text, piece.number
        for match in filter(None, (_LABELLED.fullmatch(text), _DASHED.fullmatch(text))):
            label, typed = match.groups()
            if place := self._labels.fact(label):
                sure = self._here.section in _HOLDS_FACTS or isinstance(piece, Heading)
                return self._parts.answer(label, place, typed, number, only_if_read=not sure)
            if not isinstance(piece, Item) and ":" in match[0][: match.start(2)] and self._opens(label):
                self._open(label, COLON_LEVEL, number)
                self._content(typed, number, False)
                return True
        return False

    # -- headings

    def _heads(self, piece: Heading | Paragraph | Item) -> bool:
        """Whether a piece is a heading: by its look, or by being one that is known."""
        level = piece.level if isinstance(piece, Heading) else COLON_LEVEL
        if isinstance(piece, Heading) and self._parts_duties(piece):
            self._strange_heading(piece)
        elif self._opens(piece.text):
            self._open(piece.text, level, piece.number)
        elif self._labels.is_document(piece.text):
            self._close()
            self._parts.sign(piece.text, piece.number)
        elif not isinstance(piece, Item) and (place := self._labels.fact(piece.text)):
            self._asked = (piece.text, place, piece.number)
        elif isinstance(piece, Heading):
            self._strange_heading(piece)
        else:
            return False
        return True

    def _parts_duties(self, piece: Heading) -> bool:
        """Whether a real heading parts the duties by theme, although it could mean something else elsewhere."""
        is_below = self._here.section == "duties" and self._here.level < piece.level < CAPITALS_LEVEL
        return is_below and self._labels.section(piece.text) in (None, "other")

    def _opens(self, text: str) -> bool:
        return bool(self._labels.section(text) or self._labels.group(text))

    def _open(self, text: str, level: int, number: int) -> None:
        section, group = self._labels.section(text), self._labels.group(text)
        self._parts.sign(text, number)
        if section == "essential" or section == "desirable":
            here = self._criteria_here(level)
            here.outer = here.outer or "need"
            here.need, here.group = section, here.group if here.outer == "group" else None
        elif group:
            here = self._criteria_here(level)
            here.outer = here.outer or "group"
            here.group, here.need = group, here.need if here.outer == "need" else None
        else:
            self._close()
            here = self._here = _Here(section, level=level)
        here.heading = one_line(text).rstrip(":")

    def _criteria_here(self, level: int) -> _Here:
        """The person specification that goes on, or one that begins here without a heading of its own."""
        if self._here.section != "criteria" or level < self._here.level:
            self._close()
            self._here = _Here("criteria", level=level)
        self._here.strange = ""
        return self._here

    def _strange_heading(self, piece: Heading) -> None:
        """A heading nobody knows ends a section, unless it stands below the section's own."""
        here = self._here
        if here.section is None or piece.level <= here.level:
            self._close()
            self._here = _Here(heading=piece.text)
            if self._title is None and piece.level <= 1 and not self._parts.duties:
                self._title = piece
            self._parts.leave(piece.text, "", piece.number)
        elif here.section == "duties":
            self._leave_subheading()
            here.subheading = piece
        elif here.section in ("about", "purpose"):
            self._content(piece.text, piece.number, False)
        else:
            here.strange = piece.text if here.section == "criteria" else ""
            self._parts.leave(piece.text, here.heading, piece.number)

    # -- what stands in sections

    def _content(self, text: str, number: int, is_item: bool) -> None:
        here, leads_in = self._here, text.endswith(":") and not is_item
        if here.section == "about":
            self._parts.about.append(text)
        elif here.section == "purpose":
            self._parts.purpose.append(text)
        elif here.section == "duties" and not leads_in:
            heading = here.subheading.text if here.subheading else here.heading
            here.duties.append((Found(text, heading, number), is_item))
        elif here.section == "criteria" and not leads_in and (is_item or not here.strange):
            self._criterion(text, number)
        elif here.section == "benefits" and not leads_in and len(text) <= _LONGEST_BENEFIT:
            self._parts.benefits.append(one_line(text))
        else:
            self._parts.leave(text, here.strange or here.heading, number)

    def _criterion(self, text: str, number: int) -> None:
        here, (said, need, stages, marks) = self._here, marked(text, self._labels)
        if not (need := need or here.need):
            self._parts.without_need(text, here.heading, number)
            return
        for mark in marks:
            self._parts.sign(mark, number)
        self._parts.criteria.append(FoundCriterion(said, need, here.group, stages, number))

    def _leave_subheading(self) -> None:
        """A heading within the duties is a sign when duties stand under it, and unread when none do."""
        if heading := self._here.subheading:
            if any(found.heading == heading.text for found, _ in self._here.duties):
                self._parts.sign(heading.text, heading.number)
            else:
                self._parts.leave(heading.text, self._here.heading, heading.number)
            self._here.subheading = None

    def _close(self) -> None:
        """End a section. Beside a list of duties, plain paragraphs are no duties."""
        self._leave_subheading()
        has_items = any(is_item for _, is_item in self._here.duties)
        for found, is_item in self._here.duties:
            if is_item or not has_items:
                self._parts.duties.append(found)
            else:
                self._parts.leave(found.text, found.heading, found.piece)
        self._here = _Here()

    # -- tables

    def table(self, rows: list[Row]) -> None:
        self._answer_missing()
        found = specification.header(rows, self._labels)
        if found is None:
            for row in rows:
                self._row(row)
            return
        number, columns = found
        for row in rows[:number]:
            self._row(row)
        for cell in filter(None, rows[number].cells):
            self._parts.sign(cell, rows[number].number)
        here = self._here
        table = specification.Specification(self._labels, self._parts, columns, here.heading, here.need, here.group)
        for row in rows[number + 1 :]:
            table.row(row)

    def _row(self, row: Row) -> None:
        """A row of facts, of a section with its text, or a line that a table only frames."""
        cells = [cell for cell in row.cells if cell]
        if len(cells) == 2 and self._opens(cells[0]) and not self._labels.fact(cells[0]):
            self._open(cells[0], COLON_LEVEL, row.number)
            self._lines(cells[1], row.number)
        elif len(cells) == 1:
            self._lines(cells[0], row.number)
        else:
            self._facts(cells, row.number)

    def _lines(self, cell: str, number: int) -> None:
        lines = cell.split("\n")
        for line in lines:
            self.piece(Item(number, line) if len(lines) > 1 else Paragraph(number, line))

    def _facts(self, cells: list[str], number: int) -> None:
        left = []
        waiting = list(cells)
        while waiting:
            cell = waiting.pop(0)
            place = self._labels.fact(cell)
            if place and waiting and not self._labels.fact(waiting[0]):
                self._parts.answer(cell, place, waiting.pop(0), number)
            elif not self._labelled(Paragraph(number, cell)):
                left.append(cell)
        self._parts.leave(" | ".join(left), self._here.heading, number)
