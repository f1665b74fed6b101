"""What layouts say of a draft beside its answers: the words of its role, as the layout takes them."""

from functools import cached_property
from typing import Any

from jd_builder.assembly.coverage import shown
from jd_builder.assembly.interview import Asked, asked
from jd_builder.assembly.marks import Words, phrase
from jd_builder.assembly.selection import Duty, Requirement, Selection
from jd_builder.domain.framework import GROUPS, Level, Role, Skill
from jd_builder.text import english


class Content:
    """Each attribute by the name that layouts call it by, and found only for those that name it."""

    def __init__(self, selection: Selection, role: Role) -> None:
        self._selection, self.role = selection, role

    @cached_property
    def level(self) -> Level | None:
        return self._selection.level

    @cached_property
    def summary(self) -> list[Words]:
        return self._selection.summary()

    @cached_property
    def duties(self) -> list[Words]:
        return [duty.words for duty in self._duties]

    @cached_property
    def duty_groups(self) -> list[tuple[str, list[Words]]]:
        """The duties under their themes: those of the role in its order, any other after them; one alone has no
        name."""
        themes = dict.fromkeys([*self.role.themes.values(), *(duty.theme for duty in self._duties)])
        groups = ((theme, [duty.words for duty in self._duties if duty.theme == theme]) for theme in themes)
        known = [(theme, words) for theme, words in groups if words]
        return known if len(known) > 1 else [("", words) for _, words in known]

    @cached_property
    def essential(self) -> list[Requirement]:
        return self._selection.requirements("essential")

    @cached_property
    def desirable(self) -> list[Requirement]:
        return self._selection.requirements("desirable")

    @cached_property
    def requirements(self) -> list[Requirement]:
        """All of them, with those of one group together, essential ones first in each."""
        order = list(GROUPS.values())
        both = [*self.essential, *self.desirable]
        return sorted(both, key=lambda each: (order.index(each.group), each.need == "desirable"))

    def asked(self) -> list[Asked]:
        return asked([*self.essential, *self.desirable], self._selection, self.role)

    @cached_property
    def skills(self) -> list[dict[str, Any]]:
        return [self._skill(skill) for skill in self._skills]

    def skills_shown(self) -> list[str]:
        return [", ".join(map(str, each.by)) for each in shown(self._duties, self._skills, self.role)]

    @cached_property
    def related(self) -> list[Words]:
        return [Words(related.title, self.role.origin, self.role.id) for related in self.role.related]

    @cached_property
    def adapted_from(self) -> str:
        source = self.role.source
        dated = f", edition of {english.day(source.edition_date)}" if source.edition_date else ""
        return f"Adapted from {source.title} (Crown copyright){dated}." if self.role.origin == "framework" else ""

    @cached_property
    def _duties(self) -> list[Duty]:
        return self._selection.duties()

    @property
    def _skills(self) -> tuple[Skill, ...]:
        return self.level.skills if self.level else self.role.skills

    def _skill(self, skill: Skill) -> dict[str, Any]:
        """A skill by its name and the proficiency that the level asks for."""
        origin = self.role.origin
        proficiency = Words(skill.proficiency or "", origin, skill.id)
        return {
            "name": phrase(Words(skill.name, origin, skill.id), ", " if proficiency else "", proficiency),
            "description": Words(skill.description or "", origin, skill.id),
            "can": [self._selection.words(statement) for statement in skill.of_kind("can")],
        }


CONTENT = frozenset(("role", *(name for name in vars(Content) if not name.startswith("_"))))
