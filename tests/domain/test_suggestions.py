"""What is usual in a sector may be offered; what must be decided is never suggested."""

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal

import pytest

from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.organisation import Sector
from jd_builder.domain.suggestions import WORKING_DAYS_OPEN, Suggested, suggested, suggested_closing


@pytest.mark.parametrize(
    ("sector", "hours"), [(Sector.NHS, "37.5"), (Sector.CENTRAL_GOVERNMENT, "37"), (Sector.UNIVERSITY, "35")]
)
def test_the_usual_hours_of_a_sector(sector: Sector, hours: str) -> None:
    assert suggested(sector).hours == Decimal(hours)


@pytest.mark.parametrize("sector", [None, *Sector])
def test_every_sector_has_documents_that_exist_and_a_meeting_with_its_article(sector: Sector | None) -> None:
    offered = suggested(sector)
    assert offered.documents
    assert set(offered.documents) <= set(load_layouts())
    assert offered.top_meeting.startswith("the ")


@pytest.mark.parametrize("sector", list(Sector))
def test_a_suggested_document_suits_the_sector_or_is_for_all(sector: Sector) -> None:
    layouts = load_layouts()
    assert any(sector in layouts[document].suits for document in suggested(sector).documents)


def test_grades_are_offered_where_a_pay_system_names_them() -> None:
    assert "SCS 1A" in suggested(Sector.CENTRAL_GOVERNMENT).grades
    assert "Band 8a" in suggested(Sector.NHS).grades
    assert suggested(Sector.OTHER_PRIVATE).grades == ()


def test_pay_clearance_nationality_and_sponsorship_are_never_suggested() -> None:
    assert {field.name for field in fields(Suggested)} == {"hours", "top_meeting", "grades", "documents", "scale"}


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        (date(2026, 11, 27), date(2026, 12, 18)),  # from a Friday
        (date(2026, 11, 28), date(2026, 12, 18)),  # from a Saturday
        (date(2026, 11, 30), date(2026, 12, 21)),  # from a Monday
    ],
)
def test_an_advert_stays_open_for_fifteen_working_days(opens: date, closes: date) -> None:
    assert suggested_closing(opens) == closes


@pytest.mark.parametrize("day", range(14))
def test_it_closes_on_a_working_day(day: int) -> None:
    opens = date(2026, 11, 1) + timedelta(days=day)
    closes = suggested_closing(opens)
    between = [opens + timedelta(days=n) for n in range(1, (closes - opens).days + 1)]
    assert closes.weekday() < 5
    assert len([each for each in between if each.weekday() < 5]) == WORKING_DAYS_OPEN
