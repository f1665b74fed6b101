"""Reading a document as the tests of its making do."""

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
    block_texts,
    plain,
)


def lines(document: Document) -> list[str]:
    """Every text of a document as a reader sees it."""
    return [plain(text) for _, text in document.texts()]


def refs(document: Document) -> list[str | None]:
    """Where each run came from, in reading order."""
    return [run.ref for _, text in document.texts() for run in text]


def is_room(text: Text) -> bool:
    """Whether a cell was left empty to write in: layouts say so with lines, or one space that does not break."""
    said = plain(text)
    return said == "\N{NO-BREAK SPACE}" or (bool(said) and not said.strip("\n"))


def kinds(document: Document) -> list[str]:
    return [type(block).__name__ for block in document.blocks]


def marked(text: Text) -> str:
    """A text with the origin and place of all that is not the layout's: ``by {organisation:post.pay|£105,000}``."""
    return "".join(
        run.text if (run.origin, run.ref, run.gap) == ("layout", None, False)
        else f"{{{'gap ' if run.gap else ''}{run.origin}:{run.ref or ''}|{run.text}}}"
        for run in text
    )  # fmt: skip


def marked_lines(document: Document) -> list[str]:
    return [marked(text) for block in document.blocks for text in block_texts(block)]


def readable(document: Document) -> str:
    """A document as a person reads it, a line for each text, with the origin of every word."""
    said = [line for block in document.blocks for line in _said(block)]
    head = " | ".join(filter(None, (document.name, document.title, document.organisation, document.reference)))
    return "\n".join([head, *said]) + "\n"


def _said(block: Block) -> list[str]:
    match block:
        case Title():
            return ["", f"# {_one_line(block.text)}"]
        case Heading():
            return ["", f"{'#' * (block.level + 1)} {_one_line(block.text)}"]
        case Paragraph():
            return ["", f"{'' if block.style == 'body' else f'({block.style}) '}{_one_line(block.text)}"]
        case Bullets():
            signs = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            return [f"{sign} {_one_line(item)}" for sign, item in zip(signs, block.items, strict=True)]
        case Facts():
            return [f"{_one_line(label)} = {_one_line(value)}" for label, value in block.rows]
        case Table():
            return ["", *(f"| {' | '.join(map(_one_line, row))} |" for row in (block.header, *block.rows))]
        case PageBreak():
            return ["", "-" * 20]


def _one_line(text: Text) -> str:
    return marked(text).replace("\n", " ↵ ")
