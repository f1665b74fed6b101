"""A document as a Word file, in the house style."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from jd_builder.domain.document import Document
from jd_builder.export import house_style, word_marks
from jd_builder.export.characters import one_line
from jd_builder.export.registry import Options
from jd_builder.export.word_body import body_xml
from jd_builder.export.word_package import packed
from jd_builder.export.word_text import NAMESPACES, Target

_TWIP = 635  # in the units of python-docx
_LONGEST_PROPERTY = 255  # the limit that python-docx and Word set
_LONGEST_IN_HEADER = 90  # one line of a page
_HEADERS_AND_FOOTERS = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def render(document: Document, options: Options) -> bytes:
    """The .docx: the house style's headers, footers, margins and styles around our blocks."""
    file: Any = docx.Document(BytesIO(house_style.shipped()))
    _fill_marks(file.part, document, options.when)
    word_marks.place(file.element.body, parse_xml(body_xml(document, _target(file))))
    _set_properties(file.core_properties, document, options.when)
    return packed(file.part.package)


def _fill_marks(part: Any, document: Document, when: datetime) -> None:
    values = {
        "ORGANISATION": document.organisation or document.title,
        "JOB TITLE": document.title,
        "REFERENCE": document.reference,
        "DATE": f"{when.day} {when:%B %Y}",
        "DRAFT": "DRAFT" if document.draft else "",
    }
    lines = {name: one_line(value, _LONGEST_IN_HEADER) for name, value in values.items()}
    word_marks.fill(part.element, lines)
    for relationship in part.rels.values():
        if relationship.reltype in _HEADERS_AND_FOOTERS:
            word_marks.fill(relationship.target_part.element, lines)


def _target(file: Any) -> Target:
    section = file.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    numbering = file.part.numbering_part.element

    def link(address: str) -> str:
        return str(file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    return Target(width=width // _TWIP, link=link, numbering=lambda: _restarted(numbering))


def _restarted(numbering: Any) -> int:
    """A numbering of its own for one list: all lists of one numbering count on from each other."""
    used = [int(number.get(qn("w:numId"))) for number in numbering.findall(qn("w:num"))]
    number = max(used, default=0) + 1
    numbering.append(
        parse_xml(
            f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{_abstract(numbering)}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return number


def _abstract(numbering: Any) -> str:
    """The definition that the List Number style uses."""
    path = "w:abstractNum[w:lvl/w:pStyle/@w:val='ListNumber']/@w:abstractNumId"
    return str(numbering.xpath(path)[0])


def _set_properties(properties: Any, document: Document, when: datetime) -> None:
    author = one_line(document.organisation, _LONGEST_PROPERTY)
    properties.title = one_line(document.title, _LONGEST_PROPERTY)
    properties.subject = one_line(document.name, _LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = author
    properties.content_status = "Draft" if document.draft else "Final"
    properties.language = "en-GB"
    properties.revision = 1
    properties.created = properties.modified = _in_utc(when)


def _in_utc(when: datetime) -> datetime:
    """python-docx writes the hour as it stands and calls it UTC."""
    return when.astimezone(UTC) if when.tzinfo else when
