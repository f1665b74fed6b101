"""What the lists of a page are made of: plain values, ready for any screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from jd_builder.domain.draft import Draft, Edit
from jd_builder.domain.framework import Source, Statement
from jd_builder.domain.layout import Share
from jd_builder.text import english

Verdict = Literal["few", "right", "many"]
_VERDICTS: Mapping[Verdict, str] = {"few": "too few", "right": "about right", "many": "too many"}
_TAGS = {"framework": "Framework", "commercial": "Commercial list", "own": "Your list"}
OWN = "Your own"


@dataclass(frozen=True)
class Row:
    """One duty or criterion as it stands in all documents.

    ``tag`` says in a word or two whose text it is, ``source`` in a sentence. ``edited`` is empty
    while the words are the original ones; ``original`` is empty where there is none, as for the
    user's own. ``starred`` is None where a star means nothing. ``elsewhere`` holds other words by the
    layout of the one document that has them. ``theme`` is the id of the heading, where it can be changed.
    """

    id: str
    text: str
    tag: str
    source: str
    heading: str
    skill: str = ""
    original: str = ""
    edited: str = ""
    starred: bool | None = None
    where: str = ""
    theme: str = ""
    elsewhere: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Requirement(Row):
    """A criterion: a row with what it decides and where it is looked at."""

    need: Literal["essential", "desirable"] = "essential"
    stages: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Group:
    """Rows to choose from, under a heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Count:
    """How many statements one document prints, and whether that is about right."""

    document: str
    said: str
    verdict: Verdict


def counted(document: str, number: int, said: str, share: Share) -> Count:
    """``7 duties, about right (6 to 8)``."""
    verdict: Verdict = "few" if number < share.least else "many" if number > share.most else "right"
    bounds = f"{share.least} to {share.most}" if share.least else f"up to {share.most}"
    return Count(document, f"{said}, {_VERDICTS[verdict]} ({bounds})", verdict)


def tag_of(statement: Statement | None) -> str:
    return OWN if statement is None else _TAGS[statement.origin]


def sentence(source: Source) -> str:
    """Where a text came from, for a line on a screen. A date that is not known is not said."""
    dated = f", edition of {english.day(source.edition_date)}" if source.edition_date else ""
    return f"{source.title}{dated}. {source.publisher}."


def edited(edit: Edit | None) -> str:
    return "" if edit is None else "Edited" if edit.origin == "own" else "Reworded by the model"


def rebased(edit: Edit | None, original: str) -> str:
    """What an edit was made from, where a newer edition says it differently."""
    if edit is None or edit.base is None or edit.base.text == original:
        return ""
    return f" You edited what an earlier edition said: \u201c{edit.base.text}\u201d."


def for_all(draft: Draft, id_: str) -> Edit | None:
    """The edit that holds in all documents."""
    return next((edit for edit in draft.edits.get(id_, ()) if edit.document is None), None)


def for_one(draft: Draft, id_: str) -> Mapping[str, str]:
    """The words that hold in one document only, by its layout."""
    return {edit.document: edit.text for edit in draft.edits.get(id_, ()) if edit.document}


def grouped(rows: Sequence[Row], first: Sequence[str] = ()) -> tuple[Group, ...]:
    """The rows under their headings: those of ``first`` in its order, any other after them."""
    headings = dict.fromkeys([*first, *(row.heading for row in rows)])
    groups = (Group(heading, tuple(row for row in rows if row.heading == heading)) for heading in headings)
    return tuple(group for group in groups if group.rows)
