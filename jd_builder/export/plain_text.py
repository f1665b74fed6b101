"""A document as plain text, for the forms of jobs sites, which take no formatting."""

from collections.abc import Iterable, Iterator

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Text,
    Title,
)
from jd_builder.domain.document import plain as words_of
from jd_builder.export.blocks import has_text, shows
from jd_builder.export.characters import clean
from jd_builder.export.registry import Options

_BULLET = "\N{BULLET} "


def render(document: Document, options: Options) -> bytes:
    """The document in UTF-8, a blank line between its blocks and nothing at the ends of lines.

    NHS Jobs refuses a text with blank characters at its end
    (https://nhsbsa-live.powerappsportals.com/knowledgebase/article/KA-25633/en-us).
    """
    del options
    return text_of(document.blocks).encode()


def text_of(blocks: Iterable[Block]) -> str:
    """Some blocks of a document."""
    return "\n\n".join(filter(None, ("\n".join(_lines(block)) for block in blocks if shows(block))))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title() | Heading() | Paragraph():
            yield _words(block.text)
        case Bullets():
            for number, item in enumerate(filter(has_text, block.items), start=1):
                sign = f"{number}. " if block.numbered else _BULLET
                yield sign + _words(item, "\n" + " " * len(sign))
        case Facts():
            for label, value in block.rows:
                yield _named(label, value)
        case Table():
            yield "\n\n".join("\n".join(_row(block.header, row)) for row in block.rows if any(map(has_text, row)))
        case PageBreak():
            return


def _row(header: Iterable[Text], row: Iterable[Text]) -> Iterator[str]:
    """A row of a table, which a form would run together: each cell after the name of its column."""
    for name, cell in zip(header, row, strict=True):
        if has_text(cell):
            yield _named(name, cell) if has_text(name) else _words(cell)


def _named(label: Text, value: Text) -> str:
    name = _words(label, " ")
    colon = "" if name.endswith((":", "?")) else ":"
    return f"{name}{colon} {_words(value)}".rstrip()


def _words(text: Text, line_break: str = "\n") -> str:
    lines = (line.strip() for line in clean(words_of(text)).split("\n"))
    return line_break.join(filter(None, lines))
