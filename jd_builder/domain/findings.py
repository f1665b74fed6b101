"""What a check found, as data with a place, and what a person decided to keep."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from jd_builder.domain.base import Model, kebab
from jd_builder.domain.values import needed, question

MISSING_PART = "missing-part"  # the rule that tells of a gap

Severity = Literal["error", "warning", "advice"]


class Finding(Model):
    """One doubt about the text or a field.

    ``start`` and ``end`` are code points in ``text``; ``block`` counts from 1 in the document's
    blocks. ``yours`` says whether the words are the user's to change. ``link`` is the rule's
    source where an address is known, never a guess.
    """

    rule: str
    severity: Severity
    message: str
    why: str
    link: str | None = None
    statement: str | None = None
    field: str | None = None
    block: int | None = Field(default=None, ge=1)
    text: str = ""
    start: int = Field(default=0, ge=0)
    end: int = Field(default=0, ge=0)
    match: str = ""
    suggestions: tuple[str, ...] = ()
    yours: bool = True


class Kept(Model):
    """A finding that a person keeps, with the reason: the nth such match in one place."""

    rule: str = needed("Rule", "The rule that found it.", "gender-coded")
    on: str = needed("Place", "The statement or the key it was found in.", "organisation.about")
    match: str = question("Words", "The words found.", "manpower", "")
    nth: Annotated[int, Field(ge=1)] = question("Which", "Which of several such matches, from 1.", "1", 1)
    reason: Annotated[str, Field(min_length=1)] = needed("Reason", "Why it stays.", "Agreed with the manager.")

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.rule, self.on, self.match, self.nth


class Barrier(Model):
    """What in the making of a file keeps some people out: its kind, the first text it stands at, and how often."""

    kind: str
    text: str = ""
    number: int = Field(default=1, ge=1)
    detail: str = ""


def still_kept(kept: Iterable[Kept], before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Kept, ...]:
    """Those that hold from one state of a draft to the next.

    A gap is kept only until its answer changes: filled and emptied again, it is a new one.
    """
    return tuple(
        each for each in kept if each.rule != MISSING_PART or _answer(before, each.on) == _answer(after, each.on)
    )


def _answer(fields: Mapping[str, Any], place: str) -> Any:
    """The answer under ``post.reports-to``, however its key is spelled in the draft."""
    part, _, key = place.partition(".")
    answers = fields.get(part)
    known = answers.items() if isinstance(answers, Mapping) else ()
    return next((answer for name, answer in known if kebab(name) == key), None)
