"""Questions about the answers of a draft: the predicates that rules of the kind ``field`` name.

Each gives the fields to look at, as dotted keys, with what to say of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jd_builder.checks.calendar import closed_on
from jd_builder.checks.context import Context
from jd_builder.domain.agreement import contradictions
from jd_builder.domain.choices import (
    ClearanceTiming,
    ContractType,
    DbsLevel,
    Flexibility,
    NationalityRule,
    OnCallPattern,
    Pattern,
    Period,
)
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import STAGES
from jd_builder.domain.interview_time import LEAST_FOR_ONE, for_each, questions
from jd_builder.domain.organisation import Organisation, Sector
from jd_builder.domain.post import Post
from jd_builder.domain.terms import Pay
from jd_builder.text import english


@dataclass(frozen=True)
class Asked:
    """A draft as its answers read, and what else is known."""

    draft: Draft
    post: Post
    organisation: Organisation
    context: Context

    @property
    def sector(self) -> Sector | None:
        return self.context.sector

    @property
    def today(self) -> date:
        return self.context.today


@dataclass(frozen=True)
class Told:
    """A field to look at, what stands in it, and a number or further words for the message."""

    field: str
    match: str = ""
    number: int | None = None
    other: str = ""


Predicate = Callable[[Asked], Iterator[Told]]

# A year, from 1 April 2024, by the name of the grade.
_SCS = {"1": (76_000, 117_800), "1a": (76_000, 128_900), "2": (98_000, 162_500), "3": (128_000, 208_100)}
_SCS_GRADE = re.compile(r"(?:scs|senior civil service)(?: ?(?:pay ?)?band)? ?(1a|[123])\*?", re.IGNORECASE)
_PUBLIC = {Sector.CENTRAL_GOVERNMENT, Sector.NHS, Sector.UNIVERSITY, Sector.LOCAL_GOVERNMENT, Sector.POLICE}
_PAY_IN_WORDS = re.compile(
    r"\b(?:salary|pay|paid|paying|earn)\b[^.£]{0,30}£(\d{2,3},\d{3})\b", re.IGNORECASE | re.ASCII
)
_VSM = re.compile(r"vsm|very senior manager", re.IGNORECASE)
_EU = (
    *("austria", "belgium", "bulgaria", "croatia", "cyprus", "czechia", "denmark", "estonia", "finland", "france"),
    *("germany", "greece", "hungary", "ireland", "italy", "latvia", "lithuania", "luxembourg", "malta"),
    *("netherlands", "poland", "portugal", "romania", "slovakia", "slovenia", "spain", "sweden"),
)


def _no_pay(asked: Asked) -> Iterator[Told]:
    """Left out on purpose: pay that is only missing is a gap, which says so itself."""
    if "post.pay" in asked.draft.read_post().skipped and not _VSM.search(asked.post.grade or ""):
        yield Told("post.pay")


def _no_pay_in_the_eu(asked: Asked) -> Iterator[Told]:
    for place in asked.post.location:
        if asked.post.pay is None and (place.country or "").casefold() in _EU:
            yield Told("post.pay", place.country or "")
            return


def _wide_pay(asked: Asked) -> Iterator[Told]:
    """Over 40% from bottom to top, on offer; a public pay system sets its own ranges."""
    low, high = _on_offer(asked.post.pay)
    graded = asked.post.grade is not None and asked.sector in _PUBLIC
    if low and high and not graded and (high - low) / low > Decimal("0.4"):
        yield Told("post.pay", _range(low, high, asked.post.pay), int((high - low) / low * 100))


def _other_pay_in_words(asked: Asked) -> Iterator[Told]:
    """A figure called pay in the user's own words that is none of those in the answers."""
    pay = asked.post.pay
    if pay is None or pay.minimum is None or pay.maximum is None:
        return
    known = {pay.minimum, pay.maximum, pay.hiring_minimum, pay.hiring_maximum}
    for field, text in _own_words(asked):
        for match in _PAY_IN_WORDS.finditer(text) if "£" in text else ():
            if Decimal(match[1].replace(",", "")) not in known:
                yield Told(field, f"£{match[1]}", other=_range(pay.minimum, pay.maximum, pay))


