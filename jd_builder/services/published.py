"""What of a draft was published: one line for each revision that was, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jd_builder.services import catalogue
from jd_builder.storage import Publication
from jd_builder.text import english


@dataclass(frozen=True)
class Issue:
    """A revision, when a document of it was last taken away to be published, and the names of these documents."""

    number: int
    at: datetime
    documents: str


def issues(marks: Iterable[Publication]) -> tuple[Issue, ...]:
    of_one: dict[int, list[Publication]] = {}
    for mark in sorted(marks, key=lambda each: each.at, reverse=True):
        of_one.setdefault(mark.number, []).append(mark)
    return tuple(
        Issue(number, found[0].at, _named({each.layout for each in found})) for number, found in of_one.items()
    )


def _named(layouts: set[str]) -> str:
    """The names of documents as they stand inside a sentence; of a kind that is gone, its id."""
    names = {layout.id: english.lowered(layout.name) for layout in catalogue.layouts()}
    return english.listed([names.get(each, each) for each in sorted(layouts)])


def last(marks: Iterable[Publication], layout: str) -> datetime | None:
    """When a document was last published."""
    return max((mark.at for mark in marks if mark.layout == layout), default=None)
