"""When a vacancy closes, and whether its interviews can be held as planned."""

from collections.abc import Iterator, Mapping

from jd_builder.checks.asked import Asked, Predicate, Told
from jd_builder.checks.calendar import closed_on
from jd_builder.domain.agreement import contradictions
from jd_builder.domain.framework import STAGES
from jd_builder.domain.interview_time import LEAST_FOR_ONE, for_each, questions
from jd_builder.text import english


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


PREDICATES: Mapping[str, Predicate] = {
    "closed": _closed,
    "closes-soon": _closes_soon,
    "dates-in-disorder": _dates_in_disorder,
    "interview-on-a-day-off": _interview_on_a_day_off,
    "crowded-interview": _crowded_interview,
}
