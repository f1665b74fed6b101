"""Pay: given or not, how wide, and the same wherever it is said."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from jd_builder.checks.asked import PUBLIC, Asked, Predicate, Told
from jd_builder.domain.choices import Period
from jd_builder.domain.countries import code_of
from jd_builder.domain.terms import Pay
from jd_builder.text import english

# A year, from 1 April 2024, by the name of the grade.
_SCS = {"1": (76_000, 117_800), "1a": (76_000, 128_900), "2": (98_000, 162_500), "3": (128_000, 208_100)}
_SCS_GRADE = re.compile(r"(?:scs|senior civil service)(?: ?(?:pay ?)?band)? ?(1a|[123])\*?", re.IGNORECASE)
_PAY_IN_WORDS = re.compile(
    r"\b(?:salary|pay|paid|paying|earn)\b[^.£]{0,30}£(\d{2,3},\d{3})\b", re.IGNORECASE | re.ASCII
)
_VSM = re.compile(r"vsm|very senior manager", re.IGNORECASE)
_EU = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)


def _no_pay(asked: Asked) -> Iterator[Told]:
    """Left out on purpose: pay that is only missing is a gap, which says so itself."""
    if "post.pay" in asked.draft.read_post().skipped and not _VSM.search(asked.post.grade or ""):
        yield Told("post.pay")


def _no_pay_in_the_eu(asked: Asked) -> Iterator[Told]:
    for place in asked.post.location:
        if asked.post.pay is None and code_of(place.country) in _EU:
            yield Told("post.pay", place.country or "")
            return


def _wide_pay(asked: Asked) -> Iterator[Told]:
    """Over 40% from bottom to top, on offer; a public pay system sets its own ranges."""
    low, high = _on_offer(asked.post.pay)
    graded = asked.post.grade is not None and asked.sector in PUBLIC
    if low and high and not graded and (high - low) / low > Decimal("0.4"):
        yield Told("post.pay", _range(low, high, asked.post.pay), int((high - low) / low * 100))


def _other_pay_in_words(asked: Asked) -> Iterator[Told]:
    """A figure called pay in the user's own words that is none of those in the answers."""
    pay = asked.post.pay
    if pay is None or pay.minimum is None or pay.maximum is None:
        return
    known = {pay.minimum, pay.maximum, pay.hiring_minimum, pay.hiring_maximum}
    for field, text in asked.own_words():
        for match in _PAY_IN_WORDS.finditer(text) if "£" in text else ():
            if Decimal(match[1].replace(",", "")) not in known:
                yield Told(field, f"£{match[1]}", other=_range(pay.minimum, pay.maximum, pay))


def _pay_outside_the_grade(asked: Asked) -> Iterator[Told]:
    pay, grade = asked.post.pay, _SCS_GRADE.fullmatch(" ".join((asked.post.grade or "").split()))
    if pay is None or pay.minimum is None or pay.maximum is None or grade is None or pay.period != Period.YEAR:
        return
    low, high = _SCS[grade[1].casefold()]
    if pay.minimum < low or pay.maximum > high:
        yield Told("post.pay", _range(pay.minimum, pay.maximum, pay), other=_range(Decimal(low), Decimal(high), pay))


def _on_offer(pay: Pay | None) -> tuple[Decimal | None, Decimal | None]:
    if pay is None:
        return None, None
    return pay.hiring_minimum or pay.minimum, pay.hiring_maximum or pay.maximum


def _range(low: Decimal, high: Decimal, pay: Pay | None) -> str:
    currency = pay.currency if pay else "GBP"
    return f"{english.money(low, currency)} to {english.money(high, currency)}"


PREDICATES: Mapping[str, Predicate] = {
    "no-pay": _no_pay,
    "no-pay-in-the-eu": _no_pay_in_the_eu,
    "wide-pay": _wide_pay,
    "other-pay-in-words": _other_pay_in_words,
    "pay-outside-the-grade": _pay_outside_the_grade,
}
