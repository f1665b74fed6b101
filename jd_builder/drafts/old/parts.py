"""What was recognised in an old job description, and all that was not."""

from dataclasses import dataclass
from typing import Any

from jd_builder.domain.framework import Group, Need, Stage


@dataclass(frozen=True)
class Fact:
    """An answer: its place in a draft (``post.grade``), its value as a draft takes it, and the words it came from."""

    place: str
    value: Any
    typed: str
    piece: int


@dataclass(frozen=True)
class Found:
    """A duty in the file's own words, and the heading it stands under."""

    text: str
    heading: str
    piece: int


@dataclass(frozen=True)
class FoundCriterion:
    text: str
    need: Need
    group: Group | None
    assessed: tuple[Stage, ...]
    piece: int


@dataclass(frozen=True)
class Unread:
    """What was not understood, under its heading; ``reason`` says why where there is more to say."""

    text: str
    heading: str
    piece: int
    reason: str = ""


@dataclass(frozen=True)
class Sign:
    """Words that only say what others are: a label, a heading, the head of a column, "E" or a tick."""

    text: str
    piece: int


@dataclass(frozen=True)
class OldDescription:
    """Every word of the outline stands once: in a fact as typed, a duty, a criterion, ``about``, ``purpose``,
    a benefit, something unread or a sign."""

    facts: tuple[Fact, ...] = ()
    duties: tuple[Found, ...] = ()
    criteria: tuple[FoundCriterion, ...] = ()
    about: str = ""
    purpose: str = ""
    benefits: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    signs: tuple[Sign, ...] = ()
