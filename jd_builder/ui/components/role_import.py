"""Bringing in roles: a file or pasted text, what was read of it, what is in doubt, and keeping it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import brought, notice, safe
from jd_builder.ui.components.notice import Notice

if TYPE_CHECKING:
    from jd_builder.content.editions.matching import Resemblance
    from jd_builder.content.reading.page import Reading
    from jd_builder.services.importing import Prepared

_HELD, _TOLD = "import", "imported"
_SHOWN = 60
_FRAMEWORK = "https://ddat-capability-framework.service.gov.uk/"
_NEW = "A new statement"


@dataclass
class _Import:
    """What was read, and what the user said of statements in doubt: the id of what each is, or None."""

    of: str
    reading: "Reading"
    said: dict[str, str | None] = field(default_factory=dict)
    found: "list[Prepared]" = field(default_factory=list)
    asked: "dict[str, tuple[str, Resemblance]]" = field(default_factory=dict)

    def say(self, text: str, id: str | None) -> None:
        self.said[text] = id
        self.prepare()

    def prepare(self) -> None:
        """What would be kept, made once for each state: a file may hold fifty roles."""
        from jd_builder.services import importing

        today = date.today()
        self.found = [importing.prepared(read, today, self.said) for read in self.reading.roles]
        self.asked |= {question.text: (each.role.title, question) for each in self.found for question in each.asked}


def show() -> None:
    safe.heading(
        "Bring in the framework's own wording",
        "Save a role's page of the Government Digital and Data framework, or its file of all roles, and drop it here.",
    )
    with st.container(key="more"):
        st.page_link(_FRAMEWORK, label="Open the framework's website")
    again = st.session_state.setdefault("import-again", 0)  # a new key empties the fields
    kinds = "A saved page (.html), a file of roles (.csv) or a text (.txt)"
    given = brought.given(f"import-{again}", kinds, "Text of a role's page", 8)
    notice.show(_TOLD, lambda _: None)
    if given is None:
        st.session_state.pop(_HELD, None)
        return
    try:
        held = _read(*given)
    except UserError as error:
        safe.line(str(error), "problem")
        return
    _ask(held)


def _read(content: bytes, name: str) -> _Import:
    from jd_builder.services import importing

    of = sha256(content).hexdigest()
    held: _Import | None = st.session_state.get(_HELD)
    if held is None or held.of != of:
        held = st.session_state[_HELD] = _Import(of, importing.read(content, name))
        held.prepare()
    return held


def _ask(held: _Import) -> None:
    found = held.found
    new = [each for each in found if not each.already]
    with st.container(key="import-found", border=True):
        safe.heading(f"Read: {english.count(len(found), 'role')}")
        for each in found[:_SHOWN]:
            safe.entry(each.role.title, _about(each))
        if len(found) > _SHOWN:
            safe.line(f"And {len(found) - _SHOWN} more.")
        _doubts(held.reading)
        for title, question in held.asked.values():
            _same_or_new(title, question, held)
        if new:
            unanswered = sum(text not in held.said for text in held.asked)
            if unanswered:
                safe.line(
                    f"{english.count(unanswered, 'question')} open: without an answer it is kept as a new statement."
                )
            label = f"Keep {'this role' if len(new) == 1 else f'these {len(new)} roles'}"
            st.button(label, key="import-keep", type="primary", on_click=notice.act, args=(_TOLD, lambda: _keep(new)))
        else:
            safe.line("All of this is kept already.")


def _about(each: "Prepared") -> str:
    """``3 levels, 7 skills, 70 statements. Edition of 30 November 2024. Adds to the built-in role``."""
    from jd_builder.services import catalogue

    dated = each.role.source.edition_date
    unknown = "In your own words" if each.role.origin == "own" else "The file does not say the date of its edition"
    edition = f"Edition of {english.day(dated)}" if dated else unknown
    already = "Kept already" if each.already else ""
    after = f"Newer than the edition {catalogue.said(each.after.edition)}, which stays" if each.after else ""
    return ". ".join(filter(None, (each.sizes, edition, after, already))) + "."


def _doubts(reading: "Reading") -> None:
    if not reading.doubts:
        return
    safe.line(f"{english.count(len(reading.doubts), 'doubt')}: look at these places of the file before you keep it.")
    for doubt in reading.doubts[:_SHOWN]:
        safe.line(str(doubt), "doubt")


def _same_or_new(title: str, question: "Resemblance", held: _Import) -> None:
    """A statement that may be an earlier one in other words: nothing but a person can tell."""
    key = f"import-same-{question.id}"
    choices: Mapping[str, str | None] = {f"The same, reworded: {question.before}": question.id, _NEW: None}

    def say() -> None:
        held.say(question.text, choices[st.session_state[key]])

    safe.question(question.text, f"{title}: is this a statement that is known already?")
    st.radio(
        question.text, list(choices), None, format_func=safe.label, key=key, on_change=say,
        label_visibility="collapsed",
    )  # fmt: skip


def _keep(found: "list[Prepared]") -> Notice:
    from jd_builder.services import importing

    importing.keep(bootstrap.store(), [each.role for each in found])
    st.session_state["import-again"] += 1
    st.session_state.pop(_HELD, None)
    names = english.listed([each.role.title for each in found[:3]])
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    they = "It" if len(found) == 1 else "They"
    return Notice(f"Kept: {names}{more}. {they} can be chosen when a job description is started.")
