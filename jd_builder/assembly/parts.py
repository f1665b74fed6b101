"""The parts of a vacancy that have parts of their own, each as one phrase."""

from collections.abc import Sequence

from jd_builder.assembly.marks import NOTHING, Phrase, Words, listing, lowered, phrase
from jd_builder.assembly.phrases import Said, apart, counted, people, reach, unstopped, with_detail
from jd_builder.assembly.view import View
from jd_builder.domain.choices import (
    Amount,
    BoardAttendance,
    ClearanceLevel,
    Control,
    Flexibility,
    NationalityRule,
    OnCallPattern,
    Pattern,
)
from jd_builder.domain.organisation import DisabilityConfident, Nation
from jd_builder.text import english

_AT_THE_TOP = {
    BoardAttendance.MEMBER: "be a member of ",
    BoardAttendance.ATTENDS: "attend ",
    BoardAttendance.REPORTS_TO: "present reports to ",
}
WAYS_TO_WORK = {
    Flexibility.FULL_TIME: "full time",
    Flexibility.PART_TIME: "part time",
    Flexibility.JOB_SHARE: "as a job share",
    Flexibility.COMPRESSED: "in compressed hours",
    Flexibility.TERM_TIME: "in term time only",
}
_NATIONALITY = {
    NationalityRule.RIGHT_TO_WORK: "Right to work in the UK",
    NationalityRule.NON_RESERVED: "Not reserved for UK nationals",
    NationalityRule.RESERVED: "Reserved for UK nationals",
}
OFFERS_AN_INTERVIEW = {
    DisabilityConfident.EMPLOYER: "a Disability Confident Employer",
    DisabilityConfident.LEADER: "a Disability Confident Leader",
}
_WAYS_TO_APPLY = ("by ", "through ", "via ", "on ", "in ", "at ", "with ", "using ", "to ", "from ")
_IN_ENGLAND_AND_WALES = "Disclosure and Barring Service (DBS) check"
_ELSEWHERE = {
    Nation.SCOTLAND: "check by Disclosure Scotland",
    Nation.NORTHERN_IRELAND: "AccessNI check",
}


def place(of: View | Words) -> Said:
    if not isinstance(of, View):
        return of
    area = phrase(" (", of.postcode_area, ")") if of.postcode_area else NOTHING
    return phrase(of.town, area, phrase(", ", of.country) if of.country else NOTHING)


def pattern(of: View) -> Phrase:
    """``hybrid, 2 days a week on site. Tuesdays are the same for all``."""
    days = of.days_on_site if of.pattern.value == Pattern.HYBRID else NOTHING
    on_site = phrase(", ", counted(days, "day"), " a week on site") if days else NOTHING
    return with_detail(phrase(lowered(of.pattern), on_site), of.note)


def pay(of: View) -> Said:
    """The pay on offer: the hiring range, each end of which may be the grade's own."""
    return _pay_range(of, of.hiring_minimum or of.minimum, of.hiring_maximum or of.maximum)


def whole_range(of: View) -> Said:
    """The grade's whole range, only where less than that is on offer."""
    whole = _pay_range(of, of.minimum, of.maximum)
    return NOTHING if whole == pay(of) else whole


def _pay_range(of: View, low: Words, high: Words) -> Said:
    if not (low and high):
        return NOTHING
    least, most = (each.said(english.money(each.value, str(of.currency))) for each in (low, high))
    return phrase(least, *(() if least == most else (" to ", most)), f" {of.period}")


def pay_extras(pay: View) -> list[Phrase]:
    named = (
        ("Allowance: ", pay.allowance),
        ("Bonus: ", pay.bonus),
        ("Shares: ", pay.equity),
        ("High-cost area supplement: ", pay.high_cost_area),
    )
    return [phrase(label, text) for label, text in named if text]


def contract(of: View) -> Phrase:
    length = phrase(" for ", counted(of.months, "month")) if of.months else NOTHING
    return phrase(lowered(of.type), length, phrase(" until ", of.end) if of.end else NOTHING)


def closing(of: View) -> Phrase:
    at = phrase(of.at.said(english.clock(of.at.value)), " on ") if of.at else NOTHING
    return phrase(at, of.day)


def budget(of: View) -> Words:
    amount: Words = of.amount
    return amount.said(english.money(amount.value, str(of.currency))) if amount.value else NOTHING


def at_the_top(attendance: Words, meeting: str | Phrase) -> Said:
    """What the person does at the top meeting, as a verb."""
    return phrase(_AT_THE_TOP[attendance.value], meeting) if attendance.value in _AT_THE_TOP else NOTHING


def leads(team: Words, direct: Words, budget: Words, control: Words) -> Phrase:
    """Verbs for what is known of team size, direct reports and budget; a team of one is nobody to lead."""
    manages = control.value == Control.MANAGES
    money = phrase("a yearly budget of ", budget) if budget and not budget.gap else Phrase()
    handles = phrase("manage " if manages else "influence ", money) if money else money
    reports = bool(direct.value)
    if (team.value or 0) > 1 and team != direct:
        under = phrase(" with ", counted(direct, "direct report")) if reports else NOTHING
        return listing((phrase("lead a team of ", people(team), under), handles))
    if reports and money and manages:
        return phrase("manage ", people(direct), " and ", money)
    return listing((phrase("manage ", people(direct)) if reports else NOTHING, handles))


def clearance(of: View) -> Words:
    return NOTHING if of.level.value == ClearanceLevel.NONE else of.level


def nationality(of: View) -> Words:
    rule: Words = of.rule
    return rule.said(_NATIONALITY[rule.value])


def travel(of: View) -> Said:
    return NOTHING if of.amount.value == Amount.NONE else with_detail(of.amount, of.note)


def on_call(of: View) -> Said:
    return NOTHING if of.pattern.value == OnCallPattern.NONE else with_detail(of.pattern, of.payment)


def vetting(level: Words) -> Phrase:
    """The clearance as something the post needs; the Baseline Standard is a check and no clearance."""
    if level.value == ClearanceLevel.BPSS:
        return phrase("a ", level, " check")
    return phrase(level, " clearance")


def record_check(level: Words, nation: Words) -> Words:
    """``enhanced Disclosure and Barring Service (DBS) check with barred lists``, by who makes it in a nation."""
    kind, space, lists = str(lowered(level)).partition(" ")
    return level.said(f"{kind} {_ELSEWHERE.get(nation.value, _IN_ENGLAND_AND_WALES)}{space}{lists}")


def application(how: View) -> Said:
    """Where or how to apply, as a sentence without its full stop."""
    at = phrase("Apply at ", how.link) if how.link else Phrase()
    method = unstopped(how.method)
    if not method.casefold().startswith(_WAYS_TO_APPLY):
        return with_detail(at, method) if at else phrase(method)
    return phrase(at, " or " if at else "Apply ", lowered(method))


def decisions(of: View) -> list[Phrase]:
    """What the person decides, recommends and escalates, a sentence for each without its full stop."""
    named = {"Decides": of.decides, "Recommends": of.recommends, "Escalates": of.escalates}
    return [
        phrase(f"{verb}: ", apart([lowered(unstopped(each)) for each in matters]))
        for verb, matters in named.items()
        if matters
    ]


def firm_contact(firm: View) -> Said:
    known = reach(firm.contact) if isinstance(firm.contact, View) else NOTHING
    return phrase(": ", known) if known else NOTHING


def panel(members: Sequence[View]) -> list[Phrase]:
    return [phrase(each.name, ", " if each.name else "", each.role) for each in members]
