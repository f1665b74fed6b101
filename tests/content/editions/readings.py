"""Roles as files of a framework might say them: all invented."""

from dataclasses import replace
from datetime import date

from jd_builder.content.reading.page import LevelRead, RoleRead, SkillRead, SourceRead

SOURCE = SourceRead("html", "lamplighter.html", "a" * 64, edition_date=date(2026, 3, 1))

LAMPS = SkillRead(
    "Lamp care",
    "Keeping lamps in good order.",
    None,
    (
        "clean every lamp of a street before dusk",
        "choose the oil that suits the season and the town's budget",
        "teach apprentices how to trim a wick without waste",
    ),
    ("advising the council on brighter squares",),
)
LADDERS = SkillRead(
    "Working at height",
    None,
    None,
    ("climb a ladder safely in wind and rain", "inspect ladders each month and report their faults"),
)
HEAD = RoleRead(
    role="Head of lamplighting",
    family="Light",
    senior=True,
    description=("A head of lamplighting runs the lamps of a town. They answer to the mayor.",),
    duties_lead_in="In this role, you will:",
    duties=(
        "plan the yearly rounds of every lamplighter in the town",
        "agree the price of oil with three merchants",
        "report broken lamps to the [town works](https://works.example/lamps) each morning",
    ),
    grades=("Grade 9",),
    skills=(LAMPS, LADDERS),
    levels=(),
    source=SOURCE,
    shares_skills_with={"Bell ringer": ("Working at height",)},
)


def skill(name: str, proficiency: str, *can: str) -> SkillRead:
    return SkillRead(name, None, proficiency, can)


LAMPLIGHTER = RoleRead(
    role="Lamplighter",
    family="Light",
    senior=False,
    description=("A lamplighter lights the lamps.",),
    duties_lead_in=None,
    duties=(),
    grades=(),
    skills=(),
    levels=(
        LevelRead(
            "Lamplighter",
            ("A lamplighter looks after one street.",),
            ("light forty lamps before dark",),
            ("Grade 3",),
            (skill("Lamp care", "working", "clean a lamp by the book"), skill("Working at height", "working", "climb")),
        ),
        LevelRead(
            "Senior lamplighter",
            ("A senior lamplighter looks after a quarter.",),
            ("divide the streets among six lamplighters",),
            ("Grade 5",),
            (skill("Lamp care", "expert", "invent a better lamp"), skill("Working at height", "working", "climb")),
        ),
    ),
    source=replace(SOURCE, sha256="b" * 64, edition_date=None),
    shares_skills_with={},
)
