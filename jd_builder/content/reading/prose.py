"""What a role or a level says of itself: paragraphs, what one will do, and grades."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from jd_builder.content.reading.items import orphans, take_items
from jd_builder.content.reading.lines import Doubts, Line, shortened


@dataclass
class Prose:
    paragraphs: list[str] = field(default_factory=list)
    lead_in: str | None = None
    items: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


def read_prose(lines: Sequence[Line], doubts: Doubts) -> Prose:
    """The paragraphs, the list of what one will do with its lead-in, and the grades."""
    prose, at = Prose(), 0
    while at < len(lines):
        line = lines[at]
        if line.meaning == "grades":
            prose.grades, at = take_items(lines, at, doubts)
        elif line.meaning in ("duties", "responsibilities") or _leads(lines, at):
            at = _take_list(prose, lines, at, doubts)
        elif line.is_item:
            at = orphans(lines, at, doubts)
        else:
            if line.anchor is None and prose.items and line.text[-1] not in ".!?":
                doubts.add(line, f"'{shortened(line.text)}' after the list: not understood, and left out.")
            elif line.anchor is None:
                prose.paragraphs.append(line.text)
            at += 1
    return prose


def _leads(lines: Sequence[Line], at: int) -> bool:
    followed = at + 1 < len(lines) and lines[at + 1].is_item
    return followed and lines[at].anchor is None and lines[at].text.endswith(":")


def _take_list(prose: Prose, lines: Sequence[Line], at: int, doubts: Doubts) -> int:
    line = lines[at]
    items, end = take_items(lines, at, doubts)
    if prose.lead_in is not None:
        doubts.add(line, f"A second list, under '{shortened(line.text)}', is left out.")
        return end
    if line.anchor is None:
        doubts.add(line, f"The list under '{shortened(line.text)}' was read as what one does in the role.")
    glued = line.anchor.rest if line.anchor else ""
    prose.lead_in, prose.items = line.text.removesuffix(glued).rstrip(), items
    return end
