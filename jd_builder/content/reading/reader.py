"""Reads a file of roles, whatever kind of file it is."""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from jd_builder.content.reading import export_csv, own_list
from jd_builder.content.reading.copied import lines_of
from jd_builder.content.reading.decoding import decoded
from jd_builder.content.reading.export_rows import delimiter_of
from jd_builder.content.reading.lines import Doubts
from jd_builder.content.reading.page import Kind, Reading, RoleRead, SourceRead
from jd_builder.content.reading.role_page import role_of
from jd_builder.domain.errors import UserError

LARGEST: dict[Kind, int] = {"csv": export_csv.LARGEST, "html": 2_000_000, "text": 3_000_000}
"""In bytes; a page of the framework has 0.1 MB, its whole export 3 MB."""

_NAMES = {"csv": "a table", "html": "a web page", "text": "a text"}
_MOST_LINES = 20_000
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|main|div|section|table|ul|h1|p)\b[^<>]*>", re.IGNORECASE)


def read_file(path: Path) -> Reading:
    """Read the roles of a file, which is not opened if it is too large; see ``read``."""
    try:
        if path.is_dir():
            raise UserError("this is a folder; name a file in it", str(path))
        size = path.stat().st_size
        _check_size(size, max(LARGEST.values()), "a file of roles", str(path))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("there is no such file", str(path)) from error
    except OSError as error:
        raise UserError(f"this cannot be read: {error.strerror}", str(path)) from error
    return read(content, path.name)


def read(content: bytes, name: str) -> Reading:
    """Read the roles of the framework's export, of a saved page, of copied text or of one's own table.

    What the file is shows in its content; ``name`` is for messages. Raises UserError, with one sentence,
    for a file that holds no role. Everything that is not certain is a doubt.
    """
    _check_size(len(content), max(LARGEST.values()), "a file of roles", name)
    doubts = Doubts()
    text = decoded(content, name, doubts)
    source = SourceRead("text", name, sha256(content).hexdigest())
    roles = _roles(text, source, doubts)
    return Reading(roles, tuple(sorted(doubts, key=lambda doubt: doubt.line or 0)))


def _roles(text: str, source: SourceRead, doubts: Doubts) -> tuple[RoleRead, ...]:
    size, header = len(text.encode("utf-8", "replace")), text.lstrip().split("\n", 1)[0][:1000]
    if delimiter := delimiter_of(header):
        _check_size(size, LARGEST["csv"], _NAMES["csv"], source.file)
        return export_csv.read_export(text, delimiter, replace(source, kind="csv"), doubts)
    if delimiter := delimiter_of(header, own_list.COLUMNS):
        _check_size(size, LARGEST["csv"], _NAMES["csv"], source.file)
        return (own_list.read_own_list(text, delimiter, replace(source, kind="own"), doubts),)
    if _MARKUP.search(text[:20_000]):
        _check_size(size, LARGEST["html"], _NAMES["html"], source.file)
        return (_of_page(text, replace(source, kind="html"), doubts),)
    _check_size(size, LARGEST["text"], _NAMES["text"], source.file)
    if text.count("\n") > _MOST_LINES:
        raise UserError(f"this has more than the {_MOST_LINES:,} lines that can be read", source.file)
    return (role_of(lines_of(text, doubts), source, doubts),)


def _of_page(text: str, source: SourceRead, doubts: Doubts) -> RoleRead:
    from jd_builder.content.reading.markup import page_of

    page = page_of(text, source.file)
    role = role_of(page.lines, replace(source, title=page.title, address=page.address), doubts)
    return replace(role, family=page.family_of(role.role))


def _check_size(size: int, largest: int, what: str, name: str) -> None:
    if size > largest:
        raise UserError(f"this is larger than the {largest // 10**6} MB that {what} may have", name)
