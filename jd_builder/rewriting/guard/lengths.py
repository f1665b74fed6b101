"""How long and in which rhythm: 24 months, a further year, an hour and a half, one week in six, round the clock."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jd_builder.rewriting.guard.numbers import NUMBER, value
from jd_builder.rewriting.guard.quantity import Quantity, Reader, made, reader

# A unit, and how many of the smaller unit it is: two years are twenty-four months.
UNITS = {"minute": ("minute", 1), "min": ("minute", 1), "hour": ("minute", 60), "hr": ("minute", 60)}
UNITS |= {"day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "month": ("month", 1)}
UNITS |= {"year": ("month", 12), "yr": ("month", 12), "decade": ("month", 120), "quarter": ("month", 3)}
_CARDINAL = {"working": "working ", "calendar": "calendar ", "business": "working "}  # of days; a month is a month
_FURTHER, _WHOLE = "further|additional|extra|more", "(?:full|whole|complete|consecutive|continuous)"
_NTH = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
_ONE = "hour|day|week|fortnight|month|year"
_UNIT = "|".join(f"{unit}s?" for unit in sorted(UNITS, key=len, reverse=True))


def _duration(match: re.Match[str]) -> Iterator[Quantity]:
    unit, factor = UNITS[match["unit"].lower().rstrip("s")]
    kind = _CARDINAL.get((match["sort"] or "").lower(), "") if unit == "day" else ""
    if match["second"]:
        yield made("duration", (kind + unit, value(match["first"]) * factor), match, "first")
        yield made("duration", (kind + unit, value(match["second"]) * factor), match, "second")
        return
    length = made("duration", (kind + unit, value(match["first"]) * factor), match)
    yield replace(length, bound=">=" if match["more"] else "", inner=_inner(match, "further"))


def _always(match: re.Match[str]) -> Iterator[Quantity]:
    yield made("duration", ("always",), match)


def _one_in(match: re.Match[str]) -> Iterator[Quantity]:
    """One week in six is every sixth week."""
    often = Decimal(_NTH.index(match["nth"].lower()) + 3) if match["nth"] else value(match["of"])
    yield made("duration", ("one in", (match["unit"] or match["unit_of"]).lower(), often), match)


def _half(match: re.Match[str]) -> Iterator[Quantity]:
    unit, factor = UNITS[(match["unit"] or match["whole"]).lower()]
    yield made("duration", (unit, (Decimal("0.5") if match["half"] else Decimal("1.5")) * factor), match)


def said_in_words(_match: re.Match[str]) -> Iterator[Quantity]:
    """How often is said in words and judged as such: every three months is quarterly."""
    yield from ()


def _one_unit(match: re.Match[str]) -> Iterator[Quantity]:
    unit, factor = UNITS[(match["unit"] or match["alone"]).lower()]
    yield made("duration", (unit, Decimal(factor)), match, "whole")


def _further_unit(match: re.Match[str]) -> Iterator[Quantity]:
    """Another year, and a further year."""
    unit, factor = UNITS[match["unit"].lower()]
    whole = match.start("article") if match["article"] else match.start("unit")
    yield Quantity(
        "duration",
        ("duration", unit, Decimal(factor)),
        whole,
        match.end(),
        match.string[whole : match.end()],
        inner=_inner(match, "further"),
    )


def _inner(match: re.Match[str], group: str) -> tuple[int, int] | None:
    return match.span(group) if match[group] else None


RHYTHMS: tuple[Reader, ...] = (
    reader(r"\b24/7\b|\b(?:24 hours a day|a?round the clock)\b(?:,? (?:and )?(?:7|seven) days a week)?", _always),
    reader(
        rf"\b(?:one|1) (?P<unit>{_ONE}) (?:in|out of) (?:every )?(?P<of>{NUMBER})\b"
        rf"|\bevery (?P<nth>{'|'.join(_NTH)}) (?P<unit_of>{_ONE})\b",
        _one_in,
    ),
    reader(
        rf"\b(?P<half>half an? )(?P<unit>{_ONE})\b|\b(?:an?|one) (?P<whole>{_ONE}) and a half\b",
        _half,
    ),
    reader(
        r"\bevery (?:two|three|six|2|3|6) (?:weeks|months|years)\b"
        r"|\b(?:two|three|six|2|3|6)[ -](?:weekly|monthly|yearly)\b",
        said_in_words,
    ),
)
LENGTHS: tuple[Reader, ...] = (
    reader(
        rf"(?P<first>{NUMBER})(?P<more>\+| or more\b|[ -]plus\b)?(?:\s?(?:-|to|or)\s?(?P<second>{NUMBER}))?"
        rf"[\s-]{{0,2}}(?P<further>(?:{_FURTHER})[\s-])?(?:{_WHOLE}[\s-]){{0,2}}"
        rf"(?:(?P<sort>working|calendar|business)[\s-])?(?P<unit>{_UNIT})\b",
        _duration,
    ),
    reader(
        rf"\b(?:another|(?P<article>an?)\s+(?P<further>{_FURTHER}))\s+(?:{_WHOLE}\s)?(?P<unit>{_ONE})\b",
        _further_unit,
    ),
    reader(
        r"\b(?:(?:up to|within|for|after|at least|more than|less than|under|over|last|past|about|around|nearly)\s+"
        r"(?P<whole>an?\s+(?:full\s+|calendar\s+)?(?:(?P<unit>hour|day|week|month|year)|(?P<alone>decade|fortnight)))\b)",
        _one_unit,
    ),
)
