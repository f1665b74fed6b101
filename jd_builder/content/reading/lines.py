"""What every source is turned into: the lines of a page, each with what it is known to be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from jd_builder.content.reading.anchors import Anchor, Meaning, anchor_of
from jd_builder.content.reading.page import Doubt


@dataclass
class Line:
    """A paragraph, heading, list item or cell of a page.

    ``bare`` is an item that lost its bullet, ``name`` the head of a table's row. ``gap`` says that an empty
    line stands before it, ``opens`` that it is known to be the first of its list; ``sure`` is False where it
    may be several items.
    """

    number: int | None
    text: str
    kind: Literal["text", "item", "bare", "head", "name"] = "text"
    gap: bool = True
    opens: bool = False
    sure: bool = True

    @property
    def anchor(self) -> Anchor | None:
        return None if self.kind in ("item", "bare") else anchor_of(self.text)

    @property
    def meaning(self) -> Meaning | None:
        anchor = self.anchor
        return anchor.meaning if anchor else None

    @property
    def is_item(self) -> bool:
        return self.kind in ("item", "bare")

    @property
    def names_something(self) -> bool:
        """Short, with a capital and no sentence, as the names of skills and levels are."""
        if self.anchor is not None or self.is_item or len(self.text) > 120:
            return False
        return not self.text[0].islower() and self.text[-1] not in ".:;?!"


class Doubts(list[Doubt]):
    def add(self, line: "Line | int | None", text: str) -> None:
        self.append(Doubt(line.number if isinstance(line, Line) else line, text))


def first(lines: Sequence[Line], meanings: Iterable[Meaning], start: int = 0) -> int | None:
    """The place of the first line with one of these meanings."""
    wanted = set(meanings)
    return next((n for n in range(start, len(lines)) if lines[n].meaning in wanted), None)


def shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "..."
