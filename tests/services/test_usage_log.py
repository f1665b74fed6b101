"""The log of what a model was asked: counts alone, and nothing that a spreadsheet would compute."""

import csv
from datetime import UTC, datetime

import pytest

from jd_builder.services.usage_log import as_csv
from jd_builder.storage import UsageLine

WHEN = datetime(2026, 3, 2, 9, 5, tzinfo=UTC)


def row(model: str, estimated: bool = False) -> list[str]:
    content = as_csv([UsageLine(WHEN, "abc", "ai.example", model, 900, 200, estimated)])
    header, line = csv.reader(content.decode("utf-8-sig").splitlines())
    assert len(header) == len(line)
    return line


def test_a_line_says_when_for_which_draft_where_and_how_much() -> None:
    assert row("m") == ["2026-03-02 09:05:00", "abc", "ai.example", "m", "900", "200", "server"]
    assert row("m", estimated=True)[-1] == "estimate"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\u00a0=cmd|'/c calc'!A1"])
def test_no_name_of_a_model_is_taken_for_a_formula(name: str) -> None:
    assert row(name)[3].startswith("'")
