"""Whether words are a known name with a slip of the keyboard in it.

Names are compared word by word. A short word has to be right, as "our role" is not "your role" misspelt; one of six
letters or more may have one slip, one of nine or more two, and it begins as the right one does. A plural is
another word: one skill heads no list of skills.
"""

from collections.abc import Mapping
from itertools import pairwise

_ONE_SLIP, _TWO_SLIPS = 6, 9  # letters


def meant(written: str, known: Mapping[str, str]) -> str | None:
    """The name that was meant, by what each known one stands for: None where it could be nothing, or two things."""
    words = written.split()
    near = [name for name in known if _is_near(words, name.split())]
    return near[0] if len({known[name] for name in near}) == 1 else None


def _is_near(words: list[str], name: list[str]) -> bool:
    if len(words) != len(name):
        return False
    pairs = zip(words, name, strict=True)
    return all(one == right or slips(one, right) <= _allowed(one, right) for one, right in pairs)


def _allowed(one: str, right: str) -> int:
    if f"{one}s" == right or one == f"{right}s":
        return 0
    if len(right) < _ONE_SLIP or one[0] != right[0] or abs(len(one) - len(right)) > 2:
        return 0
    return 2 if len(right) >= _TWO_SLIPS else 1


def slips(one: str, other: str) -> int:
    """How many letters were left out, put in or changed to come from one word to another."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        new = [at]
        for (before, above), right in zip(pairwise(row), other, strict=True):
            new.append(min(above + 1, new[-1] + 1, before + (letter != right)))
        row = new
    return row[-1]
