"""The store as everyone else sees it: each method is one transaction and gives plain values."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.domain.rewriting import Decision, Proposal
from jd_builder.storage import (
    archive,
    drafts,
    editions,
    house_styles,
    organisations,
    proposals,
    publications,
    restoring,
)
from jd_builder.storage.database import Database
from jd_builder.storage.results import (
    Conflict,
    DraftLine,
    EditionLine,
    OrganisationLine,
    Publication,
    RevisionLine,
    Saved,
    State,
    StoredDraft,
    StoredHouseStyle,
    StoredOrganisation,
    UsageLine,
)

_UNNAMED: Mapping[str, str] = MappingProxyType({})


class Store:
    """Drafts, organisations and editions of roles, from any number of threads, processes and servers at once.

    A person's trouble is a UserError: NotThereError for an id that is unknown or deleted, NotSavedError when a
    change was not kept; nothing of it is in the store then, and saving the same again is safe.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    # Drafts

    def create_draft(self, draft: Draft, change: str = "Created", gaps: int | None = None) -> Saved:
        """Keep a new draft under an id that nobody can guess. ``gaps`` is shown in lists."""
        return self._database.write(drafts.create, self._time(), draft, change, gaps)

    def load_draft(self, id: str) -> StoredDraft:
        return self._database.read(drafts.load, id)

    def draft_state(self, id: str) -> State:
        """The cheap way to see whether someone saved since."""
        return self._database.read(drafts.TIMELINE.state, id)

    def save_draft(
        self,
        id: str,
        draft: Draft,
        base: int,
        change: str,
        gaps: int | None = None,
        aside: Draft | None = None,
        settled: Collection[int] = (),
    ) -> Saved | Conflict[StoredDraft]:
        """A new revision made from ``base``, the number that the draft was loaded or saved with.

        A draft equal to the current one makes none. If someone saved in between, nothing is
        overwritten: this draft is kept beside the line, and the conflict shows both. To put it in
        the place of theirs, save it again with ``theirs.number`` as the base.

        ``aside`` is the same draft with other answers, kept beside it with a save that is not refused: it
        waits for a choice with everyone who opens the draft, until a save names its number as ``settled``.
        """
        return self._database.write(drafts.save, self._time(), id, draft, base, change, gaps, aside, settled)

    def undo(self, id: str, base: int) -> StoredDraft | Conflict[StoredDraft]:
        """The state before; at the first one nothing happens. ``base`` as in ``save_draft``."""
        return self._database.write(drafts.move, self._time(), id, base, "undo")

    def redo(self, id: str, base: int) -> StoredDraft | Conflict[StoredDraft]:
        """The newest state that was made from this one; at the last one nothing happens."""
        return self._database.write(drafts.move, self._time(), id, base, "redo")

    def revisions(self, id: str) -> tuple[RevisionLine, ...]:
        """All saved states of a draft without their content, oldest first."""
        return self._database.read(drafts.TIMELINE.lines, id)

    def revision(self, id: str, number: int) -> Draft:
        return self._database.read(drafts.revision, id, number)

    def mark_published(self, id: str, number: int, layouts: Iterable[str]) -> None:
        """Remember these documents of one revision as published now; the draft itself stays as it is."""
        self._database.write(publications.mark, self._time(), drafts.TIMELINE, id, number, tuple(layouts))

    def publications(self, id: str) -> tuple[Publication, ...]:
        """What of a draft was published, the newest first."""
        return self._database.read(publications.of_draft, id)

    def list_drafts(
        self,
        search: str = "",
        offset: int = 0,
        limit: int = 50,
        deleted: bool = False,
        roles: Mapping[str, str] = _UNNAMED,
    ) -> tuple[DraftLine, ...]:
        """Newest first; every word of the search stands in the title, the organisation or the role.

        A draft without a title is found by what its role is called too, in ``roles`` by id.
        """
        return self._database.read(drafts.lines, search, offset, limit, deleted, roles)

    def count_drafts(self, search: str = "", deleted: bool = False, roles: Mapping[str, str] = _UNNAMED) -> int:
        return self._database.read(drafts.count, search, deleted, roles)

    def drafts_following(self, organisation_id: str) -> tuple[DraftLine, ...]:
        """The drafts that copied a saved organisation; ``follows`` says which revision of it."""
        return self._database.read(drafts.following, organisation_id)

    def drafts_of_role(self, role: str) -> tuple[DraftLine, ...]:
        """The drafts of one role, in any edition, the newest change first."""
        return self._database.read(drafts.of_role, role)

    def delete_draft(self, id: str) -> None:
        """Out of the lists and not to be loaded or saved; all of it is kept."""
        self._database.write(drafts.TIMELINE.delete, id, self._time())

    def undelete_draft(self, id: str) -> None:
        self._database.write(drafts.TIMELINE.delete, id, None)

    # Organisations

    def create_organisation(self, answers: Mapping[str, Any], change: str = "Created") -> Saved:
        """Keep a new organisation's answers as typed, the wrong ones too."""
        return self._database.write(organisations.create, self._time(), answers, change)

    def load_organisation(self, id: str) -> StoredOrganisation:
        return self._database.read(organisations.load, id)

    def save_organisation(
        self,
        id: str,
        answers: Mapping[str, Any],
        base: int,
        change: str,
        aside: Mapping[str, Any] | None = None,
        settled: Collection[int] = (),
    ) -> Saved | Conflict[StoredOrganisation]:
        """As ``save_draft``."""
        return self._database.write(organisations.save, self._time(), id, answers, base, change, aside, settled)

    def organisation_revisions(self, id: str) -> tuple[RevisionLine, ...]:
        return self._database.read(organisations.TIMELINE.lines, id)

    def organisation_revision(self, id: str, number: int) -> Mapping[str, Any]:
        return self._database.read(organisations.revision, id, number)

    def list_organisations(self, deleted: bool = False) -> tuple[OrganisationLine, ...]:
        return self._database.read(organisations.lines, deleted)

    def delete_organisation(self, id: str) -> None:
        """Drafts that copied it keep their copy."""
        self._database.write(organisations.TIMELINE.delete, id, self._time())

    def undelete_organisation(self, id: str) -> None:
        self._database.write(organisations.TIMELINE.delete, id, None)

    # Editions of roles

    def add_edition(self, role: Role) -> EditionLine:
        """Keep an edition for good; a UserError where that edition of the role is kept already."""
        return self._database.write(editions.add, self._time(), role)

    def list_editions(self) -> tuple[EditionLine, ...]:
        return self._database.read(editions.lines)

    def load_edition(self, role: str, edition: str) -> Role:
        return self._database.read(editions.load, role, edition)

    def count_editions(self) -> int:
        """Never less than before, so that a reader sees when there is something new."""
        return self._database.read(editions.count)

    # Proposals

    def keep_proposals(self, draft: str, made: Iterable[Proposal]) -> None:
        """Keep what was proposed for a draft; what is there already keeps its words, and is open again."""
        self._database.write(proposals.keep, self._time(), draft, made)

    def proposals(self, draft: str) -> tuple[Proposal, ...]:
        return self._database.read(proposals.of_draft, draft)

    def known_proposals(self, keys: Collection[str]) -> Mapping[str, Proposal]:
        """Answers that are paid for already, in any draft, by the key of their question."""
        return self._database.read(proposals.known, keys)

    def decide(self, draft: str, keys: Collection[str], decision: Decision) -> None:
        self._database.write(proposals.decide, draft, keys, decision)

    def drop_proposal(self, draft: str, key: str) -> None:
        """Forget one that another takes the place of."""
        self._database.write(proposals.drop, draft, key)

    def log_usage(self, line: UsageLine) -> None:
        self._database.write(proposals.spend, line)

    def usage(self) -> tuple[UsageLine, ...]:
        return self._database.read(proposals.log)

    def tokens_since(self, at: datetime) -> int:
        return self._database.read(proposals.spent_since, at)

    # House styles

    def keep_house_style(self, name: str, content: bytes) -> str:
        """Keep a Word file for good, and give its id: the same for the same file."""
        return self._database.write(house_styles.keep, self._time(), name, content)

    def load_house_style(self, id: str) -> StoredHouseStyle:
        return self._database.read(house_styles.load, id)

    # The whole

    def backup(self, path: Path) -> Mapping[str, int]:
        """Everything, as it is at one moment, in one zip; gives the number of rows of each table."""
        return archive.write(self._database, path, self._time())

    def restore(self, path: Path) -> Mapping[str, int]:
        """A backup of any engine into a store that is still empty, whole or not at all."""
        return restoring.restore(self._database, path)

    def _time(self) -> datetime:
        return self._now().astimezone(UTC)
