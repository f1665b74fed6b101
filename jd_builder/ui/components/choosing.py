"""The questions that a draft begins with, for a new draft and for one that is being changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.organisation import Organisation, Sector
from jd_builder.services import catalogue
from jd_builder.ui import returning
from jd_builder.ui.components import safe
from jd_builder.ui.components.fields import field
from jd_builder.ui.components.question import ask
from jd_builder.ui.profile import NEW, Form

if TYPE_CHECKING:
    from jd_builder.storage import OrganisationLine

UNNAMED = "Organisation without a name"
_FIRST = ("name", "sector", "nation")


def organisation_names(saved: Sequence["OrganisationLine"]) -> Mapping[str, str]:
    """What there is to choose from, by id; a new one comes last."""
    return {line.id: line.name or UNNAMED for line in saved} | {NEW: "A new organisation"}


def kind_of(organisation: Organisation) -> str:
    """``NHS, England``."""
    return ", ".join(each.label for each in (organisation.sector, organisation.nation) if each)


def describe(form: Form) -> None:
    """A new organisation's first three answers; the rest has its own page."""
    problems = form.problems()
    for name in _FIRST:
        ask(field(f"organisation.{name}"), form, problems, must_say=True)


def which_documents(
    ticked: Collection[str], sector: Sector | None, suggested: bool, tick: Callable[[str, bool], None], key: str
) -> None:
    """One tick for each kind of document. ``suggested`` says that nobody has chosen yet."""
    hint = f"what is usual in your sector, {sector.label}" if sector else "what suits most vacancies"
    with st.container(key="which-documents", gap="xsmall"):
        safe.question(
            "What do you need today?",
            "All are made from the same answers. You can tick others at any time.",
            hint if suggested else "",
        )
        for layout in catalogue.layouts():
            _tick(layout.id, layout.name, layout.description, layout.id in ticked, tick, f"{key}:{layout.id}")


def _tick(id: str, name: str, description: str, on: bool, tick: Callable[[str, bool], None], key: str) -> None:
    with st.container(key=f"tick-{id}", gap=None):
        came = st.checkbox(safe.label(name), on, key=key, on_change=lambda: tick(id, st.session_state[key]))
        if returning.is_back() and came != on:
            returning.missed(partial(tick, id, came))
        safe.line(description)
