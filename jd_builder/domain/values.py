"""The kinds of value that people type: each reads the usual ways to write it, or says what it needs."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import BeforeValidator, Field, model_validator
from pydantic.fields import FieldInfo

from jd_builder.domain.base import Model

LONGEST_LINE = 300
LONGEST_PROSE = 200_000


def question(label: str, why: str, example: str, default: Any = None) -> Any:
    """A field that a person is asked for: its label, why it matters in one line, and an example."""
    return Field(default=default, title=label, description=why, examples=[example])


def needed(label: str, why: str, example: str) -> Any:
    """A question without whose answer the part that it stands in says nothing."""
    return Field(title=label, description=why, examples=[example])


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
        written = _letters(str(value))
        return next((each for each in cls if written in (_letters(each.value), _letters(each.label))), None)


def _letters(text: str) -> str:
    """What counts when choices are compared: ``full time``, ``full-time`` and ``Full_Time`` are one."""
    return re.sub(r"[\W_]", "", text.casefold())


class Part(Model):
    """A field with keys of its own; ``lone`` names the keys that a single word fills."""

    lone: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _from_one_word(cls, value: Any) -> Any:
        return cls.spread(value) if cls.lone and isinstance(value, str) else value

    @classmethod
    def spread(cls, word: str) -> dict[str, str]:
        """The keys that a lone word stands for, each with that word."""
        return dict.fromkeys(cls.lone.split(), word)


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


class NumberError(ValueError):
    """What was typed is no such number; the field that it was typed in has the example."""


_TIMES = {"k": 1000, "thousand": 1000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
_NUMBER = re.compile(
    rf"[£$€]?((?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\.\d{{1,15}})?)({'|'.join(_TIMES)})?(?:pounds)?", re.ASCII
)


def _number(value: Any) -> Decimal:
    match = _NUMBER.fullmatch(re.sub(r"\s", "", str(value)).casefold())
    if match is None:
        raise NumberError(f"'{value}' is not a number")
    number = Decimal(match[1].replace(",", "")) * _TIMES.get(match[2], 1)
    if number >= 10**12:
        raise ValueError(f"'{value}' is not a number from 0 to 999,999,999,999")
    return number


def _money(value: Any) -> Decimal:
    try:
        return _number(value)
    except NumberError as error:
        raise ValueError(f"'{value}' is not a sum of money, such as 105000, £105,000, 105k or £2.4 million") from error


def _whole(value: Any) -> int:
    number = _number(value)
    if number != int(number):
        raise NumberError(f"'{value}' is not a whole number")
    return int(number)


_DAY_FORMATS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ", re.IGNORECASE)
_ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b", re.IGNORECASE)


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    written = _ORDINAL.sub(r"\1", _WEEKDAY.sub("", " ".join(str(value).split()), count=1))
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
Money = Annotated[Decimal, BeforeValidator(_money)]
Whole = Annotated[int, BeforeValidator(_whole)]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Email = Annotated[str, BeforeValidator(_matching(_ADDRESS, "an e-mail address, such as jobs@harbour.example"))]
Link = Annotated[str, BeforeValidator(_matching(_LINK, "a web address, such as https://harbour.example/jobs"))]
Phone = Annotated[str, BeforeValidator(_matching(re.compile(r".*\d.*"), "a phone number, such as 0113 496 0000"))]
Currency = Annotated[
    str, BeforeValidator(_matching(re.compile("[A-Z]{3}"), "a currency's three capital letters, such as GBP"))
]
Lines = Annotated[tuple[Line, ...], BeforeValidator(several)]
_OF_WORDS = (BeforeValidator(_line), BeforeValidator(_prose))


def takes_words(field: FieldInfo) -> bool:
    """Whether a field takes any words: a line, prose, a list of lines, or a part that one line fills."""
    return _takes_words(field.annotation, field.metadata)


def _takes_words(annotation: Any, marks: Iterable[Any]) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        by_key = {field.alias: field for field in annotation.model_fields.values()}
        return bool(annotation.lone) and all(takes_words(by_key[key]) for key in annotation.lone.split())
    if any(mark in _OF_WORDS for mark in marks):
        return True
    return any(_takes_words(inner, getattr(inner, "__metadata__", ())) for inner in get_args(annotation))


_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2})(?::00)?)? ?(am|pm)?", re.IGNORECASE | re.ASCII)


def _clock(value: Any) -> time:
    if isinstance(value, time):
        return value
    match = _CLOCK.fullmatch(str(value).strip())
    hours, minutes, half = (int(match[1]), int(match[2] or 0), (match[3] or "").casefold()) if match else (24, 0, "")
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "pm" else 0)
    elif half or (match and match[2] is None):
        hours = 24
    if hours > 23 or minutes > 59:
        raise ValueError(f"'{value}' is not a time of day, such as 23:59 or 5pm")
    return time(hours, minutes)


Clock = Annotated[time, BeforeValidator(_clock)]


class Moment(Model):
    """A day, with a time of day where one was given."""

    day: Day
    at: Clock | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        match = re.fullmatch(r"(.+?)(?:(?: at|,)? |T)(\d{1,2}(?:[:.]\d{2}|(?= ?[ap]m)).*)", " ".join(value.split()))
        if match:
            return {"day": _day(match[1]), "at": _clock(match[2])}
        try:
            return {"day": _day(value)}
        except ValueError as error:
            raise ValueError(f"{error}; a time of day goes after it, such as 23:59") from None
