"""Whether the names that a draft uses are known: of statements, skills, layouts and levels."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import Problem
from jd_builder.domain.framework import Role


def unknown_layouts(draft: Draft, layouts: Collection[str]) -> Iterator[Problem]:
    """A problem for each kind of document that no layout makes."""
    for place, name in _named_layouts(draft):
        if name not in layouts:
            yield Problem(place, f"there is no document '{name}'; there are {', '.join(sorted(layouts))}")


def unknown_in_role(draft: Draft, role: Role) -> Iterator[Problem]:
    """A problem for each level and statement that the role does not have."""
    levels = [level.id for level in role.levels]
    if draft.level is not None and draft.level not in levels:
        has = f"has the levels {', '.join(levels)}" if levels else "has no levels"
        yield Problem("level", f"there is no level '{draft.level}'; {role.id} {has}")
    of_role = {*role.by_id, *role.skills_by_id}
    of_draft = {own.id for own in draft.own} | {criterion.id for criterion in draft.criteria}
    for place, name in _chosen(draft):
        if name not in of_role | of_draft:
            yield Problem(place, _no_statement(name, of_role | of_draft))
    for place, name in _worded(draft):
        if name not in of_role:
            own = "; an own statement is changed where it stands, under 'own'" if name in of_draft else ""
            yield Problem(place, own.removeprefix("; ") or _no_statement(name, of_role))


def _named_layouts(draft: Draft) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(draft.documents, start=1):
        yield f"documents.{number}", name
    for statement, edits in draft.edits.items():
        for number, edit in enumerate(edits, start=1):
            if edit.document is not None:
                yield f"edits.{statement}.{number}.document", edit.document
    paragraphs = draft.read_organisation().value.paragraphs if draft.organisation.get("paragraphs") else ()
    for number, paragraph in enumerate(paragraphs, start=1):
        for position, name in enumerate(paragraph.documents, start=1):
            yield f"organisation.paragraphs.{number}.documents.{position}", name


def _chosen(draft: Draft) -> Iterator[tuple[str, str]]:
    choose = draft.choose
    for key in ("include", "exclude", "order", "star", "statements"):
        for number, name in enumerate(getattr(choose, key) or (), start=1):
            yield f"choose.{key}.{number}", name


def _worded(draft: Draft) -> Iterator[tuple[str, str]]:
    """What criteria and edits are made of has to have words of the role's own."""
    for number, criterion in enumerate(draft.criteria, start=1):
        if criterion.statement is not None:
            yield f"criteria.{number}.statement", criterion.statement
    of_user = {own.id for own in draft.own} | {criterion.id for criterion in draft.criteria}
    for name, edits in draft.edits.items():
        if name not in of_user or any(edit.document is None and edit.origin == "own" for edit in edits):
            yield f"edits.{name}", name


def _no_statement(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.8)
    return f"there is no statement '{name}'" + (f"; did you mean '{near[0]}'?" if near else "")
