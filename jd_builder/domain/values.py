"""The kinds of value that people type: each reads the usual ways to write it, or says what it needs."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from jd_builder.domain.base import Model

LONGEST_LINE = 300
LONGEST_PROSE = 200_000


def question(label: str, why: str, example: str, default: Any = None) -> Any:
    """A field that a person is asked for: its label, why it matters in one line, and an example."""
    return Field(default=default, title=label, description=why, examples=[example])


class Choice(StrEnum):
    """One of a few answers, written in kebab-case in files and by its label on screens."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        written = re.sub(r"[\s_]+", "-", str(value).strip().casefold())
        for member in cls:
            if written in (member.value, re.sub(r"[\s_]+", "-", member.label.casefold())):
                return member
        return None


class Part(Model):
    """A field with keys of its own; ``lone`` names the key that a single word fills."""

    lone: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _from_one_word(cls, value: Any) -> Any:
        return {cls.lone: value} if cls.lone and isinstance(value, str) else value


def _line(value: Any) -> str:
    text = " ".join(_text(value).split())
    if len(text) > LONGEST_LINE:
        raise ValueError(f"this is {len(text):,} characters long; one line holds {LONGEST_LINE} at most")
    return text


def _prose(value: Any) -> str:
    text = _text(value).strip()
    if len(text) > LONGEST_PROSE:
        raise ValueError(f"this is {len(text):,} characters long; {LONGEST_PROSE:,} at most")
    return text


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("this needs a text; leave the key out if there is none")
    return value


def _number(value: Any) -> Decimal:
    written = re.sub(r"[£$€,\s]", "", str(value)).casefold()
    thousands = written.endswith("k")
    try:
        number = Decimal(written.removesuffix("k"))
    except InvalidOperation:
        raise ValueError(f"'{value}' is not a number, such as 105000") from None
    if not number.is_finite() or not 0 <= number < 10**12:
        raise ValueError(f"'{value}' is not a number from 0 to 999,999,999,999")
    return number * 1000 if thousands else number


def _whole(value: Any) -> int:
    number = _number(value)
    if number != int(number):
        raise ValueError(f"'{value}' is not a whole number, such as 12")
    return int(number)


_DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    written = " ".join(str(value).split())
    for pattern in _DAY_FORMATS:
        try:
            day = datetime.strptime(written, pattern).date()
        except ValueError:
            continue
        if not 1990 <= day.year <= 2100:
            raise ValueError(f"'{value}' is not in the years 1990 to 2100")
        return day
    raise ValueError(f"'{value}' is not a date, such as 2026-12-18 or 18 December 2026")


_YES_NO = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}


def _yes_no(value: Any) -> bool:
    written = str(value).strip().casefold()
    if written not in _YES_NO:
        raise ValueError(f"'{value}' is neither yes nor no")
    return _YES_NO[written]


_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_LINK = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")


def _matching(pattern: re.Pattern[str], needs: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _line(value)
        if not pattern.fullmatch(text):
            raise ValueError(f"'{text}' is not {needs}")
        return text

    return read


def several(value: Any) -> Any:
    """A lone value is a list of one, and nothing is an empty list."""
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


Line = Annotated[str, BeforeValidator(_line)]
Prose = Annotated[str, BeforeValidator(_prose)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Email = Annotated[str, BeforeValidator(_matching(_ADDRESS, "an e-mail address, such as jobs@harbour.example"))]
Link = Annotated[str, BeforeValidator(_matching(_LINK, "a web address, such as https://harbour.example/jobs"))]
Currency = Annotated[
    str, BeforeValidator(_matching(re.compile("[A-Z]{3}"), "a currency's three capital letters, such as GBP"))
]
Lines = Annotated[tuple[Line, ...], BeforeValidator(several)]


class Moment(Model):
    """A day, with a time of day where one was given."""

    day: date
    at: time | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = re.fullmatch(r"(.+?)(?:(?:\s+at|,)?\s+|T)(\d{1,2})[:.](\d{2})(?::00)?", value.strip())
        if match is None:
            return {"day": _day(value)}
        hours, minutes = int(match[2]), int(match[3])
        if hours > 23 or minutes > 59:
            raise ValueError(f"'{match[2]}:{match[3]}' is not a time of day, such as 23:59")
        return {"day": _day(match[1]), "at": time(hours, minutes)}
