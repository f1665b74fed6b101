"""What a draft is called on screens and papers."""

from typing import TYPE_CHECKING

from jd_builder.domain.answers import open_word
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.services import catalogue

if TYPE_CHECKING:
    from jd_builder.storage import DraftLine


def title_of(draft: Draft) -> str:
    """The job's title; while it is left open, that of its role."""
    given = _given(draft.read_post().value.title, draft.post.get("title"))
    return given or catalogue.role(draft.role, draft.edition).called(draft.level)


def title_of_line(line: "DraftLine") -> str:
    """The same for a draft in a list; the id of its role where that is no longer known, as after a broken data file."""
    if line.title:
        return line.title
    try:
        return catalogue.role(line.role, line.edition).called(line.level)
    except UserError:
        return line.role


def organisation_of(draft: Draft) -> str:
    return _given(draft.read_organisation().value.name, draft.organisation.get("name"))


def name_of(draft: Draft) -> str:
    """``Night watch, Harbour Mutual``."""
    return ", ".join(filter(None, (title_of(draft), organisation_of(draft))))


def _given(understood: str | None, typed: object) -> str:
    """An answer as it was typed where it is wrong: it stands so everywhere else. Nothing where it is left open."""
    return understood or (str(typed) if open_word(typed) is None else "")
