"""Facts of a draft that some words contradict: the names that rules have under ``when``."""

from collections.abc import Callable, Mapping

from jd_builder.domain.choices import BoardAttendance, Flexibility, NationalityRule, Pattern
from jd_builder.domain.post import Post

Fact = Callable[[Post | None], bool]  # None: a text without answers to set it against


def _not_on_the_board(post: Post | None) -> bool:
    return post is not None and post.board_attendance not in (None, BoardAttendance.MEMBER)


def _on_site(post: Post | None) -> bool:
    return post is not None and post.work_pattern is not None and post.work_pattern.pattern == Pattern.ON_SITE


def _not_on_site(post: Post | None) -> bool:
    return post is not None and post.work_pattern is not None and post.work_pattern.pattern != Pattern.ON_SITE


def _not_reserved(post: Post | None) -> bool:
    return post is None or post.nationality is None or post.nationality.rule != NationalityRule.RESERVED


def _not_only_full_time(post: Post | None) -> bool:
    return post is not None and bool(post.flexible) and post.flexible != (Flexibility.FULL_TIME,)


FACTS: Mapping[str, Fact] = {
    "not-on-the-board": _not_on_the_board,
    "on-site": _on_site,
    "not-on-site": _not_on_site,
    "not-reserved": _not_reserved,
    "not-only-full-time": _not_only_full_time,
}
