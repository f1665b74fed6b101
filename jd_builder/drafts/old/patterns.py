"""How employers write pay, hours, places and terms: a reader gives the answers that a text may be, best first.

A place of "" stands for the label's own. Nothing here decides what is valid: the domain does.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

Answers = Iterator[tuple[str, Any]]

_SPELLED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: str(n) for n, word in enumerate(_SPELLED, 1)}
_COUNT = rf"(\d+|{'|'.join(_WORDS)})"
_MONEY = r"£?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?(k)?"
_EACH = r"(?:per |an? |/ ?)"
_PERIODS = {
    "year": rf"{_EACH}?annum|p\.?a\.?|{_EACH}year|annually|yearly",
    "day": rf"{_EACH}day|daily",
    "hour": rf"{_EACH}hour|hourly",
}
_PERIOD = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PERIODS.items())
_PAY = re.compile(rf"{_MONEY}(?: ?(?:-|–|—|to) ?{_MONEY})?,? ?(?:{_PERIOD})?(?: gross)?", re.IGNORECASE)
_SMALL_PAY = 1000  # pounds; less than this is not pay for a year
_GRADE = re.compile(
    r"(?:nhs |afc |agenda for change |pay |salary )*(?:band|grade|scs|level|spine points?|scp) ?[\w./-]+(?: ?\w)?",
    re.IGNORECASE,
)
_HOURS = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}})?)(?: ?(?:hours?|hrs?))?(?: ?(?:{_EACH}week|weekly|pw|p/w))?", re.IGNORECASE
)
_PATTERN = re.compile(
    rf"(hybrid|remote|on[- ]?site)(?: work(?:ing)?)?(?:[,:]? {_COUNT} days? (?:{_EACH}week )?"
    r"(?:on[- ]site|in the office|at base|in person))?",
    re.IGNORECASE,
)
_DAYS_AT = re.compile(rf"{_COUNT} days? (?:{_EACH}week )?(on[- ]site|(?:in|at) (?!.*\bhome\b).+)", re.IGNORECASE)
_AT_WORK = ("on site", "on-site", "in the office", "at base", "in person", "at work")
_A_YEAR = re.compile(rf",? ?(?:{_PERIODS['year']})$", re.IGNORECASE)
_NOT_A_TOWN = re.compile(
    r"\b(?:hybrid|remote|remotely|home|on[- ]site|days?|hours?|office-based|flexible)\b|£", re.IGNORECASE
)
_TOWN = r"[^(),;/]+?(?: \([A-Z]{1,2}\d{1,2}[A-Z]?\))?"
_TOWNS = re.compile(rf"{_TOWN}(?:(?:; | / | or ){_TOWN})*")
_LENGTH = rf"{_COUNT}[- ](month|year)s?"
_KINDS = r"(permanent|fixed[- ]term|secondment|loan|interim)(?: contract| appointment| post| role| position)?"
_CONTRACT = re.compile(
    rf"{_KINDS}(?:,? (?:for |of |to |until |ending )*\(?(?:{_LENGTH}|(\d.*\d{{4}}))\)?)?", re.IGNORECASE
)
_LENGTH_FIRST = re.compile(rf"{_LENGTH}[, ]+{_KINDS}", re.IGNORECASE)
_PEOPLE = re.compile(
    rf"(?P<none>none|nil|no(?: direct reports| staff)?)|{_COUNT}"
    r"(?: (?:direct reports?|staff|people|posts?|fte|wte|employees|members of staff|team members))?",
    re.IGNORECASE,
)
_MONTHS = re.compile(rf"{_COUNT}(?: calendar)? months?'?", re.IGNORECASE)
_TIME_FIRST = re.compile(r"(\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m)?) on (.+)", re.IGNORECASE)
_TWO_DAYS = re.compile(r"(\d{1,2}) (?:and|or|&) (\d{1,2}) ([A-Za-z]+ \d{4})")
_DBS = re.compile(r"(basic|standard|enhanced)(?: (?!.*barred).*(?:check|disclosure|\(?dbs\)?))?", re.IGNORECASE)
_CLEARANCE = re.compile(r"(.+?)(?: (?:security )?(?:clearance|cleared|vetting|level))*", re.IGNORECASE)
_OPTIONS = re.compile(r", (?:or |and )?| or | and | / ")


def as_typed(text: str) -> Answers:
    yield "", text


def pay(text: str) -> Answers:
    match = _PAY.fullmatch(text)
    if not match or not re.search(r"£|\d{2},\d{3}|\d{5}|\dk", text, re.IGNORECASE):
        return
    low, high = _sum(*match.groups()[:3]), _sum(*match.groups()[3:6])
    period = next((name for name in _PERIODS if match[name]), "")
    is_small = "k" not in low and float(low) < _SMALL_PAY
    if (is_small and period in ("", "year")) or bool(match[3]) != bool(match[6] if high else match[3]):
        return
    yield "post.pay", {"minimum": low, "maximum": high or low, **({"period": period} if period else {})}


def grade(text: str) -> Answers:
    if "£" not in text and len(text.split()) <= 8:
        yield "post.grade", text


def certain_grade(text: str) -> Answers:
    if _GRADE.fullmatch(text):
        yield "post.grade", text


def hours(text: str) -> Answers:
    if match := _HOURS.fullmatch(text):
        yield "post.hours", match[1]


def flexible(text: str) -> Answers:
    yield "post.flexible", [option for option in _OPTIONS.split(text) if option]


def work_pattern(text: str) -> Answers:
    if match := _PATTERN.fullmatch(text):
        days = {"days-on-site": _number(match[2])} if match[2] else {}
        yield "post.work-pattern", {"pattern": match[1].lower(), **days}
    elif match := _DAYS_AT.fullmatch(text):
        note = {} if match[2].lower() in _AT_WORK else {"note": text}
        yield "post.work-pattern", {"pattern": "hybrid", "days-on-site": _number(match[1]), **note}


def location(text: str) -> Answers:
    """Towns; one with a comma stays whole, as what follows it is a county more often than a country."""
    if _NOT_A_TOWN.search(text) or not re.search("[A-Za-z]", text) or len(text.split()) > 8:
        return
    if _TOWNS.fullmatch(text):
        yield "post.location", re.split("; | / | or ", text)
    elif "(" not in text:
        yield "post.location", [{"town": text}]


def contract(text: str) -> Answers:
    if match := _CONTRACT.fullmatch(text):
        kind, count, unit, end = match.groups()
    elif match := _LENGTH_FIRST.fullmatch(text):
        (count, unit, kind), end = match.groups(), None
    else:
        return
    length = {"months": str(int(_number(count)) * (12 if unit.lower() == "year" else 1))} if count else {}
    yield "post.contract", {"type": kind.lower().replace(" ", "-"), **length, **({"end": end} if end else {})}


def people(text: str) -> Answers:
    if match := _PEOPLE.fullmatch(text):
        yield "", "0" if match["none"] else _number(match[2])


def months(text: str) -> Answers:
    if match := _MONTHS.fullmatch(text):
        yield "", _number(match[1])


def moment(text: str) -> Answers:
    match = _TIME_FIRST.fullmatch(text)
    yield "", f"{match[2]} {match[1]}" if match else text


def days(text: str) -> Answers:
    yield "", [text]
    if match := _TWO_DAYS.fullmatch(text):
        yield "", [f"{match[1]} {match[3]}", f"{match[2]} {match[3]}"]
    yield "", [day for day in _OPTIONS.split(text) if day]


def clearance(text: str) -> Answers:
    yield "", {"level": text}
    if match := _CLEARANCE.fullmatch(text):
        yield "", {"level": match[1]}


def dbs(text: str) -> Answers:
    yield "", text
    if match := _DBS.fullmatch(text):
        yield "", match[1].lower()


def budget(text: str) -> Answers:
    yield "", {"amount": _A_YEAR.sub("", text)}


def part(key: str) -> Any:
    """A reader that fills one key of a part with the text as it stands."""

    def fill(text: str) -> Answers:
        yield "", {key: text}

    return fill


def employer(text: str) -> Answers:
    if not re.search(r"\d", text):  # a figure is the size of an organisation
        yield "", text


def evaluation(text: str) -> Answers:
    reference, _, day = text.partition(", ")
    yield "", {"reference": reference, **({"date": day} if day else {})}


NO_ANSWER = ("n/a", "na", "tbc", "tba", "to be confirmed", "to be agreed", "-", "–", "?", "see above", "see below")
READERS: Mapping[str, tuple[Any, ...]] = {
    "post.pay": (pay, certain_grade),
    "post.grade": (certain_grade, pay, grade),
    "post.hours": (hours, flexible, work_pattern),
    "post.flexible": (flexible,),
    "post.work-pattern": (work_pattern, flexible),
    "post.location": (location, work_pattern),
    "post.contract": (contract, flexible, hours),
    "post.direct-reports": (people,),
    "post.team-size": (people,),
    "post.number-of-posts": (people,),
    "post.probation": (months,),
    "post.notice": (months,),
    "post.closing": (moment,),
    "post.interviews": (days,),
    "post.clearance": (clearance,),
    "post.dbs": (dbs,),
    "post.budget": (budget,),
    "post.contact": (part("email"),),
    "post.apply": (part("link"),),
    "organisation.name": (employer,),
    "post.job-evaluation": (evaluation,),
}


def _sum(whole: str | None, pence: str | None, thousands: str | None) -> str:
    return f"{(whole or '').replace(',', '')}{pence or ''}{(thousands or '').lower()}"


def _number(word: str) -> str:
    return _WORDS.get(word.lower(), word)
