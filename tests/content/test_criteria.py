"""A criterion is written once and printed in three ways, so its grammar has to suit all of them.

As it stands in a table, "You can assess risk"; as a clause after "that you:", "can assess risk"; and as
a row of a person specification without a person, "Can assess risk" or "Has led a team". For the last
only the first verb is turned, so the others must not agree with "you".
"""

import re
from functools import cache

import pytest

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.framework import Role
from jd_builder.text import english

# The verbs that criteria begin with, and what a person specification makes of them. Before you add
# one, read its criterion aloud in all three ways.
BEGINNINGS = {"have": "Has", "can": "Can", "know": "Knows", "explain": "Explains", "turn": "Turns"}

# Main verbs that a writer might join to the first one. More come from the statements, verb first.
USUAL = """
    adapt advise apply are can compare do explain find follow give have help keep know lead make manage motivate say set
    show take teach turn use write
"""
# These are their own participles: "have managed a team, set goals" is as it should be.
OWN_PARTICIPLES = {"become", "come", "cut", "let", "put", "read", "run", "set"}
JOINED = re.compile(r"(?:,|;|\band|\bor|\bbut|\bthen)\s+(?:(?:and|or|but|then|also|always|often)\s+)*(?P<word>[a-z-]+)")


@cache
def ciso() -> Role:
    return next(role for role in load_builtin() if role.id == "ciso")


@cache
def criteria() -> dict[str, str]:
    """Every criterion of the role's skills and statements and of the list that goes with it."""
    skills = {skill.id: skill.criterion for skill in ciso().skills}
    statements = {statement.id: statement.criterion for statement in ciso().statements()}
    return {name: criterion.text for name, criterion in (skills | statements).items() if criterion}


@cache
def verbs() -> frozenset[str]:
    """Verbs in their base form."""
    duties = [each for each in ciso().statements() if each.kind not in ("skill", "experience")]
    return frozenset({*USUAL.split(), *BEGINNINGS, *(each.wordings.plain.split()[0] for each in duties)})


def faults(text: str) -> list[str]:
    """What of a criterion reads wrongly in one of the three ways."""
    you, _, clause = text.partition(" ")
    said = [] if you == "You" else ["does not begin with 'You'"]
    said += [f"says '{word}' again" for word in re.findall(r"\byou(?:r|rs|rself)?\b", clause, re.IGNORECASE)]
    first = clause.split()[0]
    said += [] if first in BEGINNINGS else [f"begins with '{first}', which is not in the table"]
    return said + [
        f"joins '{word}' to '{first}'" for word in JOINED.findall(clause) if not may_follow(first, word, clause)
    ]


def may_follow(first: str, word: str, clause: str) -> bool:
    """Whether the word, joined to the first verb, is either no verb or right after "she" as well."""
    if first == "can" or clause.startswith("know how to "):
        return word not in ("have", "are")
    if first == "have":
        return word not in verbs() or word == "can" or word in OWN_PARTICIPLES
    return word not in verbs()


@pytest.mark.parametrize("name", criteria())
def test_a_criterion_reads_well_in_all_three_ways(name: str) -> None:
    assert faults(criteria()[name]) == []


@pytest.mark.parametrize("name", criteria())
def test_a_person_specification_turns_its_first_verb(name: str) -> None:
    clause = criteria()[name].removeprefix("You ")
    first, _, rest = clause.partition(" ")
    assert english.raised(english.third_person(clause)) == f"{BEGINNINGS[first]} {rest}"


def test_both_files_are_read_and_every_requirement_has_a_criterion() -> None:
    requirements = {each.id for each in ciso().statements() if each.kind in ("skill", "experience")}
    skills = {skill.id for skill in ciso().skills}
    assert len(requirements) == 18
    assert len(skills) == 8
    assert requirements | skills <= criteria().keys()


BAD = [
    ("Experience of leading a team", "does not begin with 'You'"),
    ("You can explain risk to your team", "says 'your' again"),
    ("You have improved security and can show how you measured it", "says 'you' again"),
    ("You thrive on change", "begins with 'thrive'"),
    ("You explain risk and help people to act on it", "joins 'help' to 'explain'"),
    ("You turn evidence into reports, then advise on them", "joins 'advise' to 'turn'"),
    ("You explain risk and can say what follows", "joins 'can' to 'explain'"),
    ("You know current technology, and have used it", "joins 'have' to 'know'"),
    ("You have led a team and give it direction", "joins 'give' to 'have'"),
    ("You have led a team, and have developed its members", "joins 'have' to 'have'"),
    ("You can assess risk, and have reduced it", "joins 'have' to 'can'"),
]
GOOD = [
    "You have managed a team, set goals with its members and can show the results",
    "You can give staff direction, review how they perform and motivate them",
    "You know how to give staff direction, review how they perform and motivate them",
    "You know the law, and what changes in it mean",
    "You explain risk to managers, staff and others so that each can act on it",
]


@pytest.mark.parametrize(("text", "said"), BAD)
def test_a_criterion_that_reads_wrongly_is_found(text: str, said: str) -> None:
    assert any(said in fault for fault in faults(text)), faults(text)


@pytest.mark.parametrize("text", GOOD)
def test_a_criterion_that_reads_well_is_left_in_peace(text: str) -> None:
    assert faults(text) == []
