"""What checks have to know beside the text."""

from dataclasses import dataclass, field
from datetime import date

from jd_builder.domain.organisation import Nation, Sector


@dataclass(frozen=True)
class Context:
    """``layout`` is that of the document if not given; sector and nation are the draft's if there is one.

    ``names`` are further names that are no words to judge, ``titles`` what the role itself is called.
    ``essential`` and ``desirable`` are how many criteria the document takes; left out, they are counted
    in its text.
    """

    today: date = field(default_factory=date.today)
    layout: str | None = None
    sector: Sector | None = None
    nation: Nation | None = None
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    essential: int | None = None
    desirable: int | None = None
