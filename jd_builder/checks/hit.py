"""Where a rule bites, before it is known which document and whose words it is about."""

from dataclasses import dataclass

from jd_builder.checks.texts import Placed


@dataclass(frozen=True, slots=True)
class Hit:
    """Code points of one text. ``number`` and ``other`` stand for {number} and {other} in a message.

    ``whole`` says that it is about the whole list that begins there, not about this item. A hit without
    a text has in ``match`` what it is about, and in ``field`` where that can be changed.
    """

    start: int = 0
    end: int = 0
    suggestions: tuple[str, ...] = ()
    number: int | None = None
    other: str = ""
    whole: bool = False
    match: str = ""
    field: str | None = None


# A hit and its text; None is the document as a whole.
Place = tuple[Placed | None, Hit]
