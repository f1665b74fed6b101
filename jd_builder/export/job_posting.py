"""A vacancy as schema.org's JobPosting in JSON-LD, for the page of a careers site: Google for Jobs reads it there.

The properties are those that Google documents, and nothing is inferred: a property whose field was not filled in is
left out. ``directApply`` is never said, as no field tells what stands behind a link.
https://developers.google.com/search/docs/appearance/structured-data/job-posting
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from jd_builder.domain.choices import ContractType, Flexibility, Pattern, Period
from jd_builder.domain.countries import HOME, code_of
from jd_builder.domain.document import Document
from jd_builder.domain.errors import Problem
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.terms import Pay, Place
from jd_builder.domain.values import Moment
from jd_builder.export.characters import clean, one_line
from jd_builder.export.html import bare

Property = dict[str, Any]

REQUIRED: Mapping[str, str] = MappingProxyType(
    {"hiringOrganization": "organisation.name", "datePosted": "post.opening", "jobLocation": "post.location"}
)
_AT_HOME = "the United Kingdom"
_UNITS = {Period.YEAR: "YEAR", Period.DAY: "DAY", Period.HOUR: "HOUR"}
_EMPLOYMENT = {
    Flexibility.FULL_TIME: "FULL_TIME",
    Flexibility.PART_TIME: "PART_TIME",
    Flexibility.JOB_SHARE: "PART_TIME",
    Flexibility.TERM_TIME: "PART_TIME",
}


def job_posting(document: Document, organisation: Organisation, post: Post) -> Property:
    """The vacancy, described by one of its documents. What it lacks, ``missing`` says."""
    found = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": one_line(document.title, 255),
        "description": bare(document),
        "datePosted": post.opening.isoformat() if post.opening else None,
        "validThrough": _until(post.closing, post.location) if post.closing else None,
        "hiringOrganization": _named("Organization", organisation.name),
        "identifier": _identifier(organisation, post),
        "jobLocation": [_place(each) for each in post.location],
        **(_remote() if post.work_pattern and post.work_pattern.pattern == Pattern.REMOTE else {}),
        "employmentType": list(dict.fromkeys(_employment(post))),
        "baseSalary": _salary(post.pay) if post.pay else None,
    }
    return {name: value for name, value in found.items() if value}


def missing(posting: Property) -> tuple[Problem, ...]:
    """The fields without which Google for Jobs does not show a vacancy. Remote work needs no place."""
    needed = {name: place for name, place in REQUIRED.items() if name != "jobLocation" or not _is_remote(posting)}
    lacks = (place for name, place in needed.items() if name not in posting)
    problems = (Problem(place, "Google for Jobs shows no vacancy without this") for place in lacks)
    return (*problems, *_without_country(posting))


def _without_country(posting: Property) -> Iterator[Problem]:
    for number, each in enumerate(posting.get("jobLocation", ()), 1):
        if "addressCountry" not in each["address"]:
            said = f"'{each['address']['addressLocality']}' may be in more than one country"
            yield Problem(f"post.location.{number}.country", f"{said}; add the country's name, as in Dublin, Ireland")


def _is_remote(posting: Property) -> bool:
    return "jobLocationType" in posting


def _remote() -> Property:
    """Where applicants may work from, which is not who may apply by nationality."""
    return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _named("Country", _AT_HOME)}


def _named(kind: str, name: str | None) -> Property | None:
    return {"@type": kind, "name": clean(name)} if name else None


def _until(closing: Moment, places: tuple[Place, ...]) -> str:
    """The time as of UK clocks, unless the work is abroad: then a time without a zone, which is that of the place."""
    if closing.at is None:
        return closing.day.isoformat()
    abroad = places and all(_country(each) != HOME for each in places)
    return datetime.combine(closing.day, closing.at, None if abroad else ZoneInfo("Europe/London")).isoformat()


def _identifier(organisation: Organisation, post: Post) -> Property | None:
    if not post.reference:
        return None
    named = {"name": clean(organisation.name)} if organisation.name else {}
    return {"@type": "PropertyValue", **named, "value": clean(post.reference)}


def _place(place: Place) -> Property:
    """Half a postcode is none, and left out."""
    address = {"@type": "PostalAddress", "addressLocality": clean(place.town)}
    country = _country(place)
    return {"@type": "Place", "address": {**address, "addressCountry": country} if country else address}


def _country(place: Place) -> str | None:
    """Its code where we know it. A place without a country is in the UK, as its question says, or may not be."""
    if place.may_be_abroad:
        return None
    return code_of(place.country) or clean(place.country or HOME)


def _employment(post: Post) -> Iterator[str]:
    for way in post.flexible:
        if way in _EMPLOYMENT:
            yield _EMPLOYMENT[way]
    if not post.flexible and post.full_time_reason:
        yield "FULL_TIME"
    if post.contract and post.contract.type != ContractType.PERMANENT:
        yield "TEMPORARY"


def _salary(pay: Pay) -> Property | None:
    """The pay on offer: the hiring range where there is one."""
    low, high = pay.hiring_minimum or pay.minimum, pay.hiring_maximum or pay.maximum
    if low is None or high is None:
        return None
    amount = {"value": _figure(low)} if low == high else {"minValue": _figure(low), "maxValue": _figure(high)}
    value = {"@type": "QuantitativeValue", **amount, "unitText": _UNITS[pay.period]}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _figure(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)
