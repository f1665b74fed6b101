"""The documents of a draft in one zip for each of their readers: one for candidates, and one for the panel."""

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

    @property
    def layouts(self) -> tuple[str, ...]:
        return tuple(each.layout for each in self.documents)

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
    """The zip with what is written for these readers and nothing else, or None where the draft has nothing for them."""
    known = tuple(each for each in documents if catalogue.layout(each.layout).audience == readers)
    return Bundle(file_name(replace(known[0], name=_CALLED[readers]), ".zip"), draft, known) if known else None


def in_none(documents: Iterable[Document]) -> tuple[str, ...]:
    """The names of the documents that no zip holds, as they stay inside the organisation."""
    return tuple(each.name for each in documents if catalogue.layout(each.layout).audience not in _CALLED)
