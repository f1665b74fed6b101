"""The sentences of an interview pack that depend on a criterion, and its cells with room to write."""

from collections.abc import Iterable, Sequence
from typing import Any

from jd_builder.assembly.interview import Asked
from jd_builder.assembly.marks import Phrase, Words, phrase
from jd_builder.assembly.phrases import counted, unstopped

Row = tuple[Any, ...]

# By the group of a criterion, what follows "Show us that you ...": short sentences, as they are spoken.
_QUESTIONS = {
    "Knowledge": ". Please use an example from your own work.",
    "Skills": ". Take one piece of your own work: how did you go about it?",
    "Experience": ". Give one example: what did you do, and what came of it?",
}
_WITHOUT_CLAUSE = {
    "Qualifications": "Please tell us how you meet this criterion, and where you have used it since.",
    "Values": "Please tell us about a time when this was hard for you, and what you did.",
}
_OF_ANY = "Please tell us about a piece of your own work that shows this."
_NO_GERUNDS = ("bring", "spring", "string", "swing", "sing", "ring")
_STATES = ("be", "have", "know", "understand")  # nobody does these
_PROMPTS = ("What was your own part in it, and what did others do?", "What would you do differently now, and why?")


def question(asked: Asked) -> Phrase:
    """The same question for every candidate: open, and about what they have done."""
    clause, group = asked.criterion.clause, asked.criterion.group
    if clause is None or group not in _QUESTIONS:
        return phrase(_WITHOUT_CLAUSE.get(group, _OF_ANY))
    return phrase("Show us that you ", unstopped(clause), _QUESTIONS[group])


def prompts(asked: Asked) -> list[Phrase]:
    """Two prompts: how they did each thing that a top score needs, or else what any panel may ask."""
    about = [phrase("How did you ", _leading_to(words), words, "?") for words in asked.shows]
    return [*about, *map(phrase, _PROMPTS)][:2]


def shown(asked: Asked, *leads: str) -> Phrase:
    """A sentence for each of these openings, ended by what the skill of the criterion lets a person do."""
    said = (
        (lead, "skill in " if _is_gerund(words) else "that they can ", words)
        for lead, words in zip(leads, asked.shows, strict=False)
    )
    return phrase(*(part for sentence in said for part in (*sentence, ".")))


def _leading_to(words: Words) -> str:
    if words.split(" ", 1)[0] in _STATES:
        return "come to "
    return "go about " if _is_gerund(words) else ""


def _is_gerund(words: Words) -> bool:
    """Whether a statement says "leading" for "lead", as the framework's examples of leadership do."""
    verb = words.split(" ", 1)[0]
    return verb.endswith("ing") and verb not in _NO_GERUNDS


def months(number: Words) -> Words:
    return counted(number, "month")


def room(lines: int) -> Words:
    """Empty lines to write on, for a cell of a table. A line by itself is a space that no form folds away."""
    return Words("\n" * (lines - 1) or "\N{NO-BREAK SPACE}")


def rooms(rows: Iterable[Any], *lines: int) -> list[Row]:
    """Rows, or single cells, each with further cells to write in."""
    cells = tuple(map(room, lines))
    return [(*(row if type(row) is tuple else (row,)), *cells) for row in rows]


def rooms_only(rows: int, columns: int, lines: int) -> list[Row]:
    return [(room(lines),) * columns for _ in range(rows)]


def by_number(asked: Sequence[Asked]) -> list[Row]:
    """Rows of a criterion: its number, words, need and stages, the last two by their first letters."""
    return [
        (one.number, one.criterion.words, one.criterion.need[0].upper(), ", ".join(s[0] for s in one.criterion.stages))
        for one in asked
    ]


def lines_each(asked: Sequence[Asked], lines: int) -> int:
    """How many of these lines of a page each criterion gets to write in: two at least, and no more than six."""
    return max(2, min(6, lines // max(1, len(asked))))


def on_sheet(asked: Sequence[Asked], *lines: int) -> list[Row]:
    """Rows of a sheet: a criterion's number and words, and cells to write in."""
    return rooms([(each.number, each.criterion.words) for each in asked], *lines)
