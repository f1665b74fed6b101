"""The parts of a vacancy that have parts of their own, in the words of UK human resources."""

import re
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from jd_builder.domain.base import Model
from jd_builder.domain.choices import (
    Amount,
    ClearanceLevel,
    ClearanceTiming,
    ContractType,
    Control,
    NationalityRule,
    OnCallPattern,
    Pattern,
    Period,
)
from jd_builder.domain.countries import is_named, is_unclear
from jd_builder.domain.values import (
    Currency,
    Day,
    Email,
    Line,
    Lines,
    Link,
    Money,
    Number,
    Part,
    Phone,
    Prose,
    Whole,
    needed,
    question,
)


class Place(Part):
    """A place of work; in one line it is written ``Leeds (LS1)`` or ``Dublin, Ireland``.

    What follows a comma is most often a town or a county: only the name of a country is read as one.
    """

    lone: ClassVar[str] = "town"

    town: Line = needed("Town", "Where the work is.", "Leeds")
    postcode_area: Line | None = question("Postcode area", "The first half of the postcode.", "LS1")
    country: Line | None = question("Country", "Only outside the UK.", "Ireland")

    @classmethod
    def spread(cls, word: str) -> dict[str, str]:
        whole, _, last = word.rpartition(",")
        country = last.strip() if whole.strip() and is_named(last) else ""
        match = re.fullmatch(r"\s*([^()]+?)\s*(?:\(([^()]+)\)\s*)?", whole if country else word)
        if match is None:
            return {"town": word}
        parts = {"town": match[1], "postcode-area": match[2], "country": country}
        return {key: part for key, part in parts.items() if part}

    @property
    def may_be_abroad(self) -> bool:
        """Whether the address ends in what may be a country: nobody can tell ``Boston, MA`` from ``Bari, IT``."""
        whole, _, last = self.town.rpartition(",")
        return not self.country and bool(whole.strip()) and is_unclear(last)


class WorkPattern(Part):
    lone: ClassVar[str] = "pattern"

    pattern: Pattern = needed("Where the work is done", "What really happens.", "hybrid")
    days_on_site: Annotated[Number, Field(le=5)] | None = question("Days on site", "In a usual week.", "2")
    note: Line | None = question("Note", "Anything else that is true.", "One day is the same for the whole team.")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.pattern == Pattern.REMOTE and self.days_on_site:
            raise ValueError("remote work has no days on site; say hybrid, or leave the days out")
        if self.pattern == Pattern.HYBRID and self.days_on_site is not None and not 0 < self.days_on_site < 5:
            raise ValueError("hybrid work has more than 0 and fewer than 5 days on site")
        return self


class Pay(Part):
    """Pay on offer; a spot salary is minimum = maximum. Allowances stand apart from it."""

    lone: ClassVar[str] = "minimum maximum"

    minimum: Money | None = question("From", "The least you will offer.", "105000")
    maximum: Money | None = question("To", "The most you will offer.", "130000")
    currency: Currency = question("Currency", "Its three letters.", "GBP", "GBP")
    period: Period = question("Period", "A year, a day or an hour.", "year", Period.YEAR)
    allowance: Line | None = question(
        "Allowance", "Apart from pay, and why it is paid.", "a digital allowance of £8,000"
    )
    bonus: Line | None = question("Bonus", "How much, for what.", "up to 15% for agreed goals")
    equity: Line | None = question("Equity", "Shares or options.", "share options after a year")
    high_cost_area: Line | None = question("High-cost area supplement", "NHS and universities.", "inner London")
    hiring_minimum: Money | None = question("Hire from", "The range on offer within the grade.", "105000")
    hiring_maximum: Money | None = question("Hire up to", "The range on offer within the grade.", "115000")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        low, high = self.minimum, self.maximum
        if (low is None) != (high is None):
            raise ValueError("give both ends of the pay; for one figure write it as minimum and maximum")
        if low is not None and high is not None and low > high:
            raise ValueError(f"the minimum ({low:,}) is more than the maximum ({high:,})")
        offered = [figure for figure in (self.hiring_minimum, self.hiring_maximum) if figure is not None]
        if offered != sorted(offered):
            raise ValueError("the hiring range runs from more to less")
        if offered and (low is None or high is None or not low <= min(offered) <= max(offered) <= high):
            raise ValueError("the hiring range lies outside the pay range")
        return self


class Contract(Part):
    lone: ClassVar[str] = "type"

    type: ContractType = needed("Kind of contract", "Permanent, or what it is instead.", "permanent")
    months: Annotated[Whole, Field(ge=1, le=120)] | None = question("Months", "How long it lasts.", "24")
    end: Day | None = question("End", "Or the day it ends.", "2028-12-31")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.type == ContractType.PERMANENT and (self.months or self.end):
            raise ValueError("a permanent contract has no length; say fixed-term, or leave the length out")
        return self


