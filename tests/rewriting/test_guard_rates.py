"""What share of known rewrites the guard lets through: the figures that ``docs/guard.md`` reports."""

from pathlib import Path

import pytest

from tests.rewriting import pairs
from tests.rewriting.pairs import Pair

# What must never pass, by the beginning of its name in any of the three sets.
HARD = (
    *("number", "money", "currency", "percentage", "date", "time", "grade", "clearance", "standard", "negation"),
    *("modality", "obligation", "essential", "markup", "unit", "pay_period", "range", "bound", "never", "without"),
    *("hidden", "template", "preamble", "injection", "instruction", "placeholder", "meta"),
)


def honest(all_of_them: list[Pair]) -> list[Pair]:
    return [pair for pair in all_of_them if pair.is_honest]


def bad(all_of_them: list[Pair]) -> list[Pair]:
    return [pair for pair in all_of_them if not pair.is_honest]


def hard(all_of_them: list[Pair]) -> list[Pair]:
    return [pair for pair in bad(all_of_them) if pair.kind.startswith(HARD)]


@pytest.fixture(scope="module", params=["ours", "cases.jsonl", "realistic.jsonl"])
def known(request: pytest.FixtureRequest) -> list[Pair]:
    if request.param == "ours":
        return pairs.ours()
    folder: Path = request.getfixturevalue("guard_data")
    return pairs.shared(folder / request.param)


def test_no_figure_obligation_or_markup_that_changed_passes(known: list[Pair]) -> None:
    assert len(hard(known)) > 15
    assert pairs.judged(hard(known), "pass") == []


def test_hardly_a_bad_rewrite_passes(known: list[Pair]) -> None:
    assert pairs.share(bad(known), "pass") < 0.02, pairs.judged(bad(known), "pass")


def test_most_honest_rewrites_pass_and_hardly_one_is_blocked(known: list[Pair]) -> None:
    assert pairs.share(honest(known), "pass") >= 0.75
    assert pairs.share(honest(known), "block") < 0.03, pairs.judged(honest(known), "block")


def test_our_own_set_is_large_enough_to_say_something() -> None:
    ours = pairs.ours()
    assert (len(honest(ours)), len(bad(ours))) >= (150, 150)
    assert len({pair.rewritten for pair in ours}) == len(ours)
