"""Any file as a draft to compare with: a draft file, a working copy, or a description in Word or as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from jd_builder.domain.document import Facts, plain
from jd_builder.domain.draft import Choices, Draft, LeftOver
from jd_builder.drafts.old.labels import labels
from jd_builder.drafts.old.parts import OldDescription
from jd_builder.services import catalogue, documents, draft_files, from_file, old_files, working_copies
from jd_builder.services.shares import Shares

_OF_A_DRAFT = (".yaml", ".yml", ".json")
_A_TABLE = 3  # answers in common, from which a file lists facts as one of our documents does


@dataclass(frozen=True)
class Version:
    """A draft to compare, what people call it, and the passages of its file that nobody understood.

    ``ordered`` says that its statements stand in an order of its own: a description groups them in its way. ``note``
    is a sentence on what else the file holds.
    """

    draft: Draft
    name: str
    unread: tuple[LeftOver, ...] = ()
    ordered: bool = True
    note: str = ""


def of_file(content: bytes, name: str, beside: Draft | None = None) -> Version:
    """A file as a draft. ``beside`` is what it is compared with, if that is known.

    What a Word file or text leaves out is no change and taken from beside, but for the answers that its table of
    facts would list: those it did not give.
    """
    if found := known(content, name):
        return found
    draft = _of_description(old_files.read_old(content, name), beside or nothing())
    return Version(draft, PurePath(name).name, draft.left_over, ordered=False)


def known(content: bytes, name: str) -> Version | None:
    """The draft that a draft file is, or that a working copy carries; None for any other file."""
    shown = PurePath(name).name
    if PurePath(name).suffix.casefold() in _OF_A_DRAFT:
        return Version(draft_files.read(content, name).draft, shown)
    returned = working_copies.opened(content, name)
    return Version(returned.draft, shown, note=draft_files.changed_in_word(returned, shown)) if returned else None


def nothing() -> Draft:
    """A draft that says nothing, not even what is usual: what two old files are each laid beside."""
    empty = Draft()
    shares = Shares(empty)
    usual = [*shares.usual, *(each.statement or "" for each in shares.suggested)]
    return empty.changed(choose=Choices(exclude=tuple(dict.fromkeys(filter(None, usual)))))


def _of_description(old: OldDescription, beside: Draft) -> Draft:
    role = catalogue.role(beside.role, beside.edition)
    empty = from_file.empty_draft(role, beside.documents, {}, None, beside.level, beside.wording)
    draft = from_file.begin(old, empty, from_file.Chosen())
    lacking = set(_not_given(old, beside))
    draft = draft.changed(
        organisation={**beside.organisation, **draft.organisation},
        post={key: value for key, value in beside.post.items() if f"post.{key}" not in lacking} | dict(draft.post),
        criteria=draft.criteria or beside.criteria,
        documents=beside.documents,
    )
    return draft if old.duties else draft.changed(choose=beside.choose, own=beside.own, edits=beside.edits)


def _not_given(old: OldDescription, beside: Draft) -> Iterator[str]:
    """The answers that the file's table of facts lacks, as our document that is most like it lists them."""
    given = {fact.place for fact in old.facts}
    tables = [set(_listed(facts)) for facts in _tables(beside)]
    nearest = max(tables, key=lambda table: len(table & given) / max(1, len(table | given)), default=set())
    if len(nearest & given) >= _A_TABLE:
        unread = {labels().fact(each.heading) for each in old.unread}
        yield from nearest - given - unread


def _tables(beside: Draft) -> Iterator[list[Facts]]:
    for document in documents.assembled(beside).values():
        yield [block for block in document.blocks if isinstance(block, Facts)]


def _listed(tables: list[Facts]) -> Iterator[str]:
    """The answers of the vacancy that a reader of old files would find under these very labels."""
    for label, value in (row for table in tables for row in table.rows):
        place = labels().fact(plain(label)) or ""
        if place.startswith("post.") and any((run.ref or "").startswith(place) and not run.gap for run in value):
            yield place
