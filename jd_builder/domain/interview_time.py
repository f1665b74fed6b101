"""How the time of an interview is shared out."""

from collections.abc import Collection, Sequence

OPENING, PRESENTATION = 5, 10  # minutes
LEAST_FOR_ONE = 4
"""In fewer minutes than these nobody gives an example."""
_LEAST_CLOSING, _CLOSING_SHARE = 5, 10  # a tenth of the time is for the candidate's questions


def for_each(minutes: int, stages: Sequence[Collection[str]]) -> int:
    """The minutes for each question of an interview, by the stages at which each criterion is assessed."""
    left = minutes - OPENING - max(_LEAST_CLOSING, minutes // _CLOSING_SHARE)
    left -= PRESENTATION if any("Presentation" in each for each in stages) else 0
    return max(0, left // max(1, questions(stages)))


def questions(stages: Sequence[Collection[str]]) -> int:
    """How many criteria are asked about."""
    return sum("Interview" in each for each in stages)
