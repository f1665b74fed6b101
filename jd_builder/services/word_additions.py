"""A paragraph that was written in Word becomes a duty or a criterion where it stands among such."""

from collections import Counter
from collections.abc import Callable, Sequence

from jd_builder.domain.document import plain
from jd_builder.domain.draft import Criterion, Draft, LeftOver
from jd_builder.export.working_copy_reading import Added
from jd_builder.services import building, criterion_changes, duty_changes
from jd_builder.services.changes import Action, Change, steady
from jd_builder.services.shares import Shares
from jd_builder.text import english
from jd_builder.text.sentences import sentences as split

WRITTEN = "Written in Word"
KEPT = "It is kept aside, with what is left over"


def added(draft: Draft, new: Added, layout: str, behind: str = "") -> tuple[Draft, str]:
    """The draft with it, and the id that it got; what stands among other things is kept aside, without one.

    ``behind`` is what was written at the same place just before it.
    """
    shares = Shares(draft)
    match _beside(shares, new):
        case str() as duty:
            return _duty(shares, new, layout, behind, duty)
        case Criterion() as like:
            return _criterion(shares, new, layout, behind, like)
        case None:
            return aside(draft, new.text), ""


def becomes(draft: Draft, new: Added) -> str:
    """What it would be in the draft, in words."""
    match _beside(Shares(draft), new):
        case str():
            return "It becomes a duty"
        case Criterion(need=need):
            return f"It becomes a criterion, {need} like those beside it"
        case None:
            return KEPT


def aside(draft: Draft, text: str) -> Draft:
    """The draft with a text that belongs to no statement or answer of it."""
    return draft if is_aside(draft, text) else draft.changed(left_over=(*draft.left_over, _left(text)))


def is_aside(draft: Draft, text: str) -> bool:
    return _left(text) in draft.left_over


def sentences(before: str, now: str) -> str:
    """What was added to a text, where that is whole sentences and all of the others stayed."""
    old, new = (Counter(each.text for each in split(text)) for text in (before, now))
    added = new - old
    return " ".join(each.text for each in split(now) if each.text in added) if not old - new else ""


def _left(text: str) -> LeftOver:
    return LeftOver(text=text, heading=WRITTEN)


def _beside(shares: Shares, new: Added) -> str | Criterion | None:
    """The duty, by its id, or the criterion that it stands beside: the one before it rather than the one after."""
    criteria = shares.criteria_by_ref
    known = (ref if ref in shares.chosen else criteria.get(ref) for ref in new.place)
    return next((each for each in known if each is not None), None)


def _duty(shares: Shares, new: Added, layout: str, behind: str, beside: str) -> tuple[Draft, str]:
    said = {"action": "write", "text": english.lowered(new.text), "theme": _theme(shares, beside)}
    made = duty_changes.changed(shares, said)
    grown = _printed(shares, made, new, layout, duty_changes.changed)
    return grown.ordering(_placed(shares.after(grown).chosen, made.row, behind, new.place)), made.row


def _criterion(shares: Shares, new: Added, layout: str, behind: str, like: Criterion) -> tuple[Draft, str]:
    said = {"action": "write", "text": new.text, "need": like.need, "group": like.group}
    made = criterion_changes.changed(shares, said)
    grown = _printed(shares, made, new, layout, criterion_changes.changed)
    by_id, by_ref = {each.id: each for each in grown.criteria}, shares.criteria_by_ref
    after, before = (by_ref[ref].id if ref in by_ref else "" for ref in new.place)
    order = _placed(tuple(by_id), made.row, behind, (after, before))
    return steady(shares.after(grown), grown.requiring(by_id[id] for id in order), "requirements"), made.row


def _printed(
    shares: Shares, made: Change, new: Added, layout: str, changed: Callable[[Shares, Action], Change]
) -> Draft:
    """The draft with a star for it where the document would leave it out."""
    (document,) = building.documents(made.draft, (layout,))
    if made.refused or any(new.text in plain(text) for _, text in document.texts()):
        return made.draft
    return changed(shares.after(made.draft), {"action": "star", "id": made.row, "on": True}).draft


def _theme(shares: Shares, id: str) -> str | None:
    """The subheading that a duty stands under."""
    own = next((own.theme for own in shares.draft.own if own.id == id), None)
    return own if own or id not in shares.role.by_id else shares.role.by_id[id].theme


def _placed(ids: Sequence[str], id: str, behind: str, place: tuple[str, str]) -> tuple[str, ...]:
    """The ids with one behind another, or before it."""
    rest = [each for each in ids if each != id]
    after, before = behind or place[0], place[1]
    at = rest.index(after) + 1 if after in rest else rest.index(before) if before in rest else len(rest)
    return (*rest[:at], *([id] if id else []), *rest[at:])
