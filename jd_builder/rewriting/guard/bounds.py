"""What stands around a number and bounds it: at least, up to, about, within, or more."""

import re
from dataclasses import replace

from jd_builder.rewriting.guard.quantity import Quantity

Span = tuple[int, int]
_BEFORE = {
    ">=": r"at least|at the very least|(?:an? |the )?min(?:imum|\.)?(?: of)?"
    r"|(?:(?:is |are |be )?no|not) (?:fewer|less|lower|shorter|under) than|upwards of|not under|not below|as little as",
    "<=": r"(?<!go )(?<!goes )(?<!going )up to|at (?:the )?most|(?:an? |the )?max(?:imum|\.)?(?: of)?"
    r"|(?:no|not) (?:be )?(?:more|longer|greater|higher|larger|over|above|beyond)(?: than)?"
    r"|(?:can ?not|can't|must not|mustn't|may not|will not|won't|do not|don't|does not|doesn't|not)"
    r" (?:to )?(?:exceed(?:ing)?|(?:go|be) (?:over|above|beyond|(?:more|longer|greater|higher) than))"
    r"|capped at|limited to|(?:an? |the )?(?:limit|cap|ceiling) of|as (?:much|many|long|often) as",
    ">": r"more than|over|above|in excess of|exceed(?:s|ing)?|(?:greater|longer|higher) than|beyond",
    "<": r"less than|fewer than|under|below|shorter than|lower than",
    "~": r"about|around|approximately|approx\.?|circa|c\.|roughly|some|nearly|almost|close to"
    r"|in the region of",
    "onwards": r"(?:no|not) (?:earlier|sooner) than|on or after|from .{0,12}onwards",
    "by": r"on or before|by",
    "within": r"within|(?:by )?(?:no|not) later than|inside|in (?:no more|less|under) than|in under",
    "before": r"before|ahead of|prior to|in advance of",
    "until": r"until|till|up until|ending(?: on)?|ends(?: on)?",
    "from": r"from|since|(?:starting|commencing)(?: on)?|starts(?: on)?|beginning(?: on)?|with effect from|as of",
    "after": r"after|following",
}
_AFTER = {
    ">=": r"or (?:more|above|over|higher|longer|greater|older)|and (?:over|above|upwards)|minimum|at least|\+"
    r"|plus(?=\s*(?:[.,;)]|$)|\s+(?:years|experience|staff|people|of)\b)",
    "<=": r"or (?:less|fewer|under|below|lower|sooner)|maximum|at (?:the )?most",
    "<": r"or so",
}
_TEMPORAL = {"before", "by", "onwards", "until", "from", "after"}
_ARTICLE = r"(?:\s+(?:an?|the|of|its|about|just|a total of|a period of)){0,2}\s*"
# Keeps its own weight between a bound and its number: up to a further 12 months.
_MORE = r"(?P<more>(?:further|additional|extra|another|more)\s+)?"


def _any_of(bounds: dict[str, str], before: str, after: str) -> re.Pattern[str]:
    """One pattern for all of them; the name of the group that fits is ``b`` and the number of its bound."""
    groups = "|".join(f"(?P<b{number}>{words})" for number, words in enumerate(bounds.values()))
    return re.compile(f"{before}(?:{groups}){after}", re.IGNORECASE)


_FRONT = _any_of(_BEFORE, r"(?:^|(?<=[^\w]))", rf"{_ARTICLE}{_MORE}$")
_BACK = _any_of(
    _AFTER,
    r"(?:\s(?:(?:an?|per|each|every)\s)?(?!or\b)[a-z]+(?=\s(?:or|at (?:the )?most|maximum|minimum)\b))?\s?-?",
    r"(?!\w)",
)
_RANGE = re.compile(r"(?:st|nd|rd|th)?\s?(?:to|-|until|and)\s?\d", re.IGNORECASE)
_REACH = 40  # characters before a number in which its bound may stand
_AFTERWARDS = re.compile(r"\s(?:after|from|of|following)\b", re.IGNORECASE)


def bounded(text: str, found: list[Quantity]) -> tuple[list[Quantity], list[Span]]:
    """The quantities with their bounds, and where the words of those bounds stand."""
    spans: list[Span] = []
    with_bounds = [_with_bound(text, each, spans) for each in found]
    return with_bounds, spans


def _with_bound(text: str, quantity: Quantity, spans: list[Span]) -> Quantity:
    if quantity.bound:
        return quantity
    start = max(0, quantity.start - _REACH)
    front = _FRONT.search(text[start : quantity.start].rstrip("£$€ ") + " ")
    if front:
        bound = next(bound for number, bound in enumerate(_BEFORE) if front[f"b{number}"] is not None)
        if bound == "<=" and quantity.kind == "duration" and _AFTERWARDS.match(text, quantity.end):
            bound = "within"
        if bound not in _TEMPORAL or quantity.kind in ("date", "time"):
            end = quantity.start if front["more"] is None else start + front.start("more")
            spans.append((start + front.start(), end))
            return replace(quantity, bound="" if _says_nothing(bound, quantity, text) else bound)
    back = _BACK.match(text, quantity.end)
    if back and back.lastgroup:
        spans.append(back.span(back.lastgroup))
        return replace(quantity, bound=[*_AFTER][int(back.lastgroup[1:])])
    return quantity


def _says_nothing(bound: str, quantity: Quantity, text: str) -> bool:
    """From 9am to 5pm is 9am to 5pm, and before midnight is by midnight; a closing date is one with "by" or without."""
    is_range = bound == "from" and _RANGE.match(text, quantity.end) is not None
    is_deadline = bound in ("by", "within") and quantity.kind in ("date", "time")
    return is_range or is_deadline or (bound == "before" and quantity.kind == "time")
