"""The bytes of a file as text, or one sentence that says why they are none."""

import codecs
import re

from jd_builder.content.reading.lines import Doubts
from jd_builder.domain.errors import UserError
from jd_builder.text.clean import clean_text

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = {
    b"PK\x03\x04": "this is a Word file or another archive; save it as plain text",
    b"%PDF": "this is a PDF; copy its text into a file",
    b"\xd0\xcf\x11\xe0": "this is an old Word file; save it as plain text",
    b"{\\rtf": "this is an RTF file; save it as plain text",
}
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    "iso-8859-15": "iso-8859-15",
}
_BREAKS = re.compile("[\x0b\x0c\x85\u2029]")
_FEW = 10


def decoded(content: bytes, name: str, doubts: Doubts) -> str:
    """The text in the encoding it declares, in UTF-8, UTF-16 with its mark, or Windows-1252.

    Line ends become line feeds. Lines with characters that are lost are doubts.
    """
    for start, sentence in _NO_TEXT.items():
        if content.startswith(start):
            raise UserError(sentence, name)
    if b"\0" in content and not content.startswith(_UTF_16):
        raise UserError("this is no text; choose a saved web page, a CSV file or plain text", name)
    text = clean_text(_BREAKS.sub("\n", _text(content)))
    if not text.strip():
        raise UserError("this is empty", name)
    _doubt_lost(text, doubts)
    return text


def _text(content: bytes) -> str:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace")
    found = _DECLARED.search(content[:2048])
    declared = _ENCODINGS.get(found[1].decode().lower(), "utf-8") if found else "utf-8"
    if declared == "utf-8" or content.startswith(codecs.BOM_UTF8):
        text = content.decode("utf-8-sig", "replace")
        lost = text.count("\ufffd")
        if lost == 0 or lost < sum(character > "\x7f" for character in text) - lost:
            return text
        declared = "cp1252"
    return content.decode(declared, "replace")


def _doubt_lost(text: str, doubts: Doubts) -> None:
    if "\ufffd" not in text:
        return
    lines = [number for number, line in enumerate(text.split("\n"), 1) if "\ufffd" in line]
    for number in lines[:_FEW]:
        doubts.add(number, "A character is lost here: the file is not in the encoding it claims, or is damaged.")
    if len(lines) > _FEW:
        doubts.add(lines[_FEW], f"Characters are lost in {len(lines) - _FEW} more lines from here on.")
