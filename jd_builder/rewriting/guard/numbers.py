"""Numbers as figures and as words: 1,200,000 is 1.2 million, £105k is £105,000, twenty-one is 21."""

import re
from decimal import Decimal

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL = {word: n for n, word in enumerate(f"{_UNITS} eighteen nineteen".split(), 1)} | {"zero": 0, "dozen": 12}
_SMALL |= {"twice": 2, "thrice": 3, "couple": 2}
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * n for n, word in enumerate(_BY_TENS.split(), 2)}
_GREAT = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "mm": "million"}

FIGURE = r"\d{1,40}(?:,\d{3}){0,12}(?:\.\d{1,20})?"
GREAT = r"(?:\s?-?(?:hundred|thousand|million|billion)\b|\s?(?:k|mn?|mm|bn)\b)"
NUMBER_WORDS = frozenset((*_SMALL, *_TENS, *_GREAT))
_ANY = "|".join(sorted(sorted(NUMBER_WORDS), key=len, reverse=True))
_AND = r"(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+|(?<=million)\s+and\s+"
_HALF = r"(?:\s+and\s+a\s+(?:half|quarter)\b)?"
WORDS = rf"\b(?:{_ANY})(?:(?:-|\s+|{_AND})(?:{_ANY})){{0,8}}\b{_HALF}"
NUMBER = rf"(?:{FIGURE}{GREAT}?|{WORDS})"

_PART_OF_ONE = re.compile(r"\s+and\s+a\s+(half|quarter)\Z")
_PARTS = re.compile(rf"({FIGURE})|([a-z]+)")


def value(text: str) -> Decimal:
    """What a number that ``NUMBER`` matches says."""
    total = part = Decimal(0)
    if found := _PART_OF_ONE.search(text.lower()):
        return value(text[: found.start()]) + (Decimal("0.5") if found[1] == "half" else Decimal("0.25"))
    for figure, word in _PARTS.findall(text.lower()):
        word = _SHORT.get(word, word)
        if figure:
            part += Decimal(figure.replace(",", ""))
        elif word in _GREAT:
            part = Decimal(part or 1) * _GREAT[word]
            if word != "hundred":
                total, part = total + part, Decimal(0)
        else:
            part += _SMALL.get(word, 0) + _TENS.get(word, 0)
    return (total + part).normalize()


def great(text: str) -> Decimal:
    """The factor at the end of a number: 1000 of ``120k``, 1 of ``120``."""
    last = re.search(r"[a-z]+$", text.lower().strip())
    word = last[0] if last else ""
    return Decimal(_GREAT.get(_SHORT.get(word, word), 1))
