"""Words of a model about its own work: a preamble, a refusal, an instruction."""

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.loading import FOLDER
from jd_builder.rewriting.guard.words import folded


def speech(both: Comparison) -> Iterator[Verdict]:
    before, after = folded(both.original.text), folded(both.rewritten.text)
    for message, pattern in _patterns():
        found = pattern.search(after)
        if found and not pattern.search(before):
            yield verdict("speech", "block", message, found.span())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern for each list of the file; phrases of ``first`` count at the beginning only."""
    data = yaml.safe_load((FOLDER / "speech.yaml").read_text(encoding="utf-8"))
    made = []
    for each in data:
        phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in each["phrases"])
        start = r"\A\W*" if each.get("first") else r"(?<!\w)"
        made.append((each["message"], re.compile(f"{start}(?:{phrases})(?!\\w)", re.IGNORECASE)))
    return tuple(made)
