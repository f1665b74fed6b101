"""Counts over a document, each with the most that it should be."""

import re
from calendar import month_name
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby

from jd_builder.checks.context import Context
from jd_builder.checks.hit import Hit, Place
from jd_builder.checks.rule import Metric
from jd_builder.checks.sentences import lengths
from jd_builder.checks.texts import Placed
from jd_builder.domain.framework import Need

_MONTHS = [name.casefold() for name in month_name[1:]]
_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE | re.ASCII)
_OF_APPLYING = re.compile(
    r"\b(?:appl(?:y|ications?)|clos(?:es?|ing)|interviews?|sift|shortlist(?:ing)?)\b", re.IGNORECASE
)

Measure = Callable[[Metric, Sequence[Placed], Context], Iterator[Place]]


def hits(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    return MEASURES[rule.measure](rule, texts, context)


def _words(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    number = sum(len(placed.text.split()) for placed in texts)
    if number > rule.most_in(context.layout):
        yield None, Hit(number=number)


def _sentence(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    for placed in texts:
        if placed.scope in rule.scope:
            for start, end, number in lengths(placed.text):
                if number > rule.most:
                    yield placed, Hit(start, end, number=number)


def _list(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    for _, together in groupby((each for each in texts if each.scope == "item"), key=lambda each: each.block):
        items = list(together)
        if len(items) > rule.most_in(context.layout):
            yield items[0], Hit(0, len(items[0].text), number=len(items), whole=True)


def _essential(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    yield from _criteria(rule, texts, context.essential, "essential")


def _desirable(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    yield from _criteria(rule, texts, context.desirable, "desirable")


def _few_duties(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    duties = context.duties
    if duties and duties.number < duties.least:
        usual = f"{duties.least} to {duties.most}"
        yield None, Hit(number=duties.number, other=usual, match=duties.document, field="choose")


def _gap(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    """Each field that is still to be filled in, once."""
    told: set[str | None] = set()
    for placed in texts:
        place = 0
        for run in placed.runs:
            if run.gap and run.ref not in told:
                told.add(run.ref)
                yield placed, Hit(place, place + len(run.text), other=run.text.strip("[] ").partition(":")[0])
            place += len(run.text)


def _past_date(rule: Metric, texts: Sequence[Placed], context: Context) -> Iterator[Place]:
    """Days before today in a text that speaks of applying."""
    for placed in texts:
        if placed.scope in rule.scope:
            for start, end, day in _days_to_apply(placed.text):
                if day < context.today:
                    yield placed, Hit(start, end)


@lru_cache(maxsize=8192)
def _days_to_apply(text: str) -> tuple[tuple[int, int, date], ...]:
    """The days in a text that speaks of applying, with their places."""
    matches = _DATE.finditer(text) if _OF_APPLYING.search(text) else ()
    return tuple((*match.span(), day) for match in matches if (day := _day(*match.groups())))


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), _MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None


def _criteria(rule: Metric, texts: Sequence[Placed], known: int | None, need: Need) -> Iterator[Place]:
    number = _counted(texts, need) if known is None else known
    if number > rule.most:
        yield None, Hit(number=number)


def _counted(texts: Sequence[Placed], need: Need) -> int:
    """In a text that we never made: the items under a heading that names the need, or the cells that do."""
    under, items, cells = "", 0, 0
    for placed in texts:
        text = placed.text.casefold()
        if placed.scope in ("title", "heading"):
            under = text
        items += placed.scope == "item" and need in under
        cells += placed.scope == "cell" and text.strip() == need
    return max(items, cells)


MEASURES: Mapping[str, Measure] = {
    "gap": _gap,
    "past-date": _past_date,
    "words": _words,
    "sentence": _sentence,
    "list": _list,
    "essential": _essential,
    "desirable": _desirable,
    "few-duties": _few_duties,
}
