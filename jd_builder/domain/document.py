"""The finished document: a title and a flat row of blocks, every word of it with its origin."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from jd_builder.domain.base import Model

Origin = Literal["framework", "commercial", "layout", "organisation", "own", "model"]


class Run(Model):
    """A stretch of text from one place.

    ``ref`` is the id of the statement (``ciso.duty.1``) or the key of the field
    (``post.reports-to``) that it came from; ``gap`` marks a place still to be filled in.
    """

    text: str
    origin: Origin = "layout"
    ref: str | None = None
    gap: bool = False


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The text as a reader sees it."""
    return "".join(run.text for run in text)


class Title(Model):
    kind: Literal["title"] = "title"
    text: Text


class Heading(Model):
    """A heading; level 1 is a section of the document, level 2 a part of one."""

    kind: Literal["heading"] = "heading"
    text: Text
    level: Literal[1, 2] = 1


class Paragraph(Model):
    """A paragraph; ``lead`` opens a document, ``small`` closes it."""

    kind: Literal["paragraph"] = "paragraph"
    text: Text
    style: Literal["body", "lead", "small"] = "body"


class Bullets(Model):
    """A list, numbered where the order matters."""

    kind: Literal["bullets"] = "bullets"
    items: tuple[Text, ...] = Field(min_length=1)
    numbered: bool = False


class Facts(Model):
    """Labels with their values, at a glance. Labels are not empty, values may be long."""

    kind: Literal["facts"] = "facts"
    rows: tuple[tuple[Text, Text], ...] = Field(min_length=1)


class Table(Model):
    """A table with a header row; ``widths`` are shares of the text width that add up to 1.

    Every row has as many cells as the header, and a cell is one paragraph.
    """

    kind: Literal["table"] = "table"
    header: tuple[Text, ...] = Field(min_length=1)
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[float, ...]


class PageBreak(Model):
    kind: Literal["page-break"] = "page-break"


Block = Title | Heading | Paragraph | Bullets | Facts | Table | PageBreak


class Document(Model):
    """What one layout made of one draft. Every format and every check works from this."""

    layout: str
    name: str
    title: str
    organisation: str = ""
    reference: str = ""
    draft: bool = False
    blocks: tuple[Block, ...]

    def texts(self) -> Iterator[tuple[int, Text]]:
        """Every text with the number of its block, counted from 1, in reading order."""
        for number, block in enumerate(self.blocks, start=1):
            for text in block_texts(block):
                yield number, text

    def gaps(self) -> tuple[Run, ...]:
        """The places still to be filled in, each once, in reading order."""
        found = {run.ref: run for _, text in self.texts() for run in text if run.gap}
        return tuple(found.values())


def block_texts(block: Block) -> Iterator[Text]:
    """The texts of one block in reading order: a table row by row, its header first."""
    match block:
        case Title() | Heading() | Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Facts():
            for label, value in block.rows:
                yield label
                yield value
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case PageBreak():
            return
