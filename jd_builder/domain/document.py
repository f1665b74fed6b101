"""The finished document: a title and a flat row of blocks, every word of it with its origin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

Origin = Literal["framework", "commercial", "layout", "organisation", "own", "model"]


class Run(NamedTuple):
    """A stretch of text from one place: of everything here what there is most of, so the plainest kind of value.

    ``ref`` is the id of the statement (``ciso.duty.1``) or the key of the field
    (``post.reports-to``) that it came from; ``gap`` marks a place still to be filled in. ``change``
    marks, in a comparison, words that went or came.
    """

    text: str
    origin: Origin = "layout"
    ref: str | None = None
    gap: bool = False
    change: Literal["", "removed", "added"] = ""


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The text as a reader sees it."""
    return "".join(run.text for run in text)


def ref_of(text: Text) -> str:
    """The one statement or answer that all that can be read of a text came from; empty where there is none such."""
    refs = {run.ref for run in text if run.ref}
    return refs.pop() if len(refs) == 1 and all(run.ref for run in text if run.text.strip()) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is a section of the document, level 2 a part of one."""

    text: Text
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; ``lead`` opens a document, ``small`` closes it."""

    text: Text
    style: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list, numbered where the order matters."""

    items: tuple[Text, ...]
    numbered: bool = False

    def __post_init__(self) -> None:
        _not_empty(self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels with their values, at a glance. Labels are not empty, values may be long."""

    rows: tuple[tuple[Text, Text], ...]

    def __post_init__(self) -> None:
        _not_empty(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a header row; ``widths`` are shares of the text width that add up to 1.

    Every row has as many cells as the header, and a cell is one paragraph. ``fills`` says that the last
    row, which is room to write in, reaches to the foot of the page.
    """

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]
    fills: bool = False

    def __post_init__(self) -> None:
        _not_empty(self.header)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """What follows begins a page."""


Block = Title | Heading | Paragraph | Bullets | Facts | Table | PageBreak


@dataclass(frozen=True, kw_only=True)
class Document:
    """What one layout made of one draft. Every format and every check works from this.

    ``open_reference`` is the gap where a page has room for a reference that nobody has given yet.
    """

    layout: str
    name: str
    title: str
    organisation: str = ""
    reference: str = ""
    open_reference: str = ""
    draft: bool = False
    blocks: tuple[Block, ...]

    def texts(self) -> Iterator[tuple[int, Text]]:
        """Every text with the number of its block, counted from 1, in reading order."""
        for number, block in enumerate(self.blocks, start=1):
            for text in block_texts(block):
                yield number, text

    @cached_property
    def gaps(self) -> tuple[Run, ...]:
        """The places still to be filled in, each once, in reading order."""
        found = {run.ref: run for _, text in self.texts() for run in text if run.gap}
        return tuple(found.values())


def block_texts(block: Block) -> Iterable[Text]:
    """The texts of one block in reading order: a table row by row, its header first."""
    match block:
        case Title() | Heading() | Paragraph():
            return (block.text,)
        case Bullets():
            return block.items
        case Facts():
            return chain.from_iterable(block.rows)
        case Table():
            return chain(block.header, *block.rows)
        case PageBreak():
            return ()


def _not_empty(parts: tuple[object, ...]) -> None:
    if not parts:
        raise ValueError("A list or table without content is no block.")
