"""A working copy that came back: its draft, and what was changed in Word, to be taken or left one by one."""

from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.draft import Draft
from jd_builder.services import naming, starting
from jd_builder.storage import Conflict, NotThereError
from jd_builder.ui import bootstrap, going, session
from jd_builder.ui.components import brought, returned_changes, safe
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.services.working_copies import Returned
    from jd_builder.storage import StoredDraft

_HELD, _COMPARED = "returned-copy", "returned-copy-compared"


def show(content: bytes, name: str) -> bool:
    """Draw what a working copy brings back; False for any other file."""
    from jd_builder.services import working_copies

    held = brought.held(_HELD, content, name, working_copies.opened)
    if held.read is None:
        return False
    _ask(held.read, held.made)
    return True


def _ask(returned: "Returned", made: dict[str, str]) -> None:
    of = ", ".join(filter(None, (returned.kind, naming.organisation_of(returned.draft))))
    safe.heading(
        f"A working copy: {naming.title_of(returned.draft)}",
        f"{of}. The draft is in the file, with all its answers and choices.",
    )
    there = _there(returned)
    new = "Open it as a new draft"
    into = "Put the changes into the draft it came from"
    where = into if there else new
    if there:
        where = st.radio("Where to?", (into, new), key="returned-where", format_func=safe.label)
        if there.number != returned.carried.number:
            safe.line("That draft was changed since the copy was made. Its newer answers stay.")
    base = there.draft if there and where == into else returned.draft
    picked, place = _changes(returned, base)
    if st.button("Open the draft", key="returned-open", type="primary") or place:
        _open(returned, there if where == into else None, base, picked, place, made)


def _there(returned: "Returned") -> "StoredDraft | None":
    """The saved draft that a copy was made of, if it is in this store and was not deleted."""
    try:
        return bootstrap.store().load_draft(returned.carried.id) if returned.carried.id else None
    except NotThereError:
        return None


def _changes(returned: "Returned", base: Draft) -> tuple[list[int], str]:
    """What was changed in Word, beside a draft as it is now; compared once for each state of both."""
    from jd_builder.services import word_changes

    of = (returned.carried, base)
    compared = st.session_state.get(_COMPARED)
    if compared is None or compared[0] != of:
        compared = st.session_state[_COMPARED] = of, word_changes.found(base, returned.carried)
    return returned_changes.show(compared[1])


def _open(
    returned: "Returned", there: "StoredDraft | None", base: Draft, picked: list[int], place: str, made: dict[str, str]
) -> None:
    """Save once: a second click of the same hand makes no second draft. Then go to the draft, or to a place in it."""
    from jd_builder.services import documents, word_changes

    draft = word_changes.taken(base, returned.carried, picked)
    key = f"{there.id if there else 'new'} {sorted(picked)}"
    if key not in made:
        if there is None:
            made[key] = starting.create(bootstrap.store(), draft, "Opened from a working copy").id
        else:
            gaps = documents.number_of_gaps(draft)
            outcome = bootstrap.store().save_draft(there.id, draft, there.number, "Took changes from Word", gaps)
            if isinstance(outcome, Conflict):
                safe.line("Someone changed that draft at this moment. Look at the changes once more.", "problem")
                return
            made[key] = there.id
    if place:
        going.to(session.opened(made[key]), place)
    st.switch_page(page("job"), query_params={"draft": made[key]})
