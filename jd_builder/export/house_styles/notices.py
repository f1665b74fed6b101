"""A line at the top of each page that says what kind of copy a file is, in whatever headers a style has."""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.oxml.parser import parse_xml
from lxml import etree

from jd_builder.export.house_styles.parts import Link, Part
from jd_builder.export.word_names import OFF, SECTION, VAL, W
from jd_builder.export.word_text import NAMESPACES

NOTICE = "jd-notice"
MADE = f"<?{NOTICE} ?>"
_HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


def make_room(main: Part, parts: dict[str, Part]) -> None:
    """Put the processing instruction ``jd-notice`` into the first place of every header that a page may show."""
    settings = next((part.root for part in parts.values() if part.kind == "settings"), None)
    first = True
    for section in main.root.iter(SECTION):
        for kind in _kinds(section, settings):
            if first and section.find(f"{W}headerReference[@{W}type='{kind}']") is None:
                _add(section, kind, main, parts)
        first = False
    for part in parts.values():
        if part.kind == "header":
            part.root.insert(0, etree.ProcessingInstruction(NOTICE))


def line(text: str, style: str) -> str:
    """The line in bold, to the right, as a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:p {NAMESPACES}><w:pPr>{named}<w:jc w:val="right"/></w:pPr>'
        f"<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def _kinds(section: Any, settings: Any) -> Iterator[str]:
    yield "default"
    title, even = section.find(f"{W}titlePg"), settings.find(f"{W}evenAndOddHeaders") if settings is not None else None
    for kind, switch in (("first", title), ("even", even)):
        if switch is not None and switch.get(VAL, "1") not in OFF:
            yield kind


def _add(section: Any, kind: str, main: Part, parts: dict[str, Part]) -> None:
    """A header that holds the notice alone: Word wants a paragraph in it, which the notice is."""
    name = _free("/word/jd-header{}.xml", parts)
    parts[name] = Part(name, _HEADER, "header", parse_xml(f"<w:hdr {NAMESPACES}/>"))
    id = _free("jdHeader{}", main.links)
    main.links[id] = Link(_LINK, name, False)
    reference = parse_xml(f'<w:headerReference {NAMESPACES} w:type="{kind}" r:id="{id}"/>')
    section.insert(0, reference)


def _free(pattern: str, taken: Mapping[str, object]) -> str:
    number = 1
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)
