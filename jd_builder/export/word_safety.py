"""The check of a Word file before anything parses it: files come from strangers, and are programs of a kind.

Nothing is unpacked to disk, and never more than the limits into memory: bytes are counted as they
come out, as the sizes that a zip file states of itself are only claims. Source of the limits: what
hostile files did to python-docx and lxml when it was tried.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jd_builder.domain.errors import UserError
from jd_builder.export.word_contents import MACROS, check_contents, check_relationships, check_xml, is_xml

LARGEST_FILE = 10_000_000  # bytes, as all below
LARGEST_WHOLE = 60_000_000
LARGEST_PART = 12_000_000
LARGEST_INDEX = 1_000_000  # content types and relationships are read whole
MOST_PARTS = 2_000
MOST_TAGS = 400_000  # in one part; each takes far more room once it is read than in the file

_CONTENT_TYPES = "[Content_Types].xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 18
_OVERLAP = 64  # bytes, so that nothing looked for hides between two chunks
_ENCRYPTED = 1
_AGAIN = "Open it in Word, save it as a Word document (.docx) and choose that file."
_BROKEN = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


def checked(content: bytes, name: str) -> bytes:
    """The bytes of a .docx that may be parsed; a template (.dotx) becomes a document.

    Whatever must not be opened is a UserError that says why and what to do. Takes 0.5 s and
    100 MB at most, whatever comes in.
    """
    _check_outside(content, name)
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _checked(archive, content, name)
    except _BROKEN as error:
        raise UserError("This Word file is damaged.", name, _AGAIN) from error


def _check_outside(content: bytes, name: str) -> None:
    if len(content) > LARGEST_FILE:
        said = f"This file is larger than {LARGEST_FILE // 10**6} MB."
        raise UserError(said, name, "Take pictures out of it, or save the text alone as a new Word document.")
    if not content:
        raise UserError("This file is empty.", name, "Choose the file again.")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UserError("This file is protected by a password.", name, "Save a copy without one and choose that.")
        raise UserError("This is a Word file of the old kind (.doc).", name, _AGAIN)
    if not content.startswith(b"PK"):
        raise UserError("This is not a Word file, whatever its name says.", name, _AGAIN)
    if content.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        raise UserError(f"This file has more than {MOST_PARTS:,} parts, which no text needs.", name, _AGAIN)


def _checked(archive: ZipFile, content: bytes, name: str) -> bytes:
    entries = archive.infolist()
    _check_entries(entries, name)
    if _CONTENT_TYPES not in archive.namelist():
        raise UserError("This is not a Word file, but another kind of archive.", name, _AGAIN)
    kind = check_contents(_index(archive, archive.getinfo(_CONTENT_TYPES), name), name)
    total = 0
    for entry in entries:
        if entry.filename.endswith(".rels"):
            check_relationships(_index(archive, entry, name), name)
        total += _check_part(archive, entry, total, name)
    return content if kind is None else _retyped(archive, kind)


def _check_entries(entries: list[ZipInfo], name: str) -> None:
    names = [entry.filename.casefold() for entry in entries]
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UserError("This file is protected by a password.", name, "Save a copy without one and choose that.")
    if len(set(names)) < len(names) or any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise UserError("This file was not written by Word or a program like it.", name, _AGAIN)
    if any(MACROS.search(part) for part in names):
        raise UserError("This file holds macros.", name, "Save it as a Word document without macros (.docx).")
    if any(re.search(r"/(?:embeddings|activex)/.", part) for part in names):
        fix = "Take the embedded objects out, or paste them as pictures, and save it again."
        raise UserError("This file holds another file or a control inside it.", name, fix)


def _check_part(archive: ZipFile, entry: ZipInfo, before: int, name: str) -> int:
    """Read a part to its end and give its true size."""
    size, tags, tail, xml = 0, 0, b"", is_xml(entry.filename)
    for chunk in _chunks(archive, entry):
        xml = xml or (not size and chunk.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"))
        if xml:
            check_xml(tail + chunk, not size, name)
        size, tail = size + len(chunk), chunk[-_OVERLAP:]
        tags += chunk.count(b"<") if xml else 0
        if size > LARGEST_PART or before + size > LARGEST_WHOLE or tags > MOST_TAGS:
            said = "Unpacked, this file is far larger than any text: it could bring this program down."
            raise UserError(said, name, "Copy the text into a new Word document.")
    if size != entry.file_size:
        raise BadZipFile("a part is not of the size that it states")
    return size


def _chunks(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """What is really in a part: the size that it states is not believed."""
    stated, entry.file_size = entry.file_size, LARGEST_PART + _CHUNK
    with archive.open(entry) as part:
        entry.file_size = stated
        while chunk := part.read(_CHUNK):
            yield chunk


def _index(archive: ZipFile, entry: ZipInfo, name: str) -> bytes:
    found = b""
    for chunk in _chunks(archive, entry):
        check_xml(found[-_OVERLAP:] + chunk, not found, name)
        found += chunk
        if len(found) > LARGEST_INDEX:
            raise UserError("This file names more parts and links than any text needs.", name, _AGAIN)
    return found


def _retyped(archive: ZipFile, content_types: bytes) -> bytes:
    """The same package with other content types."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as rewritten:
        for entry in archive.infolist():
            content = content_types if entry.filename == _CONTENT_TYPES else archive.read(entry)
            rewritten.writestr(ZipInfo(entry.filename, entry.date_time), content, ZIP_DEFLATED)
    return file.getvalue()
