"""Days on which offices are closed, by UK nation."""

from datetime import date

from jd_builder.domain.organisation import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.WALES: "WLS",
    Nation.NORTHERN_IRELAND: "NIR",
}


def closed_on(day: date, nation: Nation | None) -> str:
    """The bank holiday, or the day of a weekend; empty for a working day. England where no nation is known."""
    from holidays import country_holidays

    if day.weekday() > 4:
        return f"a {day:%A}"
    days = country_holidays("GB", subdiv=_SUBDIVISIONS[nation or Nation.ENGLAND], years=day.year)
    name = days.get(day)
    return f"a bank holiday ({name})" if name else ""
