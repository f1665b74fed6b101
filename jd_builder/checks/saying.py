"""What a rule found, as a finding: its sentences with their places filled in, and whose words they are."""

from typing import Any

from jd_builder.checks.asked import Told
from jd_builder.checks.hit import Hit
from jd_builder.checks.rule import Metric, Rule
from jd_builder.checks.texts import Placed, reference
from jd_builder.domain.document import Run
from jd_builder.domain.findings import Finding
from jd_builder.domain.organisation import Nation
from jd_builder.text import english

_LONGEST, _LONGEST_OTHER = 100, 240  # characters of a match in a message, and of what it is said beside
_CRITERION = "criteria."


def of_text(rule: Rule, place: Placed | None, hit: Hit, nation: Nation | None) -> Finding:
    """A finding with its place, or without one where it is about the document as a whole."""
    if place is None:
        said = _said(rule, hit.match, hit.number, hit.other, nation)
        return Finding(**said, field=hit.field, match=hit.match)
    match = place.text[hit.start : hit.end]
    run = place.run_at(hit.start, hit.end)
    statement, field = (None, None) if hit.whole else reference(run)
    yours = any(map(_is_chosen, place.runs)) if hit.whole else place.yours(hit.start, _judged_to(rule, hit))
    return Finding(
        **_said(rule, match, hit.number, hit.other, nation),
        statement=statement,
        field=field,
        block=place.block,
        text=place.text,
        start=hit.start,
        end=hit.end,
        match=match,
        suggestions=hit.suggestions,
        yours=run.gap or yours,
    )


def _is_chosen(run: Run) -> bool:
    """Whether somebody put this into a list: the words may be fixed, their number is not."""
    return run.ref is not None or run.origin == "own"


def _judged_to(rule: Rule, hit: Hit) -> int:
    """A whole sentence or list is whose it begins with: values inside a layout's sentence do not make it theirs."""
    return min(hit.end, hit.start + 1) if isinstance(rule, Metric) else hit.end


def of_field(rule: Rule, told: Told, nation: Nation | None) -> Finding:
    """A finding about an answer, or about a criterion by its statement."""
    of_criterion = told.field.startswith(_CRITERION)
    return Finding(
        **_said(rule, told.match, told.number, told.other, nation),
        statement=told.field.removeprefix(_CRITERION) if of_criterion else None,
        field=None if of_criterion else told.field,
        match=told.match,
    )


def _said(rule: Rule, match: str, number: int | None, other: str, nation: Nation | None) -> dict[str, Any]:
    """The words of a rule; other law has no address of ours."""
    elsewhere = rule.by_nation.get(nation) if nation else None
    said, beside = english.shortened(match, _LONGEST), english.shortened(other, _LONGEST_OTHER)
    values = {"{match}": said, "{number}": str(number), "{other}": beside}
    message = rule.message
    for name, value in values.items():
        message = message.replace(f"{name}.", value if value.endswith("…") else f"{value}.").replace(name, value)
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "message": message,
        "why": elsewhere or rule.why,
        "link": None if elsewhere else rule.link,
    }
