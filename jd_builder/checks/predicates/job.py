"""What a job is called and offers, and what of it changed since somebody evaluated it."""

from collections.abc import Iterator, Mapping

from jd_builder.checks.asked import Asked, Predicate, Told
from jd_builder.domain.choices import ContractType, Flexibility, OnCallPattern, Pattern
from jd_builder.text import english


def _other_title_in_words(asked: Asked) -> Iterator[Told]:
    """What the role is usually called, in words of the user's own, where the post has another title."""
    post = asked.post
    known = " ".join(filter(None, (post.title, post.alternative_title, post.reports_to, post.dotted_line))).casefold()
    others = [title for title in asked.context.titles if title.casefold() not in known] if post.title else []
    for field, text in asked.own_words() if others else ():
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


PREDICATES: Mapping[str, Predicate] = {
    "other-title-in-words": _other_title_in_words,
    "changed-since-evaluation": _changed_since_evaluation,
    "unseen-by-job-search": _unseen_by_job_search,
    "full-time-only": _full_time_only,
    "no-end": _no_end,
    "unpaid-on-call": _unpaid_on_call,
}
