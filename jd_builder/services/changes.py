"""What comes of one action on a list: another draft, and a sentence about it. Nothing here draws or saves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.services.shares import Shares, Sort
from jd_builder.text.clean import clean_text

Action = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """``what`` names the change in a list of versions, ``said`` tells the person of it.

    ``place`` is what documents call the changed statement; ``row`` is its row on the page. A change
    that was refused leaves the draft as it was, and ``said`` is the reason.
    """

    draft: Draft
    what: str
    said: str
    row: str = ""
    place: str = ""
    refused: bool = False


def done(shares: Shares, action: Action, deeds: Mapping[str, Callable[[Shares, Action], Change]]) -> Change:
    """What one of these deeds makes of a draft. A browser may ask for anything: what is unknown is refused."""
    deed = deeds.get(text_of(action, "action"))
    row = text_of(action, "id")
    try:
        if deed is None:
            raise UserError("That is not possible here.")
        return deed(shares, action)
    except UserError as reason:
        return Change(shares.draft, "", str(reason), row, refused=True)


def text_of(action: Action, key: str) -> str:
    """A text as the browser sent it, fit to be kept; empty when there is none."""
    value = action.get(key)
    return clean_text(value).strip() if isinstance(value, str) else ""


def known(action: Action, ids: Sequence[str]) -> str:
    """The id of the row that the action is about."""
    id_ = text_of(action, "id")
    if id_ not in ids:
        raise UserError("This row has changed meanwhile. Nothing was done.")
    return id_


def moved(action: Action, ids: Sequence[str]) -> tuple[str, ...]:
    """The ids with one of them at the place ``to``, counted from 0; a place beyond the ends is the end."""
    id_, to = known(action, ids), action.get("to")
    rest = [each for each in ids if each != id_]
    at = max(0, min(to, len(rest))) if isinstance(to, int) else ids.index(id_)
    return (*rest[:at], id_, *rest[at:])


def steady(before: Shares, draft: Draft, sort: Sort, gone: str = "", new: str = "") -> Draft:
    """The draft with its adverts as they were: only a star brings something in or takes it out.

    Where a change would have moved something else into an advert, or out of it, what stood there
    before is starred, without ``gone``. ``new`` goes into an advert only where there is room.
    """
    was = [id_ for id_ in before.in_adverts(sort) if id_ != gone]
    now = before.after(draft)
    has = now.in_adverts(sort)
    room = max((layout.takes.duties.most for layout in now.adverts), default=0)
    is_crowded = bool(now.others) and new in has and sort == "duties" and len(has) > room
    return starred(draft, was) if is_crowded or set(has) - {new} != set(was) else draft


def printed(before: Shares, draft: Draft, sort: Sort, new: str) -> Draft:
    """The draft with a new statement in one document at least: starred, if it would stand in none."""
    if any(new in ids for ids in before.after(draft).taken(sort).values()):
        return draft
    return starred(draft, (*before.in_adverts(sort), new))


def starring(shares: Shares, action: Action, sort: Sort, ids: Sequence[str]) -> Draft:
    """The draft with one row in its adverts, or without it; what else they print stays.

    As long as nothing is starred, an advert picks by itself: the first star writes that down.
    """
    id_, on = known(action, ids), action.get("on") is True
    kept = [each for each in shares.in_adverts(sort) if each != id_]
    if not on and not kept:
        raise UserError("An advert keeps at least one. Star another one first, then take this star away.")
    return starred(shares.draft, [*kept, id_]) if on else starred(shares.draft, kept).starring(id_, False)


def starred(draft: Draft, ids: Sequence[str]) -> Draft:
    for id_ in ids:
        draft = draft if id_ in draft.choose.star else draft.starring(id_)
    return draft
