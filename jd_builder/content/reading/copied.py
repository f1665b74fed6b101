"""Copied or saved text as lines: bullets of every kind, wrapped lines put together, glued cells parted."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from jd_builder.content.reading.anchors import GRADE, LISTS, anchor_of, begins_anchor
from jd_builder.content.reading.folding import BULLET, fold, unlinked
from jd_builder.content.reading.lines import Doubts, Line, shortened

_GLUED = re.compile(
    r"(?<=\S)\s*(?=You can:|Examples of leadership using this skill:|At this role level, you will:)"
    r"|(?<=\))\s*(?=Skill ?Description(?:, including examples of leadership)?$)"
)
_CELLS = re.compile(r"(?<=\w[\w.)])[ ]*\t\s*(?=[A-Z])")
_GOES_ON = re.compile(r"[a-z0-9(,;.&/]")
_OPEN_SENTENCE = re.compile(r"This role (?:level )?is (?:\S+ ){1,8}\S*[^.:\s]$")
_GO_ON = ("skills", "level", "shares", "vary", "find-out", "levels-count", "furniture", "undefined")
_WIDEST, _FEWEST, _NEARLY, _LONGEST = 200, 3, 0.8, 5_000


def lines_of(text: str, doubts: Doubts, start: int = 1) -> list[Line]:
    """The lines of a text; ``start`` is the number of its first line in the file."""
    return _Text(text, doubts).read(start)


class _Text:
    """``last`` is the line read before, as it stands; ``gap`` says that it was empty."""

    def __init__(self, text: str, doubts: Doubts) -> None:
        self.raw = text.split("\n")
        self.doubts = doubts
        self.lines: list[Line] = []
        self.last, self.gap = "", True
        self.tabs_are_bullets = not any(map(_is_bulleted, self.raw))
        self.width = _wrapped_at(self.raw)

    def read(self, start: int) -> list[Line]:
        for at, raw in enumerate(self.raw):
            self.gap = self.gap or not raw.strip()
            for part, is_item in self._parts(raw, start + at):
                if is_item:
                    self._append(Line(start + at, part, "item", self.gap))
                elif not self._carries_on(part, at, start + at):
                    self._append(Line(start + at, part, self._kind_of(part), self.gap))
            self.last = raw.rstrip()
        return self.lines

    def _append(self, line: Line) -> None:
        self.lines.append(line)
        self.gap = False

    def _parts(self, raw: str, number: int) -> Iterator[tuple[str, bool]]:
        """The pieces of one line, each with whether a bullet stands before it."""
        for cell in _CELLS.split(raw):
            bare = cell.strip(" \u00a0\t\u200b\ufeff")
            bullet = BULLET.match(bare)
            is_item = bullet is not None or (self.tabs_are_bullets and cell.startswith("\t"))
            text = fold(unlinked(bare[bullet.end() :] if bullet else bare))
            pieces = [piece for piece in _GLUED.split(text) if piece]
            if is_item and len(pieces) > 1 and pieces[1].startswith("You can"):
                self.doubts.add(number, f"'{shortened(pieces[0])}' is glued to what follows it; it may be two items.")
            yield from ((piece, is_item and n == 0) for n, piece in enumerate(pieces))

    def _kind_of(self, part: str) -> Literal["bare", "text"]:
        if not self.lines or anchor_of(part):
            return "text"
        before = self.lines[-1]
        if before.kind == "item" and part[0].islower():
            return "bare"
        if before.meaning == "grades" or (before.kind == "bare" and GRADE.match(before.text)):
            return "bare" if GRADE.match(part) else "text"
        return "bare" if (before.kind == "bare" or before.meaning in LISTS) and _GOES_ON.match(part) else "text"

    def _carries_on(self, part: str, at: int, number: int) -> bool:
        """Put the part to the line before it where it is the rest of that line."""
        if self.gap or not self.lines or begins_anchor(part) or _is_fixed(part):
            return False
        before = self.lines[-1]
        lower = _GOES_ON.match(part) is not None or _is_open(before.text)
        fits = self._fits(part, _NEARLY if lower else 1)
        if (
            len(before.text) > _LONGEST
            or not _may_go_on(before, lower)
            or not (lower or (fits and not self._is_name(at)))
        ):
            return False
        if before.kind == "bare" and not fits:
            return False
        if before.kind == "item" and not fits:
            what = f"'{shortened(part)}' has no bullet; it was read as the rest of the line before."
            self.doubts.add(number, what)
        before.text += part if part[0] in ".,;" else f" {part}"
        before.sure = before.kind != "bare"
        return True

    def _fits(self, part: str, share: float) -> bool:
        """Whether the line before was so long that the first word of this one had no room on it."""
        word = part.split(" ", 1)[0]
        return bool(self.width) and len(self.last) + 1 + len(word) > share * self.width

    def _is_name(self, at: int) -> bool:
        """Whether the next line says that this one is the name of a skill."""
        following = next((fold(raw) for raw in self.raw[at + 1 : at + 4] if raw.strip()), "")
        anchor = anchor_of(following)
        return anchor is not None and anchor.meaning in ("can", "proficiency")


def _is_bulleted(raw: str) -> bool:
    """Whether a bullet stands here; a dash alone may also be one of a list of contents."""
    text = raw.strip()
    return BULLET.match(text) is not None and text[0] not in "–—"


def _is_open(text: str) -> bool:
    """Whether a bracket or the sentence before the grades has no end yet."""
    return text.count("(") > text.count(")") or _OPEN_SENTENCE.match(text) is not None


def _is_fixed(part: str) -> bool:
    """Whether this is a fixed line of its own; with a small letter it is the end of one, unless a list follows."""
    anchor = anchor_of(part)
    return anchor is not None and (not part[0].islower() or anchor.meaning in LISTS)


def _may_go_on(before: Line, lower: bool) -> bool:
    if before.meaning in _GO_ON:
        return lower and not before.text.endswith(".")
    return before.meaning is None and not (before.kind == "text" and before.text.endswith(":"))


def _wrapped_at(raw: list[str]) -> int:
    """The width at which the text was wrapped, in characters; 0 where it was not."""
    width = max((len(line.rstrip()) for line in raw), default=0)
    if width > _WIDEST:
        return 0
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(raw) if a.strip() and _GOES_ON.match(b.strip())]
    full = [a for a, b in pairs if len(a) + 1 + len(b.split(" ", 1)[0]) > _NEARLY * width]
    return width if len(full) >= max(_FEWEST, len(pairs) / 4) else 0
