"""Saved organisations and the drafts that copied them: taking one over, and following its edits."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jd_builder.domain import merging
from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.domain.findings import Kept
from jd_builder.services.labels import label
from jd_builder.storage import NotThereError, StoredOrganisation

if TYPE_CHECKING:
    from jd_builder.storage import OrganisationLine, Store

Answers = Mapping[str, Any]
Key = tuple[str, str, str, int]
_KEPT = "kept"


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


def of_name(name: str, saved: Iterable["OrganisationLine"]) -> str | None:
    """The id of the one saved organisation of this name, however it is spaced and in whatever case."""
    found = [line.id for line in saved if _bare(line.name) == _bare(name)]
    return found[0] if _bare(name) and len(found) == 1 else None


def _bare(name: str) -> str:
    return re.sub(r"[^\w&]+", "", re.sub(r"^\s*the\s", "", name.casefold()))


def alone(answers: Answers) -> Draft:
    """A draft of nothing but an organisation: what checks and changes are made on."""
    whole = Draft(organisation=answers)
    given = {key: answer for key, answer in answers.items() if key != _KEPT}
    return Draft(organisation=given, kept=whole.read_organisation().value.kept) if _KEPT in answers else whole


def answers_of(draft: Draft) -> Answers:
    """An organisation that was made a draft, with what is kept of it: the reason holds for all drafts that copy it."""
    return {**draft.organisation, **({_KEPT: _said(draft.kept)} if draft.kept else {})}


def reopened(draft: Draft, key: Key) -> Draft:
    """The draft with a finding open that the organisation keeps, for this draft alone."""
    kept = draft.read_organisation().value.kept
    left = [each for each in kept if each.key != key]
    return draft if len(left) == len(kept) else draft.answered(f"organisation.{_KEPT}", _said(left) or None)


def adopted(draft: Draft, stored: StoredOrganisation) -> Draft:
    """The draft with a saved organisation's details in place of those that it had."""
    ref = ProfileRef(id=stored.id, revision=stored.number)
    return draft.changed(organisation=dict(stored.answers), organisation_from=ref)


def newer(store: "Store", draft: Draft) -> Newer | None:
    """What the draft could follow, or None where its copy says the same already."""
    edited = _edited(store, draft)
    if edited is None:
        return None
    base, stored = edited
    answers = _merged(base, draft.organisation, stored.answers)
    changed = tuple(label(f"organisation.{key}") for key in _different(draft.organisation, answers))
    ref = ProfileRef(id=stored.id, revision=stored.number)
    name = str(stored.answers.get("name") or "Your organisation")
    return Newer(name, stored.saved_at, ref, answers, changed) if changed else None


def filled(store: "Store", draft: Draft) -> Draft:
    """The draft with the answers that were given since for the first time: nothing of its own stands against them."""
    edited = _edited(store, draft)
    if edited is None:
        return draft
    base, stored = edited
    new = {key: answer for key, answer in stored.answers.items() if key not in {**base, **draft.organisation}}
    if not new:
        return draft
    answers = {**draft.organisation, **new}
    is_all = not _different(answers, _merged(base, answers, stored.answers))
    ref = ProfileRef(id=stored.id, revision=stored.number) if is_all else draft.organisation_from
    return draft.changed(organisation=answers, organisation_from=ref)


def followed(draft: Draft, newer: Newer) -> Draft:
    return draft.changed(organisation=dict(newer.answers), organisation_from=newer.ref)


def kept(draft: Draft, newer: Newer) -> Draft:
    """The draft as it was, not to be asked about this edit again."""
    return draft.changed(organisation_from=newer.ref)


def _edited(store: "Store", draft: Draft) -> tuple[Answers, StoredOrganisation] | None:
    """The saved organisation as a draft copied it and as it is now, where that is not the same revision."""
    copied = draft.organisation_from
    if copied is None:
        return None
    try:
        stored = store.load_organisation(copied.id)
        if stored.number == copied.revision:
            return None
        return store.organisation_revision(copied.id, copied.revision), stored
    except NotThereError:  # deleted, or a draft of another store
        return None


def _merged(base: Answers, mine: Answers, theirs: Answers) -> Answers:
    """Theirs, with what only this draft changed since both were the same."""
    was, draft, other = (Draft(organisation=answers) for answers in (base, mine, theirs))
    return merging.merged(was, draft, other, theirs_win=True).draft.organisation


def _said(kept: Iterable[Kept]) -> list[dict[str, Any]]:
    return [each.model_dump(mode="json", by_alias=True, exclude_defaults=True) for each in kept]


def _different(one: Answers, other: Answers) -> list[str]:
    return [key for key in dict.fromkeys([*one, *other]) if one.get(key) != other.get(key)]
