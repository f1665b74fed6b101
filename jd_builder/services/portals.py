"""What to copy into a jobs site: the sections of a document as blocks, with what the site's boxes hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from jd_builder.assembly.layouts import Layouts, load_layouts
from jd_builder.domain.answers import problems_of
from jd_builder.domain.document import Block, Bullets, Document, Heading, Table, Text, block_texts, plain
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.domain.organisation import Sector
from jd_builder.domain.portal import Box, Portal
from jd_builder.export.characters import without_blanks
from jd_builder.export.html import body
from jd_builder.export.plain_text import text_of
from jd_builder.services import catalogue
from jd_builder.text.located import read_yaml

FOLDER = Path(__file__).parents[2] / "templates" / "portals"
_SECTION = 1  # the level of a heading that begins a block


@dataclass(frozen=True)
class Copied:
    """A block to copy: its text, its items where it is a list, and the characters that the site allows."""

    heading: str
    text: str
    items: tuple[str, ...]
    least: int | None
    most: int | None
    has_gap: bool


@dataclass(frozen=True)
class Portals:
    """The sites that are fit for use by their ids, their own layouts, and what is wrong with the others."""

    portals: Mapping[str, Portal]
    layouts: Layouts
    errors: tuple[DataFileError, ...]


@cache
def load_portals(folder: Path = FOLDER) -> Portals:
    own, portals, errors = load_layouts(folder), dict[str, Portal](), list[DataFileError]()
    for path in sorted(folder.glob("*.yaml")):
        try:
            portals[path.stem] = _read(path, {*own, *catalogue.layouts_by_id()})
        except DataFileError as error:
            errors.append(error)
    return Portals(portals, own, (*errors, *own.errors))


def usual(sector: Sector | None) -> tuple[Portal, ...]:
    """Every site: those made for a sector first, then one that suits all, then those made for others."""
    return tuple(sorted(load_portals().portals.values(), key=lambda each: (sector not in each.suits, bool(each.suits))))


def document(draft: Draft, portal: Portal) -> Document:
    """The document whose sections are the blocks of a site, whether or not the draft asks for it."""
    from jd_builder.assembly.assemble import assemble

    own, role = load_portals().layouts, catalogue.role(draft.role, draft.edition)
    if portal.document in own:
        return assemble(draft, role, own[portal.document], layouts=own)
    return assemble(draft, role, catalogue.layout(portal.document))


def formatted(made: Document) -> str:
    """The whole document as HTML, every text in it escaped."""
    return body(made)


def blocks(made: Document, portal: Portal) -> tuple[Copied, ...]:
    """The sections in their order. What stands before the first one is the title of the vacancy."""
    boxes = {box.heading: box for box in portal.boxes}
    found = ((heading, tuple(inside)) for heading, inside in _sections(made))
    return tuple(_copied(heading, inside, boxes.get(heading)) for heading, inside in found if text_of(inside))


def _sections(made: Document) -> Iterator[tuple[str, Sequence[Block]]]:
    heading, inside = "Title and summary", list[Block]()
    for block in made.blocks:
        if isinstance(block, Heading) and block.level == _SECTION:
            yield heading, inside
            heading, inside = plain(block.text), []
        else:
            inside.append(block)
    yield heading, inside


def _copied(heading: str, inside: Sequence[Block], box: Box | None) -> Copied:
    items = tuple(without_blanks(plain(item)) for block in inside for item in _items(block))
    gap = any(run.gap for block in inside for text in block_texts(block) for run in text)
    least, most = (box.least, box.most) if box else (None, None)
    return Copied(heading, without_blanks(text_of(inside)), items, least, most, gap)


def _items(block: Block) -> Iterable[Text]:
    """What sites ask for one by one: the points of a list, the first column of a table."""
    if isinstance(block, Bullets):
        return block.items
    return (row[0] for row in block.rows) if isinstance(block, Table) else ()


def _read(path: Path, documents: set[str]) -> Portal:
    try:
        located = read_yaml(path.read_text(encoding="utf-8"), path.name)
    except UnicodeDecodeError as error:
        raise DataFileError(path.name, (Problem("", "this is not a text in UTF-8"),)) from error
    try:
        data = located.data if isinstance(located.data, dict) else {}
        portal = Portal.model_validate({**data, "id": path.stem})
    except ValidationError as error:
        found = zip(error.errors(include_url=False), problems_of(error, Portal), strict=True)
        problems = tuple(replace(each, line=located.line(detail["loc"])) for detail, each in found)
        raise DataFileError(path.name, problems) from error
    if portal.document not in documents:
        said = f"there is no layout '{portal.document}'"
        raise DataFileError(path.name, (Problem("document", said, located.line(("document",))),))
    return portal
