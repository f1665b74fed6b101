"""What the documents of one draft take of its statements and criteria, seen side by side."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, get_args

from jd_builder.assembly.selection import Duty, Requirement, Selection
from jd_builder.domain.draft import Choices, Criterion, Draft
from jd_builder.domain.framework import Level, Need, Role, Skill, Statement
from jd_builder.domain.layout import Layout, Share, Takes
from jd_builder.services import catalogue
from jd_builder.services.building import usual_documents

_ALL = Share(default=10_000, least=0, most=10_000)
# Takes whatever there is, in the words that hold where a document has none of its own.
_EVERYWHERE = Layout(
    id="",
    name="All documents",
    description="What a screen shows of every statement.",
    suits=(),
    needs=(),
    takes=Takes(duties=_ALL, essential=_ALL, desirable=_ALL),
)


Sort = Literal["duties", "requirements"]


class Shares:
    """One state of a draft, its role, and what each of its documents takes. Computed once, when asked."""

    def __init__(self, draft: Draft, role: Role | None = None) -> None:
        self._known = known = catalogue.layouts_by_id()
        names = dict.fromkeys(draft.documents or usual_documents(draft))
        # A criterion without a name gets one here, as it would when it is kept.
        self.draft = draft if all(each.id for each in draft.criteria) else draft.requiring(draft.criteria)
        self.role = role or catalogue.role(draft.role, draft.edition)
        self.layouts = tuple(known[name] for name in names if name in known)
        self._sector = draft.read_organisation().value.sector

    @property
    def adverts(self) -> tuple[Layout, ...]:
        """The documents that keep to what is starred."""
        return tuple(layout for layout in self.layouts if layout.takes.starred)

    @property
    def others(self) -> tuple[Layout, ...]:
        return tuple(layout for layout in self.layouts if not layout.takes.starred)

    @property
    def counted(self) -> tuple[Layout, ...]:
        """The documents whose length matters to their readers: what a panel works with follows from the others."""
        return tuple(layout for layout in self.layouts if layout.audience != "panel")

    @cached_property
    def level(self) -> Level | None:
        return self._selection(self.draft, _EVERYWHERE).level

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills of the role, or of the level that the draft is for."""
        return self.level.skills if self.level else self.role.skills

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement that this draft could use as a duty or criterion: none of other levels."""
        of_level = self.level.responsibilities if self.level else ()
        of_skills = (statement for skill in self.skills for statement in skill.statements)
        of_lists = (statement for further in self.role.lists for statement in further.statements)
        return (*self.role.duties, *of_level, *of_skills, *of_lists)

    @property
    def usual(self) -> tuple[str, ...]:
        """The duties that documents take their share of by themselves, best first."""
        of_role = (*self.role.duties, *(self.level.responsibilities if self.level else ()))
        return self.role.suggested_duties or tuple(each.id for each in of_role)

    @cached_property
    def duties(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the duties in each document, by its layout."""
        return {
            layout.id: tuple(duty.id for duty in self._selection(self.draft, layout).duties())
            for layout in self.layouts
        }

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        """The duties that at least one document prints, in one order that suits all of them."""
        return tuple(_ordered(_merged(self.duties.values()), self.draft.choose.order))

    @cached_property
    def requirements(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the criteria in each document, by its layout."""
        found = {}
        for layout in self.layouts:
            selection, needs = self._selection(self.draft, layout), printed_needs(layout)
            found[layout.id] = tuple(each.id for need in needs for each in selection.requirements(need))
        return found

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The draft's own criteria, or as long as it has none, the suggested ones that documents print."""
        if self.draft.criteria:
            return self.draft.criteria
        printed = {id_ for ids in self.requirements.values() for id_ in ids}
        return tuple(each for each in self.suggested if each.id in printed)

    @cached_property
    def criteria_by_ref(self) -> Mapping[str, Criterion]:
        """Each of them by what documents call it: its statement, and its own id."""
        return {ref: each for each in self.criteria for ref in (each.statement, each.id) if ref}

    @cached_property
    def suggested(self) -> tuple[Criterion, ...]:
        """What documents offer until the draft has criteria of its own, with need and stages, best first."""
        if self.role.suggested_criteria:
            return tuple(
                Criterion(statement=each.of, need=each.need, assessed=each.assessed)
                for each in self.role.suggested_criteria
            )
        return tuple(Criterion(statement=skill.id, need="essential", assessed=("A", "I")) for skill in self.skills)

    def as_duties(self, ids: Iterable[str]) -> Mapping[str, Duty]:
        """Any statements as duties, in the words that hold in all documents."""
        draft = self.draft.changed(choose=Choices(statements=tuple(ids)))
        return {duty.id: duty for duty in self._selection(draft, _EVERYWHERE).duties()}

    def as_requirements(self, criteria: Sequence[Criterion]) -> Mapping[str, Requirement]:
        """Any criteria as requirements, in the words that hold in all documents."""
        if not criteria:
            return {}
        draft = self.draft.changed(criteria=tuple(criteria), choose=Choices())
        selection = self._selection(draft, _EVERYWHERE)
        return {each.id: each for need in ("essential", "desirable") for each in selection.requirements(need)}

    def as_written(self) -> "Shares":
        """The same draft without anybody's edits: the originals."""
        return self.after(self.draft.changed(edits={})) if self.draft.edits else self

    def after(self, draft: Draft) -> "Shares":
        """The same after a change of the draft."""
        return Shares(draft, self.role)

    def taken(self, sort: Sort) -> Mapping[str, tuple[str, ...]]:
        """What each document prints of one sort, by its layout."""
        return self.duties if sort == "duties" else self.requirements

    def in_adverts(self, sort: Sort) -> tuple[str, ...]:
        """What of one sort an advert prints."""
        return tuple(dict.fromkeys(id_ for layout in self.adverts for id_ in self.taken(sort)[layout.id]))

    def where(self, id_: str, sort: Sort) -> str:
        """A sentence on the documents that leave a statement out; a star tells that of adverts."""
        ids = self.taken(sort)
        if not any(id_ in each for each in ids.values()):
            return "In no document"
        told = (layout for layout in self.counted if not layout.takes.starred)
        missing = [layout.name for layout in told if ids[layout.id] and id_ not in ids[layout.id]]
        return f"Not in: {', '.join(missing)}" if missing else ""

    def _selection(self, draft: Draft, layout: Layout) -> Selection:
        return Selection(draft, self.role, layout, self._sector, self._known)


def printed_needs(layout: Layout) -> tuple[Need, ...]:
    """Which criteria a document prints: an advert only the essential ones, a role profile none."""
    shares = {"essential": layout.takes.essential, "desirable": layout.takes.desirable}
    return tuple(need for need in get_args(Need) if shares[need].most)


def _merged(lists: Iterable[Sequence[str]]) -> list[str]:
    """Every id once: the longest list as it is, and of the others each id behind the one before it."""
    merged: list[str] = []
    for ids in sorted(lists, key=len, reverse=True):
        for at, id_ in enumerate(ids):
            if id_ not in merged:
                merged.insert(merged.index(ids[at - 1]) + 1 if at else 0, id_)
    return merged


def _ordered(ids: list[str], order: Sequence[str]) -> list[str]:
    """As documents do it: the ids that ``order`` names, rearranged among their own places."""
    places = {id_: place for place, id_ in enumerate(order)}
    named = iter(sorted((id_ for id_ in ids if id_ in places), key=places.__getitem__))
    return [next(named) if id_ in places else id_ for id_ in ids]
