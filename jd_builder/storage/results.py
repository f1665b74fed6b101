"""What the store answers: plain values, so that nobody outside this room has to know a database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from jd_builder.domain.draft import Draft, ProfileRef

T = TypeVar("T")


@dataclass(frozen=True)
class Saved:
    """What is current now; ``aside`` is the number under which other answers wait. Times are in UTC, here and below."""

    id: str
    number: int
    saved_at: datetime
    aside: int | None = None


@dataclass(frozen=True)
class State:
    """Which revision is current, and which of those kept aside wait for a choice."""

    number: int
    waiting: tuple[int, ...]


@dataclass(frozen=True)
class Aside(Generic[T]):
    """Other answers to the same questions, given apart, which wait until someone chooses between them.

    ``mine`` is the revision ``number`` that holds them; all else in it is as in ``base``, beside which it was kept.
    """

    number: int
    base: T
    mine: T


@dataclass(frozen=True)
class StoredDraft:
    """A draft at its current revision; ``number`` is the base to save or undo with."""

    id: str
    number: int
    draft: Draft
    can_undo: bool
    can_redo: bool
    saved_at: datetime
    waiting: tuple[Aside[Draft], ...] = ()

    @property
    def state(self) -> State:
        return State(self.number, tuple(each.number for each in self.waiting))


@dataclass(frozen=True)
class StoredOrganisation:
    """An organisation's answers as typed, at the current revision."""

    id: str
    number: int
    answers: Mapping[str, Any]
    saved_at: datetime
    waiting: tuple[Aside[Mapping[str, Any]], ...] = ()

    @property
    def state(self) -> State:
        return State(self.number, tuple(each.number for each in self.waiting))


@dataclass(frozen=True)
class Conflict(Generic[T]):
    """Someone else saved first, and nothing was overwritten.

    ``theirs`` is current. ``mine`` is the revision that holds what was refused, so that both can be
    shown; after an undo or redo, which have no words of their own, it is the base that was given.
    """

    mine: int
    theirs: T


@dataclass(frozen=True)
class RevisionLine:
    """One saved state in a list of versions; a refused one was never current."""

    number: int
    parent: int | None
    made: datetime
    change: str
    refused: bool


@dataclass(frozen=True)
class DraftLine:
    """One draft in a list. Title and organisation are as typed, empty where there is no answer.

    ``edition`` and ``level`` say which role it is where there is no title: such a draft goes by its role's name.
    ``gaps`` is what the caller counted at the save, None if it did not; ``follows`` is the saved
    organisation, and the revision of it, that the draft copied; ``began`` is the change that it began with;
    ``published`` is when a document of it was last taken away to be published.
    """

    id: str
    title: str
    organisation: str
    role: str
    gaps: int | None
    follows: ProfileRef | None
    edited_at: datetime
    began: str
    published: datetime | None = None
    edition: str | None = None
    level: str | None = None


@dataclass(frozen=True)
class Publication:
    """A document of a draft that was taken away to be published, by its layout, and the revision that it was of."""

    number: int
    layout: str
    at: datetime


@dataclass(frozen=True)
class OrganisationLine:
    """One organisation in a list; ``number`` is its current revision."""

    id: str
    number: int
    name: str
    edited_at: datetime


@dataclass(frozen=True)
class UsageLine:
    """One call of a model: when, for which draft by its id, which server and model, and the tokens that it took.

    ``estimated`` where the server did not count them. No text of anyone's.
    """

    at: datetime
    draft: str
    host: str
    model: str
    sent: int
    received: int
    estimated: bool


@dataclass(frozen=True)
class EditionLine:
    """One edition of a role in a list; ``sha256`` is that of the file it was read from."""

    role: str
    edition: str
    title: str
    sha256: str
    kept_at: datetime


@dataclass(frozen=True)
class StoredHouseStyle:
    """A Word file as it was uploaded, with the name that it had."""

    id: str
    name: str
    kept_at: datetime
    content: bytes
