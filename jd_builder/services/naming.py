"""What a draft is called on screens and papers."""

from typing import Any

from jd_builder.domain.answers import Reading
from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue


def title_of(draft: Draft) -> str:
    """The job's title; while it is left open, that of its role."""
    given = _given(draft.read_post(), "title", draft.post.get("title"))
    return given or catalogue.role(draft.role, draft.edition).called(draft.level)


def organisation_of(draft: Draft) -> str:
    return _given(draft.read_organisation(), "name", draft.organisation.get("name"))


def name_of(draft: Draft) -> str:
    """``Night watch, Harbour Mutual``."""
    return ", ".join(filter(None, (title_of(draft), organisation_of(draft))))


def _given(reading: Reading[Any], key: str, typed: object) -> str:
    """An answer as it was understood, or as it was typed, where it is wrong; nothing where it is left open."""
    is_open = any(each.rpartition(".")[2] == key for each in (*reading.asked, *reading.skipped))
    return getattr(reading.value, key) or ("" if is_open or typed is None else str(typed))
