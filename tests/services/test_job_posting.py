"""The vacancy for search engines: the properties that Google documents, in the forms it asks for, from real fields."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.export.job_posting import job_posting, missing
from jd_builder.services import building, draft_formats, examples
from tests.export.reading import Page

# https://developers.google.com/search/docs/appearance/structured-data/job-posting
REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
RECOMMENDED = {
    "applicantLocationRequirements", "baseSalary", "employmentType", "identifier", "jobLocationType", "validThrough",
    "directApply",
}  # fmt: skip
EMPLOYMENT = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
Check = Callable[[Any], object]


def words(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def number(value: Any) -> bool:
    return isinstance(value, int | float) and value > 0


def typed(kind: str, *sets: Mapping[str, Check]) -> Check:
    """An object of this type with the parts of one of these sets, each in its form."""

    def check(value: Any) -> bool:
        rest = {name: part for name, part in value.items() if name != "@type"}
        fits = (parts for parts in sets if parts.keys() == rest.keys())
        return value["@type"] == kind and any(all(parts[name](rest[name]) for name in rest) for parts in fits)

    return check


address = typed("PostalAddress", {"addressLocality": words, "addressCountry": words}, {"addressLocality": words})
place = typed("Place", {"address": address})
unit = {"unitText": UNITS.__contains__}
quantity = typed("QuantitativeValue", {"value": number, **unit}, {"minValue": number, "maxValue": number, **unit})
FORMS: Mapping[str, Check] = {
    "@context": lambda value: value == "https://schema.org/",
    "@type": lambda value: value == "JobPosting",
    "title": words,
    "description": lambda value: Page(value).texts,
    "datePosted": date.fromisoformat,
    "validThrough": datetime.fromisoformat,
    "hiringOrganization": typed("Organization", {"name": words}),
    "identifier": typed("PropertyValue", {"name": words, "value": words}, {"value": words}),
    "jobLocation": lambda value: value and all(map(place, value)),
    "jobLocationType": lambda value: value == "TELECOMMUTE",
    "applicantLocationRequirements": typed("Country", {"name": words}),
    "employmentType": lambda value: value and set(value) <= EMPLOYMENT,
    "baseSalary": typed("MonetaryAmount", {"currency": re.compile("[A-Z]{3}").fullmatch, "value": quantity}),
}


def posting(draft: Draft) -> dict[str, Any]:
    document = building.documents(draft, ["private-advert"])[0]
    found = job_posting(document, draft.read_organisation().value, draft.read_post().value)
    assert found.keys() - {"@context", "@type"} <= REQUIRED | RECOMMENDED
    assert [name for name, value in found.items() if not FORMS[name](value)] == []
    return found


def of(**answers: Any) -> dict[str, Any]:
    """The posting of an example with other answers about the post; None takes one away."""
    draft = examples.example("harbour-mutual").draft
    for name, value in answers.items():
        draft = draft.answered(f"post.{name.replace('_', '-')}", value)
    return posting(draft)


@pytest.mark.parametrize("name", examples.names())
def test_every_example_has_what_is_required_and_nothing_that_is_not_documented(name: str) -> None:
    found = posting(examples.example(name).draft)
    assert missing(found) == ()
    assert found.keys() >= REQUIRED


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        ("pay", "baseSalary"),
        ("closing", "validThrough"),
        ("reference", "identifier"),
        ("opening", "datePosted"),
        ("location", "jobLocation"),
    ],
)
def test_what_was_not_filled_in_is_not_made_up(field: str, gone: str) -> None:
    assert gone not in of(**{field: None})


@pytest.mark.parametrize(("field", "key"), [("opening", "post.opening"), ("location", "post.location")])
def test_what_is_required_and_missing_is_told_by_its_field(field: str, key: str) -> None:
    assert [problem.place for problem in missing(of(**{field: None}))] == [key]


def test_remote_work_needs_no_place_and_says_where_people_may_live() -> None:
    found = of(location=None, work_pattern="remote")
    assert missing(found) == ()
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == {"@type": "Country", "name": "the United Kingdom"}


def test_who_may_apply_by_nationality_is_no_place_to_live() -> None:
    assert "applicantLocationRequirements" not in of(nationality={"rule": "reserved", "reason": "secret work"})


def test_pay_is_the_range_on_offer_or_one_figure() -> None:
    range_ = of(pay={"minimum": "50000", "maximum": "60000", "hiring-maximum": "55000"})["baseSalary"]["value"]
    spot = of(pay={"minimum": "612.50", "maximum": "612.50", "period": "day", "currency": "EUR"})["baseSalary"]
    assert (range_["minValue"], range_["maxValue"]) == (50000, 55000)
    assert spot["currency"] == "EUR"
    assert (spot["value"]["value"], spot["value"]["unitText"]) == (612.5, "DAY")


def test_it_ends_by_the_clocks_of_the_place() -> None:
    assert of(closing="2027-06-30 17:00")["validThrough"] == "2027-06-30T17:00:00+01:00"
    assert of(closing="2027-01-31 23:59")["validThrough"] == "2027-01-31T23:59:00+00:00"
    assert of(closing="2027-01-31 23:59", location="Dublin, Ireland")["validThrough"] == "2027-01-31T23:59:00"
    assert of(closing="2027-01-31")["validThrough"] == "2027-01-31"


@pytest.mark.parametrize(
    ("typed", "town", "country"),
    [
        ("Fenland General Hospital, Wisbech", "Fenland General Hospital, Wisbech", "GB"),
        ("Leeds, West Yorkshire", "Leeds, West Yorkshire", "GB"),
        ("Belfast (BT1), Northern Ireland", "Belfast", "GB"),
        ("Four Courts, Dublin, Republic of Ireland", "Four Courts, Dublin", "IE"),
        ("Boston, U.S.A.", "Boston", "US"),
        ("Reading, UK", "Reading", "GB"),
        ("Belfast, NI", "Belfast", "GB"),
        ("Atlanta, Georgia, USA", "Atlanta, Georgia", "US"),
        ("Tbilisi, Republic of Georgia", "Tbilisi", "GE"),
        ("Boston, MA", "Boston, MA", None),
        ("New York, N.Y.", "New York, N.Y.", None),
        ("Berlin, DE", "Berlin, DE", None),
        ("Atlanta, Georgia", "Atlanta, Georgia", None),
    ],
)
def test_what_follows_a_comma_is_a_country_only_where_its_name_is_said(
    typed: str, town: str, country: str | None
) -> None:
    address = of(location=typed)["jobLocation"][0]["address"]
    assert (address["addressLocality"], address.get("addressCountry")) == (town, country)


def test_a_place_that_may_be_in_more_than_one_country_is_asked_about_and_has_no_clocks_of_ours() -> None:
    found = of(location=["Leeds", "Boston, MA"])
    assert [(each.place, each.message) for each in missing(found)] == [
        (
            "post.location.2.country",
            "'Boston, MA' may be in more than one country; add the country's name, as in Dublin, Ireland",
        )
    ]
    assert of(closing="2027-06-30 17:00", location="Boston, MA")["validThrough"] == "2027-06-30T17:00:00"
    draft = examples.example("harbour-mutual").draft.answered("post.location", "Boston, MA")
    [document] = building.documents(draft, ["private-advert"])
    assert draft_formats.to_fill_in(draft, document) == ["the country of each place"]


def test_a_code_in_the_field_for_the_country_is_one() -> None:
    for typed, code in (("DE", "DE"), ("ma", "MA"), ("NI", "GB"), ("Georgia", "GE")):
        address = of(location=[{"town": "A town", "country": typed}])["jobLocation"][0]["address"]
        assert address["addressCountry"] == code


def test_a_country_in_its_own_field_that_we_do_not_know_stays_as_typed() -> None:
    address = of(location=[{"town": "Ys", "country": "Lyonesse"}])["jobLocation"][0]["address"]
    assert address["addressCountry"] == "Lyonesse"


def test_an_address_in_the_uk_keeps_the_clocks_of_the_uk() -> None:
    found = of(closing="2027-06-30 17:00", location="Castle Street, Cardiff, Wales")
    assert found["validThrough"] == "2027-06-30T17:00:00+01:00"


def test_kinds_of_employment_are_those_that_were_ticked() -> None:
    assert of(flexible=["job-share"], contract="fixed-term")["employmentType"] == ["PART_TIME", "TEMPORARY"]
    assert of(flexible=None, full_time_reason="leads the rota")["employmentType"] == ["FULL_TIME"]
    assert "employmentType" not in of(flexible=["compressed"])


def test_the_description_is_the_advert_without_its_title_and_with_nothing_typed_read_as_markup() -> None:
    draft = examples.example("harbour-mutual").draft.answered("organisation.about", "<script>x</script> & more")
    page = Page(posting(draft)["description"])
    assert "<script>x</script> & more" in page.texts
    assert not page.named("h1") + page.named("script")
    assert not [attributes for _, attributes in page.tags if "id" in attributes or "data-ref" in attributes]
