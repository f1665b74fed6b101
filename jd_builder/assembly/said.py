"""Facts that take several fields to say, as phrases that stand inside a sentence or a table."""

from typing import Any

from jd_builder.assembly.marks import NOTHING, Phrase, Words, listing, lowered, phrase
from jd_builder.assembly.view import View
from jd_builder.domain.organisation import Nation
from jd_builder.domain.suggestions import suggested
from jd_builder.text import english

Said = Words | Phrase


class Sayings:
    """Each property is a phrase in lower case, nothing when it was not given, a gap when it is needed."""

    def __init__(self, organisation: View, post: View, role_title: str) -> None:
        self._organisation, self._post = organisation, post
        self.title = post.title or Words(role_title, "framework", "post.title")

    @property
    def job(self) -> Any:
        """The title as it stands in a sentence."""
        return lowered(self.title)

    @property
    def employer(self) -> Words:
        """What the text calls the organisation after the first time."""
        return self._organisation.short_name or self._organisation.name  # type: ignore[no-any-return]

    @property
    def organisation(self) -> Words:
        return self._organisation.name  # type: ignore[no-any-return]

    @property
    def staff(self) -> Words:
        return _count(self._organisation.staff, "person", "people")

    @property
    def reports_to(self) -> Said:
        return _the(self._post.reports_to)

    @property
    def accountable_to(self) -> Said:
        return _the(self._post.accountable_to)

    @property
    def dotted_line(self) -> Said:
        return _the(self._post.dotted_line)

    @property
    def owner(self) -> Said:
        return _the(self._post.owner)

    @property
    def top_meeting(self) -> Words:
        sector = self._organisation.sector
        given: Words = self._post.top_meeting
        return given or Words(suggested(sector.value if sector else None).top_meeting)

    @property
    def place(self) -> Phrase:
        return listing(map(_place, self._post.location), "or")

    @property
    def pattern(self) -> Said:
        pattern = self._post.work_pattern
        if not isinstance(pattern, View):
            return pattern  # type: ignore[no-any-return]
        return _with_note(phrase(lowered(pattern.pattern), _days_on_site(pattern)), pattern.note)

    @property
    def pay(self) -> Said:
        """The pay on offer: the hiring range where there is one."""
        pay = self._post.pay
        if not isinstance(pay, View):
            return pay  # type: ignore[no-any-return]
        return _range(pay, "hiring_minimum", "hiring_maximum") or _range(pay, "minimum", "maximum")

    @property
    def whole_range(self) -> Said:
        """The grade's whole pay range, only where less than that is on offer."""
        pay = self._post.pay
        if not isinstance(pay, View) or not (pay.hiring_minimum or pay.hiring_maximum):
            return NOTHING
        return _range(pay, "minimum", "maximum")

    @property
    def extras(self) -> list[Any]:
        """What comes with the pay, a line for each."""
        pay = self._post.pay
        if not isinstance(pay, View):
            return []
        return [phrase(label, text) for label, text in _extras(pay) if text]

    @property
    def contract(self) -> Said:
        contract = self._post.contract
        if not isinstance(contract, View):
            return contract  # type: ignore[no-any-return]
        length: Said = NOTHING
        if contract.months:
            length = phrase(" for ", contract.months.said(english.count(contract.months.value, "month")))
        elif contract.end:
            length = phrase(" until ", contract.end)
        return phrase(lowered(contract.type), length)

    @property
    def hours(self) -> Said:
        hours: Words = self._post.hours
        return hours.said(f"{hours} {'hour' if hours == '1' else 'hours'} a week") if hours and not hours.gap else hours

    @property
    def flexible(self) -> Phrase:
        return listing(self._post.flexible, "or")

    @property
    def closing(self) -> Said:
        closing = self._post.closing
        if not isinstance(closing, View):
            return closing  # type: ignore[no-any-return]
        at = phrase(closing.at.said(english.clock(closing.at.value)), " on ") if closing.at else NOTHING
        return phrase(at, closing.day)

    @property
    def interviews(self) -> Phrase:
        return listing(self._post.interviews)

    @property
    def budget(self) -> Words:
        budget = self._post.budget
        if not isinstance(budget, View):
            return budget  # type: ignore[no-any-return]
        return budget.amount.said(english.money(budget.amount.value, str(budget.currency)))  # type: ignore[no-any-return]

    @property
    def team_size(self) -> Words:
        return _count(self._post.team_size, "person", "people")

    @property
    def direct_reports(self) -> Words:
        return _count(self._post.direct_reports, "person", "people")

    @property
    def leads(self) -> Phrase:
        """What the person leads and manages, as verbs: after "You will" or "The postholder will"."""
        budget = self._post.budget
        controls = "manage" if isinstance(budget, View) and budget.control.value == "manages" else "influence"
        team, direct = self.team_size, self.direct_reports
        whole_team = direct and direct == team
        return listing(
            (
                phrase("lead a team of ", team) if team else "",
                phrase("manage ", direct, " directly") if direct and not whole_team else "",
                phrase(controls, " a budget of ", self.budget) if self.budget else "",
            )
        )

    @property
    def clearance(self) -> Words:
        clearance = self._post.clearance
        if not isinstance(clearance, View):
            return clearance  # type: ignore[no-any-return]
        return NOTHING if clearance.level.value == "none" else clearance.level

    @property
    def record_check(self) -> Said:
        """The criminal record check, by the body that makes it in the post's nation."""
        level, nation = self._post.dbs, self._organisation.nation
        if not level or level.value in (None, "none"):
            return NOTHING
        return phrase(lowered(level), " ", _RECORD_CHECKS[nation.value if nation else None])

    @property
    def regulated(self) -> Words:
        role: Words = self._post.regulated_role
        return NOTHING if role.value == "none" else role

    @property
    def contact(self) -> Said:
        return self._contact("contact", "questions")

    @property
    def adjustments_contact(self) -> Said:
        return self._contact("adjustments_contact", "adjustments") or self.contact

    @property
    def complaints_contact(self) -> Said:
        return self._mailbox("complaints")

    @property
    def standards(self) -> Phrase:
        return listing((*self._organisation.standards, *self._organisation.other_standards))

    @property
    def scope(self) -> Phrase:
        return listing(self._post.scope)

    def _contact(self, field: str, mailbox: str) -> Said:
        contact = getattr(self._post, field)
        own = _reach(contact) if isinstance(contact, View) else NOTHING
        return own or self._mailbox(mailbox) or (contact if isinstance(contact, Words) else NOTHING)

    def _mailbox(self, name: str) -> Said:
        mailboxes = self._organisation.mailboxes
        box = getattr(mailboxes, name) if isinstance(mailboxes, View) else NOTHING
        return _reach(box) if isinstance(box, View) else NOTHING


