"""Characters nobody sees, and letters that look like others."""

import unicodedata
from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict

_HIDDEN = frozenset(("Cf", "Cc", "Co", "Cs", "Cn", "Zl", "Zp"))
_SIGNS = frozenset(("So", "Sk"))


def characters(both: Comparison) -> Iterator[Verdict]:
    """Each character that the original does not have is told once, at its first place."""
    known = set(both.original.text)
    told: set[str] = set()
    for place, char in enumerate(both.rewritten.text):
        if " " <= char <= "~" or char in known or char in told or char in "\n\t":
            continue
        told.add(char)
        span = (place, place + 1)
        category = unicodedata.category(char)
        if category in _HIDDEN:
            yield verdict("characters", "block", f"A hidden character (U+{ord(char):04X}) came in.", span)
        elif char.isalpha() and not unicodedata.name(char, "").startswith(("LATIN", "FEMININE", "MASCULINE")):
            yield verdict("characters", "block", f"“{char}” is a letter of another alphabet.", span)
        elif category in _SIGNS:
            yield verdict("characters", "block", f"The sign {char} came in.", span)
