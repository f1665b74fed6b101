"""Draft to document to web page, for the layout and the example that give the longest text.

It waits for nothing, so the time of its own computing is all the time there is, also on a busy machine.
"""

from pathlib import Path
from statistics import median
from time import process_time

from jd_builder.assembly.assemble import assemble
from jd_builder.domain.draft import Draft
from jd_builder.domain.layout import Layout
from jd_builder.export.html import fragment
from jd_builder.services import catalogue
from jd_builder.text.located import read_yaml

ROUNDS = 60


def rows() -> list[tuple[str, float, str]]:
    """One row: the milliseconds of the largest layout, the median of interleaved rounds."""
    times: dict[str, list[float]] = {}
    cases = [(layout, draft) for layout in catalogue.layouts() for draft in _examples()]
    for _ in range(ROUNDS):
        for layout, draft in cases:
            started = process_time()
            _once(draft, layout)
            times.setdefault(layout.id, []).append(process_time() - started)
    slowest = max(times, key=lambda layout: median(times[layout]))
    return [(f"draft to web page, {slowest}, ms", median(times[slowest]) * 1000, "at most 5")]


def _once(draft: Draft, layout: Layout) -> None:
    fragment(assemble(draft, catalogue.role(draft.role, draft.edition), layout))


def _examples() -> list[Draft]:
    folder = Path(__file__).parents[1] / "examples"
    files = sorted(folder.glob("*.yaml"))
    return [Draft.model_validate(read_yaml(file.read_text(encoding="utf-8"), file.name).data) for file in files]
