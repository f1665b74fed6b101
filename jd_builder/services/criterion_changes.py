"""What a person can do to the criteria of a draft, each deed by the name that the page sends.

Until the first deed the draft has no criteria of its own and documents show the suggested ones. The
deed works on those, and all of them are kept with it: nothing else on the page changes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jd_builder.assembly.selection import DUTY_KINDS
from jd_builder.domain.draft import Criterion, Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.framework import GROUPS, STAGES
from jd_builder.services.changes import (
    Action,
    Change,
    done,
    known,
    moved,
    printed,
    starring,
    steady,
    text_of,
)
from jd_builder.services.criteria import offered, ref_of, suggestion
from jd_builder.services.shares import Shares

NEEDS = ("essential", "desirable")


def changed(shares: Shares, action: Action) -> Change:
    """What comes of one action on the list; the draft as it was, with the reason, where it is refused."""
    return done(shares, action, _DEEDS)


def _add(shares: Shares, action: Action) -> Change:
    about = known(action, list(offered(shares)))
    new, statement = suggestion(shares, about), shares.role.by_id.get(about)
    if statement and statement.kind in DUTY_KINDS:  # as a duty it has the same id, and a star of its own
        new = _with(new, id=f"own.{shares.draft.highest_own + 1}")
    return _added(shares, new)


def _write(shares: Shares, action: Action) -> Change:
    text, need = text_of(action, "text"), text_of(action, "need")
    if not text:
        raise UserError('Write the criterion first, beginning with "You have", "You can" or "You know".')
    if any(each.text == text for each in shares.criteria):
        raise UserError("You have added these words already.")
    said = {"need": need if need in NEEDS else "essential", "assessed": ("A", "I"), "group": _group(action)}
    return _added(shares, Criterion.model_validate({"text": text, **said}))


def _added(shares: Shares, new: Criterion) -> Change:
    draft = shares.draft.requiring((*shares.criteria, new))
    kept = draft.criteria[-1]
    draft = steady(shares, draft, "requirements", new=kept.id)
    if kept.need == "essential":
        draft = printed(shares, draft, "requirements", kept.id)
    return Change(draft, "Added a criterion", f"Added to the {kept.need} ones.", kept.id, ref_of(kept))


def _remove(shares: Shares, action: Action) -> Change:
    id_ = known(action, [each.id for each in shares.criteria])
    left = [each for each in shares.criteria if each.id != id_]
    draft = shares.draft.requiring(left).starring(id_, False)
    for each in () if left else shares.suggested:  # without any criteria of its own a draft shows these
        draft = draft.excluding(each.id)
    said = "Removed. You can add it again from the list below."
    return Change(steady(shares, draft, "requirements", gone=id_), "Removed a criterion", said, id_)


def _move(shares: Shares, action: Action) -> Change:
    """Among those of its need: documents print the essential ones first."""
    need = next((each.need for each in shares.criteria if each.id == action.get("id")), None)
    ids = moved(action, [each.id for each in shares.criteria if each.need == need])
    by_id = {each.id: each for each in shares.criteria}
    places = iter(ids)
    ordered = [by_id[next(places)] if each.need == need else each for each in shares.criteria]
    draft = steady(shares, shares.draft.requiring(ordered), "requirements")
    id_ = text_of(action, "id")
    return _told(draft, id_, "Moved a criterion", f"Moved to {ids.index(id_) + 1} of {len(ids)}.")


def _star(shares: Shares, action: Action) -> Change:
    kept = shares.draft.requiring(shares.criteria)
    draft = starring(shares.after(kept), action, "requirements", [each.id for each in kept.criteria])
    said = "Stands in the advert now." if action.get("on") else "No longer in the advert."
    return _told(draft, text_of(action, "id"), "Starred a criterion", said)


def _need(shares: Shares, action: Action) -> Change:
    one, need = _one(shares, action), text_of(action, "need")
    if need not in NEEDS:
        raise UserError("A criterion is essential or desirable.")
    draft = _replaced(shares, one, need=need)
    if need == "desirable":
        draft = draft.starring(one.id, False)
    draft = steady(shares, draft, "requirements", gone=one.id)
    return _told(draft, one.id, f"Made a criterion {need}", f"Now {need}.")


def _stage(shares: Shares, action: Action) -> Change:
    one, stage = _one(shares, action), text_of(action, "stage")
    if stage not in STAGES:
        raise UserError("There is no such stage.")
    rest = {each for each in one.assessed if each != stage} | ({stage} if action.get("on") is True else set())
    assessed = tuple(each for each in STAGES if each in rest)
    said = "Assessed at: " + (", ".join(STAGES[each].lower() for each in assessed) or "no stage") + "."
    return _told(_replaced(shares, one, assessed=assessed), one.id, "Changed how a criterion is assessed", said)


def _edit(shares: Shares, action: Action) -> Change:
    """Other words, the reason why it is essential, and its part of the person specification."""
    one, text = _one(shares, action), text_of(action, "text")
    if not text:
        raise UserError("A criterion needs words. To take it out, use Remove.")
    original = _original(shares, one)
    said = {"text": None if text == original else text, "why": text_of(action, "why") or None}
    draft = _replaced(shares, one, **said, group=_new_group(shares, one, action))
    draft = _unedited(shares, draft, one) if text == original else draft
    return _told(draft, one.id, "Edited a criterion", "Kept your words.")


def _restore(shares: Shares, action: Action) -> Change:
    one = _one(shares, action)
    if shares.draft.rewording_of(one, ""):
        return _told(shares.draft.restoring(one.id, None), one.id, "Restored a criterion", "The original words again.")
    if not one.statement:
        raise UserError("These words are your own: there are no others.")
    draft = _unedited(shares, _replaced(shares, one, text=None), one)
    return _told(draft, one.id, "Restored a criterion", "The original words again.")


def _one(shares: Shares, action: Action) -> Criterion:
    id_ = known(action, [each.id for each in shares.criteria])
    return next(each for each in shares.criteria if each.id == id_)


def _replaced(shares: Shares, one: Criterion, **fields: Any) -> Draft:
    new = _with(one, **fields)
    return shares.draft.requiring(new if each.id == one.id else each for each in shares.criteria)


def _with(one: Criterion, **fields: Any) -> Criterion:
    return Criterion.model_validate({**dict(one), **fields})


def _told(draft: Draft, id_: str, what: str, said: str) -> Change:
    place = next((ref_of(each) for each in draft.criteria if each.id == id_), "")
    return Change(draft, what, said, id_, place)


def _original(shares: Shares, one: Criterion) -> str:
    """The words of the skill or statement that a criterion is about; none for the user's own."""
    if not one.statement:
        return ""
    bare = Criterion(id=one.id, statement=one.statement, need=one.need)
    return str(shares.as_written().as_requirements([bare])[one.id].words)


def _unedited(shares: Shares, draft: Draft, one: Criterion) -> Draft:
    """The draft without other words for the skill or requirement; those of a duty are not the criterion's."""
    statement = shares.role.by_id.get(one.statement or "")
    is_duty = statement is not None and statement.kind in DUTY_KINDS
    return draft if is_duty or not one.statement else draft.restoring(one.statement, None)


def _new_group(shares: Shares, one: Criterion, action: Action) -> str | None:
    """The group that was picked, kept only where it is another one than before."""
    group = _group(action)
    is_other = group is not None and GROUPS[group] != shares.as_requirements([one])[one.id].group
    return group if is_other else one.group


def _group(action: Action) -> str | None:
    group = text_of(action, "group")
    return group if group in GROUPS else None


_DEEDS: Mapping[str, Callable[[Shares, Action], Change]] = {
    "add": _add,
    "write": _write,
    "remove": _remove,
    "move": _move,
    "star": _star,
    "need": _need,
    "stage": _stage,
    "edit": _edit,
    "restore": _restore,
}
