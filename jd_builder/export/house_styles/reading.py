"""An uploaded Word file read as a house style: what of it stays, where the description goes, and in which styles."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.parser import parse_xml
from lxml import etree

from jd_builder.domain.errors import UserError
from jd_builder.export.house_styles import (
    around,
    cleaning,
    contents,
    fields,
    marks,
    notes,
    notices,
    pictures,
    places,
    settings,
)
from jd_builder.export.house_styles.numbers import Numberings
from jd_builder.export.house_styles.parts import Link, Part, gathered, prune
from jd_builder.export.house_styles.places import Place
from jd_builder.export.house_styles.roles import Roles, assign
from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PARAGRAPH, SECTION, R, W
from jd_builder.export.word_text import NAMESPACES
from jd_builder.export.working_copy import MARK

Copy = Literal["clean", "noticed", "working"]
"""With nothing but the document; with room for the word DRAFT, where no mark stands for it; with room for the draft."""

MOST_PARAGRAPHS = 20_000
_DAMAGED = (PackageNotFoundError, etree.XMLSyntaxError, LookupError, ValueError, AttributeError, RecursionError)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1361" w:bottom="1440" w:left="1361" '
_A4 += 'w:header="708" w:footer="708" w:gutter="0"/>'
SPACES = {"w": W[1:-1], "r": R[1:-1]}
"""The names of namespaces that our paragraphs use."""
_CHANGES = tuple(f"{W}{name}" for name in ("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "rsid"))
_PARTS_WITH_TEXT = ("document", "header", "footer", "footnotes", "endnotes")


class Read:
    """A house style as it was read: the parts, the place and the styles, for those who want to look at them."""

    def __init__(self, parts: dict[str, Part], main: Part, copy: Copy) -> None:
        self.main = main
        self.body: Any = _body(main)
        self.had = _had(parts)
        self._clean(parts)
        styles, numbering = self._blank("styles", parts), self._blank("numbering", parts)
        theme = next((part.root for part in parts.values() if part.kind == "theme"), None)
        self.sheet, numberings = Sheet(styles.root, theme), Numberings(numbering.root)
        self.roles: Roles = assign(self.sheet, numberings, self.body)
        self.has_contents = contents.mark(self.body)
        fields.settle(self.body)
        self.place: Place = places.find(self.body)
        for part in parts.values():
            if part.kind in ("footnotes", "endnotes"):
                notes.drop_unused(part.root, [self.body])
        self._finish_sections()
        self.parts = prune(parts, main)
        settings.clean(self._blank("settings", self.parts).root)
        settings.speak_english(styles.root)
        self.marks = {name for part in self._with_text() for name in marks.prepare(part.root)}
        pictures.describe(part.root for part in sorted(self._with_text(), key=lambda part: part.kind != "header"))
        texts = [part.root for part in self._with_text() if part.kind in ("document", "header", "footer")]
        self.around = around.bookmarked(texts, f"{MARK}0") if copy == "working" else ()
        if copy == "working" or (copy == "noticed" and "DRAFT" not in self.marks):
            notices.make_room(main, self.parts)

    def _clean(self, parts: dict[str, Part]) -> None:
        for part in parts.values():
            if part.kind in _PARTS_WITH_TEXT:
                cleaning.clean(part.root)
                if part is not self.main:
                    fields.settle(part.root)
            elif part.root is not None:
                etree.strip_elements(part.root, *_CHANGES, with_tail=False)

    def _blank(self, kind: str, parts: dict[str, Part]) -> Part:
        """The part of a kind; an empty one where the file has none."""
        found = next((part for part in parts.values() if part.kind == kind), None)
        if found is None:
            name = f"/word/{kind}.xml"
            found = parts[name] = Part(name, f"{_WORDML}{kind}+xml", kind, parse_xml(f"<w:{kind} {NAMESPACES}/>"))
            self.main.links[f"jd{kind}"] = Link(_RELATED + kind, name, False)
        return found

    def _finish_sections(self) -> None:
        if self.body.find(SECTION) is None:
            self.body.append(parse_xml(f"<w:sectPr {NAMESPACES}>{_A4}</w:sectPr>"))
        for block in self.body.iter(f"{W}p", f"{W}tbl"):
            block.attrib.pop(cleaning.COVER, None)

    def _with_text(self) -> list[Part]:
        return [part for part in self.parts.values() if part.kind in _PARTS_WITH_TEXT]


def read(content: bytes, name: str, copy: Copy = "clean") -> Read:
    """A file that ``checked`` has passed. One that is damaged or no house style is a UserError."""
    with in_words(name):
        main = docx.Document(BytesIO(content)).part
        if sum(1 for _ in main.element.iter(PARAGRAPH)) > MOST_PARAGRAPHS:
            said = f"This file has more than {MOST_PARAGRAPHS:,} paragraphs, which no house style has."
            raise UserError(said, name, "Save a copy with less text in it and choose that.")
        parts = gathered(main)
        return Read(parts, parts[str(main.partname)], copy)


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """What only a damaged file can cause, as a sentence."""
    try:
        yield
    except _DAMAGED as error:
        fix = "Open it in Word, save it as 'Word Document (.docx)', not as 'Strict Open XML', and choose that file."
        raise UserError("This Word file is damaged or of a kind that cannot be read.", name, fix) from error


def _body(main: Part) -> Any:
    """The body; a file that means something else by our names of namespaces is none that we can add to."""
    body = main.root.find(f"{W}body")
    if body is None or any(main.root.nsmap.get(name, space) != space for name, space in SPACES.items()):
        raise ValueError("no body that our paragraphs fit into")
    return body


def _had(parts: dict[str, Part]) -> frozenset[str]:
    """What the file held that does not go out with documents, before any of it is taken away."""
    tags = {"ins": "changes", "del": "changes", "moveTo": "changes", "commentReference": "comments", "vanish": "hidden"}
    tags |= {"sdt": "controls"}
    texts = [part.root for part in parts.values() if part.kind in _PARTS_WITH_TEXT]
    return frozenset(kind for tag, kind in tags.items() if any(root.find(f".//{W}{tag}") is not None for root in texts))
