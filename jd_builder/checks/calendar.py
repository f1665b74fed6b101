"""Days on which offices are closed, by UK nation."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from jd_builder.domain.organisation import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.WALES: "WLS",
    Nation.NORTHERN_IRELAND: "NIR",
}


def closed_on(day: date, nation: Nation | None) -> str:
    """The bank holiday, or the day of a weekend; empty for a working day. England where no nation is known."""
    if day.weekday() > 4:
        return f"a {day:%A}"
    name = _bank_holidays(nation or Nation.ENGLAND, day.year).get(day)
    return f"a bank holiday ({name})" if name else ""


@lru_cache(maxsize=64)
def _bank_holidays(nation: Nation, year: int) -> Mapping[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))
