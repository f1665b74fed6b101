"""A document as a PDF: tagged, PDF/UA-1, with the fonts that come with the product."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

import typst

from jd_builder.domain.document import Document
from jd_builder.export.characters import one_line
from jd_builder.export.pdf_blocks import blocks_data
from jd_builder.export.registry import Options

_FOLDER = Path(__file__).parents[2] / "templates" / "pdf"
_LONGEST_PROPERTY, _LONGEST_IN_HEADER, _LONGEST_REFERENCE = 255, 90, 40
_Files: TypeAlias = Any  # contents by name, which typst takes and its types do not know
# A character that none of our fonts has is taken from typst's and the computer's. Where they have none either,
# an empty box stands for it, as in Word, and the file does not call itself PDF/UA.
_WAYS: "tuple[tuple[bool, typst.PDFStandard], ...]" = ((False, "ua-1"), (True, "ua-1"), (True, "1.7"))
_lock = Lock()  # a compiler does one thing at a time


def render(document: Document, options: Options) -> bytes:
    """The PDF. Texts go in as JSON and come out as they are: none of them is in typst's language.

    They go as a file beside the layout, in memory: as ``sys.inputs`` they would be part of the language's own
    library, and each word that changes would lay out every page anew.
    """
    data = json.dumps(_data(document), ensure_ascii=False).encode()
    files = {"main.typ": (_FOLDER / "house.typ").read_bytes(), "document.json": data}
    with _lock:
        for with_more_fonts, standard in _WAYS[:-1]:
            try:
                return _compiled(with_more_fonts, standard, files, options.when)
            except typst.TypstError:
                continue
        return _compiled(*_WAYS[-1], files, options.when)


def _compiled(with_more_fonts: bool, standard: "typst.PDFStandard", files: _Files, when: datetime) -> bytes:
    stamp = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    made = _compiler(with_more_fonts).compile(
        input=files,
        format="pdf",
        pdf_standards=standard,
        timestamp=stamp.replace(microsecond=0),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst made several files of one document")
    return made


@cache
def _compiler(with_more_fonts: bool) -> typst.Compiler:
    """One for the process: each new one reads the fonts again."""
    more = with_more_fonts
    return typst.Compiler(font_paths=typst.Fonts(more, more, font_paths=[str(_FOLDER / "fonts")]))


def _data(document: Document) -> dict[str, object]:
    """What templates/pdf/house.typ shows."""
    title = one_line(document.title, _LONGEST_IN_HEADER)
    return {
        "title": one_line(document.title, _LONGEST_PROPERTY)
        or one_line(document.name, _LONGEST_PROPERTY)
        or "Document",
        "author": one_line(document.organisation, _LONGEST_PROPERTY),
        "subject": one_line(document.name, _LONGEST_PROPERTY),
        "header": one_line(document.organisation, _LONGEST_IN_HEADER) or title,
        "mark": "DRAFT" if document.draft else "",
        "footer": "   ".join(filter(None, (title, one_line(document.reference, _LONGEST_REFERENCE)))),
        "blocks": list(blocks_data(document)),
    }
