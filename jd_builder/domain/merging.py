"""Two changes to one draft made apart, as one: each thing that only one side changed is as that side has it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from jd_builder.domain.answering import answer_in, with_answer
from jd_builder.domain.draft import Draft

_BY_KEY = ("organisation", "post", "edits", "reworded", "choose", "own")
_ANSWERS = ("organisation", "post")
_NAMING = ("choose", "criteria", "edits", "own", "kept")
_OWN = re.compile(r"own\.([1-9][0-9]{0,17})", re.ASCII)


@dataclass(frozen=True)
class Merge:
    """A draft with both changes, and the places that ``both`` changed, each otherwise, or only the other ``theirs``.

    A place is ``post.title``, ``choose.order``, ``own.own.1`` or the name of a field such as ``criteria``; of an answer
    that each side has in parts it is the part, as ``post.contact.email``. Parts that can be read on each side and not
    together, as the ends of a range, are the whole again.
    """

    draft: Draft
    both: tuple[str, ...]
    theirs: tuple[str, ...]


def merged(base: Draft, mine: Draft, theirs: Draft, theirs_win: bool = False) -> Merge:
    """What ``mine`` and ``theirs`` made of ``base``; where both changed one thing it is as mine, or as theirs."""
    mine = _renumbered(mine, base.highest_own, theirs.highest_own)
    merge = _merged(base, mine, theirs, theirs_win)
    at_odds = _unread(merge.draft) - _unread(mine) - _unread(theirs) if merge.theirs else None
    return _merged(base, mine, theirs, theirs_win, at_odds) if at_odds else merge


def _merged(base: Draft, mine: Draft, theirs: Draft, theirs_win: bool, whole: Collection[str] = ()) -> Merge:
    """The same, with the answers at ``whole`` not taken apart."""
    was, one, other = _in_parts(places(base), places(mine), places(theirs), whole)
    ours, changed = _changed(was, one), _changed(was, other)
    both = tuple(place for place in changed if place in ours and one.get(place) != other.get(place))
    taken = [place for place in changed if place not in ours or (theirs_win and place in both)]
    fields = {place.partition(".")[0] for place in taken}
    draft = mine.changed(
        **{field: _with(mine, theirs, field, [place for place in taken if _of(place) == field]) for field in fields}
    )
    for gone in {each.id for each in base.own} - {each.id for each in draft.own}:
        draft = draft.removing(gone)
    return Merge(draft, both, tuple(place for place in changed if place not in ours))


def apart(base: Draft, mine: Draft, now: Draft) -> tuple[str, ...]:
    """The places where ``mine`` is not as ``base``, and ``now`` is not as mine."""
    was, one, other = _in_parts(places(base), places(mine), places(now), ())
    return tuple(place for place in _changed(was, one) if one.get(place) != other.get(place))


def places(draft: Draft) -> Mapping[str, Any]:
    """Each thing that can be changed by itself, under its place; ``last_own`` is a count and no change of anyone's."""
    fields = {name: _parts(getattr(draft, name)) for name in _BY_KEY}
    whole = {name: value for name, value in draft if name not in (*_BY_KEY, "last_own")}
    return {f"{name}.{key}": value for name, parts in fields.items() for key, value in parts.items()} | whole


def at(known: Mapping[str, Any], place: str) -> Any:
    """What stands at a place among all of a draft's, or at a part of one."""
    whole, _, part = place.rpartition(".")
    inside = known.get(whole)
    return inside.get(part) if place not in known and isinstance(inside, Mapping) else known.get(place)


def _unread(draft: Draft) -> set[str]:
    """The answers that cannot be read, ``post.pay`` also for a part of it."""
    problems = (*draft.read_organisation().problems, *draft.read_post().problems)
    return {".".join(each.place.split(".")[:2]) for each in problems}


def _in_parts(
    was: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any], whole: Collection[str]
) -> list[dict[str, Any]]:
    """The places with the parts of each answer that has them on both sides in place of the whole."""
    sides = (was, one, other)
    split = {
        place
        for place in one.keys() & other.keys()
        if _of(place) in _ANSWERS
        and place not in whole
        and all(isinstance(side.get(place, {}), Mapping) for side in sides)
    }
    return [
        {key: value for place in side for key, value in _spread(place, side[place], place in split)} for side in sides
    ]


def _spread(place: str, value: Any, is_split: bool) -> list[tuple[str, Any]]:
    return [(f"{place}.{key}", part) for key, part in value.items()] if is_split else [(place, value)]


def _changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, None]:
    return {place: None for place in {**was, **now} if was.get(place) != now.get(place)}


def _parts(value: Any) -> dict[str, Any]:
    return {each.id: each for each in value} if isinstance(value, tuple) else dict(value)


def _of(place: str) -> str:
    return place.partition(".")[0]


def _with(mine: Draft, theirs: Draft, field: str, taken: list[str]) -> Any:
    """A field of mine with the places of it that are taken from theirs."""
    if field not in _BY_KEY:
        return getattr(theirs, field)
    kept, other = _parts(getattr(mine, field)), _parts(getattr(theirs, field))
    for key in (place.partition(".")[2] for place in taken):
        if key in other:
            kept[key] = other[key]
        elif key in kept:
            del kept[key]
        else:
            part = key.split(".")
            kept = with_answer(kept, part, answer_in(other, part), None)
    return tuple(kept.values()) if field == "own" else kept


def _renumbered(draft: Draft, used: int, highest: int) -> Draft:
    """The draft with later numbers for what it added of the user's own, where the other side gave them too."""
    if highest <= used or draft.highest_own <= used:
        return draft

    def moved(value: Any) -> Any:
        if isinstance(value, str) and (match := _OWN.fullmatch(value)) and int(match[1]) > used:
            return f"own.{int(match[1]) + highest - used}"
        if isinstance(value, Mapping):
            return {moved(key): moved(each) for key, each in value.items()}
        return [moved(each) for each in value] if isinstance(value, (list, tuple)) else value

    said = draft.model_dump(by_alias=False, include=set(_NAMING), exclude_defaults=True)
    return draft.changed(**moved(said))
