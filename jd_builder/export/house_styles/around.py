"""Bookmarks at what a house style itself prints of a post, so that it is known where a working copy was changed."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.oxml.parser import parse_xml

from jd_builder.export.house_styles import marks
from jd_builder.export.house_styles.cleaning import text_of
from jd_builder.export.word_names import PARAGRAPH, RPR, RUN, TEXT, W
from jd_builder.export.word_text import NAMESPACES

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_START, _END = "bookmarkStart", "bookmarkEnd"


@dataclass(frozen=True)
class Around:
    """One mark of a house style, its bookmark, and whether it is but a part of its paragraph."""

    bookmark: str
    name: str
    within: bool


def bookmarked(roots: Iterable[Any], prefix: str) -> tuple[Around, ...]:
    """Put a bookmark, whose name begins so, at each mark of parts that were prepared."""
    roots = list(roots)
    used = (mark.get(f"{W}id", "") for root in roots for mark in root.iter(f"{W}{_START}"))
    first = max((int(number) for number in used if number.isdecimal()), default=0) + 1
    found: list[Around] = []
    for run in [run for root in roots for run in root.iter(RUN)]:
        for piece in _pieces(run):
            name = marks.name_of(piece)
            if name:
                number = len(found)
                paragraph = next(piece.iterancestors(PARAGRAPH))
                _bookmark(piece, first + number, f"{prefix}{number}")
                found.append(Around(f"{prefix}{number}", name, not marks.stands_alone(text_of(paragraph), name)))
    return tuple(found)


def _pieces(run: Any) -> list[Any]:
    """The runs that one becomes, each mark in a run of its own; none where it holds no mark."""
    if not any(marks.holds_marks(node.text or "") for node in run.iterchildren(TEXT)):
        return []
    pieces = []
    properties = run.find(RPR)
    for child in [child for child in run if child is not properties]:
        for part in _parted(child):
            piece = run.makeelement(RUN, run.attrib, run.nsmap)
            if properties is not None:
                piece.append(deepcopy(properties))
            piece.append(part)
            run.addprevious(piece)
            pieces.append(piece)
    run.getparent().remove(run)
    return pieces


def _parted(child: Any) -> Iterator[Any]:
    if child.tag != TEXT:
        yield child
        return
    for words in marks.parted(child.text or ""):
        part = child.makeelement(TEXT, child.attrib, child.nsmap)
        part.text = words
        part.set(_SPACE, "preserve")
        yield part


def _bookmark(run: Any, id: int, name: str) -> None:
    run.addprevious(parse_xml(f'<w:{_START} {NAMESPACES} w:id="{id}" w:name="{name}"/>'))
    run.addnext(parse_xml(f'<w:{_END} {NAMESPACES} w:id="{id}"/>'))
