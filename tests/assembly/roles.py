"""Two small roles: one as those that come with the product, one as an import of the framework makes them."""

from datetime import date
from typing import Any

from jd_builder.domain.framework import (
    CriterionWording,
    Group,
    Kind,
    Level,
    Overlap,
    Role,
    Skill,
    Source,
    Statement,
    StatementList,
    SuggestedCriterion,
    Wordings,
)

EDITION = "2024-11-30"
SOURCE = Source(
    publisher="Government Digital and Data profession",
    title="Guard, Government Digital and Data Profession Capability Framework",
    address="https://framework.example/role/guard.html",
    edition_date=date(2024, 11, 30),
    licence="Open Government Licence v3.0",
)
TRADE = Source(publisher="Our own words", title="What employers ask of guards", licence="Ours")


def statement(name: str, kind: Kind, plain: str, origin: Any = "framework", **fields: Any) -> Statement:
    wordings = Wordings(plain=plain, elsewhere=fields.pop("elsewhere", None), official=fields.pop("official", {}))
    source = SOURCE if origin == "framework" else TRADE
    return Statement(id=name, kind=kind, wordings=wordings, source=source, origin=origin, **fields)


def criterion(text: str, group: Group) -> CriterionWording:
    return CriterionWording(text=text, group=group)


GUARD = Role(
    id="guard",
    title="Chief guard",
    edition=EDITION,
    source=SOURCE,
    summary=(
        statement("guard.summary.1", "summary", "keep the house safe"),
        statement("guard.summary.2", "summary", "serve ministers", government_only=True),
    ),
    duties=(
        statement(
            "guard.duty.1",
            "duty",
            "set a plan that supports government's own",
            elsewhere="set a plan that supports the house",
            official={EDITION: "owning the plan across government"},
            theme="planning",
        ),
        statement("guard.duty.2", "duty", "walk the rounds at night", theme="rounds"),
        statement("guard.duty.3", "duty", "check every lock", theme="rounds"),
        statement("guard.duty.4", "duty", "write up what was seen and what was done about it", theme="planning"),
        statement("guard.duty.5", "duty", "train the watch", theme="planning"),
    ),
    skills=(
        Skill(
            id="guard.locks",
            name="Locks and keys",
            description="Knowing what opens what",
            criterion=criterion("You have run the locks of a large house", "experience"),
            statements=(
                statement("guard.locks.can.1", "can", "pick a lock"),
                statement("guard.locks.lead.1", "lead", "lead a team of locksmiths"),
            ),
        ),
        Skill(
            id="guard.dogs",
            name="Dogs",
            criterion=criterion("You understand dogs", "knowledge"),
            statements=(statement("guard.dogs.can.1", "can", "calm a dog"),),
        ),
    ),
    themes={"rounds": "On the rounds", "planning": "Planning"},
    lists=(
        StatementList(
            id="trade",
            name="Trade list",
            source=TRADE,
            statements=(
                statement("trade.day.1", "duty", "count the silver", "commercial", overlap=Overlap(relation="new")),
                statement(
                    "trade.skill.1",
                    "skill",
                    "clear reports",
                    "commercial",
                    criterion=criterion("You write reports that people act on", "skills"),
                ),
            ),
        ),
    ),
    suggested_duties=("guard.duty.1", "guard.duty.2", "trade.day.1", "guard.duty.4", "guard.duty.3"),
    suggested_criteria=(
        SuggestedCriterion(of="guard.locks", need="essential", assessed=("A", "I")),
        SuggestedCriterion(of="trade.skill.1", need="essential", assessed=("T",)),
        SuggestedCriterion(of="guard.dogs", need="desirable", assessed=("I",)),
    ),
)


def level(name: str, title: str, proficiency: Any) -> Level:
    return Level(
        id=name,
        name=title,
        responsibilities=(
            statement(f"porter.{name}.resp.1", "resp", f"open doors as a {title.lower()}"),
            statement(f"porter.{name}.resp.2", "resp", f"carry bags as a {title.lower()}"),
        ),
        skills=(
            Skill(
                id=f"porter.doors.{proficiency}",
                name="Doors and gates",
                proficiency=proficiency,
                statements=(statement(f"porter.doors.{proficiency}.can.1", "can", f"open doors at {proficiency}"),),
            ),
            Skill(
                id=f"porter.it-support.{proficiency}",
                name="IT support",
                proficiency=proficiency,
                statements=(statement(f"porter.it-support.{proficiency}.can.1", "can", "plug it in"),),
            ),
        ),
    )


PORTER = Role(
    id="porter",
    title="Porter",
    edition=EDITION,
    source=SOURCE,
    summary=(statement("porter.summary.1", "summary", "help people in"),),
    levels=(level("porter", "Porter", "working"), level("head-porter", "Head porter", "expert")),
)
"""As an import makes it: levels, no themes, no suggestions, no wording as criteria."""
