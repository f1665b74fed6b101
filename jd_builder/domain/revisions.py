"""Every saved change is a revision for good: undo, redo and conflicts are moves between them."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import Field

from jd_builder.domain.base import Model
from jd_builder.domain.draft import Draft


class Revision(Model):
    """One saved state of a draft. ``parent`` is the number of the revision it was made from."""

    number: int = Field(ge=1)
    parent: int | None = None
    made: datetime
    change: str
    draft: Draft


def undo(revisions: Sequence[Revision], current: int) -> int | None:
    """The number of the state before the current one, or None at the first."""
    return next((each.parent for each in revisions if each.number == current), None)


def redo(revisions: Sequence[Revision], current: int) -> int | None:
    """The number of the newest state made from the current one, or None at the last."""
    return max((each.number for each in revisions if each.parent == current), default=None)
