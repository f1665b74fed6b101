"""All files of a draft in one zip: one that may go to candidates, and one for the panel."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Literal

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue, publishing
from jd_builder.services.file_names import Names, file_name

Readers = Literal["candidates", "panel"]
FORMATS_INSIDE = ("docx", "pdf")
_CALLED: Mapping[Readers, str] = {"candidates": "for candidates", "panel": "for the panel, confidential"}
_EARLIEST = 1980  # the first year that a zip can hold


@dataclass(frozen=True)
class Bundle:
    """A zip to be made: its name, and the documents in it."""

    name: str
    draft: Draft
    documents: tuple[Document, ...]
    readers: Readers = "candidates"

    @property
    def own(self) -> tuple[str, ...]:
        """The layouts of the documents that are written for these readers: what others lack keeps nothing from them."""
        return tuple(each.layout for each in self.documents if _is_for(each, self.readers))

    def content(self, when: datetime) -> bytes:
        """The copy to publish of each document, in Word and as PDF; equal drafts and times give equal bytes."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, file in self._files(when):
                entry = zipfile.ZipInfo(name, (max(when.year, _EARLIEST), *when.timetuple()[1:6]))
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                archive.writestr(entry, file)
        return stream.getvalue()

    def _files(self, when: datetime) -> Iterator[tuple[str, bytes]]:
        names = Names()
        for document in self.documents:
            for format_ in FORMATS_INSIDE:
                made = publishing.copy_to_publish(document, format_, when, self.draft)
                yield names.unique(made.name), made.content


def bundle(draft: Draft, documents: Iterable[Document], readers: Readers) -> Bundle | None:
    """The zip for these readers, or None where the draft has nothing for them.

    Candidates get what is written for them and nothing else. A panel gets everything, as it has to know what
    candidates know; without a document of its own it needs no zip.
    """
    known = tuple(documents)
    kept = tuple(each for each in known if readers == "panel" or _is_for(each, "candidates"))
    if not any(_is_for(each, readers) for each in kept):
        return None
    return Bundle(file_name(replace(kept[0], name=_CALLED[readers]), ".zip"), draft, kept, readers)


def _is_for(document: Document, readers: Readers) -> bool:
    return catalogue.layout(document.layout).audience == readers
