"""What one browser session holds of an organisation. The truth is in the store, as with drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from jd_builder.domain.answering import answer_in
from jd_builder.domain.answers import Reading, read
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.merging import Merge, merged
from jd_builder.domain.organisation import Organisation
from jd_builder.services import found, organisations
from jd_builder.services.found import Found, Told
from jd_builder.storage import Conflict, NotThereError, StoredOrganisation
from jd_builder.ui import bootstrap, returning
from jd_builder.ui.editing import OF_AN_ORGANISATION

NEW = "new"
_HELD = "profile"
Answers = Mapping[str, Any]


@dataclass
class Form:
    """An organisation's answers while they are typed, kept nowhere yet."""

    answers: Answers = field(default_factory=dict)
    generation: int = 0
    open_groups: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, Any] = field(default_factory=dict)
    gone: str = ""
    made: Draft | None = None

    @property
    def draft(self) -> Draft:
        if self.made is None or organisations.answers_of(self.made) != self.answers:
            self.made = organisations.alone(self.answers)
        return self.made

    def told(self, place: str) -> Sequence[Told]:
        return ()

    def change(self, draft: Draft, what: str, place: str = "") -> None:
        self.answers = organisations.answers_of(draft)

    @property
    def open_answers(self) -> Mapping[str, str]:
        return OF_AN_ORGANISATION

    @property
    def catching_up(self) -> bool:
        """Nothing else holds what is typed here, so whatever a browser brings back is kept."""
        return returning.is_back()

    def answer(self, place: str) -> Any:
        return answer_in(self.answers, place.split(".")[1:])

    def answered(self, place: str, value: Any, what: str) -> None:
        self.change(self.draft.answered(place, value), what, place)

    def removed(self, place: str, value: Any, name: str) -> None:
        self.answered(place, value, f"Removed {name}")
        self.generation += 1

    def put_back(self) -> None:
        """Nothing can be removed from a form of three questions."""

    def read(self) -> Reading[Organisation]:
        return read(Organisation, self.answers, "organisation")

    def problems(self) -> dict[str, str]:
        """What is wrong with the answers, by its place."""
        return {problem.place: problem.message for problem in self.read().problems}

    def toggle(self, page: str, group: str) -> None:
        self.open_groups[page] = "" if self.open_groups.get(page) == group else group


