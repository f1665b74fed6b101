"""What brackets at the end of a criterion say of it: ``(E)``, ``[Desirable]``, ``(A/I)``."""

import re

from jd_builder.domain.framework import Need, Stage
from jd_builder.drafts.old.labels import Labels

_LAST = re.compile(r"(.*\S)\s*[\[(]([A-Za-z][A-Za-z/, ]*)[\])]\.?", re.DOTALL)
_LONGEST = 1000  # characters; longer text is no line with marks at its end


def marked(text: str, labels: Labels) -> tuple[str, Need | None, tuple[Stage, ...], list[str]]:
    """The text without such marks, the need and the stages that they name, and the marks."""
    need: Need | None = None
    stages: tuple[Stage, ...] = ()
    marks: list[str] = []
    while len(text) < _LONGEST and (match := _LAST.fullmatch(text)):
        named, assessed = labels.need(match[2]), labels.stages(match[2])
        if not named and not assessed:
            break
        text, need, stages = match[1], need or named, stages or (() if named else assessed)
        marks.append(match[2])
    return text, need, stages, marks
