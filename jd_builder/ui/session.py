"""What one browser session holds of a draft. The truth is in the store; this is what is on screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import streamlit as st

from jd_builder.domain import merging
from jd_builder.domain.agreement import contradictions
from jd_builder.domain.answering import answer_in
from jd_builder.domain.base import kebab
from jd_builder.domain.document import Document, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import Problem, UserError
from jd_builder.domain.post import POST_GROUPS
from jd_builder.services import documents, found, meeting
from jd_builder.services.found import Found, Told
from jd_builder.services.meeting import Met, Question
from jd_builder.storage import Aside, Conflict, NotThereError, State, StoredDraft
from jd_builder.ui import bootstrap, returning
from jd_builder.ui.editing import OF_A_DRAFT

_HELD = "sheet"


@dataclass
class Sheet:
    """A draft as this session sees it.

    ``draft`` runs ahead of ``stored`` only while a save has failed, and until all is gathered that a browser
    which is back brings. ``generation`` is part of every widget's key: a new one makes the widgets show the
    draft again instead of what was typed. ``elsewhere`` names the places that someone else changed while the
    last change was made here, ``own`` what was kept aside from here. ``returned`` says that it was opened as
    a browser that is back had shown it, ``is_newest`` that this run has just heard from the store.
    """

    stored: StoredDraft
    draft: Draft
    generation: int = 0
    changed: str = ""
    focus: str = ""
    asked: int = 0
    failed: str = ""
    gone: str = ""
    own: frozenset[int] = frozenset()
    elsewhere: tuple[str, ...] = ()
    returned: bool = False
    is_newest: bool = True
    open_groups: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, Any] = field(default_factory=dict)

    def change(self, draft: Draft, what: str, place: str = "") -> None:
        """Keep a changed draft. A save that fails leaves it on the screen."""
        self.draft, self.changed, self.gone, self.elsewhere = draft, place, "", ()
        if not self.catching_up:
            self._keep(what)

    @property
    def open_answers(self) -> Mapping[str, str]:
        return OF_A_DRAFT

    @property
    def catching_up(self) -> bool:
        return self.returned and returning.is_back()

    @property
    def shown(self) -> str:
        """What the page shows, for a browser to say when it comes back."""
        at = returning.Shown(
            id=self.stored.id, number=self.stored.number, generation=self.generation, open_groups=self.open_groups
        )
        return at.model_dump_json()

    def answer(self, place: str) -> Any:
        part, *keys = place.split(".")
        return answer_in(getattr(self.draft, part), keys)

    def answered(self, place: str, value: Any, what: str) -> None:
        self.change(self.draft.answered(place, value), what, place)

    def removed(self, place: str, value: Any, name: str) -> None:
        self.answered(place, value, f"Removed {name}")
        self.generation += 1
        self.gone = name

    def put_back(self) -> None:
        self.undo()

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the answers, each at its place."""
        organisation, post = self.draft.read_organisation(), self.draft.read_post()
        return (*organisation.problems, *post.problems, *contradictions(post.value))

    def documents(self) -> Mapping[str, Document]:
        return documents.assembled(self.draft)

    def gaps(self) -> tuple[Run, ...]:
        return documents.gaps(self.documents().values())

    def found(self) -> Found:
        return found.of(self.draft)

    def told(self, place: str) -> Sequence[Told]:
        return self.found().beside(place)

    def toggle(self, page: str, group: str) -> None:
        """Open one group of a page, or close it: two are never open at once."""
        self.open_groups[page] = "" if self.open_groups.get(page) == group else group

    def go_to(self, ref: str) -> None:
        """Bring the question behind a part of the document to the screen, or the statement."""
        is_answer = ref.startswith(("post.", "organisation."))
        self.focus = ".".join(ref.split(".")[:2]) if is_answer else ref
        self.asked += 1
        for group, names in POST_GROUPS.items():
            if self.focus.removeprefix("post.") in map(kebab, names):
                self.open_groups["job"] = group

    def look(self) -> None:
        """Show what was saved elsewhere since. Something unsaved here is put together with it.

        One small question to the store, and none in a run that has just saved.
        """
        if self.catching_up:
            return
        if self.returned and self.draft != self.stored.draft:
            self._keep("Typed without a connection")
        if not self.is_newest and _state(self.stored) != self.stored.state:
            if self.failed:
                self.retry()
            else:
                self._show(bootstrap.store().load_draft(self.stored.id))
        self.returned = self.is_newest = False

    def retry(self) -> None:
        self._keep("Saved again")

    @property
    def question(self) -> Question | None:
        """What there is to choose between, where two changed the same."""
        return meeting.question(self.stored.waiting, self.draft)

    def take_up(self, aside: Aside[Draft]) -> None:
        """Go on with what was kept aside; the other one stays as a revision."""
        self.draft = meeting.chosen(aside, self.draft)
        self.generation += 1
        self._keep("Took the version that was kept aside", aside)

    def leave(self, aside: Aside[Draft]) -> None:
        """Go on with what the draft says; what was kept aside stays as a revision."""
        self._keep("Left the version that was kept aside", aside)

    def undo(self) -> None:
        self._move("undo")

    def redo(self) -> None:
        self._move("redo")

    def _move(self, direction: Literal["undo", "redo"]) -> None:
        """What could not be saved yet is saved first, so that the way back to it is not lost."""
        if self.failed:
            self.retry()
        if self.failed:
            return
        store = bootstrap.store()
        move = store.undo if direction == "undo" else store.redo
        try:
            outcome = move(self.stored.id, self.stored.number)
        except UserError as error:
            self.failed = str(error)
            return
        if isinstance(outcome, Conflict):
            was, theirs = self.draft, outcome.theirs
            self._show(theirs)
            self.elsewhere = merging.apart(was, theirs.draft, was)
        else:
            self._show(outcome)

    def _keep(self, what: str, settled: Aside[Draft] | None = None) -> None:
        store, numbers = bootstrap.store(), [settled.number] if settled else []
        try:
            met = meeting.save_draft(store, self.stored, self.draft, what, numbers)
            now = self._saved(met) if met.theirs is None else store.load_draft(self.stored.id)
        except UserError as error:
            self.failed = str(error)
            return
        self.failed, self.is_newest = "", True
        if met.theirs is None:
            self.stored = now
            return
        changed = self.changed
        self._show(now)
        self.changed, self.elsewhere = changed, met.theirs
        self.own |= {met.saved.aside} if met.saved.aside else set()

    def _saved(self, met: Met) -> StoredDraft:
        saved = met.saved
        can_undo = self.stored.can_undo or saved.number != self.stored.number
        return StoredDraft(saved.id, saved.number, self.draft, can_undo, False, saved.saved_at, met.waiting)

    def _show(self, stored: StoredDraft) -> None:
        self.stored, self.draft = stored, stored.draft
        self.failed, self.changed, self.gone, self.elsewhere = "", "", "", ()
        self.generation += 1
        self.is_newest = True


