"""The same text spoken to a person, or about "the postholder"."""

import re

from jd_builder.text import english

_AGREES = {"have": "has", "are": "is", "do": "does", "were": "was", "don't": "doesn't", "aren't": "isn't"}
_BACK = {third: second for second, third in _AGREES.items()}
_SAME = frozenset(
    (
        "will",
        "must",
        "may",
        "can",
        "could",
        "should",
        "would",
        "shall",
        "might",
        "cannot",
        "had",
        "did",
        "can't",
        "won't",
    )
)
_GAP = r"\s+(?:(?:also|always|never|often|only|sometimes|then|now)\s+)?"
_YOU = re.compile(rf"\b(you|your|yours|yourself)\b(?:({_GAP})([a-z']+))?", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:the|this)\s+(?:postholder|post-holder|post holder|jobholder|job holder|successful candidate)"
    rf"(?:(['’]s)|({_GAP})([a-z']+))?",
    re.IGNORECASE,
)
# What comes before an object, where no verb follows: "work with you", "help you and the team".
_OBJECT = frozenset(("and", "or", "to", "in", "on", "at", "by", "for", "with", "as", "of", "from", "into", "a", "the"))


def to_postholder(text: str) -> str:
    """``You will lead your team`` is ``The postholder will lead their team``; other text stays as it is."""

    def said(found: re.Match[str]) -> str:
        word, gap, following = found[1].lower(), found[2] or "", found[3] or ""
        named = {"your": "their", "yours": "theirs", "yourself": "themselves"}.get(word, "the postholder")
        verb = _third(following) if word == "you" else following
        return _cased(named, found[1]) + gap + verb

    return _YOU.sub(said, text)


def to_you(text: str) -> str:
    """``The postholder leads the team`` is ``You lead the team``; other text stays as it is."""

    def said(found: re.Match[str]) -> str:
        owned, gap, following = found[1], found[2] or "", found[3] or ""
        word = "your" if owned else "you"
        return _cased(word, found[0]) + gap + (following if owned else _second(following))

    return _ABOUT.sub(said, text)


def _third(verb: str) -> str:
    if not verb or verb in _SAME or verb in _OBJECT or verb.endswith(("ed", "ly", "ing")):
        return verb
    return _AGREES.get(verb) or english.third_person(verb)


def _second(verb: str) -> str:
    if verb in _BACK:
        return _BACK[verb]
    if verb in _SAME or not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:s|sh|ch|x|z)es$", verb) else verb[:-1]


def _cased(word: str, like: str) -> str:
    return english.raised(word) if like[:1].isupper() else word
