"""What a person can do to the duties of a draft, each deed by the name that the page sends."""

from collections.abc import Callable, Mapping

from jd_builder.domain.draft import Base, Draft, Edit
from jd_builder.domain.errors import UserError
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
from jd_builder.services.duties import offered, unused
from jd_builder.services.shares import Shares


def changed(shares: Shares, action: Action) -> Change:
    """What comes of one action on the list; the draft as it was, with the reason, where it is refused."""
    return done(shares, action, _DEEDS)


def _add(shares: Shares, action: Action) -> Change:
    id_ = known(action, [*offered(shares), *unused(shares)])
    return _added(shares, shares.draft.including(id_), id_)


def _write(shares: Shares, action: Action) -> Change:
    text = text_of(action, "text")
    if not text:
        raise UserError("Write the duty first, beginning with a verb.")
    if any(own.text == text for own in shares.draft.own):
        raise UserError("You have added these words already.")
    draft = shares.draft.adding("duty", text, _theme(shares, action))
    return _added(shares, draft, draft.own[-1].id)


def _added(shares: Shares, draft: Draft, id_: str) -> Change:
    draft = printed(shares, steady(shares, draft, "duties", new=id_), "duties", id_)
    now = shares.after(draft)
    said = f"Added, as {now.chosen.index(id_) + 1} of {len(now.chosen)}."
    if now.adverts and id_ not in now.in_adverts("duties"):
        said += " A star puts it in the advert too."
    return Change(draft, "Added a duty", said, id_, id_)


def _remove(shares: Shares, action: Action) -> Change:
    id_ = known(action, shares.chosen)
    is_own = any(own.id == id_ for own in shares.draft.own)
    draft = shares.draft.removing(id_) if is_own else shares.draft.excluding(id_).starring(id_, False)
    back = "Undo brings it back." if is_own else "You can add it again from the list below."
    return Change(steady(shares, draft, "duties", gone=id_), "Removed a duty", f"Removed. {back}", id_)


def _move(shares: Shares, action: Action) -> Change:
    ids = moved(action, shares.chosen)
    id_ = text_of(action, "id")
    said = f"Moved to {ids.index(id_) + 1} of {len(ids)}."
    return Change(shares.draft.ordering(ids), "Moved a duty", said, id_, id_)


def _star(shares: Shares, action: Action) -> Change:
    draft = starring(shares, action, "duties", shares.chosen)
    id_ = text_of(action, "id")
    said = "Stands in the advert now." if action.get("on") else "No longer in the advert."
    return Change(draft, "Starred a duty", said, id_, id_)


def _edit(shares: Shares, action: Action) -> Change:
    """Other words in all documents, or in the one that ``document`` names."""
    id_, text, document = known(action, shares.chosen), text_of(action, "text"), _document(shares, action)
    if not text:
        raise UserError("A duty needs words. To take it out, use Remove.")
    draft = shares.draft
    own = next((own for own in draft.own if own.id == id_), None)
    if own and document is None:
        draft = draft.restating(id_, text, _theme(shares, action) or own.theme).restoring(id_, None)
    elif text == _words_without(shares, id_, document):
        draft = draft.restoring(id_, document)
    else:
        draft = draft.editing(id_, Edit(text=text, base=_base(shares, id_), document=document))
    return Change(steady(shares, draft, "duties"), "Edited a duty", "Kept your words.", id_, id_)


def _restore(shares: Shares, action: Action) -> Change:
    id_ = known(action, shares.chosen)
    draft = shares.draft.restoring(id_, _document(shares, action))
    return Change(steady(shares, draft, "duties"), "Restored a duty", "The original words again.", id_, id_)


def _document(shares: Shares, action: Action) -> str | None:
    name = text_of(action, "document")
    return name if name in [layout.id for layout in shares.layouts] else None


def _theme(shares: Shares, action: Action) -> str | None:
    name = text_of(action, "theme")
    return name if name in shares.role.themes else None


def _words_without(shares: Shares, id_: str, document: str | None) -> str:
    """What a document would say without the edit that is about to be made."""
    draft = shares.draft.restoring(id_, document) if document else shares.draft.restoring(id_)
    return str(shares.after(draft).as_duties([id_])[id_].words)


def _base(shares: Shares, id_: str) -> Base | None:
    if id_ not in shares.role.by_id:
        return None
    original = str(shares.as_written().as_duties([id_])[id_].words)
    return Base(wording=shares.draft.wording, edition=shares.role.edition, text=original)


_DEEDS: Mapping[str, Callable[[Shares, Action], Change]] = {
    "add": _add,
    "write": _write,
    "remove": _remove,
    "move": _move,
    "star": _star,
    "edit": _edit,
    "restore": _restore,
}
