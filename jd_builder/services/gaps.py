"""What the documents of a draft still lack, and what to see to first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import Problem
from jd_builder.services.labels import label

# What candidates ask first, then what the other readers of a job description need.
MOST_IMPORTANT = (
    "organisation.name",
    "post.pay",
    "post.location",
    "post.closing",
    "post.apply",
    "post.contract",
    "post.work-pattern",
    "post.hours",
    "post.grade",
    "post.contact",
    "post.reports-to",
    "organisation.about",
    "organisation.benefits",
    "post.clearance",
    "post.nationality",
)

# What no document prints, and much depends on, each with what a person is told of it.
STEERING: Mapping[str, str] = {
    "organisation.sector": "Say which sector it is: what we suggest, and some checks, follow it.",
    "organisation.nation": "Say which nation the job is in: the checks follow its law.",
}


@dataclass(frozen=True)
class Gap:
    """A field that documents show as a gap: ``ref`` is its dotted key, ``documents`` are their names."""

    ref: str
    label: str
    documents: tuple[str, ...]


def found(documents: Mapping[str, Document], problems: Iterable[Problem] = ()) -> tuple[Gap, ...]:
    """Every gap once, the most important first, the others as readers meet them.

    A field whose value is wrong leaves a gap too: it is not told twice.
    """
    wrong = {".".join(problem.place.split(".")[:2]) for problem in problems}
    where: dict[str, list[str]] = {}
    for document in documents.values():
        for run in document.gaps:
            where.setdefault(run.ref or "", []).append(document.name)
    gaps = [Gap(ref, label(ref), tuple(names)) for ref, names in where.items() if ref not in wrong]
    return tuple(sorted(gaps, key=_importance))


def steering(draft: Draft) -> tuple[str, ...]:
    """What nobody has said yet of what steers the rest: no document can show that as a gap."""
    reading = draft.read_organisation()
    known = {f"organisation.{name}" for name, value in reading.value if value is not None}
    seen = {*known, *reading.skipped, *(problem.place for problem in reading.problems)}
    return tuple(place for place in STEERING if place not in seen)


def sentence(problem: Problem) -> str:
    """A wrong value with the name of its field, for places where the field itself is not shown."""
    return f"{label(problem.place)}: {problem.message}"


def _importance(gap: Gap) -> int:
    return MOST_IMPORTANT.index(gap.ref) if gap.ref in MOST_IMPORTANT else len(MOST_IMPORTANT)
