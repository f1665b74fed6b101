"""What checks have to know beside the text."""

from dataclasses import dataclass, field
from datetime import date

from jd_builder.domain.organisation import Nation, Sector


@dataclass(frozen=True)
class Duties:
    """How many duties a document takes, and from how many to how many are about right for its kind."""

    document: str
    number: int
    least: int
    most: int


@dataclass(frozen=True)
class Context:
    """``layout`` is that of the document if not given; sector and nation are the draft's if there is one.

    ``names`` are further names that are no words to judge, ``titles`` what the role itself is called,
    ``terms`` pairs of a word and what the organisation says in its place.
    ``essential`` and ``desirable`` are how many criteria the document takes; left out, they are counted
    in its text. ``duties`` are told of a document whose number of them matters. ``stages`` are those of
    each criterion that a panel scores, as documents say them; left out, of
    each that the draft holds.
    """

    today: date = field(default_factory=date.today)
    layout: str | None = None
    sector: Sector | None = None
    nation: Nation | None = None
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    essential: int | None = None
    desirable: int | None = None
    duties: Duties | None = None
    stages: tuple[tuple[str, ...], ...] | None = None
