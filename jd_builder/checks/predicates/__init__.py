"""The questions about the answers of a draft that rules of the kind ``field`` name.

Each gives the fields to look at, as dotted keys, with what to say of them.
"""

from collections.abc import Mapping

from jd_builder.checks.asked import Predicate
from jd_builder.checks.predicates import criteria, dates, eligibility, job, pay

PREDICATES: Mapping[str, Predicate] = {
    **pay.PREDICATES,
    **dates.PREDICATES,
    **job.PREDICATES,
    **eligibility.PREDICATES,
    **criteria.PREDICATES,
}
