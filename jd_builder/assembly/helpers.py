"""The small functions that layouts call inside a sentence or a table row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jd_builder.assembly.interview import plan, staged
from jd_builder.assembly.interview_words import (
    by_number,
    lines_each,
    months,
    on_sheet,
    prompts,
    question,
    room,
    rooms,
    rooms_only,
    shown,
)
from jd_builder.assembly.marks import Phrase, Words, listing, lowered, phrase, raised
from jd_builder.assembly.selection import ABLE, Requirement
from jd_builder.text import english

Row = tuple[Any, ...]
_NOTHING = "\N{EN DASH}"


def clauses(requirements: Sequence[Requirement]) -> list[Words]:
    """The requirements as they follow "that you" and what they share; none when one of them does not read so."""
    found = [each.clause for each in requirements]
    start = len(shared(requirements).lstrip()) + 1 if shared(requirements) else 0
    return [] if None in found else [clause.said(clause[start:]) for clause in found if clause is not None]


def shared(requirements: Sequence[Requirement]) -> str:
    """What all of several requirements begin with after "that you", so that a list says it once."""
    alike = len(requirements) > 1 and all((each.clause or "").startswith(ABLE) for each in requirements)
    return f" {ABLE.strip()}" if alike else ""


def assessed(requirements: Iterable[Requirement]) -> list[Row]:
    """Rows of criterion, need and the stages at which it is assessed."""
    return [(each.words, each.need.capitalize(), ", ".join(each.stages)) for each in requirements]


def specified(requirements: Iterable[Requirement]) -> list[Row]:
    """Rows of a person specification: group, criterion without a person, need and stages."""
    return [(each.group, each.impersonal, each.need.capitalize(), ", ".join(each.stages)) for each in requirements]


def skill_rows(skills: Iterable[Mapping[str, Any]], *more: Sequence[Any], described: bool = True) -> list[Row]:
    """Rows of a skill's name, what it is for if ``described``, and a cell of each further column, never empty."""
    cells = ((each["name"], *([raised(each["description"])] if described else [])) for each in skills)
    return [(*row, *(cell or _NOTHING for cell in rest)) for row, *rest in zip(cells, *more, strict=True)]


def told(summary: Sequence[Words], first: str, second: str) -> Phrase:
    """What a role is, in sentences: ours are clauses after ``first`` or ``second``, official ones stand alone."""
    parts: list[str] = []
    for number, each in enumerate(summary):
        alone = each[:1].isupper()
        lead = "" if alone else f"{second if number == 1 else first} "
        parts += [f"{' ' if number else ''}{lead}", each, "" if each.endswith((".", "!", "?")) else "."]
    return phrase(*parts)


def as_a(title: Words, level: Any) -> Phrase:
    """``a data engineer`` where several may hold a role; ``head of data`` where one does."""
    alone = not level or title.casefold().startswith(("head of ", "chief ", "director of "))
    return phrase(title) if alone else one_of([title])


def one_of(titles: Iterable[Words]) -> Phrase:
    """``a chief technology officer or an IT director``."""
    return listing((phrase(f"{english.article(str(lowered(title)))} ", lowered(title)) for title in titles), "or")


_ALL = (
    *(phrase, listing, clauses, shared, assessed, specified, skill_rows, told, as_a, one_of),
    *(staged, plan, question, prompts, shown, months, room, rooms, rooms_only, by_number, lines_each, on_sheet),
)
HELPERS: Mapping[str, Callable[..., Any]] = {each.__name__: each for each in _ALL}
