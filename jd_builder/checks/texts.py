"""The texts of a document with what rules ask about them: where they stand, and whose words they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from jd_builder.checks.picked import is_picked
from jd_builder.checks.rule import Scope
from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    Title,
    block_texts,
    plain,
)
from jd_builder.text import outline
from jd_builder.text.outline import Outline

_FIELDS = ("post.", "organisation.")
_USERS = ("organisation", "own", "model")


@dataclass(frozen=True)
class Placed:
    """One text of a document; ``block`` counts from 1.

    ``beside`` is what it stands under: the heading above it, or the other cells of its row.
    """

    block: int
    scope: Scope
    runs: Text
    text: str
    beside: str = ""

    def run_at(self, start: int, end: int) -> Run:
        """The run that holds most of a stretch."""
        held: list[tuple[int, Run]] = []
        place = 0
        for run in self.runs:
            after = place + len(run.text)
            held.append((min(end, after) - max(start, place), run))
            place = after
        return max(held, key=lambda each: each[0])[1]

    def yours(self, start: int, end: int) -> bool:
        """Whether most of a stretch is the user's to change."""
        theirs, place = 0, 0
        for run in self.runs:
            after = place + len(run.text)
            theirs += max(0, min(end, after) - max(start, place)) * (1 if _is_users(run) else -1)
            place = after
        return theirs > 0


def placed(document: Document) -> Iterator[Placed]:
    """Every text that says something, in reading order."""
    heading = ""
    for number, block in enumerate(document.blocks, start=1):
        scope = _scope(block)
        if scope is None:
            continue
        if isinstance(block, Heading):
            heading = plain(block.text)
        for runs, beside in _beside(block, heading):
            if (text := plain(runs)).strip():
                yield Placed(number, scope, runs, text, beside)


def _beside(block: Block, heading: str) -> Iterator[tuple[Text, str]]:
    """Each text of a block with what it stands under."""
    if not isinstance(block, Table):
        yield from ((runs, heading) for runs in block_texts(block))
        return
    for row in (block.header, *block.rows):
        beside = " ".join(map(plain, row))
        yield from ((cell, beside) for cell in row)


def _is_users(run: Run) -> bool:
    return run.origin in _USERS and not (run.ref and run.ref.startswith(_FIELDS) and is_picked(run.ref))


def reference(run: Run) -> tuple[str | None, str | None]:
    """The statement or the field that a run came from."""
    is_field = run.ref is not None and run.ref.startswith(_FIELDS)
    return (None, run.ref) if is_field else (run.ref, None)


def document_of(found: Outline, name: str = "", layout: str = "") -> Document:
    """A text that we never made, as a document: every word of it is its owner's."""
    blocks: list[Block] = []
    for kind, pieces in groupby(found.pieces, key=_kind):
        together = list(pieces)
        if kind is Bullets:
            blocks.append(Bullets(items=tuple(_own(each.text) for each in together if isinstance(each, outline.Item))))
        elif isinstance(kind, int):
            rows = [tuple(map(_own, each.cells)) for each in together if isinstance(each, outline.Row)]
            blocks.append(Table(header=rows[0], rows=tuple(rows[1:]), widths=()))
        else:
            blocks += [_line(each) for each in together if not isinstance(each, outline.Row)]
    return Document(layout=layout, name=name, title=name, blocks=tuple(blocks))


def _kind(piece: outline.Piece) -> object:
    """What goes together in one block: the items of a list, and the rows of one table."""
    if isinstance(piece, outline.Row):
        return piece.table
    return Bullets if isinstance(piece, outline.Item) else None


def _line(piece: outline.Heading | outline.Paragraph | outline.Item | outline.Margin) -> Block:
    if not isinstance(piece, outline.Heading):
        return Paragraph(text=_own(piece.text))
    if piece.level == outline.TITLE_LEVEL:
        return Title(text=_own(piece.text))
    return Heading(text=_own(piece.text), level=1 if piece.level == 1 else 2)


def _own(text: str) -> Text:
    return (Run(text=text, origin="own"),)


def _scope(block: Block) -> Scope | None:
    match block:
        case Title():
            return "title"
        case Heading():
            return "heading"
        case Paragraph():
            return "small" if block.style == "small" else "paragraph"
        case Bullets():
            return "item"
        case Facts() | Table():
            return "cell"
        case PageBreak():
            return None
