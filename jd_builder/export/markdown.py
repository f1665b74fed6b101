"""A document as Markdown: CommonMark, and pipe tables, which CommonMark lacks."""

import re
from collections.abc import Iterable
from string import punctuation

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
    plain,
)
from jd_builder.export.blocks import has_text, shows
from jd_builder.export.characters import clean
from jd_builder.export.links import pieces
from jd_builder.export.registry import Options

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#]|&(?=#?\w+;)")
_STARTS_A_BLOCK = re.compile(r"(?:([-+=])(?=\s|[-=]*$)|(\d{1,9})([.)])(?=\s|$))")
_LINE_BREAK = "\\\n"
_CHANGES = {"": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}


def render(document: Document, options: Options) -> bytes:
    """The document in UTF-8. What people typed shows as they typed it: none of it is Markdown.

    Spaces at the ends of a line and empty lines inside a paragraph are left out, as they would turn
    it into code or split it.
    """
    del options
    parts: list[str] = []
    marker = ""
    for block in filter(shows, document.blocks):
        marker = _marker(block, marker)
        parts.append(_block(block, marker))
    return ("\n\n".join(parts) + "\n").encode()


def _marker(block: Block, before: str) -> str:
    """The sign of a list. Two lists in a row take different ones, or they would be read as one."""
    if isinstance(block, Bullets) and block.numbered:
        return ")" if before == "." else "."
    if isinstance(block, Bullets | Facts):
        return "*" if before == "-" else "-"
    return ""


def _block(block: Block, marker: str) -> str:
    match block:
        case Title():
            return f"# {_heading(block.text)}"
        case Heading():
            return f"{'#' * (block.level + 1)} {_heading(block.text)}"
        case Paragraph():
            return _lines(block.text, _LINE_BREAK)
        case Bullets():
            return "\n".join(_items(block, marker))
        case Facts():
            return "\n".join(_fact(label, value, marker) for label, value in block.rows)
        case Table():
            rule = "| " + " | ".join("---" for _ in block.header) + " |"
            return "\n".join((_row(block.header), rule, *(_row(row) for row in block.rows)))
        case PageBreak():
            return "---"


def _heading(text: Text) -> str:
    return _lines(text, " ")


def _items(block: Bullets, marker: str) -> Iterable[str]:
    for number, item in enumerate(filter(has_text, block.items), start=1):
        sign = f"{number}{marker} " if block.numbered else f"{marker} "
        yield sign + _lines(item, _LINE_BREAK + " " * len(sign))


def _fact(label: Text, value: Text, marker: str) -> str:
    name = _escaped(" ".join(clean(plain(label)).split()))
    colon = "" if name.endswith((":", "?")) else ":"
    return f"{marker} **{name}{colon}** {_lines(value, _LINE_BREAK + '  ')}".rstrip()


def _row(cells: Iterable[Text]) -> str:
    return "| " + " | ".join(_lines(cell, "<br>") for cell in cells) + " |"


def _lines(text: Text, line_break: str) -> str:
    """The text in Markdown, its lines joined by what breaks a line in this place."""
    words = ["", *(clean(run.text) for run in text), ""]
    whole = "".join(
        _gap(words[n], words[n - 1][-1:] + words[n + 1][:1])
        if run.gap
        else _CHANGES[run.change].format(_words(words[n]))
        for n, run in enumerate(text, start=1)
    )
    lines = [line.strip() for line in whole.split("\n")]
    return line_break.join(_at_the_start(line) for line in lines if line)


def _at_the_start(line: str) -> str:
    match = _STARTS_A_BLOCK.match(line)
    if match is None:
        return line
    number = match[2] or ""
    return f"{number}\\{line[len(number) :]}"


def _words(text: str) -> str:
    return "".join(
        f"<{piece}>" if address and address.removeprefix("mailto:") == piece else _escaped(piece)
        for piece, address in pieces(text)
    )


def _gap(text: str, neighbours: str) -> str:
    """A gap in bold; stars outside the brackets are not bold where they touch a word, as in "£[pay]"."""
    words = _escaped(text.strip().removeprefix("[").removesuffix("]"))
    if not words:
        return ""
    apart = all(character.isspace() or character in punctuation for character in neighbours)
    return f"**[{words}]**" if apart else f"[**{words}**]"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
