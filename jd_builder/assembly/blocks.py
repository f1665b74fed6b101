"""The block functions that layouts call. Each appends to one document; none returns text."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Literal

from jd_builder.assembly.marks import Phrase, Words, text_of
from jd_builder.domain.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
    block_texts,
)

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
LICENCE_ADDRESS = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
NAMES = ("title", "heading", "paragraph", "paragraphs", "bullets", "facts", "table", "page_break", "licence")
_BETWEEN = re.compile(r"\n[^\S\n]*\n")


class Builder:
    """Collects the blocks of one document while its layout runs.

    ``framework`` are the ids whose words are the framework's; other words in their place adapt them.
    """

    def __init__(self, framework: Collection[str] = ()) -> None:
        self._blocks: list[Block] = []
        self._framework = framework

    def functions(self) -> dict[str, Callable[..., str]]:
        return {name: getattr(self, name) for name in NAMES}

    def blocks(self) -> tuple[Block, ...]:
        """The blocks, without headings that have nothing under them."""
        kept: list[Block] = []
        for block in reversed(self._blocks):
            follows = kept[-1] if kept else None
            if isinstance(block, Heading) and _ends_section(block, follows):
                continue
            kept.append(block)
        return tuple(reversed(kept))

    def title(self, text: Any) -> str:
        return self._add(Title(text=text_of(text)))

    def heading(self, text: Any, level: Literal[1, 2] = 1) -> str:
        runs = text_of(text)
        return self._add(Heading(text=runs, level=level)) if runs else ""

    def paragraph(
        self, text: Any = "", style: Literal["body", "lead", "small"] = "body", caller: Callable[[], str] | None = None
    ) -> str:
        """One paragraph, of a value or of the sentences between ``call`` and ``endcall``."""
        runs = text_of(caller() if caller else text)
        return self._add(Paragraph(text=runs, style=style)) if runs else ""

    def paragraphs(self, text: Words) -> str:
        """A longer text of the user's own: one paragraph for each that was typed."""
        for part in _BETWEEN.split(text):
            self.paragraph(text.said(part.strip("\n")))
        return ""

    def bullets(self, items: Iterable[Any], numbered: bool = False) -> str:
        texts = tuple(filter(None, map(text_of, items)))
        return self._add(Bullets(items=texts, numbered=numbered)) if texts else ""

    def facts(self, rows: Iterable[tuple[str, Any]]) -> str:
        """Labels with their values; a row without a value is left out."""
        known = [(text_of(label), text_of(value)) for label, value in rows]
        known = [row for row in known if row[1]]
        return self._add(Facts(rows=tuple(known))) if known else ""

    def table(
        self, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[float], fills: bool = False
    ) -> str:
        """A table; ``fills`` lets its last row, as room to write in, reach to the foot of the page."""
        made = tuple([tuple(map(text_of, row)) for row in rows])
        if not made:
            return ""
        names = tuple(map(text_of, header))
        return self._add(Table(header=names, rows=made, widths=tuple(widths), fills=fills))

    def page_break(self) -> str:
        return self._add(PageBreak())

    def licence(self, adapted_from: str | Phrase = "") -> str:
        """The attribution, small and last, in a document that rests on the framework."""
        if not any(run.origin == "framework" or run.ref in self._framework for run in self._runs()):
            return ""
        words = f"{LICENCE} {LICENCE_ADDRESS}"
        return self.paragraph(f"{words} {adapted_from}" if adapted_from else words, style="small")

    def _runs(self) -> Iterable[Run]:
        return (run for block in self._blocks for text in block_texts(block) for run in text)

    def _add(self, block: Block) -> str:
        self._blocks.append(block)
        return ""


def _ends_section(heading: Heading, follows: Block | None) -> bool:
    """Whether a heading has nothing under it: what follows is the end, or a heading as high."""
    if follows is None or isinstance(follows, PageBreak):
        return True
    if isinstance(follows, Heading):
        return follows.level <= heading.level
    return isinstance(follows, Paragraph) and follows.style == "small"
