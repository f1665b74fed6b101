"""Where a rule bites, before it is known which document and whose words it is about."""

from dataclasses import dataclass

from jd_builder.checks.texts import Placed


@dataclass(frozen=True, slots=True)
class Hit:
    """Code points of one text. ``number`` and ``other`` stand for {number} and {other} in a message.

    ``whole`` says that it is about the whole list that begins there, not about this item.
    """

    start: int = 0
    end: int = 0
    suggestions: tuple[str, ...] = ()
    number: int | None = None
    other: str = ""
    whole: bool = False


# A hit and its text; None is the document as a whole.
Place = tuple[Placed | None, Hit]
