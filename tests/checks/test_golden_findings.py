"""Every layout with every example, finding for finding: what a change of a rule does to real documents.

``pytest tests/checks/test_golden_findings.py --renew-golden`` writes the file anew: read it before you keep it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.findings import Finding
from jd_builder.services import checking
from tests.samples import EXAMPLES, LAYOUTS, sample

GOLDEN = Path(__file__).with_name("golden_findings.txt")
TODAY = date(2026, 12, 1)
DRAFTS = {"empty": Draft(), **{path.stem: sample(path) for path in EXAMPLES}}


def lines() -> Iterator[str]:
    for layout in LAYOUTS:
        for name, draft in DRAFTS.items():
            yield f"== {layout.stem}, {name}"
            yield from map(line, checking.of_draft(draft, [layout.stem], TODAY))


def line(each: Finding) -> str:
    whose = "" if each.yours else "fixed, "
    return f"{each.severity}: {each.rule} ({whose}{each.statement or each.field or 'all'}): {each.match[:60]}"


def test_every_example_in_every_layout_has_the_findings_it_had(request: pytest.FixtureRequest) -> None:
    found = list(lines())
    if request.config.getoption("--renew-golden"):
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8").split("\n")[:-1]
