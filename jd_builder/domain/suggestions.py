"""What is usual in a sector. Suggestions are shown as such and never stand in for an answer.

Hours and closing times are common practice, not rules; pay, clearance, nationality and visa
sponsorship never have a suggestion.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from jd_builder.domain.organisation import Sector

WORKING_DAYS_OPEN = 15


@dataclass(frozen=True)
class Suggested:
    """``scale`` is the highest score of an interview and the lowest that will do."""

    hours: Decimal | None
    top_meeting: str
    grades: tuple[str, ...]
    documents: tuple[str, ...]
    scale: tuple[int, int] = (5, 3)


_BANDS = ("Band 8a", "Band 8b", "Band 8c", "Band 8d", "Band 9", "VSM")
_CIVIL = ("SCS 1", "SCS 1A", "SCS 2", "SCS 3", "G6", "G7")
_JD = ("university-nhs", "private-advert")
_SHORT = ("private-advert", "internal-profile")
_OTHER = Suggested(None, "the board", (), _SHORT)
_BY_SECTOR: Mapping[Sector, Suggested] = {
    Sector.CENTRAL_GOVERNMENT: Suggested(
        Decimal(37), "the executive committee", _CIVIL, ("civil-service-pack",), (7, 4)
    ),
    Sector.NHS: Suggested(Decimal("37.5"), "the trust board", _BANDS, _JD),
    Sector.UNIVERSITY: Suggested(Decimal(35), "the university executive board", (), _JD),
    Sector.LOCAL_GOVERNMENT: Suggested(None, "the corporate leadership team", (), _JD),
    Sector.POLICE: Suggested(None, "the chief officer team", (), _JD),
    Sector.CHARITY: Suggested(None, "the board of trustees", (), _SHORT),
}


def suggested(sector: Sector | None) -> Suggested:
    return _BY_SECTOR.get(sector, _OTHER) if sector else _OTHER


def suggested_closing(opening: date) -> date:
    """Fifteen working days after the opening day; bank holidays are not known here."""
    day, left = opening, WORKING_DAYS_OPEN
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day
