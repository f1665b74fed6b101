"""Last year's job description as the beginning of a draft: its facts, duties and criteria, to be confirmed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.services import catalogue, organisations, starting
from jd_builder.services.building import usual_documents
from jd_builder.ui import bootstrap
from jd_builder.ui.components import (
    brought,
    choosing,
    choosing_role,
    file_review,
    returned_answers,
    returned_copy,
    safe,
)
from jd_builder.ui.profile import NEW
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.drafts.old.parts import OldDescription
    from jd_builder.storage import StoredOrganisation

_HELD, _NEW = "old-description", "new draft"


def show() -> None:
    with st.container(key="top"):
        st.page_link(page("home"), label="Home")
    with st.container(key="start"):
        st.title("Start from a Word file", anchor=False)
        safe.line(
            "Last year's job description keeps its own words. You see what was read before anything is made of it. "
            "A working copy brings its draft back, and a page of questions its answers.",
            "lead",
        )
        given = brought.given("old", "A job description (.docx, .txt or .md)", "Text of a job description", 10)
        if given is None:
            st.session_state.pop(_HELD, None)
            return
        if returned_copy.show(*given) or returned_answers.show(*given):
            return
        old = _read(*given)
        _ask(old.read, old.made)


def _read(content: bytes, name: str) -> "brought.Held[OldDescription]":
    from jd_builder.services import old_files

    return brought.held(_HELD, content, name, old_files.read_old)


def _ask(said: "OldDescription", made: dict[str, str]) -> None:
    from jd_builder.services import from_file

    store = bootstrap.store()
    saved = _who(said)
    role, level, wording = choosing_role.of_new(
        next((fact.typed for fact in said.facts if fact.place == "post.title"), "")
    )
    answers = dict(saved.answers if saved else from_file.employer(said))
    follows = ProfileRef(id=saved.id, revision=saved.number) if saved else None
    documents = _documents(answers)
    empty = from_file.empty_draft(role, documents, answers, follows, level, wording)
    chosen = file_review.show(said, empty)
    if st.button("Start the draft", key="old-start", type="primary"):
        if _NEW not in made:
            draft = from_file.begin(said, empty, chosen)
            made[_NEW] = starting.create(store, draft, "Started from a file").id
        st.switch_page(page("job"), query_params={"draft": made[_NEW]})


def _who(said: "OldDescription") -> "StoredOrganisation | None":
    """A saved organisation, the one of the file's name first, or the one that the file describes."""
    lines = bootstrap.store().list_organisations()
    named = next((fact.typed for fact in said.facts if fact.place == "organisation.name"), "")
    names = dict(choosing.organisation_names(lines)) | {
        NEW: f"As the file says: {named}" if named else "As the file says"
    }
    with st.container(key="who"):
        safe.question("Who is it for?", "A saved organisation keeps what it says of itself.")
        ids = [NEW, *(line.id for line in lines)]
        chosen = st.selectbox(
            "Who is it for?", ids, ids.index(organisations.of_name(named, lines) or NEW),
            format_func=names.__getitem__, key=f"old-who-{named}", label_visibility="collapsed",
        )  # fmt: skip
    return None if chosen == NEW else bootstrap.store().load_organisation(chosen)


def _documents(answers: Mapping[str, Any]) -> tuple[str, ...]:
    draft = Draft(organisation=answers)
    sector, usual = draft.read_organisation().value.sector, usual_documents(draft)
    picked: dict[str, bool] = st.session_state.setdefault("old-documents", {})
    ticked = tuple(each.id for each in catalogue.layouts() if picked.get(each.id, each.id in usual))
    choosing.which_documents(ticked, sector, not picked, picked.__setitem__, f"old-{sector.value if sector else 'any'}")
    return ticked
