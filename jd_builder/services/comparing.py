"""What differs between two versions of one draft, field by field, in words for a person."""

from collections.abc import Iterator, Mapping
from typing import Any

from jd_builder.domain.base import kebab
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post

Difference = tuple[str, str, str]

_PARTS = {
    "wording": "Wording",
    "documents": "Documents",
    "choose": "Chosen duties",
    "criteria": "Criteria",
    "edits": "Edited texts",
    "reworded": "Answers in a model's words",
    "own": "Your own statements",
    "kept": "Findings kept",
    "confidential": "Confidential",
}


def differences(mine: Draft, theirs: Draft) -> list[Difference]:
    """Each difference as its label, this version and the other one; an empty text is no answer."""
    found = [
        *_answers(Organisation, mine.organisation, theirs.organisation),
        *_answers(Post, mine.post, theirs.post),
    ]
    for name, label in _PARTS.items():
        one, other = getattr(mine, name), getattr(theirs, name)
        if one != other:
            found.append((label, _said(mine, name), _said(theirs, name)))
    return found


def _answers(model: Any, mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[Difference]:
    labels = {kebab(name): field.title or name for name, field in model.model_fields.items()}
    for key in dict.fromkeys([*labels, *mine, *theirs]):
        if mine.get(key) != theirs.get(key):
            yield labels.get(key, key), said(mine.get(key)), said(theirs.get(key))


def _said(draft: Draft, name: str) -> str:
    return said(draft.model_dump(mode="json", by_alias=True, exclude_defaults=True).get(kebab(name)))


def said(value: Any) -> str:
    """An answer as a person would read it out, part by part."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {said(item)}" for key, item in value.items() if item not in (None, [], {}))
    if isinstance(value, (list, tuple)):
        return "; ".join(said(item) for item in value)
    return str(value)
