"""Which skills the duties of a draft show, which they do not, and which duties may be one."""

from dataclasses import dataclass

from jd_builder.assembly import coverage
from jd_builder.services.shares import Shares
from jd_builder.text import english


@dataclass(frozen=True)
class SkillLine:
    """A skill as a person is told of it. ``by`` are the duties that show it, with their numbers in the list."""

    name: str
    required: bool
    by: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """``doubles`` are pairs of duties that say much the same, the most alike first; ``repeats`` are duties
    that say much the same as a statement of a skill, with that statement and the name of the skill."""

    skills: tuple[SkillLine, ...]
    doubles: tuple[tuple[str, str], ...]
    repeats: tuple[tuple[str, str, str], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The skills that are essential and that no duty shows."""
        return tuple(each.name for each in self.skills if each.required and not each.by)


def of(shares: Shares) -> Coverage:
    duties = [duty for id, duty in shares.as_duties(shares.chosen).items()]
    words = [str(duty.words) for duty in duties]
    required = {each.statement for each in shares.criteria if each.need == "essential"}
    lines = []
    for each in coverage.shown(duties, shares.skills, shares.role):
        ids = {each.skill.id, *(statement.id for statement in each.skill.statements)}
        name = ", ".join(filter(None, (each.skill.name, each.skill.proficiency)))
        by = tuple(f"{n}. {english.raised(words[n - 1])}" for n in each.by)
        lines.append(SkillLine(name, bool(ids & required), by))
    doubles = tuple((words[pair.one - 1], words[pair.other - 1]) for pair in coverage.doubles(duties))
    repeats = tuple(
        (words[each.duty - 1], each.statement.wordings.plain, each.skill.name)
        for each in coverage.repeats(duties, shares.skills)
    )
    return Coverage(tuple(lines), doubles, repeats)
