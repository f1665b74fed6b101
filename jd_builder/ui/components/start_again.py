"""The first step of a draft that exists: its organisation and its documents, to look at and to change."""

from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.services import catalogue, gaps, organisations
from jd_builder.services.building import usual_documents
from jd_builder.services.labels import label
from jd_builder.text import english
from jd_builder.ui import bootstrap, going
from jd_builder.ui.components import choosing, choosing_role, file_review, follow, frame, safe
from jd_builder.ui.components.rows import row
from jd_builder.ui.profile import NEW, Form
from jd_builder.ui.session import Sheet
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.storage import Store

_HELD = "other-organisation"
_OF_IT = "organisation."


def show() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "start")
    follow.ask(sheet)
    with st.container(key="start"):
        _who(sheet)
        choosing_role.of_draft(sheet)
        _documents(sheet)
        file_review.left_over(sheet.draft.left_over)
        with st.container(key="go-on"):
            st.page_link(page("job"), label="Go on to the job", query_params=going.address(sheet))


def _who(sheet: Sheet) -> None:
    organisation = sheet.draft.read_organisation().value
    with st.container(key="who"):
        safe.question("Who is it for?", "The documents take the details from this draft's own copy.")
        about = ". ".join(filter(None, (choosing.kind_of(organisation), _missing(sheet))))
        with row("who", str(sheet.draft.organisation.get("name") or choosing.UNNAMED), about):
            st.page_link(page("organisation"), label="Edit its details", query_params=going.organisation(sheet))
        _other(sheet, bootstrap.store())


def _missing(sheet: Sheet) -> str:
    missing = [*gaps.steering(sheet.draft), *(ref for gap in sheet.gaps() if (ref := str(gap.ref)).startswith(_OF_IT))]
    return f"Still missing: {english.listed([english.lowered(label(ref)) for ref in missing])}" if missing else ""


def _other(sheet: Sheet, store: "Store") -> None:
    """Another organisation in place of this one. What was answered about the job stays as it is."""
    follows = sheet.draft.organisation_from
    lines = [line for line in store.list_organisations() if not follows or line.id != follows.id]
    names = choosing.organisation_names(lines)
    # Not of the generation: a new one must not close the form of an organisation that is being described.
    key = f"other:{follows.id if follows else ''}"

    def choose() -> None:
        if (chosen := st.session_state[key]) not in (None, NEW):
            stored = store.load_organisation(chosen)
            _adopt(sheet, organisations.adopted(sheet.draft, stored))

    chosen = st.selectbox(
        "Make it for another organisation", list(names), None, names.__getitem__, key=key, on_change=choose,
        placeholder="Choose another organisation",
    )  # fmt: skip
    if chosen == NEW:
        _describe(sheet, store)
    else:
        st.session_state.pop(_HELD, None)


def _describe(sheet: Sheet, store: "Store") -> None:
    form: Form = st.session_state.setdefault(_HELD, Form())

    def use() -> None:
        kept = store.create_organisation(form.answers)
        follows = ProfileRef(id=kept.id, revision=kept.number)
        _adopt(sheet, sheet.draft.changed(organisation=dict(form.answers), organisation_from=follows))
        del st.session_state[_HELD]

    with st.container(key="new-organisation"):
        choosing.describe(form)
        st.button("Use this organisation", key="use-new", on_click=use, disabled=not form.answers.get("name"))


def _adopt(sheet: Sheet, draft: Draft) -> None:
    sheet.change(draft, "Chose another organisation")
    sheet.generation += 1


def _documents(sheet: Sheet) -> None:
    def ticked() -> tuple[str, ...]:
        return sheet.draft.documents or usual_documents(sheet.draft)

    def tick(layout: str, on: bool) -> None:
        wanted = [each.id for each in catalogue.layouts() if (on if each.id == layout else each.id in ticked())]
        sheet.change(sheet.draft.changed(documents=tuple(wanted)), "Changed the documents")

    draft, key = sheet.draft, f"{sheet.generation}:documents"
    choosing.which_documents(ticked(), draft.read_organisation().value.sector, not draft.documents, tick, key)
    if not draft.documents:
        safe.line("Nothing is ticked by you, so the documents usual in your sector are made.")
