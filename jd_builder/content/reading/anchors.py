"""The fixed lines of a role page, by which everything else is found."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jd_builder.content.reading.folding import plain_quotes

Meaning = Literal[
    "overview",
    "find-out",
    "updated",
    "published",
    "date",
    "vary",
    "duties",
    "responsibilities",
    "can",
    "lead",
    "grades",
    "skills",
    "header",
    "levels",
    "levels-count",
    "level",
    "proficiency",
    "undefined",
    "shares",
    "shares-header",
    "updates",
    "contents",
    "furniture",
]


@dataclass(frozen=True)
class Anchor:
    """What a fixed line means; ``rest`` is what it names, ``name`` what stands glued before it."""

    meaning: Meaning
    rest: str = ""
    name: str = ""


LISTS: frozenset[Meaning] = frozenset(("duties", "responsibilities", "can", "lead", "grades"))
"""The lines under which a list stands."""

GRADE = re.compile(r"(?:SCS|Grade \d|(?:G[67]|AA|AO|EO|HEO|SEO)(?: \(|$))")
"""How the name of a Civil Service grade begins."""

_LONGEST = 400
_SCALE = r"(?:awareness|working|practitioner|expert)"
_TAIL = r"(?:\s*:\s*(?P<rest>.*))?$"
_OPEN_ENDED: tuple[tuple[Meaning, str], ...] = (
    ("duties", r"in this role,? you will" + _TAIL),
    ("responsibilities", r"at this (?:role )?level,? you will" + _TAIL),
    ("can", r"you can" + _TAIL),
    ("lead", r"examples of leadership(?: using this skill)?" + _TAIL),
)
_SHORT: tuple[tuple[Meaning, str], ...] = (
    ("overview", r"what (?:an?|the) (?P<rest>.+) do(?:es)?$"),
    ("find-out", r"find out what (?:an?|the) (?P<rest>.+?)(?: in (?:the|government)\b[^.]*?)? does\b"),
    ("updated", r"last updated:?\s*(?P<rest>\d.*)$"),
    ("published", r"(?:first )?published:?\s*(?P<rest>\d.*)$"),
    ("date", r"(?P<rest>\d{1,2} [a-z]+ \d{4})$"),
    ("vary", r"an? specific .+ job can vary\b"),
    ("grades", r"this role (?:level )?is .*\bjob grades? of" + _TAIL),
    ("header", r"(?:skill|(?:skill\s*)?description(?:,? including examples of leadership)?)$"),
    ("header", r"skill\s*description(?:,? including examples of leadership)?\s*(?P<rest>(?-i:[A-Z]).*)$"),
    ("skills", r"skills (?:for|needed for) (?:(?:an?|the) )?(?P<rest>.+)$"),
    ("levels", r"(?P<rest>.+) role levels$"),
    ("levels-count", r"there (?:is|are) (?P<rest>\w+) .*\brole levels?\b"),
    ("furniture", _SCALE + r" is the \w+ of four ascending skill levels$"),
    ("undefined", r"this skill level is (?:currently )?not defined\b"),
    ("proficiency", r"(?P<rest>" + _SCALE + r")$"),
    (
        "proficiency",
        r"(?P<name>.*?)\s*\(?(?:skill )?level:\s*(?P<rest>" + _SCALE + r")\)?"
        r"(?:\s*(?P=rest) is the \w+ of four ascending skill levels)?$",
    ),
    ("shares", r"roles that share (?P<rest>.+?)(?: skills)?$"),
    ("shares-header", r"(?:role\s*shared skills|role|shared skills)$"),
    ("updates", r"updates$"),
    ("contents", r"contents$"),
    ("level", r"\d{1,2}\.\s+(?P<rest>\S.{0,120})$"),
    ("furniture", r"skip to main content$|complete our .*\bsurvey\b|the typical responsibilities and skills\b"),
    ("furniture", r"all content is available\b|© crown copyright|is this page useful|back to top$|cookies on\b"),
)
_PATTERNS = [
    [(meaning, re.compile(pattern, re.IGNORECASE)) for meaning, pattern in table] for table in (_OPEN_ENDED, _SHORT)
]
_BEGINNINGS = re.compile(
    r"(?:You can\b|Examples of leadership\b|In this role\b|At this (?:role )?level\b|This role (?:level )?is\b"
    r"|Roles that share\b|Skills for\b|What an? |Last updated\b|Published \d|Level:|\d{1,2}\. [A-Z]"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}$)"
)


def anchor_of(text: str) -> Anchor | None:
    """Which fixed line the text is; None for everything that a role says of itself."""
    if len(text) <= _LONGEST:
        return _short_anchor(text)
    return _first_of(_PATTERNS[0], text)


@lru_cache(maxsize=4096)
def _short_anchor(text: str) -> Anchor | None:
    return _first_of([*_PATTERNS[0], *_PATTERNS[1]], text)


def _first_of(patterns: list[tuple[Meaning, re.Pattern[str]]], text: str) -> Anchor | None:
    plain = plain_quotes(text)
    for meaning, pattern in patterns:
        if found := pattern.match(plain):
            return Anchor(meaning, _part(found, text, "rest"), _part(found, text, "name"))
    return None


def begins_anchor(text: str) -> bool:
    """Whether the text is the beginning of a fixed line, so that it never carries on the line before it."""
    return _BEGINNINGS.match(text) is not None


def _part(found: re.Match[str], text: str, group: str) -> str:
    """What this group of the pattern stands for, as the text has it."""
    return text[slice(*found.span(group))] if found.groupdict().get(group) else ""
