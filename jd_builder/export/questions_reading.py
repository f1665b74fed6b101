"""A page of questions opened again: which draft asked them, and what stands in each answer's cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jd_builder.export.question_marks import DRAFT, place_of
from jd_builder.export.word_kinds import Kinds
from jd_builder.export.word_names import PARAGRAPH, TABLE, W
from jd_builder.export.word_outline import opened_word
from jd_builder.export.word_runs import lines
from jd_builder.text.clean import clean_text

_ROW, _CELL, _MARK, _NAME = (f"{W}{name}" for name in ("tr", "tc", "bookmarkStart", "name"))


@dataclass(frozen=True)
class Row:
    """One row of a table: the key that its mark names, or nothing where that was lost, and its cells."""

    place: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """``draft`` is the id of the draft that asked, if it was a saved one; ``texts`` are what stands outside tables."""

    draft: str
    texts: tuple[str, ...]
    rows: tuple[Row, ...]


def page(content: bytes, name: str) -> Page:
    """What a file that ``checked`` has passed says, whether it is a page of questions or not."""
    part, kinds = opened_word(content, name)
    body = part.element.body
    drafts = (place.partition(".")[2] for place in _places(body) if place.startswith(f"{DRAFT}."))
    texts = (_text(each, kinds) for each in body.iter(PARAGRAPH) if next(each.iterancestors(TABLE), None) is None)
    return Page(next(drafts, ""), tuple(filter(None, texts)), tuple(_rows(body, kinds)))


def _rows(body: Any, kinds: Kinds) -> Iterator[Row]:
    for row in body.iter(_ROW):
        cells = (filter(None, (_text(each, kinds) for each in cell.iter(PARAGRAPH))) for cell in row.iter(_CELL))
        asked = (place for place in _places(row) if not place.startswith(f"{DRAFT}."))
        yield Row(next(asked, ""), tuple(map("\n".join, cells)))


def _places(element: Any) -> Iterator[str]:
    return filter(None, (place_of(mark.get(_NAME, "")) for mark in element.iter(_MARK)))


def _text(paragraph: Any, kinds: Kinds) -> str:
    return clean_text("\n".join(line.text for line in lines(paragraph, kinds))).strip()
