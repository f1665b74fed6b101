"""Every rule finds what its examples say it finds, and leaves in peace what they say is harmless."""

import pytest

from jd_builder.checks.loading import load_rules
from jd_builder.checks.rule import Example, Rule
from tests.checks.examples import of_example

FLAGGED = [(rule, each) for rule in load_rules().rules for each in rule.examples.flag]
PASSED = [(rule, each) for rule in load_rules().rules for each in rule.examples.pass_]


def _name(case: object) -> str:
    return case.id if hasattr(case, "id") else str(getattr(case, "text", ""))[:40]


def test_every_rule_that_ships_is_in_use() -> None:
    assert [str(error) for error in load_rules().errors] == []
    assert len(load_rules().rules) > 50


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=_name)
def test_a_rule_finds_what_it_is_for(rule: Rule, example: Example) -> None:
    found = of_example(rule, example)
    assert found, example
    assert all("{" not in each.message.replace(each.match, "") for each in found), "every place is filled in"


@pytest.mark.parametrize(("rule", "example"), PASSED, ids=_name)
def test_a_rule_leaves_in_peace_what_is_harmless(rule: Rule, example: Example) -> None:
    assert of_example(rule, example) == ()
