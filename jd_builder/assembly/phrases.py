"""Small phrases that several facts are said with, each grammatical whatever the user typed."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from jd_builder.assembly.marks import NOTHING, Phrase, Words, lowered, phrase, raised
from jd_builder.assembly.view import View
from jd_builder.text import english

Said = Words | Phrase

_SPELLED = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_ENDS_A_WORD = re.compile(r"[a-z]{4,}\.")


def the(title: Words) -> Said:
    """A title with its article as it stands in a sentence, unless it brings one or is still a gap."""
    if not title or title.gap:
        return title
    bare = unstopped(title)
    if bare.casefold().startswith("our "):
        return phrase(lowered(bare))
    bare = bare.said(bare[4:]) if bare.casefold().startswith("the ") else bare
    return phrase("the ", lowered(bare))


def named(name: Words) -> Words:
    """A name inside a sentence, its own article small; "A Khan" has none."""
    return name.said(f"the {name[4:]}") if name.startswith("The ") else name


def unstopped(words: Words) -> Words:
    """Words without the full stop of a sentence, which would stand in the middle of ours."""
    last = words.rsplit(" ", 1)[-1] if words else ""
    return words.said(words[:-1]) if _ENDS_A_WORD.fullmatch(last) else words


def clauses(parts: Iterable[Said]) -> Phrase:
    """Clauses in a row; a comma before the last ``and`` where one of them has a comma or ``and`` inside."""
    known = [each if isinstance(each, Phrase) else phrase(each) for each in parts if each]
    heavy = any(re.search(r",| and ", "".join(each)) for each in known)
    joints = english.joints(len(known))
    if heavy:
        joints = [", and " if joint == " and " else joint for joint in joints]
    return phrase(*(piece for pair in zip(joints, known, strict=True) for piece in pair))


def apart(items: Sequence[str | Phrase]) -> Phrase:
    """Names that may hold commas and ``and`` themselves: ``A; B and C; D``."""
    return phrase(*(part for n, item in enumerate(items) for part in ("; " if n else "", item)))


def with_detail(fact: Said, detail: Words) -> Phrase:
    """A fact and a remark on it that stands alone: ``On a rota. Paid for each week``."""
    if not fact or not detail:
        return phrase(fact)
    return phrase(fact, ". ", raised(detail))


def counted(number: Words, one: str, many: str | None = None) -> Words:
    """``6 months``; nothing for none of them, the gap where the number is still missing."""
    if not number or number.gap or not number.value:
        return number if number and number.gap else NOTHING
    return number.said(english.count(number.value, one, many))


def people(number: Words) -> Words:
    """``14 people``; part of a post cannot be a person: ``22.5 full-time posts``."""
    if number and not number.gap and number.value != int(number.value):
        return counted(number, "full-time post")
    return counted(number, "person", "people")


def mentions(text: Words, number: Words) -> bool:
    """Whether a text of the user's own gives a number already, in figures or in letters."""
    if number.value in range(len(_SPELLED)) and re.search(rf"\b{_SPELLED[int(number.value)]}\b", text, re.IGNORECASE):
        return True
    return bool(re.search(rf"(?<![\w.,£$€]){re.escape(number)}(?!\w|[.,]\d)", text))


def reach(contact: View) -> Phrase:
    """Who to write to or call, as it stands after a colon: ``Recruitment team, jobs@... or 0113 ...``."""
    name, role, email, phone = (getattr(contact, field, NOTHING) for field in ("name", "role", "email", "phone"))
    who = phrase(named(name), ", " if name and role else "", lowered(role))
    how = phrase(email, " or " if email and phone else "", phone)
    return phrase(who, ", " if who and how else "", how)


def days(given: Sequence[Any]) -> list[Words]:
    """Days in a row, without the month and year that the next one names: ``10``, ``11 March 2027``."""
    said: list[Words] = []
    for day, following in zip(given, [*given[1:], NOTHING], strict=False):
        now, then = day.value, following.value
        same_year = now and then and now.year == then.year
        same_month = same_year and now.month == then.month
        short = str(now.day) if same_month else f"{now.day} {now:%B}" if same_year else str(day)
        said.append(day.said(short))
    return said
