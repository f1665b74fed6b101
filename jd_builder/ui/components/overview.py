"""What the checks say of a whole draft: what to fix and to look at first, the rest folded."""

from collections.abc import Iterator

from jd_builder.services.found import SAID_ELSEWHERE, Found, Told
from jd_builder.text import english
from jd_builder.ui import going
from jd_builder.ui.components import findings
from jd_builder.ui.components.findings import Content, data, group
from jd_builder.ui.session import Sheet

FIRST = 5
_FIXED = (
    "These words come from the framework, the commercial list or the frame of a document. They are not yours to put "
    "right and do not count; where one bothers you, edit that duty or criterion and it becomes yours."
)


def show(sheet: Sheet, found: Found) -> None:
    groups = list(_groups(found))
    if groups:
        went = findings.show("overview", groups, sheet)
        if went:
            going.to(sheet, went)


def _groups(found: Found) -> Iterator[Content]:
    """Wrong values and gaps have lines of their own above."""
    told = [each for each in found.open if each.finding.rule not in SAID_ELSEWHERE]
    seen = [each for each in told if each.finding.severity != "advice"]
    if seen:
        yield {"title": "", "findings": [_with_way(each) for each in seen[:FIRST]]}
    for id_, title, rest in (
        ("more", f"{len(seen) - FIRST} more", seen[FIRST:]),
        ("advice", "For information", [each for each in told if each.finding.severity == "advice"]),
        ("kept", "Kept as they are", found.kept),
    ):
        if rest:
            yield group(id_, title if id_ == "more" else f"{title}: {len(rest)}", map(_with_way, rest))
    if found.fixed:
        title = f"{english.count(len(found.fixed), 'finding')} in wording that is not yours, with nothing to do"
        yield group("fixed", title, map(_with_way, found.fixed), _FIXED)


def _with_way(told: Told) -> Content:
    place = told.finding.statement or told.finding.field
    return data(told, go="Go to it" if place else "", shows_words=True)
