"""Every number, amount, date, time, grade and numbered standard of a text, in a form that can be compared."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from jd_builder.rewriting.guard.numbers import FIGURE, GREAT, NUMBER, NUMBER_WORDS, great, value

_NAMES_OF_MONTHS = "january february march april may june july august september october november december"
_MONTHS = _NAMES_OF_MONTHS.split()
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if month != "may" else "may" for month in _MONTHS) + "|sept"
_CURRENCY = {"£": "GBP", "$": "USD", "€": "EUR", "pounds": "GBP", "pound": "GBP", "sterling": "GBP", "gbp": "GBP"}
_CURRENCY |= {
    "dollars": "USD",
    "dollar": "USD",
    "usd": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "eur": "EUR",
    "chf": "CHF",
}
_CURRENCY |= {"p": "PENCE", "pence": "PENCE"}
# A unit, and how many of the smaller unit it is: two years are twenty-four months.
_UNITS = {"minute": ("minute", 1), "min": ("minute", 1), "hour": ("minute", 60), "hr": ("minute", 60)}
_UNITS |= {"day": ("day", 1), "week": ("day", 7), "fortnight": ("day", 14), "month": ("month", 1)}
_UNITS |= {"year": ("month", 12), "yr": ("month", 12), "decade": ("month", 120), "quarter": ("month", 3)}
_LABELS = {"g": "grade", "grades": "grade", "bands": "band", "senior civil service": "scs"}
_CARDINAL = {"working": "working ", "calendar": "calendar ", "business": "working "}


@dataclass(frozen=True, slots=True)
class Quantity:
    """``key`` is equal for what is equal; ``start`` and ``end`` are code points; ``kind`` is the id of its rule."""

    kind: str
    key: tuple[object, ...]
    start: int
    end: int
    text: str
    bound: str = ""

    @property
    def figure(self) -> tuple[object, ...]:
        """The bare number at its head, with its bound; empty where there is none."""
        found = re.match(NUMBER, self.text, re.IGNORECASE)
        return (value(found[0]), self.bound) if found else (self.key,)

    @property
    def whole(self) -> tuple[object, ...]:
        """The value with its bound: at least 5 years is not 5 years."""
        return (*self.key, self.bound)


Read = Callable[[re.Match[str]], Iterator[Quantity]]


def quantities(text: str) -> list[Quantity]:
    """In reading order, none overlapping. ``text`` has straight quotes and plain hyphens (see ``words.folded``)."""
    if not _SIGNS.search(text) and _SIGN_WORDS.isdisjoint(_LETTERS.findall(text.lower())):
        return []
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for pattern, read in _READERS if _DIGIT.search(text) else _WITHOUT_DIGITS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            parts = list(read(match))
            found += parts
            if parts or read is _frequency:
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda each: each.start)


def _made(kind: str, key: tuple[object, ...], match: re.Match[str], group: int | str = 0) -> Quantity:
    start, end = match.span(group)
    return Quantity(kind, (kind, *key), start, end, match[group])


def _address(match: re.Match[str]) -> Iterator[Quantity]:
    yield _made("contact", (re.sub(r"[\s()-]", "", match[0].lower()).rstrip("./"),), match)


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    month = _MONTHS.index(next(month for month in _MONTHS if month.startswith(match["month"].lower()[:3]))) + 1
    yield _made("date", (int(match["day"] or 0), month, int(match["year"] or 0)), match)


def _two_dates(match: re.Match[str]) -> Iterator[Quantity]:
    second = next(_date(match))
    first = (second.kind, int(match["first"]), *second.key[2:])
    yield Quantity(second.kind, first, *match.span("first"), match["first"])
    yield replace(second, start=match.start("day"), text=match.string[match.start("day") : match.end()])


def _numeric_date(match: re.Match[str]) -> Iterator[Quantity]:
    first, month, last = (int(part) for part in re.split(r"[-/.]", match[0]))
    day, year = (last, first) if first > 31 else (first, last)
    yield _made("date", (day, month, year if year > 99 else year + 2000), match)


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    named = {"midday": 12, "noon": 12, "midnight": 0}.get((match.groupdict().get("named") or "").lower())
    if named is not None:
        yield _made("time", (named, 0), match)
        return
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 * (half == "pm") if half and hour <= 12 else hour
    yield _made("time", (hour, int(match["minute"] or 0)), match)


def _graded(match: re.Match[str]) -> Iterator[Quantity]:
    label = _LABELS.get(match["label"].lower(), match["label"].lower())
    yield _made("grade", (label.removeprefix("afc ").removeprefix("pay "), match["grade"].lower()), match)


def _graded_in_words(match: re.Match[str]) -> Iterator[Quantity]:
    yield _made("grade", (match["label"].lower(), str(value(match["grade"]))), match)


def _standard(match: re.Match[str]) -> Iterator[Quantity]:
    if re.fullmatch(r"(?:19|20)\d\d", match["number"]):
        return  # an act and its year
    label = re.sub(r"\W?IEC\W?", "", match["label"])
    yield _made("standard", (label.lower(), match["number"].lower().rstrip(".:-")), match)


def _money(match: re.Match[str]) -> Iterator[Quantity]:
    sign = match["before"] or match["after"]
    currency = _CURRENCY[sign.lower()]
    amount = value(match["amount"])
    if second := match["second"]:
        factor = great(second) if great(match["amount"]) == 1 and amount < 1000 <= value(second) else 1
        yield _made("money", (currency, amount * factor), match, "amount")
        yield _made("money", (currency, value(second)), match, "second")
        return
    pence = currency == "PENCE"
    yield _made("money", ("GBP", amount / 100) if pence else (currency, amount), match)


def _percentage(match: re.Match[str]) -> Iterator[Quantity]:
    yield _made("percentage", (value(match[1]),), match)


def _duration(match: re.Match[str]) -> Iterator[Quantity]:
    unit, factor = _UNITS[match["unit"].lower().rstrip("s")]
    kind = _CARDINAL.get((match["sort"] or "").lower(), "")
    if match["second"]:
        yield _made("duration", (kind + unit, value(match["first"]) * factor), match, "first")
        yield _made("duration", (kind + unit, value(match["second"]) * factor), match, "second")
        return
    length = _made("duration", (kind + unit, value(match["first"]) * factor), match)
    yield replace(length, bound=">=") if match["more"] else length


def _always(match: re.Match[str]) -> Iterator[Quantity]:
    yield _made("duration", ("always",), match)


def _frequency(_match: re.Match[str]) -> Iterator[Quantity]:
    """How often is said in words and judged as such: every three months is quarterly."""
    yield from ()


def _number(match: re.Match[str]) -> Iterator[Quantity]:
    if match[0].lower() != "one" or not _NO_FIGURE.search(match.string[max(0, match.start() - 9) : match.end() + 8]):
        yield _made("number", (value(match[0]),), match)


def _one_unit(match: re.Match[str]) -> Iterator[Quantity]:
    unit, factor = _UNITS[(match["unit"] or match["alone"]).lower()]
    yield _made("duration", (unit, Decimal(factor)), match, "whole")


# "One" is a pronoun here: no one, each one, one another.
_NO_FIGURE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|which|another|the)[ -]one\b|\bone (?:another|of|who|that|which|to)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:\s*,?\s*(?P<year>\d{4}))?"
_SIGN = r"[£$€]|\b(?:GBP|USD|EUR|CHF)"
_UNIT = "|".join(f"{unit}s?" for unit in sorted(_UNITS, key=len, reverse=True))


def _compiled(pattern: str, read: Read, flags: int = re.IGNORECASE) -> tuple[re.Pattern[str], Read]:
    return re.compile(pattern, flags), read


# Without any of these a text has no quantity; most statements have none.
_SIGNS, _LETTERS, _DIGIT = re.compile(r"[\d£$€@]|www"), re.compile(r"[a-z]+"), re.compile(r"\d")
_SIGN_WORDS = NUMBER_WORDS | _UNITS.keys() | {"midday", "noon", "midnight", "clock"}
# The first that fits a stretch of text takes it.
_READERS: tuple[tuple[re.Pattern[str], Read], ...] = (
    _compiled(r"\b24/7\b|\b24 hours a day(?:,? (?:7|seven) days a week)?|\ba?round the clock\b", _always),
    _compiled(
        r"\bevery (?:two|three|six|2|3|6) (?:weeks|months|years)\b"
        r"|\b(?:two|three|six|2|3|6)[ -](?:weekly|monthly|yearly)\b",
        _frequency,
    ),
    _compiled(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", _address),
    _compiled(r"(?<![\w,.])(?:\+44|0)[\s(]{0,2}\d(?:[\s()-]{0,2}\d){8,10}(?![\w,])", _address),
    _compiled(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b", _numeric_date),
    _compiled(
        rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:and|to|or|-)\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"\s+(?:of\s+)?(?P<month>{_MONTH})\b{_YEAR}",
        _two_dates,
    ),
    _compiled(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b{_YEAR}", _date),
    _compiled(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}", _date),
    _compiled(rf"\b(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b(?P<day>)", _date),
    _compiled(
        r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap]m\b|[ap]\.m\b\.?)"
        r"|\b(?:12\s)?(?P<named>midday|noon|midnight)\b",
        _time,
    ),
    _compiled(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b(?P<half>)", _time),
    _compiled(r"\b(?P<label>scs|senior civil service)(?: pay ?band| band)? ?(?P<grade>\d)\b", _graded),
    _compiled(
        r"\b(?P<label>(?:afc |pay )?bands?|grades?|g|scs|tier|level)[ -]?(?P<grade>\d{1,2}[a-d]?)(?=s?\b)(?!\s?%)",
        _graded,
    ),
    _compiled(
        r"\b(?P<label>band|grade|tier|level)[ -](?P<grade>one|two|three|four|five|six|seven|eight|nine)\b",
        _graded_in_words,
    ),
    _compiled(
        r"\b(?P<label>[A-Z][A-Za-z]*[A-Z](?:/[A-Z]+)*)[ -]?(?P<number>\d+(?:[.:-]\d+)*[a-z]?)(?!\w)", _standard, flags=0
    ),
    _compiled(r"\b(?P<label>version|article|section|part|phase|v)\s?(?P<number>\d+(?:\.\d+)*)\b", _standard),
    _compiled(
        rf"(?P<before>{_SIGN})\s?(?P<amount>{FIGURE}{GREAT}?)(?P<after>)"
        rf"(?:\s?(?:-|to|and)\s?(?:{_SIGN})?\s?(?P<second>\d{{1,3}}(?:,\d{{3}})+|\d{{4,12}}|{FIGURE}{GREAT})(?!\d|,\d))?",
        _money,
    ),
    _compiled(
        rf"(?P<before>)(?P<amount>{NUMBER})\s(?P<after>pounds?|dollars?|euros?|pence|GBP|USD|EUR|CHF)\b(?P<second>)",
        _money,
    ),
    _compiled(rf"({NUMBER})\s?(?:%|per\s?cent\b|percent\b|pc\b|percentage points?\b)", _percentage),
    _compiled(
        rf"(?P<first>{NUMBER})(?P<more>\+| or more\b|[ -]plus\b)?(?:\s?(?:-|to|or)\s?(?P<second>{NUMBER}))?"
        rf"[\s-]{{0,2}}(?:full[\s-])?(?:(?P<sort>working|calendar|business)[\s-])?(?P<unit>{_UNIT})\b",
        _duration,
    ),
    _compiled(
        r"\b(?:(?:up to|within|for|after|at least|more than|less than|under|over|last|past|about|around|nearly)\s+"
        r"(?P<whole>an?\s+(?:full\s+)?(?:(?P<unit>hour|day|week|month|year)|(?P<alone>decade|fortnight)))\b)",
        _one_unit,
    ),
    _compiled(rf"(?<![\w.,]){NUMBER}(?!\w)", _number),
)
_WITHOUT_DIGITS = tuple(
    each for each in _READERS if each[1] not in (_date, _two_dates, _numeric_date, _graded, _standard)
)
