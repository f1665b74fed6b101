"""A draft as one file: the draft itself, or its vacancy for search engines. Beside them, the formats of documents."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.drafts.writing import to_data
from jd_builder.export.registry import FORMATS, Format
from jd_builder.services import building, catalogue
from jd_builder.services.building import Made, Order
from jd_builder.services.file_names import file_name
from jd_builder.services.labels import label
from jd_builder.text import english


@dataclass(frozen=True)
class DraftFormat:
    """One kind of file that a draft becomes; ``called`` stands in its name, in place of a document's."""

    name: str
    suffix: str
    media_type: str
    called: str
    content: Callable[[Draft, Document], str]


def make(draft: Draft, order: Order) -> Iterator[Made]:
    """The files of a draft, one by one: one for each of its documents, or one for all."""
    format_ = OF_DRAFTS.get(order.format)
    if format_ is None:
        yield from building.make(draft, order)
    else:
        yield made(draft, format_, shown(building.documents(draft, order.layouts)))


def made(draft: Draft, format_: DraftFormat, document: Document) -> Made:
    return Made(name_of(document, format_), format_.content(draft, document).encode(), document)


def name_of(document: Document, format_: DraftFormat) -> str:
    """``Harbour Mutual - Chief information security officer - job posting.jsonld``."""
    return file_name(replace(document, name=format_.called), format_.suffix)


def shown(documents: Sequence[Document]) -> Document:
    """The one that shows a vacancy to the world: the short advert, else the first for candidates, else the first."""
    layouts = {each.layout: catalogue.layout(each.layout) for each in documents}
    return min(
        documents,
        key=lambda each: (layouts[each.layout].audience != "candidates", not layouts[each.layout].takes.starred),
    )


def lacking(draft: Draft, document: Document) -> tuple[Problem, ...]:
    """What search engines cannot do without and this draft does not say yet."""
    from jd_builder.export.job_posting import missing

    return missing(_of(draft, document))


def to_fill_in(draft: Draft, document: Document) -> list[str]:
    """The names of what has to be answered before a vacancy goes to search engines: gaps too, as it holds the text."""
    gaps = (english.lowered(label(run.ref or "")) for run in document.gaps)
    return list(dict.fromkeys((*gaps, *(_called(each.place) for each in lacking(draft, document)))))


def _called(place: str) -> str:
    """``closing date``, or ``the country of each place`` where that part alone is missing."""
    whole, part = english.lowered(label(place)), place.split(".")[3:]
    return f"the {part[0]} of each {whole}" if part else whole


def _draft(draft: Draft, _: Document) -> str:
    return json.dumps(to_data(draft), ensure_ascii=False, indent=2) + "\n"


def _posting(draft: Draft, document: Document) -> str:
    """A DataFileError names what is missing."""
    if lacks := lacking(draft, document):
        raise DataFileError(OF_DRAFTS["jsonld"].called, lacks)
    return json.dumps(_of(draft, document), ensure_ascii=False, indent=2) + "\n"


def _of(draft: Draft, document: Document) -> dict[str, Any]:
    from jd_builder.export.job_posting import job_posting

    return job_posting(document, draft.read_organisation().value, draft.read_post().value)


OF_DRAFTS: Mapping[str, DraftFormat] = MappingProxyType(
    {
        "json": DraftFormat("Draft file", ".json", "application/json", "draft", _draft),
        "jsonld": DraftFormat("For search engines", ".jsonld", "application/ld+json", "job posting", _posting),
    }
)
ALL: Mapping[str, Format | DraftFormat] = MappingProxyType({**FORMATS, **OF_DRAFTS})
