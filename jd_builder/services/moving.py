"""A draft brought to another edition of its role, each change taken or left. What the user wrote stays as written."""

from collections.abc import Collection

from jd_builder.domain.draft import Base, Choices, Criterion, Draft, Edit
from jd_builder.domain.framework import Role
from jd_builder.services.editions import Change, concerning
from jd_builder.services.shares import Shares


def moved(draft: Draft, old: Role, new: Role, left: Collection[str]) -> Draft:
    """The draft on the edition ``new``.

    ``left`` are the ids of changes that the user does not want: a reworded statement keeps its words,
    a removed one stays as the user's own, and a new one is not used.
    """
    made = draft.changed(edition=new.edition, level=_level(draft, new), criteria=_criteria(draft, old, new))
    for change in concerning(draft, old, new):
        if change.sort == "added":
            made = made.excluding(change.id) if change.id in left else made
        elif change.sort == "reworded":
            made = _reworded(made, change, old.edition, change.id in left)
        else:
            made = _removed(made, change, old, change.id in left)
    return made


def _level(draft: Draft, new: Role) -> str | None:
    return draft.level if any(level.id == draft.level for level in new.levels) else None


def _reworded(draft: Draft, change: Change, edition: str, left: bool) -> Draft:
    """An edit remembers the words that it was made from; to leave a change is to edit it back."""
    base = Base(wording=draft.wording, edition=edition, text=change.before)
    edits = draft.edits.get(change.id, ())
    if not edits:
        return draft.editing(change.id, Edit(text=change.before, base=base)) if left else draft
    kept = tuple(each if each.base else Edit.model_validate({**dict(each), "base": base}) for each in edits)
    return draft.changed(edits={**draft.edits, change.id: kept})


def _removed(draft: Draft, change: Change, old: Role, left: bool) -> Draft:
    """Gone from the draft, unless it was left or edited: then it goes on as a statement of the user's own."""
    edits = draft.edits.get(change.id, ())
    if not (left or edits):
        return draft.removing(change.id)
    statement = old.by_id[change.id]
    for_all = next((each.text for each in edits if each.document is None), change.before)
    theme = old.themes.get(statement.theme or "") and statement.theme
    grown = draft.adding(statement.kind, for_all, theme)
    own = grown.own[-1].id
    renamed = _choices(grown, change.id, own).removing(change.id)
    some = tuple(each for each in edits if each.document is not None)
    return renamed.changed(edits={**renamed.edits, own: some}) if some else renamed


def _choices(draft: Draft, before: str, after: str) -> Draft:
    """The draft with one id in the place of another, in its choices and criteria."""
    lists = {name: ids for name, ids in dict(draft.choose).items() if ids is not None}
    chosen = {name: tuple(dict.fromkeys(after if id == before else id for id in ids)) for name, ids in lists.items()}
    criteria = tuple(
        Criterion.model_validate({**dict(each), "id": after, "statement": after}) if each.statement == before else each
        for each in draft.criteria
    )
    return draft.changed(choose=Choices.model_validate(chosen), criteria=criteria)


def _criteria(draft: Draft, old: Role, new: Role) -> tuple[Criterion, ...]:
    """A criterion of a skill that is gone stays, in the words that it had."""
    gone = [each for each in draft.criteria if each.statement in old.skills_by_id.keys() - new.skills_by_id.keys()]
    words = {id: str(each.words) for id, each in Shares(draft, old).as_requirements(gone).items()}
    return tuple(
        Criterion.model_validate({**dict(each), "statement": None, "text": each.text or words[each.id]})
        if each in gone
        else each
        for each in draft.criteria
    )
