"""Draft to document to web page, for the layout and the example that give the longest text.

It waits for nothing, so the time of its own computing is all the time there is. What else the machine
does can only add to that: the quickest of many rounds is the truest.
"""

from pathlib import Path
from time import process_time

from jd_builder.assembly.assemble import assemble
from jd_builder.domain.draft import Draft
from jd_builder.domain.layout import Layout
from jd_builder.export.html import fragment
from jd_builder.services import catalogue
from jd_builder.text.located import read_yaml

ROUNDS = 60


def rows() -> list[tuple[str, float, str]]:
    """One row: the milliseconds of the largest layout, the quickest of interleaved rounds."""
    times: dict[tuple[str, str], list[float]] = {}
    cases = [(layout, draft) for layout in catalogue.layouts() for draft in _examples()]
    for _ in range(ROUNDS):
        for layout, draft in cases:
            started = process_time()
            _once(draft, layout)
            key = (str(draft.organisation["name"]), layout.id)
            times.setdefault(key, []).append(process_time() - started)
    slowest = max(times, key=lambda each: min(times[each]))
    name, largest = slowest
    return [(f"draft to web page, {largest} of {name}, ms", min(times[slowest]) * 1000, "at most 5")]


def _once(draft: Draft, layout: Layout) -> None:
    fragment(assemble(draft, catalogue.role(draft.role, draft.edition), layout))


def _examples() -> list[Draft]:
    folder = Path(__file__).parents[1] / "examples"
    files = sorted(folder.glob("*.yaml"))
    return [Draft.model_validate(read_yaml(file.read_text(encoding="utf-8"), file.name).data) for file in files]
