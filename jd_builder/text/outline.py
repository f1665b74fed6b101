"""Any document as a flat run of pieces: what was a heading, a list item, a row of a table, or plain text.

Word files and typed text become the same outline, so that what reads old descriptions need not know
where they came from.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

TITLE_LEVEL = 0
CAPITALS_LEVEL, BOLD_LEVEL, COLON_LEVEL = 6, 7, 8  # below any heading that was made as one

_MARKER = re.compile(
    r"\s*(?:[•●▪■◦○‣⁃∙·➢➤►▶✓✔\uf0a7\uf0b7\uf0d8\uf0fc]\s*"
    r"|(?:[-–—*+]|o|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,5})[.)])\s+|\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z]))(?=\S)"
)
_LONGEST_HEADING = 12  # words
_LEADS_IN = {
    "will:",
    "to:",
    "that:",
    "you:",
    "by:",
    "include:",
    "includes:",
    "following:",
    "are:",
    "is:",
    "must:",
    "be:",
}


@dataclass(frozen=True)
class Heading:
    """``level`` is 0 for a title, 1 to 6 for headings, and more for lines that only look like one."""

    number: int
    text: str
    level: int


@dataclass(frozen=True)
class Paragraph:
    number: int
    text: str


@dataclass(frozen=True)
class Item:
    """A bullet or a numbered line, without its marker; ``level`` counts from 0."""

    number: int
    text: str
    level: int = 0


@dataclass(frozen=True)
class Row:
    """One row; a line feed parts the lines of a cell. ``table`` counts the tables of the file from 1."""

    number: int
    cells: tuple[str, ...]
    table: int
    header: bool = False


@dataclass(frozen=True)
class Margin:
    """A header, a footer or a note: beside the text, so never read as part of it."""

    number: int
    text: str


Piece = Heading | Paragraph | Item | Row | Margin


@dataclass(frozen=True)
class Outline:
    """The pieces in the order of the file, numbered from 1."""

    pieces: tuple[Piece, ...] = ()


@dataclass
class OutlineBuilder:
    """Collects pieces and numbers them; texts with nothing to read are left out."""

    pieces: list[Piece] = field(default_factory=list)
    tables: int = 0

    def heading(self, text: str, level: int) -> None:
        if line := one_line(text):
            self.pieces.append(Heading(self._next(), line, level))

    def paragraph(self, text: str) -> None:
        if text.strip():
            self.pieces.append(Paragraph(self._next(), text.strip()))

    def item(self, text: str, level: int = 0) -> None:
        if line := one_line(text):
            self.pieces.append(Item(self._next(), line, level))

    def row(self, cells: Iterable[str], header: bool = False) -> None:
        stripped = tuple(_unmarked_lines(cell) for cell in cells)
        if any(stripped):
            self.pieces.append(Row(self._next(), stripped, self.tables, header))

    def margin(self, text: str) -> None:
        if line := one_line(text):
            self.pieces.append(Margin(self._next(), line))

    def typed(self, line: str, level: int = 0, bold: bool = False) -> None:
        """A line that nothing but its own look says the kind of."""
        unmarked = without_marker(line)
        marker = line.removesuffix(unmarked).strip()
        is_bullet = bool(marker) and marker[-1] not in ".)" and not marker[-1].isdigit()
        heading = 0 if is_bullet and not bold else heading_level(line, bold) or (marker and heading_level(unmarked))
        if heading:
            self.heading(line, heading)
        elif unmarked != line:
            self.item(unmarked, level)
        else:
            self.paragraph(line)

    def outline(self) -> Outline:
        return Outline(tuple(self.pieces))

    def _next(self) -> int:
        return len(self.pieces) + 1


def without_marker(line: str) -> str:
    """The line without the bullet or number that it begins with, if any."""
    match = _MARKER.match(line)
    return line[match.end() :] if match else line


def heading_level(line: str, bold: bool = False) -> int:
    """The level of a heading that was only made to look like one: capitals, bold, a colon; 0 for other lines."""
    text = line.strip()
    words = text.split()
    if not words or len(words) > _LONGEST_HEADING or text[-1] in ".,;" or "\t" in text:
        return 0
    if text.isupper() and sum(map(str.isalpha, text)) > 3:
        return CAPITALS_LEVEL
    if bold:
        return BOLD_LEVEL
    is_label = text.endswith(":") and len(words) <= 8 and words[-1].casefold() not in _LEADS_IN
    return COLON_LEVEL if is_label and without_marker(text) == text else 0


def _unmarked_lines(cell: str) -> str:
    return "\n".join(without_marker(line).strip() for line in cell.strip().split("\n"))


def one_line(text: str) -> str:
    return " ".join(text.split())
