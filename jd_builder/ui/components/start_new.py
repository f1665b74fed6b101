"""The four questions of a new draft. Nothing is kept until it is started."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import streamlit as st

from jd_builder.domain.draft import ProfileRef
from jd_builder.domain.organisation import Sector
from jd_builder.domain.suggestions import suggested
from jd_builder.services import catalogue, starting
from jd_builder.ui import bootstrap, returning
from jd_builder.ui.components import choosing, choosing_role, draft_list, safe, times
from jd_builder.ui.profile import NEW, Form
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.storage import Store, StoredOrganisation

_HELD, _START = "start", "start-draft"
_NOTHING, _COPY = "Nothing", "A copy of one of your drafts"


@dataclass
class Beginning:
    """What was answered so far. ``picked`` are the documents that the user ticked or unticked.

    ``made`` is the id of the draft that came of it: a second click of the same hand makes no second one.
    """

    form: Form = field(default_factory=Form)
    picked: dict[str, bool] = field(default_factory=dict)
    made: str = ""

    def pick(self, layout: str, on: bool) -> None:
        self.picked[layout] = on


def show() -> None:
    with st.container(key="top"):
        st.page_link(page("home"), label="Home")
    with st.container(key="start"):
        st.title("Start a job description", anchor=False)
        _ask(bootstrap.store(), _beginning())


def _ask(store: "Store", beginning: Beginning) -> None:
    saved = _who(store, beginning)
    role, level, wording = choosing_role.of_new()
    documents = _documents(beginning, _sector(saved, beginning))
    like = _like(store)
    if st.button("Start the draft", key=_START, type="primary"):
        if not beginning.made:
            answers, follows = _organisation(store, saved, beginning.form)
            copied = store.load_draft(like).draft if like else None
            draft = starting.begun(role, documents, answers, follows, copied, level, wording)
            beginning.made = starting.create(store, draft, draft_list.COPIED if copied else "Started").id
        st.switch_page(page("job"), query_params={"draft": beginning.made})


def _beginning() -> Beginning:
    held: Beginning | None = st.session_state.get(_HELD)
    if held is None or (held.made and not st.session_state.get(_START)):
        held = st.session_state[_HELD] = Beginning()
    return held


def _who(store: "Store", beginning: Beginning) -> "StoredOrganisation | None":
    """The saved organisation that was chosen; with none, the fields of a new one are asked here."""
    lines = store.list_organisations()
    with st.container(key="who"):
        safe.question("Who is it for?", "An organisation is described once and used in every draft.")
        chosen = NEW
        if lines:
            names = choosing.organisation_names(lines)
            chosen = st.selectbox(
                "Who is it for?", list(names), format_func=names.__getitem__, key="start-who",
                label_visibility="collapsed",
            )  # fmt: skip
        if chosen != NEW:
            stored = store.load_organisation(chosen)
            safe.line(choosing.kind_of(Form(stored.answers).read().value))
            return stored
        with st.container(key="new-organisation"):
            choosing.describe(beginning.form)
            returning.take_up()  # which documents are usual depends on it
    return None


def _sector(saved: "StoredOrganisation | None", beginning: Beginning) -> Sector | None:
    form = Form(saved.answers) if saved else beginning.form
    return form.read().value.sector


def _documents(beginning: Beginning, sector: Sector | None) -> tuple[str, ...]:
    usual = suggested(sector).documents
    ticked = tuple(each.id for each in catalogue.layouts() if beginning.picked.get(each.id, each.id in usual))
    key = f"start-{sector.value if sector else 'any'}"
    choosing.which_documents(ticked, sector, not beginning.picked, beginning.pick, key)
    return ticked


def _like(store: "Store") -> str:
    """The id of the draft to copy, or nothing."""
    if not store.count_drafts():
        return ""
    with st.container(key="like"):
        safe.question("Anything to start from?", "A copy leaves behind the dates and the reference of its vacancy.")
        how = st.radio("Anything to start from?", [_NOTHING, _COPY], key="start-like", label_visibility="collapsed")
        return _which_draft(store) if how == _COPY else ""


def _which_draft(store: "Store") -> str:
    words = ""
    if store.count_drafts() > draft_list.AT_ONCE:
        words = st.text_input("Search drafts", key="start-search", placeholder="Title or organisation", live=True) or ""
    lines = store.list_drafts(words, 0, draft_list.AT_ONCE, roles=catalogue.titles() if words else {})
    names = {line.id: f"{draft_list.name(line)} (edited {times.ago(line.edited_at)})" for line in lines}
    if not names:
        safe.line("No draft has these words in its title or organisation.")
        return ""
    return st.selectbox("Draft to copy", list(names), format_func=names.__getitem__, key="start-copy")


def _organisation(
    store: "Store", saved: "StoredOrganisation | None", form: Form
) -> tuple[dict[str, Any], ProfileRef | None]:
    """The answers that the draft copies, and where from. A new organisation is kept if it has a name."""
    if saved:
        return dict(saved.answers), ProfileRef(id=saved.id, revision=saved.number)
    answers = dict(form.answers)
    if not answers.get("name"):
        return answers, None
    kept = store.create_organisation(answers)
    return answers, ProfileRef(id=kept.id, revision=kept.number)
