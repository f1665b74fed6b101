"""A Word package as bytes that depend on nothing but its parts.

python-docx's own ``save`` stamps every part with the clock, so that the same draft never gives the
same file twice, and records of what was sent out could not be compared.
"""

from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def packed(package: Any) -> bytes:
    """The package as a .docx, its parts in the order in which they refer to one another."""
    parts = package.parts
    for part in parts:
        part.before_marshal()
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _content_types(parts)),
            ("_rels/.rels", package.rels.xml),
            *(entry for part in parts for entry in _entries(part)),
        ):
            archive.writestr(ZipInfo(name, _EARLIEST), content, ZIP_DEFLATED)
    return file.getvalue()


def _entries(part: Any) -> list[tuple[str, bytes]]:
    entries = [(part.partname.membername, part.blob)]
    if len(part.rels):
        entries.append((part.partname.rels_uri.membername, part.rels.xml))
    return entries


def _content_types(parts: list[Any]) -> bytes:
    overrides = "".join(
        f"<Override PartName={quoteattr(part.partname)} ContentType={quoteattr(part.content_type)}/>" for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>{overrides}</Types>'
    ).encode()
