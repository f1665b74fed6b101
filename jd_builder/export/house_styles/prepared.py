"""A house style made ready to be filled, once for each file: what no document changes, packed, and texts with marks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from jd_builder.export.house_styles import marks
from jd_builder.export.house_styles.around import Around
from jd_builder.export.house_styles.cleaning import text_of
from jd_builder.export.house_styles.measures import Measure, measured, text_height
from jd_builder.export.house_styles.notices import NOTICE
from jd_builder.export.house_styles.numbers import Listed, Numberings
from jd_builder.export.house_styles.parts import XML, Part
from jd_builder.export.house_styles.places import PLACE
from jd_builder.export.house_styles.reading import SPACES, Copy, Read, in_words, read
from jd_builder.export.word_names import PARAGRAPH, W
from jd_builder.export.word_safety import checked

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PACKED = (".png", ".jpeg", ".jpg", ".gif")  # in itself, so that packing it again takes time alone
_CORE, _CORE_TYPE = "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
_DRAFT_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
DRAFT = "customXml/item1.xml"
DRAFT_PROPERTIES = "customXml/itemProps1.xml"


@dataclass(frozen=True)
class Prepared:
    """``whole`` is a zip of what is always the same; the texts hold marks, and the document its two halves.

    ``width`` is that of the text in twentieths of a point, ``height`` that of a page of it in points, or 0 where
    text shares the page; ``titled`` says that the style itself prints the title of the post.
    """

    whole: bytes
    document: tuple[str, str]
    filled: Mapping[str, str]
    links: str
    numbering: tuple[str, str]
    numbering_name: str
    next_number: int
    next_bookmark: int
    styles: Mapping[str, str]
    lists: Mapping[str, Listed]
    by_hand: frozenset[str]
    header: str
    name: str
    width: int
    height: float
    measures: Mapping[str, Measure]
    titled: bool
    has_contents: bool
    contents: str
    marks: frozenset[str]
    rightward: bool
    around: tuple[Around, ...]


@lru_cache(maxsize=6)
def prepared(content: bytes, copy: Copy) -> Prepared:
    """A house style ready to be filled; a UserError says why one cannot be."""
    style = read(checked(content, ""), "", copy)
    with in_words(""):
        return _packed(style, copy == "working")


def _packed(style: Read, working: bool) -> Prepared:
    main = style.main
    texts = {part.name[1:]: part.xml for part in style.parts.values() if _changes(part)}
    before, _, after = _with_our_names(texts.pop(main.name[1:]), main.root).partition(f"<?{PLACE} ?>")
    numbering = next(part for part in style.parts.values() if part.kind == "numbering")
    listed, closing = _opened(texts.pop(numbering.name[1:]), "w:numIdMacAtCleanup", "/w:numbering")
    return Prepared(
        whole=_whole(style, texts, working),
        document=(before, after),
        filled=texts,
        links=_links(main, working).removesuffix("</Relationships>"),
        numbering=(listed, closing),
        numbering_name=numbering.name[1:],
        next_number=Numberings(numbering.root).next_number(),
        next_bookmark=_next_bookmark(style),
        styles=style.roles.styles,
        lists=style.roles.lists,
        by_hand=style.roles.by_hand,
        header=next((id for id, _ in style.sheet.of("paragraph") if style.sheet.name(id) == "header"), ""),
        name=main.name[1:],
        width=style.place.cell or _width(style.place.section),
        height=0 if style.place.cell else text_height(style.place.section, _edges(style)),
        measures=measured(style.sheet, style.roles.styles),
        titled=_is_titled(style.body),
        has_contents=style.has_contents,
        contents=next((id for id, _ in style.sheet.of("paragraph") if style.sheet.name(id) == "toc 1"), ""),
        marks=frozenset(style.marks),
        rightward=style.sheet.is_on(style.roles.styles["body"], f"{W}pPr", f"{W}bidi"),
        around=style.around,
    )


def _with_our_names(xml: str, root: Any) -> str:
    """The document with the names of namespaces that our paragraphs use, where its program has others."""
    lacking = "".join(f' xmlns:{name}="{space}"' for name, space in SPACES.items() if name not in root.nsmap)
    end = xml.index(">", len(XML))
    return f"{xml[:end]}{lacking}{xml[end:]}" if lacking else xml


def _changes(part: Part) -> bool:
    """Whether a part is written anew for each document."""
    if part.kind in ("document", "numbering"):
        return True
    if part.kind not in ("header", "footer", "footnotes", "endnotes"):
        return False
    xml = part.xml
    return marks.holds_marks(xml) or f"<?{NOTICE} ?>" in xml


def _opened(xml: str, *ends: str) -> tuple[str, str]:
    """A text in two, before the first of these tags that it has."""
    for end in ends:
        if f"<{end}" in xml:
            at = xml.index(f"<{end}")
            return xml[:at], xml[at:]
    at = xml.rindex("/>")  # an empty element
    return f"{xml[:at]}>", f"<{ends[-1]}>"


def _whole(style: Read, texts: Mapping[str, str], working: bool) -> bytes:
    file = BytesIO()
    changing = {style.main.name[1:], *texts, *(part.name[1:] for part in style.parts.values() if _changes(part))}
    entries = {"[Content_Types].xml": _content_types(style, working).encode(), "_rels/.rels": _package(style)}
    for part in style.parts.values():
        name = part.name[1:]
        if name not in changing:
            entries[name] = part.written
        if part.links and part is not style.main:
            entries[rels(name)] = _links(part, False).encode()
    if working:
        entries["customXml/_rels/item1.xml.rels"] = (
            f'{XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATED}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
        ).encode()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(ZipInfo(name, _EARLIEST), content, ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED)
    return file.getvalue()


def written(style: Prepared, entries: Mapping[str, str]) -> bytes:
    """The whole with more entries. Equal entries give equal bytes: nothing depends on the clock."""
    file = BytesIO(style.whole)
    with ZipFile(file, "a") as archive:
        for name, text in entries.items():
            archive.writestr(ZipInfo(name, _EARLIEST), text.encode(), ZIP_DEFLATED)
    return file.getvalue()


def rels(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _package(style: Read) -> bytes:
    return (
        f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target={quoteattr(style.main.name)}/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="/{_CORE}"/>'
        "</Relationships>"
    ).encode()


def _links(part: Any, working: bool) -> str:
    written = "".join(
        f"<Relationship Id={quoteattr(id)} Type={quoteattr(link.type)} Target={quoteattr(link.target)}"
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if link.leads_out else ''}/>"
        for id, link in part.links.items()
    )
    if working:
        written += f'<Relationship Id="jdDraft" Type="{RELATED}/customXml" Target="/{DRAFT}"/>'
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _content_types(style: Read, working: bool) -> str:
    types = {part.name: part.type for part in style.parts.values()} | {f"/{_CORE}": _CORE_TYPE}
    if working:
        types[f"/{DRAFT_PROPERTIES}"] = _DRAFT_TYPE
    overrides = "".join(
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(type)}/>" for name, type in types.items()
    )
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _width(section: Any) -> int:
    """Of one column of text, in twentieths of a point."""

    def number(path: str, name: str, otherwise: int) -> int:
        found = section.find(f"{W}{path}") if section is not None else None
        value = found.get(f"{W}{name}", "") if found is not None else ""
        return int(value) if value.isdecimal() else otherwise

    page = number("pgSz", "w", 11906) - number("pgMar", "left", 1440) - number("pgMar", "right", 1440)
    page -= number("pgMar", "gutter", 0)
    columns = max(number("cols", "num", 1), 1)
    return max((page - (columns - 1) * number("cols", "space", 720)) // columns, 1500)


def _edges(style: Read) -> Iterator[tuple[str, Any]]:
    """What stands above and below the text of every page."""
    return ((part.kind, part.root) for part in style.parts.values() if part.kind in ("header", "footer"))


def _is_titled(body: Any) -> bool:
    return any(marks.stands_alone(text_of(p), "JOB TITLE") for p in body.iterfind(PARAGRAPH))


def _next_bookmark(style: Read) -> int:
    """A number above those of all bookmarks, which are counted through the whole file."""
    roots = [part.root for part in style.parts.values() if part.root is not None]
    used = (mark.get(f"{W}id", "") for root in roots for mark in root.iter(f"{W}bookmarkStart"))
    return max((int(number) for number in used if number.isdecimal()), default=0) + 1
