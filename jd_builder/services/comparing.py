"""What differs between two versions of one draft, field by field, in words for a person."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import BaseModel

from jd_builder.domain import merging
from jd_builder.domain.draft import Draft
from jd_builder.services.labels import label

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
    return [
        (named(place), said(one.get(place)), said(other.get(place)))
        for place in dict.fromkeys([*one, *other])
        if one.get(place) != other.get(place) and (among is None or place in among)
    ]


def named(place: str) -> str:
    """What a place of a draft is called on the screen."""
    part = place.partition(".")[0]
    return label(place) if part in ("organisation", "post") else _NAMES.get(place) or _NAMES.get(part, part)


def said(value: Any) -> str:
    """An answer as a person would read it out, part by part."""
    if value is None:
        return ""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {said(item)}" for key, item in value.items() if item not in (None, [], {}))
    if isinstance(value, (list, tuple)):
        return "; ".join(said(item) for item in value)
    return str(value)
