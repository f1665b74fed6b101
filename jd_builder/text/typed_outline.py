"""The outline of typed text: Markdown, a plain file, or what somebody pasted."""

import re

from jd_builder.text.clean import clean_text
from jd_builder.text.outline import BOLD_LEVEL, Outline, OutlineBuilder, heading_level, without_marker

_HASHES = re.compile(r" {0,3}(#{1,6})\s+(\S.*)")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1(:?)\s*")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"\s*([-=_*])(?:\s*\1){2,}\s*")
_PIPES = re.compile(r"\s*\|.*\|\s*")
_BETWEEN_PIPES = re.compile(r"(?<!\\)\|")
_UNDER_HEADER = re.compile(r"[\s|:-]+")
_LINE_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_GAP = re.compile(r"\t+| {4,}")
_WRAPPED = 50  # characters; a shorter line was ended on purpose
_LONGEST_TITLE = 100
_MOST_CELLS = 12  # a line with more is no row of a table in a job description


def outline_of_text(text: str) -> Outline:
    """The outline of a text. Every word stays, list markers and the signs of Markdown do not."""
    reader = _Reader()
    for line in clean_text(text).replace("\ufeff", "").replace("\f", "\n").split("\n"):
        reader.line(line.rstrip())
    reader.flush()
    return reader.builder.outline()


class _Reader:
    """Takes lines one by one; lines wait until the next shows whether they go on or are underlined."""

    def __init__(self) -> None:
        self.builder = OutlineBuilder()
        self._waiting: list[str] = []
        self._cells: tuple[str, ...] = ()
        self._in_table = False

    def line(self, line: str) -> None:
        if self._cells and _PIPES.fullmatch(line) and _UNDER_HEADER.fullmatch(line):
            self._row(header=True)
            return
        self._row()
        self._cells = _cells(line)
        if self._cells:
            self._flush_lines()
            return
        self._in_table = False
        if _RULE.fullmatch(line):
            self._underlined(line)
        elif self._waiting and self._goes_on(line):
            self._waiting.append(line.strip().removesuffix("\\"))
        else:
            self._flush_lines()
            self._waiting = [line.removesuffix("\\")] if line.strip() else []

    def flush(self) -> None:
        self._row()
        self._flush_lines()

    def _row(self, header: bool = False) -> None:
        if not self._cells:
            return
        self.builder.tables += not self._in_table
        self.builder.row((_plain(cell) for cell in self._cells), header)
        self._cells, self._in_table = (), True

    def _underlined(self, line: str) -> None:
        text = " ".join(self._waiting)
        if text and line.strip()[0] in "-=" and without_marker(text) == text and len(text) <= _LONGEST_TITLE:
            self.builder.heading(_plain(text), 1 if "=" in line else 2)
            self._waiting = []
        self._flush_lines()

    def _goes_on(self, line: str) -> bool:
        """Whether a line was only wrapped: it is indented under an item, or goes on in mid-sentence."""
        first, before, text = self._waiting[0], self._waiting[-1].rstrip(), line.strip()
        if not text or _begins(line) or _is_marked_heading(first) or heading_level(before):
            return False
        if line.startswith("  ") and without_marker(first) != first:
            return True
        return len(before) >= _WRAPPED and before[-1] not in ".;:!?" and text[0].islower()

    def _flush_lines(self) -> None:
        line, self._waiting = " ".join(self._waiting), []
        if match := _HASHES.fullmatch(line):
            self.builder.heading(_plain(match[2].rstrip(" #")), len(match[1]))
        elif (match := _BOLD_LINE.fullmatch(line)) and not _BOLD.search(match[2]):
            text = _plain(match[2] + match[3])
            self.builder.heading(text, heading_level(text, bold=True) or BOLD_LEVEL)
        else:
            expanded = line.expandtabs(4)
            indent = len(expanded) - len(expanded.lstrip())
            self.builder.typed(_plain(line).strip(), level=indent // 2)


def _begins(line: str) -> bool:
    """Whether a line shows by itself that something new begins."""
    return without_marker(line) != line or _is_marked_heading(line)


def _is_marked_heading(line: str) -> bool:
    return bool(_HASHES.fullmatch(line) or _BOLD_LINE.fullmatch(line))


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line that is a row of a table: between pipes, or apart by a tab or a wide gap."""
    if _PIPES.fullmatch(line) and line.count("|") <= _MOST_CELLS:
        cells = _BETWEEN_PIPES.split(line.strip()[1:-1])
        return tuple(_LINE_BREAK.sub("\n", cell.replace("\\|", "|")).strip() for cell in cells)
    unmarked = without_marker(line)
    if unmarked != line or not line.strip():
        return ()
    cells = _GAP.split(line.strip())
    return tuple(cells) if 1 < len(cells) <= _MOST_CELLS else ()


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", _BOLD.sub(r"\2", text))
