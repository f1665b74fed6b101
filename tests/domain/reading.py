"""Reading one answer, as the tests of fields and values do."""

from typing import Any

from jd_builder.domain.answers import read
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post


def given(key: str, written: Any) -> Any:
    """What an answer is read as. ``key`` is dotted: ``post.pay``."""
    reading, name = _reading(key, written)
    assert reading.problems == (), reading.problems
    return getattr(reading.value, name.replace("-", "_"))


def complaint(key: str, written: Any) -> str:
    """The one sentence said about a wrong answer, which is then no part of the value."""
    reading, name = _reading(key, written)
    assert len(reading.problems) == 1, reading.problems
    assert getattr(reading.value, name.replace("-", "_")) in (None, ())
    return str(reading.problems[0].message)


def _reading(key: str, written: Any) -> tuple[Any, str]:
    part, _, name = key.partition(".")
    return read({"post": Post, "organisation": Organisation}[part], {name: written}, part), name