_RECORD_CHECKS = {
    None: "Disclosure and Barring Service (DBS) check",
    Nation.ENGLAND: "Disclosure and Barring Service (DBS) check",
    Nation.WALES: "Disclosure and Barring Service (DBS) check",
    Nation.SCOTLAND: "check by Disclosure Scotland",
    Nation.NORTHERN_IRELAND: "AccessNI check",
}


def _the(title: Words) -> Said:
    """A title with its article, unless it brings one or is still a gap."""
    if not title or title.gap or title.casefold().startswith(("the ", "our ")):
        return title
    return phrase("the ", lowered(title))


def _place(place: Any) -> Said:
    if not isinstance(place, View):
        return place  # type: ignore[no-any-return]
    area = phrase(" (", place.postcode_area, ")") if place.postcode_area else NOTHING
    return phrase(place.town, area, phrase(", ", place.country) if place.country else NOTHING)


def _days_on_site(pattern: View) -> Said:
    days = pattern.days_on_site
    if not days or pattern.pattern.value != "hybrid":
        return NOTHING
    return phrase(", ", days.said(english.count(days.value, "day")), " a week on site")


def _with_note(said: Phrase, note: Words) -> Phrase:
    return phrase(said, "; ", note) if note else said


def _range(pay: View, low_name: str, high_name: str) -> Said:
    low, high = getattr(pay, low_name), getattr(pay, high_name)
    if not (low or high):
        return NOTHING
    period = f" {pay.period}"
    least, most = (each.said(english.money(each.value, str(pay.currency))) if each else each for each in (low, high))
    if least == most:
        return phrase(least, period)
    if not (least and most):
        return phrase("from " if least else "up to ", least or most, period)
    return phrase(least, " to ", most, period)


def _extras(pay: View) -> list[tuple[str, Words]]:
    return [
        ("Allowance: ", pay.allowance),
        ("Bonus: ", pay.bonus),
        ("Shares: ", pay.equity),
        ("High-cost area supplement: ", pay.high_cost_area),
    ]


def _count(number: Words, one: str, many: str) -> Words:
    if not number or number.gap or not number.value:
        return number if number and number.gap else NOTHING
    return number.said(english.count(number.value, one, many))


def _reach(contact: View) -> Phrase:
    """Who to write to or call: name, job title, address and number, as far as they are known."""
    known = [words for name in ("name", "role", "email", "phone") if (words := getattr(contact, name, NOTHING))]
    return phrase(*(part for n, words in enumerate(known) for part in ((", " if n else ""), words)))
