"""A finding and a proposal are data: a place, a reason, and how grave it is."""

from typing import Any

import pytest
from pydantic import ValidationError

from jd_builder.domain.findings import Finding, Kept
from jd_builder.domain.rewriting import Proposal, Verdict

FIELDS = (
    *("rule", "severity", "message", "why", "link", "statement", "field", "block", "text", "start", "end", "match"),
    *("suggestions", "yours"),
)


def finding(**fields: Any) -> Finding:
    return Finding.model_validate({"rule": "age", "severity": "error", "message": "m", "why": "w", **fields})


def proposal(*levels: str) -> Proposal:
    verdicts = tuple(Verdict.model_validate({"rule": "r", "level": level, "message": "m"}) for level in levels)
    return Proposal(
        statement="ciso.duty.1",
        before="set a strategy",
        after="set the strategy",
        tone="plainer",
        model="some-model",
        prompt="rewrite",
        prompt_hash="0" * 8,
        verdicts=verdicts,
    )


def test_a_finding_is_written_with_the_keys_that_scripts_read() -> None:
    assert tuple(finding().model_dump(by_alias=True)) == FIELDS


def test_words_are_the_users_until_someone_says_otherwise() -> None:
    found = finding()
    assert found.yours
    assert (found.statement, found.field, found.link, found.block) == (None, None, None, None)


@pytest.mark.parametrize("wrong", [{"severity": "fatal"}, {"start": -1}, {"block": 0}, {"place": "x"}])
def test_a_finding_that_points_nowhere_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        finding(**wrong)


def test_a_kept_finding_counts_matches_from_one() -> None:
    assert Kept(rule="age", on="own.1", match="mature", reason="a programme").nth == 1
    with pytest.raises(ValidationError):
        Kept(rule="age", on="own.1", match="mature", nth=0, reason="a programme")


@pytest.mark.parametrize(
    ("levels", "gravest"),
    [((), "pass"), (("pass",), "pass"), (("pass", "look"), "look"), (("look", "block", "pass"), "block")],
)
def test_a_proposal_is_as_grave_as_its_gravest_verdict(levels: tuple[str, ...], gravest: str) -> None:
    assert proposal(*levels).level == gravest


def test_a_proposal_waits_for_a_decision() -> None:
    assert proposal().decision == "open"


def test_a_verdict_says_in_which_text_it_points() -> None:
    verdict = Verdict.model_validate({"rule": "r", "level": "look", "message": "m", "in": "original"})
    assert verdict.model_dump(by_alias=True)["in"] == "original"
    assert proposal("look").verdicts[0].in_ == "rewritten"