def sheet() -> Sheet | None:
    """The draft that the address names, as it now is, or None when it names none that exists."""
    wanted = st.query_params.get("draft", "")
    held: Sheet | None = st.session_state.get(_HELD)
    try:
        if held is None or held.stored.id != wanted:
            held = _opened(wanted) if wanted else None
        if held:
            held.look()
    except NotThereError:
        return None
    if held:
        st.session_state[_HELD] = held
    return held


def opened(id: str) -> Sheet:
    """A draft that the address does not name yet, as what is on screen from now on."""
    held = st.session_state[_HELD] = _opened(id)
    return held


def _opened(id: str) -> Sheet:
    """The draft as it is kept; for a browser that is back, as it was when that browser showed it."""
    stored, before = bootstrap.store().load_draft(id), returning.shown(id)
    then = _then(stored, before.number) if before else None
    if before is None or then is None:
        return Sheet(stored, stored.draft)
    groups = dict(before.open_groups)
    return Sheet(then, then.draft, before.generation, returned=True, is_newest=False, open_groups=groups)


def _then(stored: StoredDraft, number: int) -> StoredDraft | None:
    """The same draft at another revision; None where the store has none of that number, as after a restore."""
    if number == stored.number:
        return stored
    try:
        return replace(stored, number=number, draft=bootstrap.store().revision(stored.id, number))
    except NotThereError:
        return None


def _state(stored: StoredDraft) -> State:
    """What is current; trouble with the store is told at the next save, and takes no page away."""
    try:
        return bootstrap.store().draft_state(stored.id)
    except NotThereError:
        raise
    except UserError:
        return stored.state
