"""A working copy that came back: its draft, and what was changed in Word, to be taken or left one by one."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.services import naming, starting
from jd_builder.storage import Conflict, NotThereError
from jd_builder.ui import bootstrap, going, session
from jd_builder.ui.components import returned_changes, safe
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.services.word_changes import WordChange
    from jd_builder.services.working_copies import Returned
    from jd_builder.storage import StoredDraft

_HELD = "returned-copy"


@dataclass
class _Held:
    """What a file brought back, compared with each state of a draft once; ``made`` holds what came of a click."""

    of: str
    returned: "Returned | None"
    compared: "dict[str, tuple[WordChange, ...]]" = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)


def show(content: bytes, name: str) -> bool:
    """Draw what a working copy brings back; False for any other file, which is read as an old description."""
    try:
        held = _held(content, name)
    except UserError as error:
        safe.line(str(error), "problem")
        return True
    if held.returned is None:
        return False
    _ask(held, held.returned)
    return True


def _held(content: bytes, name: str) -> _Held:
    from jd_builder.services import working_copies

    of = sha256(content).hexdigest()
    held: _Held | None = st.session_state.get(_HELD)
    if held is None or held.of != of:
        held = st.session_state[_HELD] = _Held(of, working_copies.opened(content, name))
    return held


def _ask(held: _Held, returned: "Returned") -> None:
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
    picked, place = _changes(held, returned, base)
    if st.button("Open the draft", key="returned-open", type="primary") or place:
        _open(held, returned, there if where == into else None, base, picked, place)


def _there(returned: "Returned") -> "StoredDraft | None":
    """The saved draft that a copy was made of, if it is in this store and was not deleted."""
    try:
        return bootstrap.store().load_draft(returned.carried.id) if returned.carried.id else None
    except NotThereError:
        return None


def _changes(held: _Held, returned: "Returned", base: Draft) -> tuple[list[int], str]:
    """What was changed in Word, beside a draft as it is now."""
    from jd_builder.services import word_changes

    state = base.model_dump_json()
    if state not in held.compared:
        held.compared = {state: word_changes.found(base, returned.carried)}
    return returned_changes.show(held.compared[state])


def _open(
    held: _Held, returned: "Returned", there: "StoredDraft | None", base: Draft, picked: list[int], place: str
) -> None:
    """Save once: a second click of the same hand makes no second draft. Then go to the draft, or to a place in it."""
    from jd_builder.services import documents, word_changes

    draft = word_changes.taken(base, returned.carried, picked)
    key = f"{there.id if there else 'new'} {sorted(picked)}"
    if key not in held.made:
        if there is None:
            held.made[key] = starting.create(bootstrap.store(), draft, "Opened from a working copy").id
        else:
            gaps = len(documents.gaps(documents.assembled(draft).values()))
            outcome = bootstrap.store().save_draft(there.id, draft, there.number, "Took changes from Word", gaps)
            if isinstance(outcome, Conflict):
                safe.line("Someone changed that draft at this moment. Look at the changes once more.", "problem")
                return
            held.made[key] = there.id
    if place:
        going.to(session.opened(held.made[key]), place)
    st.switch_page(page("job"), query_params={"draft": held.made[key]})
