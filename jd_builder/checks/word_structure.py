"""How a Word file is built, as findings: rules in ``word.yaml``, each for one kind of barrier."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from jd_builder.domain.base import Model
from jd_builder.domain.findings import Barrier, Finding, Severity
from jd_builder.text import english

FILE = Path(__file__).with_name("word.yaml")


class WordRule(Model):
    """``message`` may hold {number}, {times} ("3 times") and {detail}."""

    id: str = Field(pattern=r"^word-[a-z-]+$")
    kind: str = Field(min_length=1)
    severity: Severity
    message: str = Field(min_length=1)
    why: str = Field(min_length=1)
    link: str | None = Field(default=None, pattern=r"^https://")


@cache
def word_rules() -> Mapping[str, WordRule]:
    """The rules by the kind of barrier."""
    rules = [WordRule.model_validate(each) for each in yaml.safe_load(FILE.read_text(encoding="utf-8"))]
    return {rule.kind: rule for rule in rules}


def of_word(barriers: Iterable[Barrier]) -> tuple[Finding, ...]:
    """A finding for each barrier, at the first text that it stands at."""
    return tuple(_finding(word_rules()[each.kind], each) for each in barriers)


def _finding(rule: WordRule, found: Barrier) -> Finding:
    times = "once" if found.number == 1 else english.count(found.number, "time")
    said = rule.message.format(number=found.number, times=times, detail=found.detail)
    return Finding(
        rule=rule.id, severity=rule.severity, message=said, why=rule.why, link=rule.link,
        text=found.text, end=len(found.text), match=found.text,
    )  # fmt: skip
