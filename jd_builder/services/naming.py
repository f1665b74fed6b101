"""What a draft is called on screens and papers."""

from jd_builder.domain.answers import open_word
from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue


def title_of(draft: Draft) -> str:
    """The job's title; while it is left open, that of its role."""
    given = _given(draft.read_post().value.title, draft.post.get("title"))
    return given or catalogue.role(draft.role, draft.edition).called(draft.level)


def organisation_of(draft: Draft) -> str:
    return _given(draft.read_organisation().value.name, draft.organisation.get("name"))


def name_of(draft: Draft) -> str:
    """``Night watch, Harbour Mutual``."""
    return ", ".join(filter(None, (title_of(draft), organisation_of(draft))))


def _given(understood: str | None, typed: object) -> str:
    """An answer as it was typed where it is wrong: it stands so everywhere else. Nothing where it is left open."""
    return understood or (str(typed) if open_word(typed) is None else "")
