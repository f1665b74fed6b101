"""And or or: whether all of a list is meant, or one of it."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Reading


def connection(both: Comparison) -> Iterator[Verdict]:
    was, now = _choices(both.original), _choices(both.rewritten)
    if was and not now:
        yield verdict(
            "connection", "look", "“or” is gone: all of it may be meant now, not one of it.", was[0], "original"
        )
    elif now and not was:
        yield verdict("connection", "look", "“or” is new: one of it may be enough now.", now[0])


def _choices(reading: Reading) -> list[tuple[int, int]]:
    """The places of "or"; the one of "20 or more" belongs to its number."""
    return [
        (word.start, word.start)
        for word in reading.words
        if word.low in ("or", "either") and not reading.is_figure(word.start)
    ]
