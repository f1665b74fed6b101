"""The guard as its callers see it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from jd_builder.domain.rewriting import Verdict

Also = Callable[[str, str], Iterable[Verdict]]


@dataclass(frozen=True)
class Facts:
    """What the document says elsewhere, so that a rewrite may rest on it.

    ``acronyms`` are those that the document explains, each with its long form; ``names`` are the
    organisation's own, which have to stay as they are.
    """

    acronyms: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def judge(original: str, rewritten: str, facts: Facts | None = None, also: Also | None = None) -> tuple[Verdict, ...]:
    """The doubts about a rewrite, in the order of the text, the gravest first. None at all is a pass.

    ``also`` gives the verdicts of rules that live elsewhere, such as those on discriminating words.
    """
    found = [*_numbers(original, rewritten), *(also(original, rewritten) if also else ())]
    return tuple(sorted(found, key=lambda each: each.level != "block"))


def _numbers(original: str, rewritten: str) -> Iterable[Verdict]:
    before, after = (re.findall(r"\d[\d,.]*", text) for text in (original, rewritten))
    if sorted(before) != sorted(after):
        yield Verdict(rule="number", level="block", message="A number changed.", start=0, end=len(rewritten))
