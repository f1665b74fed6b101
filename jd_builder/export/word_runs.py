"""The text of a Word paragraph: insertions kept, deletions and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jd_builder.export.word_kinds import Kinds
from jd_builder.export.word_names import BOX, MC, RUN, TEXT, M, W

_CHOICE, _FALLBACK = f"{MC}Choice", f"{MC}Fallback"
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "rt", "sectPr")}
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_TEXTS = (TEXT, f"{M}t")
# The signs of Wingdings and Wingdings 2 that mark a choice; any other is a bullet or an ornament.
_SYMBOLS = {"FC": "✓", "FE": "☑", "FB": "✗", "FD": "☒", "A8": "☐", "6F": "☐", "50": "✓", "52": "☑"}


@dataclass(frozen=True)
class Line:
    """A line of a paragraph, up to a line break; ``bold`` when all that can be read of it is."""

    text: str
    bold: bool


def lines(paragraph: Any, kinds: Kinds) -> list[Line]:
    """The lines of a paragraph as they show, text boxes left out."""
    made: list[list[tuple[str, bool]]] = [[]]
    for text, bold in _pieces(paragraph, kinds, kinds.is_bold(paragraph)):
        first, *others = text.split("\n")
        made[-1].append((first, bold))
        made += [[(other, bold)] for other in others]
    return [Line("".join(text for text, _ in line), _is_bold(line)) for line in made]


def shown_children(element: Any) -> Iterator[Any]:
    """The children that show; of two forms of the same drawing, the newer."""
    has_choice = element.find(_CHOICE) is not None
    for child in element.iterchildren("*"):
        if child.tag not in _GONE and not (has_choice and child.tag == _FALLBACK):
            yield child


def _pieces(element: Any, kinds: Kinds, paragraph_bold: bool) -> Iterator[tuple[str, bool]]:
    for child in shown_children(element):
        if child.tag == RUN:
            if not kinds.is_hidden(child):
                bold = kinds.is_bold(child, paragraph_bold)
                yield from ((text, bold) for text in _characters(child))
        elif child.tag != BOX:
            yield from _pieces(child, kinds, paragraph_bold)


def _characters(run: Any) -> Iterator[str]:
    for child in shown_children(run):
        if child.tag in _TEXTS:
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag == f"{W}sym":
            yield _SYMBOLS.get(child.get(f"{W}char", "")[-2:].upper(), "•")
        elif child.tag == f"{W}ruby":
            yield "".join(text.text or "" for text in child.iterfind(f"{W}rubyBase//{TEXT}"))


def _is_bold(line: list[tuple[str, bool]]) -> bool:
    read = [bold for text, bold in line if text.strip()]
    return bool(read) and all(read)
