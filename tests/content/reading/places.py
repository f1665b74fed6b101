"""Everything that was read of a role, each with its place, so that what is lost or shifted shows."""

from collections import Counter

from jd_builder.content.reading.page import RoleRead, SkillRead

Place = tuple[str, ...]
STATEMENTS = ("duty", "grade", "responsibility", "can", "lead")


def places(role: RoleRead) -> Counter[Place]:
    """For each thing read: what it is, where it stands, and last its text."""
    found: list[Place] = [("duty", text) for text in role.duties]
    found += [("grade", text) for text in role.grades]
    found += [("paragraph", text) for text in role.description]
    found += [place for skill in role.skills for place in _of_skill(skill, "")]
    for level in role.levels:
        found += [("level", level.name)]
        found += [("paragraph", level.name, text) for text in level.description]
        found += [("responsibility", level.name, text) for text in level.responsibilities]
        found += [("grade", level.name, text) for text in level.grades]
        found += [place for skill in level.skills for place in _of_skill(skill, level.name)]
    found += [("shares", name, skill) for name, skills in role.shares_skills_with.items() for skill in skills]
    return Counter(found)


def statements(role: RoleRead) -> Counter[Place]:
    return Counter({place: number for place, number in places(role).items() if place[0] in STATEMENTS})


def _of_skill(skill: SkillRead, level: str) -> list[Place]:
    cans: list[Place] = [("can", level, skill.name, text) for text in skill.you_can]
    leads: list[Place] = [("lead", level, skill.name, text) for text in skill.leadership]
    return [("skill", level, skill.name), *cans, *leads]
