"""Every fact that a vacancy may need has a field, and every field asks for itself in plain words."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from jd_builder.domain.answers import read
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import POST_GROUPS, Post
from jd_builder.text.located import read_yaml

MODELS: dict[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}

# What every job description needs, each with a value that it must take.
USUAL: dict[str, Any] = {
    "organisation.name": "Harbour Mutual",
    "organisation.sector": "critical-infrastructure",
    "organisation.about": "Harbour Mutual is owned by its members.",
    "organisation.staff": "1900",
    "organisation.sites": "Leeds and 42 branches",
    "post.title": "Chief information security officer",
    "post.alternative-title": "Director of information security",
    "post.reference": "HM-2027-014",
    "post.location": [{"town": "Leeds", "postcode-area": "LS1"}, {"town": "Dublin", "country": "Ireland"}],
    "post.work-pattern": {"pattern": "hybrid", "days-on-site": "2", "note": "One day is the same for all."},
    "post.reports-to": "Chief operating officer",
    "post.dotted-line": "Chief risk officer",
    "post.board-attendance": "attends",
    "post.direct-reports": "0",
    "post.team-size": "14.5",
    "post.budget": {"amount": "2400000", "currency": "EUR", "control": "influences"},
    "post.pay": {
        "minimum": "105000",
        "maximum": "130000",
        "currency": "GBP",
        "period": "year",
        "allowance": "a digital allowance of £8,000",
    },
    "post.grade": "SCS 1A",
    "post.contract": {"type": "fixed-term", "months": "24"},
    "post.hours": "37.5",
    "post.flexible": ["full-time", "part-time", "job-share", "compressed", "term-time"],
    "post.clearance": {"level": "nppv3", "timing": "willing"},
    "post.nationality": {"rule": "reserved", "reason": "access to intelligence"},
    "post.sponsorship": "not-known",
    "organisation.benefits": ["30 days' leave", "a season ticket loan"],
    "organisation.pension": "28.97% from us",
    "post.opening": "2026-11-27",
    "post.closing": "2026-12-18 23:59",
    "post.sift": "2027-01-06",
    "post.interviews": ["2027-01-20", "2027-01-21"],
    "post.contact": {"name": "Recruitment team", "email": "jobs@harbour.example", "phone": "0113 496 0000"},
    "post.adjustments-contact": {"email": "access@harbour.example"},
    "organisation.disability-confident": "leader",
    "organisation.equality": "Everyone is welcome here.",
    "organisation.adjustments": "Tell us what you need at any stage.",
    "organisation.standards": [
        *("iso-27001", "nist-csf", "caf", "govassure", "cyber-essentials", "cyber-essentials-plus", "pci-dss"),
        *("uk-gdpr", "nis", "dora", "dspt", "soc-2", "operational-resilience"),
    ],
    "organisation.other-standards": ["TISAX"],
    "post.probation": "0",
    "post.notice": "12",
    "post.travel": {"amount": "occasional", "note": "to Bristol once a month"},
    "post.on-call": {"pattern": "major-incidents", "payment": "£250 a week"},
    "post.priorities": ["A tested recovery plan", "A security team", "A plan for suppliers"],
    "post.maturity": "3",
    "post.scope": ["it", "ot", "cloud", "physical", "privacy", "supply-chain", "product-security"],
    "organisation.logo-description": "Harbour Mutual: a lighthouse",
    "organisation.language": "en-GB",
    "organisation.house-terms": [{"say": "colleagues", "instead-of": "staff"}],
    "organisation.version": "3",
    "organisation.last-reviewed": "2026-09-01",
    "organisation.owner": "People services",
}
# What HR asks for beyond that.
FURTHER: dict[str, Any] = {
    "post.apply": {
        "link": "https://harbour.example/jobs/ciso",
        "method": "by e-mail",
        "documents": ["a CV of two pages"],
    },
    "post.who-may-apply": "internal",
    "post.number-of-posts": "2",
    "post.directorate": "Digital and technology",
    "post.accountable-to": "Chief executive",
    "post.key-relationships": ["Chief risk officer", "the regulator"],
    "post.job-evaluation": {"reference": "JE/2291", "date": "2025-03-03"},
    "post.behaviours": ["Seeing the big picture"],
    "post.panel": [{"role": "Chief operating officer (chair)"}],
    "post.search-firm": {"name": "Alder Search", "contact": "ciso@alder.example"},
    "post.pay": {
        "minimum": "105000",
        "maximum": "130000",
        "bonus": "up to 15%",
        "equity": "share options after a year",
        "high-cost-area": "inner London",
        "hiring-minimum": "105000",
        "hiring-maximum": "115000",
    },
    "post.dbs": "enhanced-barred",
    "post.regulated-role": "fit-and-proper",
    "post.politically-restricted": "yes",
    "post.reserve-list": "12",
    "post.ai-use": "allowed-with-care",
    "organisation.nation": "northern-ireland",
    "post.top-meeting": "the executive committee",
    "organisation.mailboxes": {"questions": "jobs@harbour.example", "complaints": {"phone": "0113 496 0000"}},
    "organisation.paragraphs": [{"title": "Safeguarding", "text": "We ...", "documents": ["university-nhs"]}],
    "organisation.house-style": "harbour",
}
ALL = [*USUAL.items(), *FURTHER.items()]


def fields(model: type[BaseModel], place: str) -> Iterator[tuple[str, FieldInfo]]:
    """Every field of a model and of the parts in it, by its dotted key."""
    for field in model.model_fields.values():
        key = f"{place}.{field.alias}"
        yield key, field
        for part in parts_in(field.annotation):
            yield from fields(part, key)


def parts_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation.__name__ != "Moment":
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from parts_in(inner)


FIELDS = [found for place, model in MODELS.items() for found in fields(model, place)]


@pytest.mark.parametrize(("key", "written"), ALL, ids=[key for key, _ in ALL])
def test_there_is_a_field_for_it(key: str, written: Any) -> None:
    part, _, name = key.partition(".")
    reading = read(MODELS[part], {name: written}, part)
    assert reading.problems == ()
    kept = reading.value.model_dump(by_alias=True)[name]
    assert kept not in (None, ())
    if isinstance(written, dict):
        assert [each for each in written if kept[each] in (None, ())] == []
    if isinstance(written, list):
        assert len(kept) == len(written)


@pytest.mark.parametrize(("key", "field"), FIELDS, ids=[key for key, _ in FIELDS])
def test_a_field_has_a_label_a_reason_and_an_example(key: str, field: FieldInfo) -> None:
    assert field.title
    assert field.title[0].isupper()
    assert field.description
    assert field.description.endswith((".", "?"))
    assert len(field.description) < 100
    assert field.examples
    assert all(field.examples)


@pytest.mark.parametrize(("key", "field"), FIELDS, ids=[key for key, _ in FIELDS])
def test_an_example_can_be_typed_as_it_stands(key: str, field: FieldInfo) -> None:
    """``keys: with values`` are typed under the field in a file, anything else is typed into it."""
    (example,) = field.examples or [""]
    is_keys = any(True for _ in parts_in(field.annotation)) and ": " in example
    written = read_yaml(f"{{{example}}}", "example").data if is_keys else example
    kind: Any = Annotated[(field.annotation, "as it is asked", *field.metadata)]
    assert TypeAdapter(kind).validate_python(written, by_alias=True, by_name=False) not in (None, ())


def test_screens_ask_for_every_field_of_a_vacancy_once() -> None:
    asked = [name for names in POST_GROUPS.values() for name in names]
    assert sorted(asked) == sorted(Post.model_fields)


def test_no_two_fields_of_a_sheet_have_the_same_label() -> None:
    for model in MODELS.values():
        labels = [field.title for field in model.model_fields.values()]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("key", ["post.pay", "post.clearance", "post.nationality", "post.sponsorship"])
def test_what_must_be_decided_has_no_answer_of_ours(key: str) -> None:
    part, _, name = key.partition(".")
    assert getattr(MODELS[part](), name) is None


def test_nothing_has_to_be_answered() -> None:
    assert read(Post, {}, "post").problems == ()
    assert read(Organisation, {}, "organisation").problems == ()
