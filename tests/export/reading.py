"""Our files read back: what stands in them, in the order in which a reader meets it."""

import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from jd_builder.domain.document import Document, plain
from jd_builder.export.blocks import has_text
from jd_builder.export.characters import clean

_LEAVES = {"h1", "h2", "h3", "p", "li", "dt", "dd", "th", "td"}


def expected_texts(document: Document) -> list[str]:
    """What a file of the document has to say; texts without anything to read leave no trace."""
    return [clean(plain(text)) for _, text in document.texts() if has_text(text)]


def opened(file: bytes) -> Any:
    return docx.Document(BytesIO(file))


def word_texts(file: bytes) -> list[str]:
    return [paragraph.text for paragraph in word_paragraphs(opened(file)) if paragraph.text.strip()]


def word_paragraphs(word: Any) -> Iterator[WordParagraph]:
    """Every paragraph of the body, those of tables where they stand."""
    for item in word.iter_inner_content():
        if isinstance(item, WordTable):
            for row in item.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield item


def part(file: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(BytesIO(file)).read(name))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def values(root: Any, tag: str) -> list[str]:
    """The ``w:val`` of every such element."""
    return [element.get(qn("w:val")) for element in root.iter(qn(tag))]


class Page(HTMLParser):
    """A web page as its texts and its tags. Raises where tags are not closed in turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.all_texts: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open, f"left open: {self._open}"

    @property
    def texts(self) -> list[str]:
        return [text for text in self.all_texts if text.strip()]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.all_texts[-1] += "\n"
        elif tag not in {"meta", "hr", "col"}:
            self._open.append(tag)
            if tag in _LEAVES:
                self.all_texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if _LEAVES.intersection(self._open):
            self.all_texts[-1] += data
