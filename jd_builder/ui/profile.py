"""What one browser session holds of an organisation. The truth is in the store, as with drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from jd_builder.domain.answering import answer_in
from jd_builder.domain.answers import Reading, read
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.organisation import Organisation
from jd_builder.services import found, meeting, organisations
from jd_builder.services.found import Found, Told
from jd_builder.services.meeting import Question
from jd_builder.storage import Aside, NotThereError, StoredOrganisation
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
    names the places that someone else changed while the last change was made here, ``own`` what was
    kept aside from here. ``returned`` says that it was opened as a browser that is back had shown it.
    """

    stored: StoredOrganisation | None = None
    focus: str = ""
    failed: str = ""
    own: frozenset[int] = frozenset()
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
        if self.stored is None or not self.catching_up:
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

    def keep_missed(self) -> None:
        """All that a browser which is back has brought, at once: it was typed on top of one state."""
        self._keep("Typed without a connection")

    def retry(self) -> None:
        self._keep("Saved again")

    @property
    def question(self) -> Question | None:
        """What there is to choose between, where two changed the same."""
        return meeting.question(meeting.as_draft(self.stored).waiting, self.draft) if self.stored else None

    def take_up(self, aside: Aside[Draft]) -> None:
        """Go on with what was kept aside; the other one stays as a revision."""
        self.answers = organisations.answers_of(meeting.chosen(aside, self.draft))
        self.generation += 1
        self._keep("Took the version that was kept aside", aside)

    def leave(self, aside: Aside[Draft]) -> None:
        """Go on with what the organisation says; what was kept aside stays as a revision."""
        self._keep("Left the version that was kept aside", aside)

    def _keep(self, what: str, settled: Aside[Draft] | None = None) -> None:
        try:
            if self.stored is None:
                saved = bootstrap.store().create_organisation(self.answers)
                self.stored = StoredOrganisation(saved.id, saved.number, self.answers, saved.saved_at)
                st.query_params["organisation"] = saved.id
            else:
                self._save(self.stored, what, [settled.number] if settled else [])
        except UserError as error:
            self.failed = str(error)
            return
        self.failed = ""

    def _save(self, stored: StoredOrganisation, what: str, settled: Sequence[int]) -> None:
        store = bootstrap.store()
        met = meeting.save_organisation(store, stored, self.draft, what, settled)
        if met.theirs is None:
            left = {each.number for each in met.waiting}
            waiting = tuple(each for each in stored.waiting if each.number in left)
            self.stored = StoredOrganisation(stored.id, met.saved.number, self.answers, met.saved.saved_at, waiting)
            return
        self.stored = store.load_organisation(stored.id)
        self.answers, self.before, self.gone, self.elsewhere = self.stored.answers, None, "", met.theirs
        self.own |= {met.saved.aside} if met.saved.aside else set()
        self.generation += 1


def profile() -> Profile | None:
    """The organisation that the address names, or None when it names none that exists."""
    wanted = st.query_params.get("organisation", "")
    held: Profile | None = st.session_state.get(_HELD)
    if held is None or held.id != wanted:
        held = Profile() if wanted == NEW else _opened(wanted)
    elif wanted != NEW and not held.catching_up:
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
    if held.stored and held.returned and held.answers != held.stored.answers:
        held.keep_missed()
    held.returned = False
    if held.failed:
        return held
    now = _opened(held.id)
    if now is None or now.stored is None or held.stored is None or now.stored.state == held.stored.state:
        return now and held
    now.generation, now.open_groups, now.own = held.generation + 1, held.open_groups, held.own
    return now
