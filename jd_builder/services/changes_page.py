"""The changes between two versions as a document: what went struck out, what came underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jd_builder.domain.document import Block, Document, Heading, Paragraph, Run, Table, Text, Title
from jd_builder.domain.draft import Draft
from jd_builder.services import naming
from jd_builder.services.versions import Change, summary
from jd_builder.text import english
from jd_builder.text.diff import by_words

NAME = "What changed"
_KEY = "Words that went are struck out, and words that came are underlined."
_SHARES = (0.24, 0.76)


@dataclass(frozen=True)
class Compared:
    """Two versions by the names that people know them by, and what differs."""

    before: str
    after: str
    changes: tuple[Change, ...]


def page(of: Draft, compared: Compared) -> Document:
    """A table for each part of the draft in which something changed."""
    title, organisation = naming.title_of(of), naming.organisation_of(of)
    return Document(
        layout="changes", name=NAME, title=title, organisation=organisation, blocks=tuple(_blocks(title, compared))
    )


def _blocks(title: str, compared: Compared) -> Iterator[Block]:
    yield Title(text=_plain(f"{NAME}: {english.lowered(title)}"))
    yield Paragraph(style="lead", text=_plain(f"From {compared.before} to {compared.after}."))
    yield Paragraph(text=_plain(f"{summary(compared.changes)}{f' {_KEY}' if compared.changes else ''}"))
    for part in dict.fromkeys(each.part for each in compared.changes):
        yield Heading(text=_plain(part))
        yield _table([each for each in compared.changes if each.part == part])


def _table(changes: Sequence[Change]) -> Table:
    rows = tuple((_plain(_called(each)), pieces(each)) for each in changes)
    return Table(header=(_plain("What"), _plain("Before and now")), rows=rows, widths=_SHARES)


def _called(change: Change) -> str:
    """The name of an answer with what became of it, in words for those who do not see colours and lines."""
    return f"{change.label}, {change.sort}" if change.label else english.raised(change.sort)


def pieces(change: Change) -> Text:
    """Word by word; what came stands apart from what went."""
    runs: list[Run] = []
    for piece in by_words(change.before, change.after):
        if piece.kind == "added" and runs and runs[-1].change == "removed":
            runs.append(Run(text=" "))
        runs.append(Run(text=piece.text, change="" if piece.kind == "same" else piece.kind))
    return tuple(runs)


def _plain(text: str) -> Text:
    return (Run(text=text),)
