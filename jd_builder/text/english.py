"""English forms of words, figures, dates and lists, as a British writer would print them."""

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

_SPELLED_WITH_VOWEL = re.compile(r"[AEFHILMNORSX](?:[A-Z&]|\b)")
_SAID_AS_WORDS = ("NATO", "NASA", "NIST", "LAN", "SAN", "RADA", "SAP", "RAM", "HEFCE", "SOC", "SIRO", "SIEM")
_SILENT_H = re.compile(r"h(?:our|onest|onou?r|eir)", re.IGNORECASE)
_SAID_YOU = re.compile(
    r"(?:uni(?:[^nmd]|d[^e])|u[ks]e|u[ks]\b|usa[bg]|usu|ut[ei]|ubiq|eu|one\b|once\b|u\b)", re.IGNORECASE
)
_NAMES = frozenset(
    (
        *("British", "English", "European", "Irish", "Scottish", "Welsh", "Caldicott", "Agile", "Lean", "Azure"),
        *("Google", "Java", "Kubernetes", "Linux", "Microsoft", "Oracle", "Python", "Salesforce", "Windows"),
    )
)
"""Words that keep their capital and that titles begin with."""
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_ORDINARY = re.compile(r"[A-Z][a-z'’,/-]+")
_ARTICLE = re.compile(r"(?:An?|The) (?!levels?\b)", re.ASCII)
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def article(phrase: str) -> str:
    """``a`` or ``an``, by how the phrase is said: a university, an hour, an NHS trust, an 8a post."""
    word = phrase.lstrip("'\"‘“([£$€ ")
    if re.match(r"8|1[18](?:\D|$)", word):
        return "an"
    first = re.match(r"[A-Z&]{2,}|[A-Z](?![a-z])", word)
    if first and first[0] not in _SAID_AS_WORDS:
        return "an" if _SPELLED_WITH_VOWEL.match(word) else "a"
    if _SILENT_H.match(word) or word.startswith("x-"):
        return "an"
    return "an" if re.match(r"[aeiou]", word, re.IGNORECASE) and not _SAID_YOU.match(word) else "a"


def listed(items: Sequence[str], last: str = "and") -> str:
    """``one``, ``one and two``, ``one, two and three``."""
    return "".join(piece + item for piece, item in zip(joints(len(items), last), items, strict=True))


def joints(count: int, last: str = "and") -> list[str]:
    """What stands before each item of a list of this length."""
    return ["" if n == 0 else f" {last} " if n == count - 1 else ", " for n in range(count)]


def number(value: Decimal | int) -> str:
    """``1,200`` and ``37.5``, without idle zeros."""
    text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(amount: Decimal, currency: str = "GBP") -> str:
    """``£105,000``, ``£15.50``, ``£2.4 million``, ``CHF 105,000``."""
    before = _SYMBOLS.get(currency, f"{currency} ")
    millions = amount / 1_000_000
    if millions >= 1 and millions == round(millions, 2):
        return f"{before}{number(millions)} million"
    return f"{before}{amount:,.0f}" if amount == int(amount) else f"{before}{amount:,.2f}"


def count(how_many: Decimal | int, one: str, many: str | None = None) -> str:
    """``1 person``, ``14 people``, ``0.5 posts``."""
    return f"{number(how_many)} {one if how_many == 1 else many or one + 's'}"


def day(value: date) -> str:
    """``3 December 2026``."""
    return f"{value.day} {value:%B} {value.year}"


def clock(value: time) -> str:
    """``11:59pm``, ``9am``; midday and midnight by name."""
    if (value.hour, value.minute) in ((0, 0), (12, 0)):
        return "midday" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def lowered(phrase: str) -> str:
    """A title as it stands inside a sentence: ``Head of IT`` is ``head of IT``; ``IT lead`` stays.

    A title typed with capitals throughout (``Chief Risk Officer``) is a name and stays as typed; a name
    inside it (``Director for Wales``) makes it none.
    """
    if article := _ARTICLE.match(phrase):
        return article[0].lower() + phrase[article.end() :]
    first, *rest = phrase.split(" ")
    if first in _NAMES or not _ORDINARY.fullmatch(first):
        return phrase
    said = [word for word in rest if word not in _SMALL]
    is_name = any(map(_CAPITALISED.match, said)) and not any(word[:1].islower() for word in said)
    return phrase if is_name else phrase[:1].lower() + phrase[1:]


def raised(phrase: str) -> str:
    """The phrase with a capital at its head."""
    return phrase[:1].upper() + phrase[1:]


def shortened(text: str, longest: int) -> str:
    """The whole words at the head of a text, in one line, with "…" where there are more."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[:longest].rpartition(" ")[0] or line[: longest - 1]
    return f"{head.rstrip(' ,;:.–—(')}…"


_THIRD = {"have": "has", "are": "is", "do": "does", "go": "goes", "can": "can", "will": "will", "must": "must"}


def third_person(clause: str) -> str:
    """A clause that follows "you", as it follows "who": ``have led`` is ``has led``."""
    verb, space, rest = clause.partition(" ")
    if verb in _THIRD:
        return _THIRD[verb] + space + rest
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies" + space + rest
    ending = "es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s"
    return verb + ending + space + rest
