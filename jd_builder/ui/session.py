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
from jd_builder.services import documents, found
from jd_builder.services.found import Found, Told
from jd_builder.storage import Conflict, NotThereError, StoredDraft
from jd_builder.ui import bootstrap, returning
from jd_builder.ui.editing import OF_A_DRAFT

_HELD = "sheet"


@dataclass
class Sheet:
    """A draft as this session sees it.

    ``draft`` runs ahead of ``stored`` only while a save has failed. ``generation`` is part of every
    widget's key: a new one makes the widgets show the draft again instead of what was typed.
    ``elsewhere`` names the places that someone else changed while the last change was made here.
    ``returned`` says that it was opened as a browser that is back had shown it, ``is_newest`` that
    this run has just heard from the store.
    """

    stored: StoredDraft
    draft: Draft
    generation: int = 0
    changed: str = ""
    focus: str = ""
    asked: int = 0
    failed: str = ""
    gone: str = ""
    clash: Conflict[StoredDraft] | None = None
    elsewhere: tuple[str, ...] = ()
    returned: bool = False
    is_newest: bool = True
    open_groups: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, Any] = field(default_factory=dict)

    def change(self, draft: Draft, what: str, place: str = "") -> None:
        """Keep a changed draft. A save that fails or clashes leaves it on the screen."""
        self.draft, self.changed, self.gone, self.elsewhere = draft, place, "", ()
        self._keep(what, self.stored.number)

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
        if not (self.is_newest or self.clash or self.catching_up) and _number(self.stored) != self.stored.number:
            if self.failed:
                self.retry()
            else:
                self._show(bootstrap.store().load_draft(self.stored.id))
        self.is_newest = False

    def retry(self) -> None:
        self._keep("Saved again", self.stored.number)

    @property
    def theirs(self) -> Draft | None:
        """What someone else made of the draft, where there is something to choose between."""
        return self.clash.theirs.draft if self.clash else None

    @property
    def disputed(self) -> tuple[str, ...]:
        """The places that were changed here and elsewhere, each otherwise: what there is to choose between."""
        return merging.merged(self.stored.draft, self.draft, self.theirs).both if self.theirs else ()

    def keep_mine(self) -> None:
        """Where both changed the same, go on with this session's; the other one stays as a revision."""
        self._choose("Kept this version", theirs_win=False)

    def take_theirs(self) -> None:
        """Where both changed the same, go on with the other; what only this session changed is kept."""
        self._choose("Kept the other version", theirs_win=True)

    def undo(self) -> None:
        self._move("undo")

    def redo(self) -> None:
        self._move("redo")

    def _move(self, direction: Literal["undo", "redo"]) -> None:
        store = bootstrap.store()
        move = store.undo if direction == "undo" else store.redo
        try:
            outcome = move(self.stored.id, self.stored.number)
        except UserError as error:
            self.failed = str(error)
            return
        if isinstance(outcome, Conflict):
            self._meet(outcome, "Saved again")
        else:
            self._show(outcome)

    def _keep(self, what: str, base: int) -> None:
        try:
            outcome = bootstrap.store().save_draft(self.stored.id, self.draft, base, what, len(self.gaps()))
        except UserError as error:
            self.failed = str(error)
            return
        self.failed = ""
        if isinstance(outcome, Conflict):
            self._meet(outcome, what)
            return
        self.clash, self.is_newest = None, True
        can_undo = self.stored.can_undo or outcome.number != self.stored.number
        self.stored = StoredDraft(outcome.id, outcome.number, self.draft, can_undo, False, outcome.saved_at)

    def _meet(self, clash: Conflict[StoredDraft], what: str) -> None:
        """Put both changes together; where both changed the same thing, that is for the person to choose."""
        merge = merging.merged(self.stored.draft, self.draft, clash.theirs.draft)
        if merge.both:
            self.clash = clash
        else:
            self._go_on(merge.draft, clash.theirs, what)
            self.elsewhere = merge.theirs

    def _choose(self, what: str, theirs_win: bool) -> None:
        if self.clash:
            theirs = self.clash.theirs
            merge = merging.merged(self.stored.draft, self.draft, theirs.draft, theirs_win)
            self._go_on(merge.draft, theirs, what)

    def _go_on(self, draft: Draft, theirs: StoredDraft, what: str) -> None:
        """Save what became of both on top of theirs. Someone may have saved again, and is met in turn."""
        changed = self.changed
        self._show(theirs)
        if draft != theirs.draft:
            self.draft, self.changed = draft, changed
            self._keep(what, theirs.number)

    def _show(self, stored: StoredDraft) -> None:
        self.stored, self.draft = stored, stored.draft
        self.failed, self.clash, self.changed, self.gone, self.elsewhere = "", None, "", "", ()
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


def _number(stored: StoredDraft) -> int:
    """Which revision is current; trouble with the store is told at the next save, and takes no page away."""
    try:
        return bootstrap.store().draft_number(stored.id)
    except NotThereError:
        raise
    except UserError:
        return stored.number
