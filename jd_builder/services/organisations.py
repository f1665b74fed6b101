"""Saved organisations and the drafts that copied them: taking one over, and following its edits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jd_builder.domain import merging
from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.services.labels import label
from jd_builder.storage import NotThereError, StoredOrganisation

if TYPE_CHECKING:
    from jd_builder.storage import Store

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Newer:
    """A saved organisation that was edited since a draft copied it.

    ``answers`` are what the draft would hold if it followed; ``changed`` names what that changes.
    """

    name: str
    edited_at: datetime
    ref: ProfileRef
    answers: Answers
    changed: tuple[str, ...]


def adopted(draft: Draft, stored: StoredOrganisation) -> Draft:
    """The draft with a saved organisation's details in place of those that it had."""
    ref = ProfileRef(id=stored.id, revision=stored.number)
    return draft.changed(organisation=dict(stored.answers), organisation_from=ref)


def newer(store: "Store", draft: Draft) -> Newer | None:
    """What the draft could follow, or None where its copy says the same already."""
    copied = draft.organisation_from
    if copied is None:
        return None
    try:
        stored = store.load_organisation(copied.id)
        if stored.number == copied.revision:
            return None
        base = store.organisation_revision(copied.id, copied.revision)
    except NotThereError:  # deleted, or a draft of another store
        return None
    answers = _merged(base, draft.organisation, stored.answers)
    changed = tuple(label(f"organisation.{key}") for key in _different(draft.organisation, answers))
    ref = ProfileRef(id=copied.id, revision=stored.number)
    name = str(stored.answers.get("name") or "Your organisation")
    return Newer(name, stored.saved_at, ref, answers, changed) if changed else None


def followed(draft: Draft, newer: Newer) -> Draft:
    return draft.changed(organisation=dict(newer.answers), organisation_from=newer.ref)


def kept(draft: Draft, newer: Newer) -> Draft:
    """The draft as it was, not to be asked about this edit again."""
    return draft.changed(organisation_from=newer.ref)


def _merged(base: Answers, mine: Answers, theirs: Answers) -> Answers:
    """Theirs, with what only this draft changed since both were the same."""
    was, draft, other = (Draft(organisation=answers) for answers in (base, mine, theirs))
    return merging.merged(was, draft, other, theirs_win=True).draft.organisation


def _different(one: Answers, other: Answers) -> list[str]:
    return [key for key in dict.fromkeys([*one, *other]) if one.get(key) != other.get(key)]
