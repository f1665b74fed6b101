"""Every number, amount, date, time, grade and numbered standard of a text, in a form that can be compared."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jd_builder.rewriting.guard.lengths import LENGTHS, RHYTHMS, UNITS, said_in_words
from jd_builder.rewriting.guard.numbers import FIGURE, GREAT, NUMBER, NUMBER_WORDS, great, value
from jd_builder.rewriting.guard.quantity import Quantity, Reader, made, reader

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
_LABELS = {"g": "grade", "grades": "grade", "bands": "band", "senior civil service": "scs"}


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
            if parts or read is said_in_words:
                taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda each: each.start)


def _address(match: re.Match[str]) -> Iterator[Quantity]:
    yield made("contact", (re.sub(r"[\s()-]", "", match[0].lower()).rstrip("./"),), match)


def _date(match: re.Match[str]) -> Iterator[Quantity]:
    month = _MONTHS.index(next(month for month in _MONTHS if month.startswith(match["month"].lower()[:3]))) + 1
    yield made("date", (int(match["day"] or 0), month, int(match["year"] or 0)), match)


def _two_dates(match: re.Match[str]) -> Iterator[Quantity]:
    second = next(_date(match))
    first = (second.kind, int(match["first"]), *second.key[2:])
    yield Quantity(second.kind, first, *match.span("first"), match["first"])
    yield replace(second, start=match.start("day"), text=match.string[match.start("day") : match.end()])


def _numeric_date(match: re.Match[str]) -> Iterator[Quantity]:
    first, month, last = (int(part) for part in re.split(r"[-/.]", match[0]))
    day, year = (last, first) if first > 31 else (first, last)
    yield made("date", (day, month, year if year > 99 else year + 2000), match)


def _time(match: re.Match[str]) -> Iterator[Quantity]:
    named = {"midday": 12, "noon": 12, "midnight": 0}.get((match.groupdict().get("named") or "").lower())
    if named is not None:
        yield made("time", (named, 0), match)
        return
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 * (half == "pm") if half and hour <= 12 else hour
    yield made("time", (hour, int(match["minute"] or 0)), match)


def _graded(match: re.Match[str]) -> Iterator[Quantity]:
    label = _LABELS.get(match["label"].lower(), match["label"].lower())
    yield made("grade", (label.removeprefix("afc ").removeprefix("pay "), match["grade"].lower()), match)


def _graded_in_words(match: re.Match[str]) -> Iterator[Quantity]:
    yield made("grade", (match["label"].lower(), str(value(match["grade"]))), match)


def _standard(match: re.Match[str]) -> Iterator[Quantity]:
    if re.fullmatch(r"(?:19|20)\d\d", match["number"]):
        return  # an act and its year
    label = re.sub(r"\W?IEC\W?", "", match["label"])
    yield made("standard", (label.lower(), match["number"].lower().rstrip(".:-")), match)


def _money(match: re.Match[str]) -> Iterator[Quantity]:
    sign = match["before"] or match["after"]
    currency = _CURRENCY[sign.lower()]
    amount = value(match["amount"])
    if second := match["second"]:
        factor = great(second) if great(match["amount"]) == 1 and amount < 1000 <= value(second) else 1
        first = made("money", (currency, amount * factor), match, "amount")
        yield replace(first, start=match.start(), text=match.string[match.start() : first.end])
        start = match.start("sign" if match["sign"] else "second")
        currency = _CURRENCY[(match["sign"] or sign).lower()]
        last = made("money", (currency, value(second)), match, "second")
        yield replace(last, start=start, text=match.string[start : last.end])
        return
    pence = currency == "PENCE"
    yield made("money", ("GBP", amount / 100) if pence else (currency, amount), match)


def _percentage(match: re.Match[str]) -> Iterator[Quantity]:
    yield made("percentage", (value(match[1]),), match)


def _number(match: re.Match[str]) -> Iterator[Quantity]:
    if match[0].lower() != "one" or not _NO_FIGURE.search(match.string[max(0, match.start() - 9) : match.end() + 8]):
        yield made("number", (value(match[0]),), match)


# "One" is a pronoun here: no one, each one, one another.
_NO_FIGURE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|which|another|the)[ -]one\b|\bone (?:another|of|who|that|which|to)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:\s*,?\s*(?P<year>\d{4}))?"
_SIGN = r"[£$€]|\b(?:GBP|USD|EUR|CHF)"


# Without any of these a text has no quantity; most statements have none.
_SIGNS, _LETTERS, _DIGIT = re.compile(r"[\d£$€@]|www"), re.compile(r"[a-z]+"), re.compile(r"\d")
_SIGN_WORDS = NUMBER_WORDS | UNITS.keys() | {"midday", "noon", "midnight", "clock"}
# The first that fits a stretch of text takes it.
_READERS: tuple[Reader, ...] = (
    *RHYTHMS,
    reader(r"(?:https?://|www\.)[^\s<>\"]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", _address),
    reader(r"(?<![\w,.])(?:\+44|0)[\s(]{0,2}\d(?:[\s()-]{0,2}\d){8,10}(?![\w,])", _address),
    reader(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b", _numeric_date),
    reader(
        rf"\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:and|to|or|-)\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"\s+(?:of\s+)?(?P<month>{_MONTH})\b{_YEAR}",
        _two_dates,
    ),
    reader(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b{_YEAR}", _date),
    reader(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}", _date),
    reader(rf"\b(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b(?P<day>)", _date),
    reader(
        r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>[ap]m\b|[ap]\.m\b\.?)"
        r"|\b(?:12\s)?(?P<named>midday|noon|midnight)\b",
        _time,
    ),
    reader(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b(?P<half>)", _time),
    reader(r"\b(?P<label>scs|senior civil service)(?: pay ?band| band)? ?(?P<grade>\d)\b", _graded),
    reader(
        r"\b(?P<label>(?:afc |pay )?bands?|grades?|g|scs|tier|level)[ -]?(?P<grade>\d{1,2}[a-d]?)s?\b(?!\s?%)",
        _graded,
    ),
    reader(
        r"\b(?P<label>band|grade|tier|level)[ -](?P<grade>one|two|three|four|five|six|seven|eight|nine)\b",
        _graded_in_words,
    ),
    reader(
        r"\b(?P<label>[A-Z][A-Za-z]*[A-Z](?:/[A-Z]+)*)[ -]?(?P<number>\d+(?:[.:-]\d+)*[a-z]?)(?!\w)", _standard, flags=0
    ),
    reader(r"\b(?P<label>version|article|section|part|phase|v)\s?(?P<number>\d+(?:\.\d+)*)\b", _standard),
    reader(
        rf"(?P<before>{_SIGN})\s?(?P<amount>{FIGURE}{GREAT}?)(?P<after>)"
        rf"(?:\s?(?:-|to|and)\s?(?P<sign>{_SIGN})?\s?(?P<second>\d{{1,3}}(?:,\d{{3}})+|\d{{4,12}}|{FIGURE}{GREAT})(?!\d|,\d))?",
        _money,
    ),
    reader(
        rf"(?P<before>)(?P<amount>{NUMBER})\s(?P<after>pounds?|dollars?|euros?|pence|GBP|USD|EUR|CHF)\b(?P<second>)(?P<sign>)",
        _money,
    ),
    reader(rf"({NUMBER})\s?(?:%|per\s?cent\b|percent\b|pc\b|percentage points?\b)", _percentage),
    *LENGTHS,
    reader(rf"(?<![\w.,]){NUMBER}(?!\w)", _number),
)
_WITHOUT_DIGITS = tuple(
    each for each in _READERS if each[1] not in (_date, _two_dates, _numeric_date, _graded, _standard)
)
