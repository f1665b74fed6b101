"""Copied or saved text as lines: bullets of every kind, wrapped lines put together, glued cells parted."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from jd_builder.content.reading.anchors import GRADE, LISTS, anchor_of, begins_anchor
from jd_builder.content.reading.folding import BULLET, NEVER_LAST, fold, unlinked
from jd_builder.content.reading.lines import Doubts, Line, shortened
from jd_builder.text.fingerprint import STOP_WORDS

_GLUED = re.compile(
    r"(?<=\S)\s*(?=You can:|Examples of leadership using this skill:|At this role level, you will:)"
    r"|(?<=\S)\s*(?=An? specific .{3,80} job can vary\b|Roles that share .{3,80} skills$|Skills for [a-z].{1,80}$)"
    r"|(?<=\S)\s*(?=Skill ?Description(?:, including examples of leadership)?$)"
)
_MAY_BE_GLUED = re.compile(r"You can:|Examples of l|At this r|Skill|Roles that|job can vary")
_INSIDE = re.compile(r"(?<=\S)[ \t]*(?=[•▪‣●■\uf0b7\uf0a7])")
_DASHES = re.compile(r"(?<=\S)[ \t]+(?=[-*][ \t]+\w)")
_DASHED = re.compile(r"\s*(?:[^:]{3,60}:\s+)?[-*]\s")
_CELLS = re.compile(r"(?<=\w[\w.)])[ ]*\t\s*(?=[A-Z])")
_GOES_ON = re.compile(r"[a-z0-9(,;.&/]")
_OPEN_SENTENCE = re.compile(r"This role (?:level )?is (?:\S+ ){1,8}\S*[^.:\s]$")
_UNSURE = "may be an item or the rest of the line before, and both are left out"
_GO_ON = ("skills", "level", "shares", "vary", "find-out", "levels-count", "furniture", "undefined")
_WIDEST, _FEWEST, _NEARLY, _LONGEST = 130, 3, 0.8, 5_000
_BULLET = 4  # characters, which a line is shorter by that lost its bullet
_STRICT = 0.95
"""Text of which so many lines had no room for the next word was wrapped at a number of characters."""
_JOINING = STOP_WORDS - {"be", "can", "do", "have", "own"}  # function words that begin no item
_LEAD_ON = NEVER_LAST | {"by", "for", "from", "of", "that", "to", "with"}


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
        self.width, self.tolerance = _wrapped_at(self.raw)

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
        cells = [part for cell in (_CELLS.split(raw) if "\t" in raw else [raw]) for part in self._parted(cell, number)]
        for cell in cells:
            bare = cell.strip(" \u00a0\t\u200b\ufeff")
            bullet = BULLET.match(bare)
            is_item = bullet is not None or (self.tabs_are_bullets and cell.startswith("\t"))
            text = fold(unlinked(bare[bullet.end() :] if bullet else bare))
            pieces = (
                [piece for piece in _GLUED.split(text) if piece] if _MAY_BE_GLUED.search(text) else [text] * bool(text)
            )
            if is_item and len(pieces) > 1 and pieces[1].startswith("You can"):
                self.doubts.add(number, f"'{shortened(pieces[0])}' is glued to what follows it; it may be two items.")
            yield from ((piece, is_item and n == 0) for n, piece in enumerate(pieces))

    def _parted(self, cell: str, number: int) -> list[str]:
        """A line that holds several bullets, in its pieces; dashes count where the line has them for bullets."""
        pieces = _INSIDE.split(cell)
        if len(pieces) == 1 and _DASHED.match(cell):
            pieces = _DASHES.split(cell)
        if len(pieces) > 1 and pieces[0].strip():
            self.doubts.add(number, f"'{shortened(cell.strip())}' holds several bullets; it was parted at each.")
        return pieces

    def _kind_of(self, part: str) -> Literal["bare", "text"]:
        if not self.lines or anchor_of(part):
            return "text"
        before = self.lines[-1]
        if before.kind == "item" and part[0].islower():
            return "bare"
        if before.meaning == "grades" or (before.is_item and GRADE.match(before.text)):
            return "bare" if GRADE.match(part) else "text"
        return "bare" if (before.kind == "bare" or before.meaning in LISTS) and _GOES_ON.match(part) else "text"

    def _carries_on(self, part: str, at: int, number: int) -> bool:
        """Put the part to the line before it where it is the rest of that line."""
        if self.gap or not self.lines:
            return False
        before = self.lines[-1]
        if _ends_fixed(before, part):
            before.text += f" {part}"
            return True
        if begins_anchor(part) or _is_fixed(part) or GRADE.match(part):
            return False
        lower = _GOES_ON.match(part) is not None or _is_open(before.text)
        fits = self._fits(part, self.tolerance if lower else 1)
        if (
            len(before.text) > _LONGEST
            or not _may_go_on(before, lower)
            or not (lower or (fits and not self._is_name(at)))
        ):
            return False
        if before.kind == "bare" and not (fits or _is_one(before.text, part)):
            return False
        certain = before.kind != "item" or fits or _is_one(before.text, part)
        if before.kind == "item" and not fits:
            read = "was read as the rest of the line before" if certain else _UNSURE
            self.doubts.add(number, f"'{shortened(part)}' has no bullet; it {read}.")
        before.text += part if part[0] in ".,;" else f" {part}"
        before.sure = before.sure and certain and before.kind != "bare"
        return True

    def _fits(self, part: str, share: float) -> bool:
        """Whether the line before was so long that the first word of this one had no room on it."""
        word, bullet = part.split(" ", 1)[0], _BULLET if self.lines[-1].kind == "bare" else 0
        return bool(self.width) and bullet + len(self.last) + 1 + len(word) > share * self.width

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


def _is_one(before: str, part: str) -> bool:
    """Whether the words at the break show that they belong together: "the" ends no item, "of" begins none."""
    last, first = before.split()[-1].lower(), part.split()[0].lower()
    joins = first.strip(".,;:()") in _JOINING
    return joins or part[0] in "(,;.&/" or last[-1] in ",(-&/" or last in _LEAD_ON or _is_open(before)


def _ends_fixed(before: Line, part: str) -> bool:
    """Whether a fixed line that a list follows was broken, and this is the rest of it up to its colon."""
    if before.meaning not in LISTS or before.text.endswith(":") or not part.endswith(":"):
        return False
    whole = anchor_of(f"{before.text} {part}")
    return whole is not None and whole.meaning == before.meaning and not whole.rest


def _is_fixed(part: str) -> bool:
    """Whether this is a fixed line of its own; with a small letter it is the end of one, unless a list follows."""
    anchor = anchor_of(part)
    return anchor is not None and (not part[0].islower() or anchor.meaning in LISTS)


def _may_go_on(before: Line, lower: bool) -> bool:
    if before.meaning in _GO_ON:
        return lower and not before.text.endswith(".")
    return before.meaning is None and not (before.kind == "text" and before.text.endswith(":"))


def _wrapped_at(raw: list[str]) -> tuple[int, float]:
    """The width at which the text was wrapped, in characters, 0 where it was not; and how full its lines are.

    A line or two may be wider, as where two were glued. Text that was wrapped by its look has lines of
    different lengths: of those, ``_NEARLY`` full is full.
    """
    pairs = [(a.rstrip(), b.strip()) for a, b in pairwise(raw) if a.strip() and _GOES_ON.match(b.strip())]
    needs = [len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in pairs]
    lengths = sorted((len(line.rstrip()) for line in raw if line.strip()), reverse=True)
    widths = [] if lengths[1:2] > [_WIDEST] else dict.fromkeys(lengths[:_FEWEST])
    full = {width: sum(need > _NEARLY * width for need in needs) for width in widths}
    widths = [width for width in widths if full[width] >= max(_FEWEST, len(pairs) / 4)]
    strict = (width for width in widths if sum(need > width for need in needs) >= _STRICT * full[width])
    if width := next(strict, 0):
        return width, 1
    return next(iter(widths), 0), _NEARLY