def _own_words(asked: Asked) -> Iterator[tuple[str, str]]:
    for name in ("purpose", "team", "development"):
        yield f"post.{name}", getattr(asked.post, name) or ""
    yield "organisation.about", asked.organisation.about or ""
    for number, clause in enumerate(asked.organisation.paragraphs, start=1):
        yield f"organisation.paragraphs.{number}.text", clause.text
    yield from ((f"criteria.{each.id}", each.text) for each in asked.draft.own)
    yield from ((f"criteria.{id_}", edit.text) for id_, edits in asked.draft.edits.items() for edit in edits)


def _other_title_in_words(asked: Asked) -> Iterator[Told]:
    """What the role is usually called, in words of the user's own, where the post has another title."""
    post = asked.post
    known = " ".join(filter(None, (post.title, post.alternative_title, post.reports_to, post.dotted_line))).casefold()
    others = [title for title in asked.context.titles if title.casefold() not in known] if post.title else []
    for field, text in _own_words(asked) if others else ():
        found = next((title for title in others if title.casefold() in text.casefold()), None)
        if found:
            yield Told(field, found, other=post.title or "")


def _changed_since_evaluation(asked: Asked) -> Iterator[Told]:
    """Duties that were added, dropped or reworded in a job that somebody has evaluated."""
    evaluation, draft = asked.post.job_evaluation, asked.draft
    duties = {*draft.edits, *draft.choose.include, *draft.choose.exclude, *(own.id for own in draft.own)}
    if evaluation and evaluation.date and duties:
        yield Told("post.job-evaluation", english.day(evaluation.date), len(duties))


def _unseen_by_job_search(asked: Asked) -> Iterator[Told]:
    """What Google for Jobs requires of an advert, and this one leaves out on purpose."""
    pattern, skipped = asked.post.work_pattern, asked.draft.read_post().skipped
    if not asked.post.location and "post.location" in skipped and not (pattern and pattern.pattern == Pattern.REMOTE):
        yield Told("post.location", other="a place of work")
    if asked.post.closing is None and "post.closing" in skipped:
        yield Told("post.closing", other="a closing date")


def _pay_outside_the_grade(asked: Asked) -> Iterator[Told]:
    pay, grade = asked.post.pay, _SCS_GRADE.fullmatch(" ".join((asked.post.grade or "").split()))
    if pay is None or pay.minimum is None or pay.maximum is None or grade is None or pay.period != Period.YEAR:
        return
    low, high = _SCS[grade[1].casefold()]
    if pay.minimum < low or pay.maximum > high:
        yield Told("post.pay", _range(pay.minimum, pay.maximum, pay), other=_range(Decimal(low), Decimal(high), pay))


def _closed(asked: Asked) -> Iterator[Told]:
    closing = asked.post.closing
    if closing and closing.day < asked.today:
        yield Told("post.closing", english.day(closing.day))


def _closes_soon(asked: Asked) -> Iterator[Told]:
    closing, opening = asked.post.closing, asked.post.opening
    if closing and closing.day >= asked.today:
        days = (closing.day - max(asked.today, opening or asked.today)).days
        if 0 <= days < 10:
            yield Told("post.closing", english.day(closing.day), days)


def _dates_in_disorder(asked: Asked) -> Iterator[Told]:
    for problem in contradictions(asked.post):
        yield Told(problem.place, other=problem.message)


def _interview_on_a_day_off(asked: Asked) -> Iterator[Told]:
    for number, day in enumerate(asked.post.interviews, start=1):
        if reason := closed_on(day, asked.context.nation):
            yield Told(f"post.interviews.{number}", english.day(day), other=reason)


def _crowded_interview(asked: Asked) -> Iterator[Told]:
    """An answer has less time than a person needs to give an example."""
    stages, minutes = asked.context.stages, asked.post.interview_minutes
    if stages is None:
        stages = tuple(tuple(STAGES[stage] for stage in each.assessed) for each in asked.draft.criteria)
    if minutes and questions(stages) and for_each(minutes, stages) < LEAST_FOR_ONE:
        yield Told("post.interview-minutes", str(minutes), other=english.count(questions(stages), "question"))


