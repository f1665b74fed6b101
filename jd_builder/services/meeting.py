"""Changes of two people, or two tabs, that meet at a save: nothing of either waits in a session alone.

What only one side changed is saved at once. Where both changed the same, the draft goes on with what was there
first, and this side's answers are kept beside it, for whoever opens the draft to choose or to leave.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jd_builder.domain import merging
from jd_builder.domain.draft import Draft
from jd_builder.services import documents, organisations
from jd_builder.storage import Aside, Conflict, Saved, StoredDraft, StoredOrganisation

if TYPE_CHECKING:
    from jd_builder.storage import Store

_Outcome = Saved | Conflict[StoredDraft]
_Save = Callable[[Draft, int, Draft | None, Collection[int]], _Outcome]


@dataclass(frozen=True)
class Met:
    """What a save came to, and which choices are left.

    ``theirs`` are the places that only someone else had changed, None where nobody had saved meanwhile.
    """

    saved: Saved
    waiting: tuple[Aside[Draft], ...] = ()
    theirs: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Question:
    """Answers kept aside, and the ``places`` where the draft says otherwise. ``is_new`` until it says a third thing."""

    aside: Aside[Draft]
    places: tuple[str, ...]
    is_new: bool


def save_draft(store: "Store", stored: StoredDraft, draft: Draft, what: str, settled: Collection[int] = ()) -> Met:
    """Keep a draft that was made from ``stored``; what is ``settled`` waits no longer."""

    def save(made: Draft, base: int, aside: Draft | None, settled: Collection[int]) -> _Outcome:
        return store.save_draft(stored.id, made, base, what, documents.number_of_gaps(made), aside, settled)

    return _kept(save, stored, draft, settled)


def save_organisation(
    store: "Store", stored: StoredOrganisation, draft: Draft, what: str, settled: Collection[int] = ()
) -> Met:
    """The same for an organisation that was made a draft."""

    def save(made: Draft, base: int, aside: Draft | None, settled: Collection[int]) -> _Outcome:
        others = None if aside is None else organisations.answers_of(aside)
        outcome = store.save_organisation(stored.id, organisations.answers_of(made), base, what, others, settled)
        return Conflict(outcome.mine, as_draft(outcome.theirs)) if isinstance(outcome, Conflict) else outcome

    return _kept(save, as_draft(stored), draft, settled)


def as_draft(stored: StoredOrganisation) -> StoredDraft:
    alone = organisations.alone
    waiting = tuple(Aside(each.number, alone(each.base), alone(each.mine)) for each in stored.waiting)
    return StoredDraft(stored.id, stored.number, alone(stored.answers), False, False, stored.saved_at, waiting)


def question(waiting: Iterable[Aside[Draft]], now: Draft) -> Question | None:
    """The oldest choice that is still to be made."""
    for aside in waiting:
        if places := merging.apart(aside.base, aside.mine, now):
            changed = merging.apart(aside.base, now, aside.base)
            return Question(aside, places, is_new=not set(places) & set(changed))
    return None


def chosen(aside: Aside[Draft], now: Draft) -> Draft:
    """The draft with the answers that were kept aside."""
    return merging.merged(aside.base, aside.mine, now).draft


def _kept(save: _Save, stored: StoredDraft, mine: Draft, settled: Collection[int]) -> Met:
    """Someone may save again while two changes are put together, and is met in turn."""
    done, theirs = _settled(stored, mine, settled), None
    outcome = save(mine, stored.number, None, done)
    while isinstance(outcome, Conflict):
        now = outcome.theirs
        merge = merging.merged(stored.draft, mine, now.draft, theirs_win=True)
        aside = merging.merged(stored.draft, mine, now.draft).draft if merge.both else None
        theirs = merge.theirs
        outcome = save(merge.draft, now.number, aside, _settled(now, merge.draft, settled))
    return Met(outcome, tuple(each for each in stored.waiting if each.number not in done), theirs)


def _settled(stored: StoredDraft, draft: Draft, settled: Collection[int]) -> list[int]:
    """What need not be asked any more, also because the draft says the same."""
    waiting = stored.waiting
    return [each.number for each in waiting if each.number in settled or not merging.apart(each.base, each.mine, draft)]