@dataclass
class Profile(Form):
    """A saved organisation, or a new one that is saved with its first answer.

    ``before`` holds the answers before something was removed, so that it can come back. ``elsewhere``
    names the places that someone else changed while the last change was made here. ``returned`` says
    that it was opened as a browser that is back had shown it.
    """

    stored: StoredOrganisation | None = None
    focus: str = ""
    failed: str = ""
    clash: Conflict[StoredOrganisation] | None = None
    before: Answers | None = None
    elsewhere: tuple[str, ...] = ()
    returned: bool = False

    @property
    def catching_up(self) -> bool:
        return returning.is_back() and (self.returned or self.stored is None)

    @property
    def shown(self) -> str:
        """What the page shows, for a browser to say when it comes back."""
        number = self.stored.number if self.stored else 0
        at = returning.Shown(id=self.id, number=number, generation=self.generation, open_groups=self.open_groups)
        return at.model_dump_json()

    @property
    def id(self) -> str:
        """What the address says; a new one gets an id with its first answer."""
        return self.stored.id if self.stored else NEW

    def found(self) -> Found:
        """What the checks find where the usual documents of this organisation print an answer."""
        return found.of(self.draft)

    def told(self, place: str) -> Sequence[Told]:
        return self.found().beside(place)

    def change(self, draft: Draft, what: str, place: str = "") -> None:
        super().change(draft, what, place)
        self.before, self.gone, self.elsewhere = None, "", ()
        self._keep(what)

    def removed(self, place: str, value: Any, name: str) -> None:
        answers = self.answers
        super().removed(place, value, name)
        self.before, self.gone = answers, name

    def put_back(self) -> None:
        if self.before is not None:
            self.answers, self.before = self.before, None
            self.generation += 1
            self._keep(f"Brought back {self.gone}")
            self.gone = ""

    def retry(self) -> None:
        self._keep("Saved again")

    @property
    def theirs(self) -> Draft | None:
        """What someone else made of the organisation, where there is something to choose between."""
        return organisations.alone(self.clash.theirs.answers) if self.clash else None

    @property
    def disputed(self) -> tuple[str, ...]:
        """The answers that were changed here and elsewhere, each otherwise: what there is to choose between."""
        return self._merged(self.clash.theirs).both if self.clash else ()

    def keep_mine(self) -> None:
        """Where both changed the same, go on with what is on this screen; the other one stays as a revision."""
        self._choose("Kept this version", theirs_win=False)

    def take_theirs(self) -> None:
        """Where both changed the same, go on with the other; what was only changed here is kept."""
        self._choose("Kept the other version", theirs_win=True)

    def _choose(self, what: str, theirs_win: bool) -> None:
        if self.clash:
            theirs = self.clash.theirs
            self._go_on(self._merged(theirs, theirs_win).draft, theirs, what)

    def _meet(self, clash: Conflict[StoredOrganisation], what: str) -> None:
        """Put both changes together; where both changed the same answer, that is for the person to choose."""
        merge = self._merged(clash.theirs)
        if merge.both:
            self.clash = clash
        else:
            self._go_on(merge.draft, clash.theirs, what)
            self.elsewhere = merge.theirs

    def _merged(self, theirs: StoredOrganisation, theirs_win: bool = False) -> Merge:
        base = self.stored.answers if self.stored else {}
        return merged(organisations.alone(base), self.draft, organisations.alone(theirs.answers), theirs_win)

    def _go_on(self, draft: Draft, theirs: StoredOrganisation, what: str) -> None:
        """Save what became of both on top of theirs. Someone may have saved again, and is met in turn."""
        self.stored, self.answers = theirs, organisations.answers_of(draft)
        self.clash, self.before, self.gone = None, None, ""
        self.generation += 1
        if self.answers != theirs.answers:
            self._keep(what)

    def _keep(self, what: str) -> None:
        store, stored = bootstrap.store(), self.stored
        try:
            if stored is None:
                saved = store.create_organisation(self.answers)
                st.query_params["organisation"] = saved.id
            else:
                outcome = store.save_organisation(stored.id, self.answers, stored.number, what)
                if isinstance(outcome, Conflict):
                    self.failed = ""
                    self._meet(outcome, what)
                    return
                saved = outcome
        except UserError as error:
            self.failed = str(error)
            return
        self.stored = StoredOrganisation(saved.id, saved.number, self.answers, saved.saved_at)
        self.failed, self.clash = "", None


def profile() -> Profile | None:
    """The organisation that the address names, or None when it names none that exists."""
    wanted = st.query_params.get("organisation", "")
    held: Profile | None = st.session_state.get(_HELD)
    if held is None or held.id != wanted:
        held = Profile() if wanted == NEW else _opened(wanted)
    elif wanted != NEW and not (held.failed or held.clash or held.catching_up):
        held = _refreshed(held)
    st.session_state[_HELD] = held
    return held


def _opened(id: str) -> Profile | None:
    """The organisation as it is kept; for a browser that is back, as it was when that browser showed it."""
    try:
        stored = bootstrap.store().load_organisation(id)
    except NotThereError:
        return None
    before = returning.shown(id)
    then = _then(stored, before.number) if before else None
    if before is None or then is None:
        return Profile(stored.answers, stored=stored)
    groups = dict(before.open_groups)
    return Profile(then.answers, before.generation, groups, stored=then, returned=True)


def _then(stored: StoredOrganisation, number: int) -> StoredOrganisation | None:
    """The same organisation at another revision; None where the store has none of that number."""
    try:
        return replace(stored, number=number, answers=bootstrap.store().organisation_revision(stored.id, number))
    except NotThereError:
        return None


def _refreshed(held: Profile) -> Profile | None:
    """The same on the screen, unless someone else saved since: what is shown is then not the truth."""
    now = _opened(held.id)
    if now is None or now.stored is None or held.stored is None or now.stored.number == held.stored.number:
        return now and held
    now.generation, now.open_groups = held.generation + 1, held.open_groups
    return now
