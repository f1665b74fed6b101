"""The parts of a house style that go into our files. What is not on the list does not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.parser import parse_xml
from lxml import etree

from jd_builder.export.house_styles.cleaning import drop, unwrap
from jd_builder.export.word_names import RUN, A, R, W

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SILENT = {"styles", "numbering", "settings", "theme", "fontTable", "footnotes", "endnotes"}
_SPOKEN = {"image", "hyperlink"}  # the XML refers to them
_WANTED: Mapping[str, set[str]] = {
    "document": {*_SILENT, *_SPOKEN, "header", "footer"},
    **dict.fromkeys(("header", "footer", "footnotes", "endnotes"), _SPOKEN),
    **{key: {"image"} for key in ("numbering", "theme")},
    "fontTable": {"font"},
}
_XML = {"document", "header", "footer", "footnotes", "endnotes", "styles", "numbering", "settings", "theme"}
_LEADS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_SCRIPTED = re.compile(
    rb"<script|<foreignObject|\son\w+\s*=|@import|href\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)", re.IGNORECASE
)
_LINKED = etree.XPath("//@r:*", namespaces={"r": R[1:-1]})
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@dataclass(frozen=True)
class Link:
    """A relationship: what it is, and the name of a part or, if it leads out, an address."""

    type: str
    target: str
    leads_out: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


@dataclass
class Part:
    """A part by its name in the package. ``root`` is its XML where we change it, ``content`` its bytes where not."""

    name: str
    type: str
    kind: str
    root: Any = None
    content: bytes = b""
    links: dict[str, Link] = field(default_factory=dict)

    @property
    def xml(self) -> str:
        return XML + str(etree.tostring(self.root, encoding="unicode"))

    @property
    def written(self) -> bytes:
        return self.content if self.root is None else self.xml.encode()


def gathered(main: Any) -> dict[str, Part]:
    """The parts that python-docx has read, from the main one on, by their names."""
    found: dict[str, Part] = {}
    _gather(main, "document", found)
    return found


def _gather(source: Any, kind: str, found: dict[str, Part]) -> None:
    name = str(source.partname)
    if name in found:
        return
    root = getattr(source, "element", None) if kind in _XML else None
    root = parse_xml(source.blob) if root is None and kind in _XML else root
    part = found[name] = Part(name, source.content_type, kind, root, b"" if kind in _XML else source.blob)
    for id, each in source.rels.items():
        target = each.target_ref if each.is_external else str(each.target_part.partname)
        link = Link(each.reltype, target, each.is_external)
        if link.kind in _WANTED.get(kind, ()) and link.leads_out == (link.kind == "hyperlink"):
            part.links[id] = link
            if not link.leads_out:
                _gather(each.target_part, link.kind, found)


def prune(parts: Mapping[str, Part], main: Part) -> dict[str, Part]:
    """Only what is still referred to once the XML was cleaned, and no reference to what is not there."""
    for part in parts.values():
        if part.kind in _WANTED and part.root is not None:
            _settle(part, parts)
    kept: dict[str, Part] = {}
    _reach(main, parts, kept)
    return kept


def _reach(part: Part, parts: Mapping[str, Part], kept: dict[str, Part]) -> None:
    if part.name not in kept:
        kept[part.name] = part
        for link in part.links.values():
            if not link.leads_out:
                _reach(parts[link.target], parts, kept)


def _settle(part: Part, parts: Mapping[str, Part]) -> None:
    for id in [id for id, link in part.links.items() if not _may_stay(link, parts)]:
        del part.links[id]
    used = set()
    for element, name, id in list(_references(part.root)):
        if id in part.links:
            used.add(id)
        else:
            _undo(element, name)
    for id, link in list(part.links.items()):
        if id not in used and link.kind not in _SILENT:
            del part.links[id]


def _references(root: Any) -> Iterator[tuple[Any, str, str]]:
    for value in _LINKED(root):
        yield value.getparent(), value.attrname, str(value)


def _undo(element: Any, name: str) -> None:
    """Take out what refers to nothing that we keep: a link loses its address, any other thing goes."""
    if element.tag == f"{W}hyperlink":
        del element.attrib[name]
        if not element.get(f"{W}anchor"):
            unwrap(element)
    elif element.tag in (f"{A}hlinkClick", f"{A}hlinkHover", _SVG):
        drop(element)
    elif (run := next(element.iterancestors(RUN), None)) is not None:
        drop(run)
    else:
        drop(element)


def _may_stay(link: Link, parts: Mapping[str, Part]) -> bool:
    """Links lead to pages and mailboxes only, and a drawing in SVG runs and fetches nothing."""
    if link.kind == "hyperlink":
        return _LEADS.fullmatch(link.target) is not None
    drawing = link.kind == "image" and parts[link.target].type.startswith("image/svg")
    return not (drawing and _SCRIPTED.search(parts[link.target].content))