def _full_time_only(asked: Asked) -> Iterator[Told]:
    if asked.post.flexible == (Flexibility.FULL_TIME,) and not asked.post.full_time_reason:
        yield Told("post.flexible", "full time")


def _no_end(asked: Asked) -> Iterator[Told]:
    contract = asked.post.contract
    if contract and contract.type != ContractType.PERMANENT and not contract.months and not contract.end:
        yield Told("post.contract", contract.type.label.lower())


def _unpaid_on_call(asked: Asked) -> Iterator[Told]:
    on_call = asked.post.on_call
    if on_call and on_call.pattern != OnCallPattern.NONE and not on_call.payment:
        yield Told("post.on-call", on_call.pattern.label.lower())


def _high_dbs(asked: Asked) -> Iterator[Told]:
    if asked.post.dbs in (DbsLevel.STANDARD, DbsLevel.ENHANCED, DbsLevel.ENHANCED_BARRED):
        yield Told("post.dbs", asked.post.dbs.label.lower())


def _dbs_elsewhere(asked: Asked) -> Iterator[Told]:
    if asked.post.dbs not in (None, DbsLevel.NONE):
        yield Told("post.dbs", asked.post.dbs.label.lower())


def _clearance_held(asked: Asked) -> Iterator[Told]:
    if asked.post.clearance and asked.post.clearance.timing == ClearanceTiming.HELD:
        yield Told("post.clearance", asked.post.clearance.level.label)


def _reserved_elsewhere(asked: Asked) -> Iterator[Told]:
    rule = asked.post.nationality
    if rule and rule.rule != NationalityRule.RIGHT_TO_WORK and asked.sector not in (None, Sector.CENTRAL_GOVERNMENT):
        yield Told("post.nationality", rule.rule.label)


def _in_wales(asked: Asked) -> Iterator[Told]:
    if asked.sector in _PUBLIC:
        yield Told("organisation.language")


def _no_stage(asked: Asked) -> Iterator[Told]:
    for criterion in asked.draft.criteria:
        if criterion.need == "essential" and not criterion.assessed:
            yield Told(f"criteria.{criterion.id}", criterion.text or criterion.id)


def _untestable_stage(asked: Asked) -> Iterator[Told]:
    """A qualification is on paper: an interview or a test cannot show it."""
    for criterion in asked.draft.criteria:
        if criterion.group == "qualifications" and criterion.assessed and "A" not in criterion.assessed:
            yield Told(f"criteria.{criterion.id}", criterion.text or criterion.id)


def _on_offer(pay: Pay | None) -> tuple[Decimal | None, Decimal | None]:
    if pay is None:
        return None, None
    return pay.hiring_minimum or pay.minimum, pay.hiring_maximum or pay.maximum


def _range(low: Decimal, high: Decimal, pay: Pay | None) -> str:
    currency = pay.currency if pay else "GBP"
    return f"{english.money(low, currency)} to {english.money(high, currency)}"


PREDICATES: Mapping[str, Predicate] = {
    "no-pay": _no_pay,
    "no-pay-in-the-eu": _no_pay_in_the_eu,
    "wide-pay": _wide_pay,
    "other-pay-in-words": _other_pay_in_words,
    "other-title-in-words": _other_title_in_words,
    "changed-since-evaluation": _changed_since_evaluation,
    "unseen-by-job-search": _unseen_by_job_search,
    "pay-outside-the-grade": _pay_outside_the_grade,
    "closed": _closed,
    "closes-soon": _closes_soon,
    "dates-in-disorder": _dates_in_disorder,
    "interview-on-a-day-off": _interview_on_a_day_off,
    "crowded-interview": _crowded_interview,
    "full-time-only": _full_time_only,
    "no-end": _no_end,
    "unpaid-on-call": _unpaid_on_call,
    "high-dbs": _high_dbs,
    "dbs-elsewhere": _dbs_elsewhere,
    "clearance-held": _clearance_held,
    "reserved-elsewhere": _reserved_elsewhere,
    "in-wales": _in_wales,
    "no-stage": _no_stage,
    "untestable-stage": _untestable_stage,
}
