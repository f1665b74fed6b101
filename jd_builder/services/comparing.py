"""What differs between two versions of one draft, field by field, in words for a person."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from jd_builder.domain import merging
from jd_builder.domain.draft import Draft
from jd_builder.services.labels import label, part_label
from jd_builder.text import english

Difference = tuple[str, str, str]

_NAMES = {
    "role": "Role",
    "edition": "Edition of the role",
    "level": "Level",
    "wording": "Wording",
    "documents": "Documents",
    "confidential": "Confidential",
    "organisation_from": "Saved organisation",
    "choose": "Chosen duties",
    "choose.order": "Order of the duties",
    "choose.star": "Starred duties",
    "criteria": "Criteria",
    "edits": "Edited text",
    "reworded": "Answer in a model's words",
    "own": "Your own statement",
    "kept": "Findings kept",
    "left_over": "Left over from a file",
}


def differences(mine: Draft, theirs: Draft, among: Collection[str] | None = None) -> list[Difference]:
    """Each difference as its label, this version and the other one; an empty text is no answer.

    ``among`` names the places to look at, as in ``merging.places``; without it all of them.
    """
    one, other = merging.places(mine), merging.places(theirs)
    looked_at = dict.fromkeys([*one, *other]) if among is None else among
    both = ((place, merging.at(one, place), merging.at(other, place)) for place in looked_at)
    return [(named(place), said(first, place), said(second, place)) for place, first, second in both if first != second]


def named(place: str) -> str:
    """What a place of a draft is called on the screen."""
    part = place.partition(".")[0]
    if part in ("organisation", "post"):
        inner = f", {english.lowered(part_label(place))}" if place.count(".") > 1 else ""
        return f"{label(place)}{inner}"
    return _NAMES.get(place) or _NAMES.get(part, part)


def said(value: Any, place: str = "") -> str:
    """What stands at a place as a person would read it out, part by part."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, Mapping):
        inner = {f"{place}.{key}": item for key, item in value.items() if item not in (None, [], {})}
        return "; ".join(f"{part_label(at)}: {said(item, at)}" for at, item in inner.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(said(item, place) for item in value)
    return str(value)
