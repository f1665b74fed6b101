"""The roles that there are, and of one role its editions: what a newer one changed, and which drafts it concerns."""

from collections.abc import Sequence
from itertools import groupby, pairwise

import streamlit as st

from jd_builder.domain.framework import Role
from jd_builder.services import catalogue, editions
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import change_rows, draft_list, role_content, safe
from jd_builder.ui.components.rows import row
from jd_builder.ui.steps import page


def show() -> None:
    known = [list(group) for _, group in groupby(catalogue.editions(), key=lambda each: each.role)]
    safe.heading("All roles")
    with st.container(key="roles-list", gap=None):
        for of_role in sorted(known, key=lambda each: each[0].title.casefold()):
            newest = of_role[0]
            number = "Edition" if len(of_role) == 1 else f"{len(of_role)} editions, the newest"
            with row(f"role-{newest.role}", newest.title, f"{number} {newest.said}"):
                st.page_link(page("roles"), label="Look at it", query_params={"role": newest.role})


def one(id: str) -> None:
    known = [catalogue.role(id, each.edition) for each in catalogue.editions() if each.role == id]
    if not known:
        safe.title("There is no role at this address.")
        return
    newest = known[0]
    st.title(newest.title, anchor=False)
    for role in known:
        safe.entry(f"Edition {catalogue.said(role.edition)}", _about(role))
    for new, old in pairwise(known):
        _changed(old, new)
    _drafts(newest, known)
    role_content.show(newest)


def _about(role: Role) -> str:
    """``In the official wording, brought in 21 November 2026. 51 statements. Open Government Licence v3.0``."""
    source = role.source
    number = english.count(sum(each.origin != "commercial" for each in role.by_id.values()), "statement")
    if role.origin == "own":
        return f"In your own words. {number}."
    kind = "In our own plain English"
    if source.sha256:
        brought = f", brought in {english.day(source.retrieved)}" if source.retrieved else ""
        kind = f"In the official wording{brought}"
    unknown = "" if source.edition_date else "The file does not say when it was published"
    return f"{'. '.join(filter(None, (kind, unknown, number)))}. {source.licence}."


def _changed(old: Role, new: Role) -> None:
    found = editions.compared(old, new)
    safe.heading(
        f"What the edition {catalogue.said(new.edition)} changes",
        f"Against the edition {catalogue.said(old.edition)}.",
    )
    for before, after in found.renamed:
        safe.line(f"Renamed: {before} is now {after}.")
    change_rows.show(found.changes)
    if not (found.changes or found.renamed):
        safe.line("Nothing: they say the same.")


def _drafts(newest: Role, known: Sequence[Role]) -> None:
    """The drafts on an older edition that have to do with what changed."""
    if len(known) < 2:
        return
    by_edition = {role.edition: role for role in known}
    rows = []
    for line in bootstrap.store().drafts_of_role(newest.id):
        draft = bootstrap.store().load_draft(line.id).draft
        old = by_edition.get(draft.edition or "")
        if old and old is not newest and (found := editions.concerning(draft, old, newest)):
            rows.append((line, len(found)))
    safe.heading("Drafts on an older edition", "Each stays as it is until you look at what would change in it.")
    if not rows:
        safe.line("There are none that it concerns.")
    with st.container(key="older-drafts", gap=None):
        for line, number in rows:
            with row(f"older-{line.id}", draft_list.name(line), f"{english.count(number, 'change')} to take or leave"):
                st.page_link(page("newer"), label="Look at the changes", query_params={"draft": line.id})
