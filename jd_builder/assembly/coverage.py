"""Which skills the chosen duties show, which no duty shows, and which duties say the same twice.

A duty shows a skill when it is one of its statements, when its file says so of it or of a statement
that it goes with, when it names the skill, or when it says something near to one of the skill's
statements. What the thresholds rest on is said in text/likeness.py.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from jd_builder.assembly.selection import Duty
from jd_builder.domain.framework import Role, Skill, Statement
from jd_builder.text.fingerprint import content_stems
from jd_builder.text.likeness import likeness

SHOWS = 0.2
"""Enough to connect a duty with a skill: a person reads the table and sees both. Where 44 duties of three
roles of the framework were connected by hand, two in three of the connections so made are right, and
more than half of the right ones are made; at 0.25, it is seven in ten, and four in ten."""
DOUBLE = 0.5
"""Enough to say that two statements may be one: no two of ours that differ come so near, and three in
four statements do that were written in two ways."""
_BRACKET = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class Shown:
    """A skill and the duties that show it, by their numbers in the document, from 1."""

    skill: Skill
    by: tuple[int, ...]


@dataclass(frozen=True)
class Double:
    """Two duties that say much the same, by their numbers from 1, and how much: 0 to 1."""

    one: int
    other: int
    likeness: float


@dataclass(frozen=True)
class Repeat:
    """A duty, by its number from 1, that says much the same as a statement of a skill."""

    duty: int
    skill: Skill
    statement: Statement


def shown(duties: Sequence[Duty], skills: Iterable[Skill], role: Role) -> tuple[Shown, ...]:
    seen = [(number, content_stems(duty.words), _told(duty, role)) for number, duty in enumerate(duties, 1)]
    return tuple(
        Shown(skill, tuple(number for number, stems, told in seen if _shows(stems, told, skill))) for skill in skills
    )


def doubles(duties: Sequence[Duty]) -> tuple[Double, ...]:
    """The most alike first."""
    stems = [content_stems(duty.words) for duty in duties]
    pairs = (
        Double(one + 1, other + 1, likeness(stems[one], stems[other]))
        for one, other in combinations(range(len(duties)), 2)
    )
    return tuple(sorted((pair for pair in pairs if pair.likeness >= DOUBLE), key=lambda pair: -pair.likeness))


def repeats(duties: Sequence[Duty], skills: Iterable[Skill]) -> tuple[Repeat, ...]:
    """For each duty the statement of a skill that it doubles, the most alike, if there is one that it is not itself."""
    statements = [(skill, each, content_stems(each.wordings.plain)) for skill in skills for each in skill.statements]
    found = []
    for number, duty in enumerate(duties, 1):
        if statements and all(each.id != duty.id for _, each, _ in statements):
            stems = content_stems(duty.words)
            skill, statement, said = max(statements, key=lambda known: likeness(stems, known[2]))
            if likeness(stems, said) >= DOUBLE:
                found.append(Repeat(number, skill, statement))
    return tuple(found)


def _told(duty: Duty, role: Role) -> tuple[Statement, ...]:
    """The statements by which the data files say what a duty shows; none where they say nothing."""
    statement = role.by_id.get(duty.id)
    goes_with = (duty.id, *(statement.overlap.by if statement and statement.overlap else ()))
    known = tuple(role.by_id[id] for id in goes_with if id in role.by_id)
    return known if any(each.shows or each.kind in ("can", "lead") for each in known) else ()


def _shows(stems: frozenset[str], told: Sequence[Statement], skill: Skill) -> bool:
    """By what the data files say of a duty; where they say nothing, by its words."""
    if told:
        return any(skill.id in each.shows or each.id in skill.ids for each in told)
    if content_stems(_BRACKET.sub("", skill.name)) <= stems:
        return True
    return any(likeness(stems, content_stems(each.wordings.plain)) >= SHOWS for each in skill.statements)
