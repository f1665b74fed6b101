"""What a panel needs of a draft: its criteria as questions, what an answer may show, a plan and a scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from jd_builder.assembly.marks import Words, lowered
from jd_builder.assembly.phrases import unstopped
from jd_builder.assembly.selection import Requirement, Selection
from jd_builder.domain.framework import Role, Statement
from jd_builder.domain.interview_time import OPENING, PRESENTATION, for_each
from jd_builder.domain.organisation import Sector
from jd_builder.domain.suggestions import suggested
from jd_builder.domain.terms import ScoreScale


@dataclass(frozen=True)
class Asked:
    """A criterion by its number in the pack, with what prompts ask and an answer may show: statements of its skill,
    verb first."""

    number: str
    criterion: Requirement
    shows: tuple[Words, ...]


def asked(requirements: Sequence[Requirement], selection: Selection, role: Role) -> list[Asked]:
    """No statement serves another criterion while there are some that have served fewer."""
    used: dict[str, int] = {}
    found = []
    for number, each in enumerate(requirements, start=1):
        known = {statement.id: statement for statement in _statements(each.about, role)}
        least_used = sorted(known.values(), key=lambda statement: used.get(statement.id, 0))
        words = ((statement.id, selection.words(statement)) for statement in least_used)
        chosen = list(islice((one for one in words if not _is_said(one[1], each)), 2))
        used |= {id_: used.get(id_, 0) + 1 for id_, _ in chosen}
        found.append(Asked(str(number), each, tuple(_inside(said) for _, said in chosen)))
    return found


def plan(minutes: Words, asked: Sequence[Asked]) -> list[tuple[str, str]]:
    """An interview of this length as rows of its minutes and what happens; none while the length is not known."""
    if not minutes.value:
        return []
    parts = [(OPENING, "Welcome and opening script")]
    parts += [(PRESENTATION, "Presentation")] if staged(asked, "Presentation") else []
    length = for_each(minutes.value, [each.criterion.stages for each in asked])
    parts += [(length, f"Question {number}") for number, _ in enumerate(staged(asked, "Interview"), start=1)]
    parts.append((minutes.value - sum(taken for taken, _ in parts), "Questions of the candidate, and close"))
    return list(_timed(parts))


def staged(asked: Sequence[Asked], *stages: str) -> list[Asked]:
    """Those that are assessed at one of these stages."""
    wanted = frozenset(stages)
    return [each for each in asked if not wanted.isdisjoint(each.criterion.stages)]


@dataclass(frozen=True)
class Scale:
    """Scores from 1 to ``highest``; from ``passes`` on, a criterion is met."""

    highest: int
    passes: int

    @cached_property
    def strong(self) -> str:
        return _scores(self._middle, self.highest)

    @cached_property
    def acceptable(self) -> str:
        return _scores(self.passes, self._middle - 1)

    @cached_property
    def poor(self) -> str:
        return _scores(1, self.passes - 1)

    @property
    def _middle(self) -> int:
        return self.passes + (self.highest - self.passes + 1) // 2


def scale(given: ScoreScale | None, sector: Sector | None) -> Scale:
    """The user's scale; as long as there is none, that which is usual in the sector."""
    if given is None:
        return Scale(*suggested(sector).scale)
    return Scale(given.highest, given.passes or (given.highest + 2) // 2)


def _scores(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} or {high}" if high == low + 1 else f"{low} to {high}"


def _timed(parts: Sequence[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    at = 0
    for length, what in parts:
        if length > 0:
            yield f"{at} to {at + length}", what
        at += length


def _statements(about: str, role: Role) -> Iterator[Statement]:
    """What shows a criterion: what it goes with, then the leadership examples of its skills; never itself."""
    statement = role.by_id.get(about)
    behind = (role.by_id.get(id_) for id_ in (statement.overlap.by if statement and statement.overlap else ()))
    yield from (each for each in behind if each and each.kind in ("lead", "can"))
    skills = list(dict.fromkeys(_skill_ids(about, role)))
    for kind in ("lead", "can"):
        for id_ in skills:
            yield from (each for each in role.skills_by_id[id_].of_kind(kind) if each.id != about)


def _is_said(words: Words, criterion: Requirement) -> bool:
    """Whether a criterion is this statement in the first place: it shows nothing beyond itself."""
    return words.casefold() in criterion.words.casefold()


def _skill_ids(about: str, role: Role) -> Iterator[str]:
    if about in role.skills_by_id:
        yield about
        return
    statement = role.by_id.get(about)
    named = (about, *(statement.shows if statement else ()))
    behind = statement.overlap.by if statement and statement.overlap else ()
    for id_ in (*named, *behind):
        yield from (each for each in (id_, id_.rsplit(".", 2)[0]) if each in role.skills_by_id)
    for duty in (role.by_id[id_] for id_ in behind if id_ in role.by_id):
        yield from (each for each in duty.shows if each in role.skills_by_id)


def _inside(words: Words) -> Any:
    return lowered(unstopped(words))
