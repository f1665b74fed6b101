"""Rewrites that are known to be honest or bad: ours, and those of the two shared files."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from jd_builder.domain.rewriting import Outcome, gravest
from jd_builder.services.guarding import verdicts

OURS = Path(__file__).with_name("pairs.yaml")


class Pair(NamedTuple):
    name: str
    kind: str
    original: str
    rewritten: str
    is_honest: bool

    @property
    def level(self) -> Outcome:
        return gravest(verdicts(self.original, self.rewritten))


def ours() -> list[Pair]:
    found = []
    for number, entry in enumerate(yaml.safe_load(OURS.read_text("utf-8")), 1):
        for is_honest, rewrites in ((True, entry["honest"]), (False, entry["bad"])):
            for kind, text in rewrites.items():
                found.append(Pair(f"{number}.{kind}", kind, entry["original"], text, is_honest))
    return found


def shared(path: Path) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    keys = ("id", "category", "original", "rewritten", "should_accept")
    return [Pair(*(row[key] for key in keys)) for row in rows]


def share(pairs: Iterable[Pair], *levels: Outcome) -> float:
    """How many of the pairs are judged so, 0 to 1."""
    judged = [pair.level in levels for pair in pairs]
    return sum(judged) / len(judged)


def judged(pairs: Iterable[Pair], level: Outcome) -> list[str]:
    return [pair.name for pair in pairs if pair.level == level]
