"""Where criteria are assessed."""

from collections.abc import Iterator, Mapping

from jd_builder.checks.asked import Asked, Predicate, Told


def _no_stage(asked: Asked) -> Iterator[Told]:
    for criterion in asked.draft.criteria:
        if criterion.need == "essential" and not criterion.assessed:
            yield Told(f"criteria.{criterion.id}", criterion.text or criterion.id)


def _untestable_stage(asked: Asked) -> Iterator[Told]:
    """A qualification is on paper: an interview or a test cannot show it."""
    for criterion in asked.draft.criteria:
        if criterion.group == "qualifications" and criterion.assessed and "A" not in criterion.assessed:
            yield Told(f"criteria.{criterion.id}", criterion.text or criterion.id)


PREDICATES: Mapping[str, Predicate] = {
    "no-stage": _no_stage,
    "untestable-stage": _untestable_stage,
}
