"""What the two lists of the page are told to show: rows, counts, and what to add from."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from jd_builder.domain.framework import GROUPS, STAGES, Need
from jd_builder.services import criteria, duties
from jd_builder.services.rows import OWN, Group, Requirement, Row
from jd_builder.services.shares import Shares, printed_needs

Content = dict[str, Any]


def duty_list(shares: Shares, opened: str) -> Content:
    themes = [["", "No heading of its own"], *map(list, shares.role.themes.items())] if shares.role.themes else []
    rows = duties.rows(shares)
    return {
        **_common(shares, duties.counts(shares)),
        "noun": "Duty",
        "stages": [],
        "headings": {"name": "theme", "label": "Heading, where a document has headings", "options": themes},
        "sections": [
            {
                "id": "chosen",
                "label": "Duties",
                "title": f"{len(rows)} chosen",
                "hint": _hint(rows) if rows else "",
                "none": "No duties yet. Add some from the list below, or write your own.",
                "rows": [vars(row) for row in rows],
            }
        ],
        "folds": [
            _add(len(duties.offered(shares)), partial(duties.more, shares), opened),
            _write(
                opened,
                "Duty",
                "lead the response to major cyber incidents",
                "Begin with a verb, in about 14 words.",
                [["theme", "Heading, where a document has headings", themes]] if themes else [],
            ),
            *_left_out(shares, opened),
        ],
    }


def criteria_list(shares: Shares, opened: str) -> Content:
    rows = criteria.rows(shares)
    groups = list(map(list, GROUPS.items()))
    return {
        **_common(shares, criteria.counts(shares)),
        "noun": "Criterion",
        "why": "What goes wrong in the job without it",
        "stages": list(map(list, STAGES.items())),
        "headings": {"name": "group", "label": "Area in the person specification", "options": groups},
        "sections": [_needed(shares, rows, "essential"), _needed(shares, rows, "desirable")],
        "folds": [
            _add(len(criteria.offered(shares)), partial(criteria.more, shares), opened),
            _write(
                opened,
                "Criterion",
                "You have led the response to a critical cyber incident",
                'Begin with "You have", "You can" or "You know": something that a panel can score.',
                [
                    ["need", "Need", [["essential", "Essential"], ["desirable", "Desirable"]]],
                    ["group", "Area in the person specification", groups],
                ],
            ),
        ],
    }


def _common(shares: Shares, counts: Iterable[Any]) -> Content:
    adverts = ", ".join(layout.name for layout in shares.adverts)
    return {
        "own": OWN,
        "counts": [vars(count) for count in counts],
        "documents": [[layout.id, layout.name] for layout in shares.layouts],
        "star": f"In the {adverts[:1].lower()}{adverts[1:]}",
    }


def _hint(rows: Iterable[Row]) -> str:
    says = "Alt and an arrow key move a row."
    return f"A star puts a duty in the advert. {says}" if any(row.starred is not None for row in rows) else says


def _needed(shares: Shares, rows: Iterable[Requirement], need: Need) -> Content:
    found = [row for row in rows if row.need == need]
    is_printed = any(need in printed_needs(layout) for layout in shares.layouts)
    hints = {
        "essential": "A application, I interview, T test, P presentation: where each is assessed.",
        "desirable": "These decide only between people who meet the essential ones.",
    }
    unprinted = f"No document of this draft prints {need} criteria."
    return {
        "id": need,
        "label": need.capitalize(),
        "title": f"{need.capitalize()}: {len(found)}",
        "hint": (hints[need] if is_printed else unprinted) if found else "",
        "none": f"No {need} criteria yet." if is_printed else unprinted,
        "rows": [vars(row) for row in found],
    }


def _add(number: int, groups: Callable[[], Iterable[Group]], opened: str) -> Content:
    fold = _fold("add", f"Add from the list ({number} more)", opened)
    if fold["open"]:
        fold["groups"] = [{"title": group.title, "rows": [vars(row) for row in group.rows]} for group in groups()]
    return fold


def _write(opened: str, label: str, example: str, hint: str, picks: list[Any]) -> Content:
    return {**_fold("write", "Add your own", opened), "label": label, "example": example, "hint": hint, "picks": picks}


def _left_out(shares: Shares, opened: str) -> Iterable[Content]:
    unused = duties.unused(shares)
    if not unused:
        return
    covered = sum(1 for overlap in unused.values() if overlap.relation == "covered")
    fold = _fold("left", f"{covered} more from the commercial list, which the framework has in its own words", opened)
    if fold["open"]:
        fold["items"] = [
            {"row": vars(each.row), "by": [vars(said) for said in each.by], "note": each.note}
            for each in duties.left_out(shares)
        ]
    yield fold


def _fold(id_: str, title: str, opened: str) -> Content:
    """A part that is folded until it is asked for; only then is it worth sending what is inside."""
    return {"id": id_, "title": title, "open": opened == id_}
