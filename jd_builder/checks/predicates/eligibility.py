"""Who may apply, what is checked of them, and in which language they are asked."""

from collections.abc import Iterator, Mapping

from jd_builder.checks.asked import PUBLIC, Asked, Predicate, Told
from jd_builder.domain.choices import ClearanceTiming, DbsLevel, NationalityRule
from jd_builder.domain.organisation import Sector


def _high_dbs(asked: Asked) -> Iterator[Told]:
    if asked.post.dbs in (DbsLevel.STANDARD, DbsLevel.ENHANCED, DbsLevel.ENHANCED_BARRED):
        yield Told("post.dbs", asked.post.dbs.label.lower())


def _dbs_elsewhere(asked: Asked) -> Iterator[Told]:
    if asked.post.dbs not in (None, DbsLevel.NONE):
        yield Told("post.dbs", asked.post.dbs.label.lower())


def _clearance_held(asked: Asked) -> Iterator[Told]:
    if asked.post.clearance and asked.post.clearance.timing == ClearanceTiming.HELD:
        yield Told("post.clearance", asked.post.clearance.level.label)


def _reserved_elsewhere(asked: Asked) -> Iterator[Told]:
    rule = asked.post.nationality
    if rule and rule.rule != NationalityRule.RIGHT_TO_WORK and asked.sector not in (None, Sector.CENTRAL_GOVERNMENT):
        yield Told("post.nationality", rule.rule.label)


def _in_wales(asked: Asked) -> Iterator[Told]:
    if asked.sector in PUBLIC:
        yield Told("organisation.language")


PREDICATES: Mapping[str, Predicate] = {
    "high-dbs": _high_dbs,
    "dbs-elsewhere": _dbs_elsewhere,
    "clearance-held": _clearance_held,
    "reserved-elsewhere": _reserved_elsewhere,
    "in-wales": _in_wales,
}