class Contact(Part):
    lone: ClassVar[str] = "email"

    name: Line | None = question("Name", "Only with that person's consent.", "Recruitment team")
    role: Line | None = question("Their job title", "What this person does.", "Chief operating officer")
    email: Email | None = question("E-mail", "A shared mailbox if there is one.", "recruitment@harbour.example")
    phone: Phone | None = question("Phone", "For people who would rather call.", "0113 496 0000")


class Apply(Part):
    lone: ClassVar[str] = "link"

    link: Link | None = question("Link", "The page to apply on.", "https://harbour.example/jobs/ciso")
    method: Line | None = question("Method", "If not by a page.", "by e-mail to recruitment@harbour.example")
    documents: Lines = question("Papers wanted", "As few as will do.", "a CV of two pages", ())


class JobEvaluation(Part):
    lone: ClassVar[str] = "reference"

    reference: Line | None = question("Reference", "Of the evaluation.", "JE/2291")
    date: Day | None = question("Date", "When it was evaluated.", "2025-03-03")


class Budget(Part):
    lone: ClassVar[str] = "amount"

    amount: Money = needed("Sum a year", "Of all that it pays for.", "2400000")
    currency: Currency = question("Currency", "Its three letters.", "GBP", "GBP")
    control: Control = question("Control", "Manages it, or influences it.", "manages", Control.MANAGES)


class Decisions(Model):
    decides: Lines = question("Decides", "Without asking.", "which risks below £50,000 to accept", ())
    recommends: Lines = question("Recommends", "For others to decide.", "the security budget", ())
    escalates: Lines = question("Escalates", "To whom, and when.", "risks above appetite, to the board", ())


class Clearance(Part):
    lone: ClassVar[str] = "level"

    level: ClearanceLevel = needed("Clearance", "The lowest that will do.", "sc")
    timing: ClearanceTiming = question("When", "Held already, or willing.", "willing", ClearanceTiming.WILLING)


class Nationality(Part):
    lone: ClassVar[str] = "rule"

    rule: NationalityRule = needed(
        "Who may apply by nationality", "Reserve a post only where the law says so.", "right-to-work"
    )
    reason: Line | None = question("Reason", "Why the post is reserved.", "access to intelligence")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.rule == NationalityRule.RESERVED and not self.reason:
            raise ValueError("a reserved post needs its reason")
        return self


class Travel(Part):
    lone: ClassVar[str] = "amount"

    amount: Amount = needed("How often", "None, occasional or regular.", "occasional")
    note: Line | None = question("Note", "Where to and how often.", "to Bristol once a month")


class OnCall(Part):
    lone: ClassVar[str] = "pattern"

    pattern: OnCallPattern = needed("How it works", "None, a rota, or major incidents only.", "rota")
    payment: Line | None = question("Payment", "What it pays.", "£250 a week on call")


class Conditions(Model):
    """The effort and conditions that NHS descriptions state."""

    physical: Line | None = question("Physical effort", "What the body does.", "mostly desk-based")
    mental: Line | None = question("Mental effort", "Concentration and interruption.", "long concentration on reports")
    emotional: Line | None = question(
        "Emotional effort", "Distressing matters.", "staff conduct investigations, rarely"
    )
    environment: Line | None = question("Working conditions", "The place.", "an office with screens most of the day")


class PanelMember(Part):
    lone: ClassVar[str] = "role"

    role: Line = needed("Role", "What this person does.", "Chief operating officer (chair)")
    name: Line | None = question("Name", "Only when it may be printed.", "Sam Okafor")


class ScoreScale(Part):
    """How a panel scores: from 1 to the highest, and from which score on a criterion is met."""

    lone: ClassVar[str] = "highest"

    highest: Annotated[Whole, Field(ge=3, le=10)] = needed("Highest score", "Scores run from 1 to this.", "5")
    passes: Annotated[Whole, Field(ge=2)] | None = question(
        "Lowest score that will do", "From this score on, the criterion is met.", "3"
    )

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.passes is not None and self.passes >= self.highest:
            raise ValueError("the lowest score that will do is below the highest score")
        return self


class SearchFirm(Part):
    lone: ClassVar[str] = "name"

    name: Line = needed("Name of the firm", "As it calls itself.", "Alder Search")
    contact: Contact | None = question("Contact", "At the firm.", "ciso@aldersearch.example")


class Welcome(Model):
    """A message under a real name: never written for them."""

    text: Prose = needed("Their own words", "Nobody else writes them.", "Thank you for looking at this post.")
    name: Line = needed("Their name", "Printed with their consent.", "Their name, with their consent")
    role: Line | None = question("Their job title", "Of the person who writes.", "Permanent secretary")
