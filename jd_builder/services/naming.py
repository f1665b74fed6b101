"""What a draft is called on screens and papers."""

from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue


def title_of(draft: Draft) -> str:
    """The job's title; while it is left open, that of its role."""
    given = draft.read_post().value.title
    return given or catalogue.role(draft.role, draft.edition).called(draft.level)


def organisation_of(draft: Draft) -> str:
    return draft.read_organisation().value.name or ""


def name_of(draft: Draft) -> str:
    """``Night watch, Harbour Mutual``."""
    return ", ".join(filter(None, (title_of(draft), organisation_of(draft))))
