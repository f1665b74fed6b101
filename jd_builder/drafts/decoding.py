"""A file's bytes as text, or one sentence that says why they are none."""

import codecs

from jd_builder.domain.errors import DataFileError, Problem

LARGEST = 5_000_000
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ARCHIVE = b"PK\x03\x04"


def decoded(content: bytes, file: str) -> str:
    """The text of a UTF-8 file, with or without a byte order mark, or of a UTF-16 file with one."""
    if len(content) > LARGEST:
        raise _error(file, f"this is larger than the {LARGEST // 10**6} MB that a draft file may hold")
    if content.startswith(_ARCHIVE):
        raise _error(file, "this is a Word file or another archive, not a draft file")
    if b"\0" in content and not content.startswith(_UTF_16):
        raise _error(file, "this is not a text file in UTF-8")
    try:
        text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _error(file, "this is not text in UTF-8; save the file as UTF-8", line) from error
    if not text.strip():
        raise _error(file, "this is empty; `python -m jd_builder new` writes a draft to fill in")
    return text


def _error(file: str, message: str, line: int | None = None) -> DataFileError:
    return DataFileError(file, (Problem("", message, line),))
