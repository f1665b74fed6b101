"""A page of questions that came back: each answer beside what the draft says now, to be taken or left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.draft import Draft
from jd_builder.storage import Conflict
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import brought, safe
from jd_builder.ui.steps import page

if TYPE_CHECKING:
    from jd_builder.services.returned_answers import Answer, Returned
    from jd_builder.storage import StoredDraft

_HELD = "returned-answers"
_ELSEWHERE = (
    "The draft that asked these questions is not here: it was deleted, or it is kept in another jd-builder. Drop the "
    "file there, or type the answers into a draft."
)


def show(content: bytes, name: str) -> bool:
    """Draw what a page of questions brings back; False for any other file."""
    from jd_builder.services import returned_answers

    held = brought.held(_HELD, content, name, returned_answers.opened)
    if held.read is None:
        return False
    _ask(held.read, held.made)
    return True


def _ask(returned: "Returned", made: dict[str, str]) -> None:
    from jd_builder.services import returned_answers

    number = len(returned.answers)
    safe.heading(f"Answers for {returned.of}", f"{english.count(number, 'answer')}. Ticked answers go into the draft.")
    stored = returned_answers.its_draft(bootstrap.store(), returned)
    if stored is None:
        safe.line(_ELSEWHERE, "problem")
        safe.table(("Question", "Answer"), [(each.label, each.typed) for each in returned.answers])
        return
    picked = [each.place for at, each in enumerate(returned.answers) if _takes(at, each, stored.draft)]
    _rest(returned)
    if st.button("Save and open the draft", key="answers-save", type="primary", disabled=not (picked or returned.also)):
        _save(returned, stored, picked, made)


def _takes(number: int, answer: "Answer", draft: Draft) -> bool:
    """One answer: how it was written, what it would say, what is wrong with it, and what the draft says now."""
    from jd_builder.services import returned_answers

    now = returned_answers.now(draft, answer)
    with st.container(key=f"answer-{number}", gap="xsmall"):
        safe.entry(answer.label, answer.typed)
        for line in _becomes(answer):
            safe.line(line)
        if answer.read.left:
            safe.line(f"Not understood, and kept with the draft: {'; '.join(answer.read.left)}")
        if answer.read.problem:
            safe.problem(answer.read.problem)
            safe.line("It is kept as it was written, to be put right on The job.")
        safe.line(f"The draft now says: {now}" if now else "The draft has no answer yet.")
        return st.checkbox("Take this answer", not now, key=f"answer-take-{number}-{answer.place.replace('.', '-')}")


def _becomes(answer: "Answer") -> Sequence[str]:
    """What was read of it, where that is not just what was written."""
    return [f"Read as {label}: {said}" for label, said in answer.becomes if said != answer.typed]


def _rest(returned: "Returned") -> None:
    if returned.unanswered:
        safe.heading("Still open", "These stay questions for the manager.")
        safe.points(returned.unanswered)
    if returned.also:
        safe.heading("Also written on the page", "It is kept with the draft, and no document prints it.")
        safe.points(returned.also)


def _save(returned: "Returned", stored: "StoredDraft", picked: list[str], made: dict[str, str]) -> None:
    """Save once, then go to what is still to do."""
    from jd_builder.services import documents, returned_answers

    key = f"{stored.id} {picked}"
    if key not in made:
        draft = returned_answers.taken(stored.draft, returned, picked)
        gaps = documents.number_of_gaps(draft)
        outcome = bootstrap.store().save_draft(stored.id, draft, stored.number, "Took the manager's answers", gaps)
        if isinstance(outcome, Conflict):
            safe.line("Someone changed that draft at this moment. Look at the answers once more.", "problem")
            return
        made[key] = stored.id
    st.switch_page(page("finish"), query_params={"draft": stored.id})
