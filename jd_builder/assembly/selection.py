"""Which statements and criteria a layout takes of a draft: its own share, then the user's choices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from jd_builder.assembly.marks import Words
from jd_builder.domain.draft import Criterion, Draft, OwnStatement
from jd_builder.domain.framework import GROUPS, STAGES, CriterionWording, Level, Need, Role, Skill, Statement
from jd_builder.domain.layout import Layout
from jd_builder.domain.organisation import Sector
from jd_builder.domain.suggestions import suggested
from jd_builder.text import english
from jd_builder.text.fingerprint import content_stems

_NONE: Mapping[str, Layout] = MappingProxyType({})
DUTY_KINDS = ("duty", "can", "lead", "resp")


@dataclass(frozen=True)
class Duty:
    """A chosen duty: its words, lower case and verb first, and the subheading it belongs under."""

    id: str
    words: Words
    theme: str


ABLE = "are able to "
"""How a statement without a wording of its own becomes a requirement, after "You"."""


@dataclass(frozen=True)
class Requirement:
    """A criterion as documents print it.

    ``words`` is a sentence such as "You have led ..."; ``clause`` is the same after "you", or
    nothing when the user's own text does not begin so. ``about`` is the id of the skill or statement
    that it comes from, if it does. ``is_first`` are words that we made of a statement about people in the job.
    """

    id: str
    words: Words
    need: Need
    group: str
    stages: tuple[str, ...]
    about: str = ""
    is_first: bool = False

    @property
    def clause(self) -> Words | None:
        return self.words.said(self.words[4:]) if self.words.startswith("You ") else None

    @property
    def impersonal(self) -> Words:
        """Without a person: "Has led ..." for "You have led ...", "Able to ..." for "You are able to ..."."""
        clause = self.clause
        if clause is None:
            return self.words
        return clause.said(english.raised(clause[4:] if clause.startswith(ABLE) else english.third_person(clause)))


class Selection:
    """What one layout takes of one draft, in the order of the document.

    ``layouts`` are all that there are, by their ids: what a panel scores depends on what candidates are told.
    """

    def __init__(
        self,
        draft: Draft,
        role: Role,
        layout: Layout,
        sector: Sector | None,
        layouts: Mapping[str, Layout] = _NONE,
    ) -> None:
        self._draft, self._role, self._layout, self._sector, self._layouts = draft, role, layout, sector, layouts
        self._government = sector == Sector.CENTRAL_GOVERNMENT
        self._own = {own.id: own for own in draft.own}

    @property
    def level(self) -> Level | None:
        return self._role.level_of(self._draft.level)

    def words(self, statement: Statement | OwnStatement) -> Words:
        """A statement in the wording, or the edit, that holds in this document."""
        edit = self._draft.edit_for(statement.id, self._layout.id)
        if edit:
            return Words(edit.text, edit.origin, statement.id)
        if isinstance(statement, OwnStatement):
            return Words(statement.text, "own", statement.id)
        text = statement.wordings.text(self._draft.wording, self._role.edition, self._government)
        return Words(text, statement.origin, statement.id)

    def summary(self) -> list[Words]:
        """What the role is: of an ordinary role, what the level is, where that is said."""
        of_level = self.level.summary if self.level else ()
        kept = [each for each in of_level or self._role.summary if self._government or not each.government_only]
        return [self.words(statement) for statement in kept]

    def duties(self) -> list[Duty]:
        return [self._duty(each) for each in self._duty_ids()]

    def requirements(self, need: Need) -> list[Requirement]:
        return [self._requirement(each) for each in self._taken(self._layout, need)]

    def _taken(self, layout: Layout, need: Need) -> list[Criterion]:
        """The criteria that a layout prints of the draft."""
        found = [each for each in self._criteria if each.need == need]
        if layout.audience == "panel":
            told = self._told_to_candidates(need)
            return [each for each in found if each.id in told]
        starred = [each for each in found if each.id in self._draft.choose.star]
        if layout.takes.starred and starred:
            return starred
        share = layout.takes.essential if need == "essential" else layout.takes.desirable
        keeps_all = self._draft.criteria and not layout.takes.starred
        return found if keeps_all else found[: share.default]

    def _told_to_candidates(self, need: Need) -> set[str]:
        """The criteria in any document for candidates that the draft becomes, or that is usual in its sector."""
        for names in (self._draft.documents, suggested(self._sector).documents):
            known = [self._layouts[name] for name in names if name in self._layouts]
            public = [layout for layout in known if layout.audience == "candidates"]
            if public:
                return {each.id for layout in public for each in self._taken(layout, need)}
        return set()

    def _duty_ids(self) -> list[str]:
        choose = self._draft.choose
        if not self._layout.takes.duties.most:
            return []
        if choose.statements is not None:
            return _reordered(_once(filter(self._is_duty, choose.statements)), choose.order)
        own = [each.id for each in self._draft.own if each.kind in DUTY_KINDS]
        included = [each for each in choose.include if self._is_duty(each)]
        taken = _once([*self._suggested, *included, *own])
        taken = [each for each in taken if each not in choose.exclude]
        listed = _once([*self._usual[: self._longest], *self._suggested, *included, *own, *choose.star])
        starred = [each for each in listed if each in choose.star and self._is_duty(each)]
        return _reordered(starred if self._layout.takes.starred and starred else taken, choose.order)

    @cached_property
    def _suggested(self) -> list[str]:
        """The layout's own share: the role's suggestions that are short enough, best first."""
        return list(islice(filter(self._fits, self._usual), self._layout.takes.duties.default))

    @property
    def _usual(self) -> Sequence[str]:
        level = self.level
        of_role = [*self._role.duties, *(level.responsibilities if level else ())]
        return self._role.suggested_duties or [statement.id for statement in of_role]

    @property
    def _longest(self) -> int:
        """How many of the role's suggestions the longest list of the draft's documents begins with."""
        names = self._draft.documents or suggested(self._sector).documents
        return max((self._layouts[name].takes.duties.default for name in names if name in self._layouts), default=0)

    def _fits(self, statement: str) -> bool:
        longest = self._layout.takes.words
        return longest is None or len(self.words(self._role.by_id[statement]).split()) <= longest

    def _known(self, id_: str) -> Statement | OwnStatement | None:
        return self._own.get(id_) or self._role.by_id.get(id_)

    def _is_duty(self, statement: str) -> bool:
        known = self._known(statement)
        return known is not None and known.kind in DUTY_KINDS

    def _duty(self, id_: str) -> Duty:
        statement = self._own.get(id_) or self._role.by_id[id_]
        return Duty(id_, self.words(statement), self._theme(statement.theme, id_))

    def _theme(self, theme: str | None, id_: str) -> str:
        if theme is not None and theme in self._role.themes:
            return self._role.themes[theme]
        skill = self._role.skills_by_id.get(id_.rsplit(".", 2)[0])
        return ", ".join(filter(None, (skill.name, skill.proficiency))) if skill else "Other duties"

    @cached_property
    def _criteria(self) -> list[Criterion]:
        criteria = self._draft.criteria or self._suggested_criteria()
        return [each for each in criteria if each.text or self._has(each.statement or "")]

    def _has(self, about: str) -> bool:
        return about in self._role.skills_by_id or self._known(about) is not None

    def _suggested_criteria(self) -> Iterable[Criterion]:
        if self._role.suggested_criteria:
            for each in self._role.suggested_criteria:
                if each.of not in self._draft.choose.exclude:
                    yield Criterion(id=each.of, statement=each.of, need=each.need, assessed=each.assessed)
            return
        level = self.level
        for skill in level.skills if level else self._role.skills:
            if skill.id not in self._draft.choose.exclude:
                yield Criterion(id=skill.id, statement=skill.id, need="essential", assessed=("A", "I"))

    def _requirement(self, criterion: Criterion) -> Requirement:
        words, group = self._criterion_words(criterion)
        stages = tuple(STAGES[stage] for stage in criterion.assessed)
        group = GROUPS[criterion.group or group]
        about = criterion.statement or ""
        is_first = words.startswith(f"You {ABLE}") and words.origin not in ("own", "model") and not self._written(about)
        return Requirement(criterion.id, words, criterion.need, group, stages, about, is_first)

    def _criterion_words(self, criterion: Criterion) -> tuple[Words, str]:
        about = criterion.statement or ""
        skill, statement, written = self._role.skills_by_id.get(about), self._known(about), self._written(about)
        group = written.group if written else "skills"
        edit = self._draft.edit_for(about, self._layout.id)
        if criterion.text:
            other = self._draft.rewording_of(criterion, self._layout.id)
            text, origin = (other.text, other.origin) if other else (criterion.text, "own")
            return Words(text, origin, criterion.id or None), group
        is_duty = statement is not None and statement.kind in DUTY_KINDS
        if edit and (skill or written) and not is_duty:
            return Words(edit.text, edit.origin, about), group
        if written:
            return Words(
                written.text, statement.origin if isinstance(statement, Statement) else self._role.origin, about
            ), group
        if skill:
            return Words(_shown_by(skill), self._role.origin, about), group
        return self._ability(about), group

    def _written(self, about: str) -> CriterionWording | None:
        """How the role itself words a skill or statement as a requirement."""
        known = self._role.skills_by_id.get(about) or self._known(about)
        return known.criterion if isinstance(known, (Skill, Statement)) else None

    def _ability(self, about: str) -> Words:
        """A statement that has no wording as a requirement, as one."""
        statement = self._own.get(about) or self._role.by_id[about]
        words = self.words(statement)
        return words.said(f"You {ABLE}{words}") if statement.kind in DUTY_KINDS else words


def _shown_by(skill: Skill) -> str:
    """A first wording of a skill as a requirement: the statement that says most of what its name says, as that can
    be tested; of several the first."""
    can = [each.wordings.plain for each in skill.statements if each.kind == "can"]
    if not can:
        return f"You are skilled in {english.lowered(skill.name)}"
    name = content_stems(skill.name)
    return f"You {ABLE}{max(can, key=lambda text: len(name & content_stems(text)))}"


def _once(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _reordered(ids: list[str], order: Sequence[str]) -> list[str]:
    """The ids with those that ``order`` names rearranged among their own places."""
    named = iter(sorted((each for each in ids if each in order), key=list(order).index))
    return [next(named) if each in order else each for each in ids]
