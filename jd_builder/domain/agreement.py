"""Facts of one vacancy that cannot all be true at once."""

from collections.abc import Iterator
from datetime import date

from jd_builder.domain.errors import Problem
from jd_builder.domain.post import Post


def contradictions(post: Post) -> tuple[Problem, ...]:
    """Every pair of answers that contradict each other, at the answer to look at first."""
    return tuple(_dates(post)) + tuple(_people(post))


def _dates(post: Post) -> Iterator[Problem]:
    closing = post.closing.day if post.closing else None
    if post.opening and closing and post.opening >= closing:
        yield Problem("post.closing", f"the advert closes on {_said(closing)} but opens on {_said(post.opening)}")
    if closing and post.sift and post.sift < closing:
        yield Problem("post.sift", f"the sift on {_said(post.sift)} is before the advert closes on {_said(closing)}")
    after = max(filter(None, (closing, post.sift)), default=None)
    for day in post.interviews:
        if after and day < after:
            late = f"is before the closing date or the sift ({_said(after)})"
            yield Problem("post.interviews", f"the interview on {_said(day)} {late}")


def _people(post: Post) -> Iterator[Problem]:
    if post.direct_reports is not None and post.team_size is not None and post.direct_reports > post.team_size:
        yield Problem("post.direct-reports", f"{post.direct_reports} direct reports are more than the whole team")


def _said(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"
