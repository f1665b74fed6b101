"""What a Word file may say of itself: its kinds of parts, its links, and the XML that they are written in."""

import re

from lxml import etree

from jd_builder.domain.errors import UserError

MACROS = re.compile(r"vba(?:project|data)|macros?/|\.bin\.macro", re.IGNORECASE)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENT, _TEMPLATE = f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"
_FORBIDDEN_TYPE = re.compile("oleobject|activex", re.IGNORECASE)
_FORBIDDEN_LINK = re.compile("/(?:oleobject|control|activexcontrolbinary|package|afchunk)$", re.IGNORECASE)
# Nearly every file made from a template names it where it lay on its author's disk. No program loads it from there,
# and it goes into none of our files.
_OWN_DISK = re.compile(r"(?:file:/+)?[a-z]:[\\/].*|[\w .()-]+", re.IGNORECASE)
_STRICT = "http://purl.oclc.org/ooxml/"
_XML_NAME = re.compile(r"\.(?:xml|rels|vml)$", re.IGNORECASE)
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
_LONGEST_DECLARATION = 200  # characters
_PROGRAM_FIELD = re.compile(rb"(?:instrText[^>]*>|instr=[\"'])\s*DDE")
_NO_OBJECTS = "Take the embedded objects out, or paste them as pictures, and save it again."


def is_xml(part: str) -> bool:
    return bool(_XML_NAME.search(part))


def check_xml(chunk: bytes, first: bool, name: str) -> None:
    """Refuse XML that could expand by itself, that hides what it is, or whose fields start programs.

    Without its NULs, text in UTF-16 and UTF-32 reads as ASCII.
    """
    plain = chunk.replace(b"\0", b"")
    if b"<!DOCTYPE" in plain or (first and _is_disguised(plain)) or (b"DDE" in plain and _PROGRAM_FIELD.search(plain)):
        fix = "Copy its text into a new Word document and choose that."
        raise UserError("This file holds something that no plain Word file has, and that could do harm.", name, fix)


def _is_disguised(start: bytes) -> bool:
    """Whether a part does not begin as XML does, or in an encoding that could spell anything."""
    text = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not text.startswith(b"<?xml"):
        return not text.startswith(b"<") and bool(text)
    declaration, closed, _ = text[:_LONGEST_DECLARATION].partition(b"?>")
    encoding = _ENCODING.search(declaration)
    return not closed or (encoding is not None and encoding[1].lower() not in _ENCODINGS)


def check_contents(content_types: bytes, name: str) -> bytes | None:
    """Refuse what is no Word document; for a template, give the content types that make it one."""
    root = _parsed(content_types)
    types = {element.get("ContentType", "") for element in root.iter("{*}Override", "{*}Default")}
    if any("macroenabled" in kind.lower() or MACROS.search(kind) for kind in types):
        raise UserError("This file holds macros.", name, "Save it as a Word document without macros (.docx).")
    if any(_FORBIDDEN_TYPE.search(kind) for kind in types):
        raise UserError("This file holds another file or a control inside it.", name, _NO_OBJECTS)
    if _DOCUMENT in types:
        return None
    if _TEMPLATE not in types:
        said = "This is not a Word document, but perhaps a spreadsheet or slides."
        raise UserError(said, name, "Choose a Word document (.docx).")
    return _as_document(root)


def _as_document(root: "etree._Element") -> bytes:
    for element in root.iter("{*}Override", "{*}Default"):
        if element.get("ContentType") == _TEMPLATE:
            element.set("ContentType", _DOCUMENT)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def check_relationships(content: bytes, name: str) -> None:
    """Refuse what would be fetched from elsewhere when the file is opened, and what is embedded."""
    for link in _parsed(content).iter("{*}Relationship"):
        kind = link.get("Type", "")
        if kind.startswith(_STRICT):
            fix = "Open it in Word, choose Save As and 'Word Document (.docx)', and choose that file."
            raise UserError("This file was saved as 'Strict Open XML', which few programs can read.", name, fix)
        if link.get("TargetMode", "").casefold() == "external" and not _is_harmless(kind, link.get("Target", "")):
            raise UserError(f"This file fetches {_fetched(kind)} when it is opened.", name, _mend(kind))
        if _FORBIDDEN_LINK.search(kind):
            raise UserError("This file holds another file or a control inside it.", name, _NO_OBJECTS)


def _is_harmless(kind: str, target: str) -> bool:
    local = kind.endswith("/attachedTemplate") and _OWN_DISK.fullmatch(target) is not None
    return local or kind.endswith("/hyperlink")


def _fetched(kind: str) -> str:
    known = {"attachedTemplate": "a template from elsewhere", "image": "a picture from elsewhere"}
    return known.get(kind.rpartition("/")[2], "something from elsewhere")


def _mend(kind: str) -> str:
    if kind.endswith("/attachedTemplate"):
        return "In Word, choose Developer, Document Template and attach Normal, or copy its text into a new document."
    return "In Word, break the links (File, Info, Edit Links to Files) and save it again."


def _parsed(content: bytes) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("a part of the file is not XML") from error
