"""A draft inside a Word file, so that it can be opened again: written here, and found again by its namespace.

Each text that a document prints is a bookmark, which Word, LibreOffice and others keep. The part says
of each what it came from and how it read, so that words changed in Word can be shown one by one.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from jd_builder.domain.document import Document, Facts, Table, Text, block_texts, plain, ref_of
from jd_builder.export.characters import clean

NAMESPACE = "urn:jd-builder:working-copy"
VERSION = 1
MARK = "_jd_"
_ITEM = "{6A64627A-6C64-4572-8D77-6F726B696E67}"
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<ds:datastoreItem ds:itemID="{_ITEM}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


@dataclass(frozen=True)
class Inside:
    """What a working copy carries: a draft as JSON, and which saved draft it is, at which revision."""

    draft: str
    id: str = ""
    number: int = 0


class Marks:
    """The bookmarks of one working copy, named in the order in which its body is written."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self._texts: list[Text] = []
        self._around: list[str] = []

    def named(self, text: Text) -> str:
        self._texts.append(text)
        return f"{MARK}{len(self._texts)}"

    def around(self, mark: str, text: Text, within: bool) -> None:
        """A text that the house style prints itself, alone in its paragraph or within one."""
        self._around.append(_text(mark, text, place="within" if within else "alone"))

    def part(self, document: Document) -> str:
        """The custom XML part: the draft as JSON, and each printed text with its mark, source and hash."""
        rows: defaultdict[Text, deque[int]] = defaultdict(deque)
        for text, row in _rows(document):
            rows[text].append(row)
        marked = ((text, rows[text].popleft() if rows[text] else 0) for text in self._texts)  # some are marked again
        texts = "".join(_text(f"{MARK}{number}", *each) for number, each in enumerate(marked, start=1))
        inside = self._inside
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<working-copy xmlns="{NAMESPACE}" version="{VERSION}" layout="{escape(document.layout)}" '
            f'of="{escape(inside.id)}" revision="{inside.number}"><draft hash="{digest(inside.draft)}">'
            f"{escape(inside.draft, quote=False)}</draft><texts>{''.join(self._around)}{texts}</texts></working-copy>"
        )


def _rows(document: Document) -> Iterator[tuple[Text, int]]:
    """Every text with the number of the row of a table that it stands in, or 0."""
    number = 0
    for block in document.blocks:
        if isinstance(block, Table | Facts):
            yield from ((text, 0) for text in (block.header if isinstance(block, Table) else ()))
            for row in block.rows:
                number += 1
                yield from ((text, number) for text in row)
        else:
            yield from ((text, 0) for text in block_texts(block))


def _text(mark: str, text: Text, row: int = 0, place: str = "") -> str:
    """``whole`` says that all that can be read of a text came from one statement or answer."""
    words = clean(plain(text))
    refs = dict.fromkeys(clean(run.ref) for run in text if run.ref)
    return (
        f'<text mark="{mark}" ref="{escape(" ".join(refs))}" whole="{"yes" if ref_of(text) else "no"}" '
        f'row="{row or ""}" around="{place}" hash="{digest(words)}">{escape(words, quote=False)}</text>'
    )


def digest(text: str) -> str:
    """A hash of a text's words: spaces and line breaks, which programs change, count for nothing."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:16]
