"""What a list shows of an answer."""

from typing import Any

from jd_builder.domain.answers import ASK, NOT_APPLICABLE
from jd_builder.text.clean import clean_text

LONGEST = 300  # as long as a line may be


def label(answer: Any) -> str:
    """An answer as typed on one line of a list, or nothing where it is left open or is no text."""
    line = " ".join(clean_text(answer).split()) if isinstance(answer, str) else ""
    return "" if line.casefold().rstrip(".") in (ASK, NOT_APPLICABLE) else line[:LONGEST]
