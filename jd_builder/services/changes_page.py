"""The changes between two versions as a document: what went struck out, what came underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jd_builder.domain.document import Block, Bullets, Document, Heading, Paragraph, Run, Table, Text, Title
from jd_builder.services import naming, versions
from jd_builder.services.old_versions import Version
from jd_builder.services.versions import Change, summary
from jd_builder.text import english
from jd_builder.text.diff import by_words

NAME = "What changed"
_KEY = "Words that went are struck out, and words that came are underlined."
_SHARES = (0.24, 0.76)


_UNSURE = " or not understood"


@dataclass(frozen=True)
class Compared:
    """Two versions, and what differs."""

    before: Version
    after: Version
    changes: tuple[Change, ...]

    @property
    def unread(self) -> tuple[Version, ...]:
        """The files of which something was not understood."""
        return tuple(version for version in (self.before, self.after) if version.unread)

    def became(self, change: Change) -> str:
        """``added``; an answer that may stand among what was not understood of the other file is not surely so."""
        other = {"added": self.before, "removed": self.after}.get(change.sort)
        return change.sort + (_UNSURE if change.label and other and other.unread else "")


def compared(before: Version, after: Version) -> Compared:
    ordered = before.ordered and after.ordered
    return Compared(before, after, versions.compared(before.draft, after.draft, ordered))


def not_understood(version: Version) -> str:
    """``2 passages of old.docx were not understood, ...``: how many, and what that means for the changes."""
    number = len(version.unread)
    were = "passage was" if number == 1 else "passages were"
    return f"{number} {were} not understood in {version.name}. An answer marked “{_UNSURE.strip()}” may stand there."


def passages(version: Version) -> tuple[str, ...]:
    """What was not understood, each with its heading."""
    return tuple(f"{each.heading}: {each.text}" if each.heading else each.text for each in version.unread)


def page(compared: Compared) -> Document:
    """A table for each part of the draft in which something changed, and what was not understood."""
    of = compared.after.draft
    title, organisation = naming.title_of(of), naming.organisation_of(of)
    return Document(
        layout="changes", name=NAME, title=title, organisation=organisation, blocks=tuple(_blocks(title, compared))
    )


def _blocks(title: str, compared: Compared) -> Iterator[Block]:
    yield Title(text=_plain(f"{NAME}: {english.lowered(title)}"))
    yield Paragraph(style="lead", text=_plain(f"From {compared.before.name} to {compared.after.name}."))
    yield Paragraph(text=_plain(f"{summary(compared.changes)}{f' {_KEY}' if compared.changes else ''}"))
    for part in dict.fromkeys(each.part for each in compared.changes):
        yield Heading(text=_plain(part))
        yield _table(compared, [each for each in compared.changes if each.part == part])
    for version in compared.unread:
        yield Heading(text=_plain(f"Not understood in {version.name}"))
        yield Paragraph(text=_plain(not_understood(version)))
        yield Bullets(items=tuple(map(_plain, passages(version))))


def _table(compared: Compared, changes: Sequence[Change]) -> Table:
    rows = tuple((_plain(_called(each, compared.became(each))), pieces(each)) for each in changes)
    return Table(header=(_plain("What"), _plain("Before and now")), rows=rows, widths=_SHARES)


def _called(change: Change, became: str) -> str:
    """The name of an answer with what became of it, in words for those who do not see colours and lines."""
    return f"{change.label}, {became}" if change.label else english.raised(became)


def pieces(change: Change) -> Text:
    """Word by word; what came stands apart from what went."""
    if change.place:
        return _plain(f"{change.after}: {change.place}")
    runs: list[Run] = []
    for piece in by_words(change.before, change.after):
        if piece.kind == "added" and runs and runs[-1].change == "removed":
            runs.append(Run(text=" "))
        runs.append(Run(text=piece.text, change="" if piece.kind == "same" else piece.kind))
    return tuple(runs)


def _plain(text: str) -> Text:
    return (Run(text=text),)
