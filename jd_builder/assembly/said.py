"""Facts that take several fields to say, as phrases that stand inside a sentence or a table."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from jd_builder.assembly import parts
from jd_builder.assembly.marks import NOTHING, Phrase, Words, listing, lowered, phrase
from jd_builder.assembly.phrases import (
    Said,
    apart,
    clauses,
    counted,
    days,
    mentions,
    named,
    people,
    reach,
    the,
    unstopped,
)
from jd_builder.assembly.view import View
from jd_builder.domain.choices import RegulatedRole
from jd_builder.domain.organisation import Sector
from jd_builder.domain.suggestions import suggested
from jd_builder.text import english

_Phrase = TypeVar("_Phrase")


class Sayings:
    """Each property is a phrase in lower case, nothing when it was not given, a gap when it is needed."""

    def __init__(self, organisation: View, post: View, role_title: Words) -> None:
        self._organisation, self._post = organisation, post
        self.title = post.title or role_title

    @cached_property
    def job(self) -> Any:
        """The title as it stands in a sentence."""
        return lowered(unstopped(self.title))

    @cached_property
    def employer(self) -> Words:
        """What a sentence calls the organisation; nothing unless the user gave a name for that."""
        return named(self._organisation.short_name)

    @cached_property
    def staff(self) -> Words:
        return people(self._organisation.staff)

    @cached_property
    def staff_besides_about(self) -> Words:
        """The number of staff, unless the organisation's own words give it already."""
        return NOTHING if mentions(self._organisation.about, self._organisation.staff) else self.staff

    @cached_property
    def answers_to(self) -> Phrase:
        """Whom the person reports to and which meeting they go to, as verbs: after "You will"."""
        return clauses((self._reporting, self._meeting))

    @cached_property
    def answers_to_in_full(self) -> Phrase:
        """The same with the person who answers for the post at the top."""
        top = the(self._post.accountable_to)
        if top and top == the(self._post.reports_to):
            return clauses((phrase("report and be accountable to ", top), self._meeting))
        return clauses((self._reporting, phrase("be accountable to ", top) if top else NOTHING, self._meeting))

    @cached_property
    def dotted_line(self) -> Said:
        return the(self._post.dotted_line)

    @cached_property
    def leads(self) -> Phrase:
        """What the person leads and manages, as verbs: after "You will" or "The postholder will"."""
        return parts.leads(self._post.team_size, self._post.direct_reports, self.budget, self._post.budget.control)

    @cached_property
    def leads_besides_team(self) -> Phrase:
        """What of this the user's own words about the team do not say already."""
        known = (self._post.team_size, self._post.direct_reports, self.budget)
        team, direct, budget = (NOTHING if mentions(self._post.team, each) else each for each in known)
        return parts.leads(team, direct, budget, self._post.budget.control)

    @cached_property
    def team_size(self) -> Words:
        return people(self._post.team_size)

    @cached_property
    def direct_reports(self) -> Words:
        return people(self._post.direct_reports)

    @cached_property
    def budget(self) -> Words:
        return self._part("budget", parts.budget)

    @cached_property
    def place(self) -> Phrase:
        return listing(map(parts.place, self._post.location), "or")

    @cached_property
    def pattern(self) -> Said:
        return self._part("work_pattern", parts.pattern)

    @cached_property
    def pay(self) -> Said:
        """The pay on offer: the hiring range where there is one."""
        return self._part("pay", parts.pay)

    @cached_property
    def whole_range(self) -> Said:
        """The grade's whole pay range, only where less than that is on offer."""
        pay = self._post.pay
        return parts.whole_range(pay) if isinstance(pay, View) else NOTHING

    @cached_property
    def extras(self) -> list[Any]:
        """What comes with the pay, a line for each."""
        pay = self._post.pay
        return list(parts.pay_extras(pay)) if isinstance(pay, View) else []

    @cached_property
    def contract(self) -> Said:
        return self._part("contract", parts.contract)

    @cached_property
    def hours(self) -> Said:
        hours: Words = self._post.hours
        return hours.said(f"{hours} {'hour' if hours == '1' else 'hours'} a week") if hours and not hours.gap else hours

    @cached_property
    def hours_and_flexibility(self) -> Said:
        """The weekly hours with the other ways to work, for a table."""
        ways = self.full_time_only or listing(self._post.flexible, "or")
        return phrase(self.hours, "; " if self.hours and ways else "", ways)

    @cached_property
    def full_time_only(self) -> Phrase:
        reason = self._post.full_time_reason
        return phrase("full time only: ", lowered(unstopped(reason))) if reason else Phrase()

    @cached_property
    def ways_to_work(self) -> Phrase:
        """The flexible options as they follow "You can work"."""
        return listing((way.said(parts.WAYS_TO_WORK[way.value]) for way in self._post.flexible), "or")

    @cached_property
    def closing(self) -> Said:
        return self._part("closing", parts.closing)

    @cached_property
    def interviews(self) -> Phrase:
        return listing(days(self._post.interviews))

    @cached_property
    def interviews_besides_steps(self) -> Phrase:
        """The days of the interviews, unless the steps of selection name one of them already."""
        steps = " ".join(self._post.selection)
        named = (each.value and f"{each.value.day} {each.value:%B}" in steps for each in self._post.interviews)
        return Phrase() if any(named) else self.interviews

    @cached_property
    def apply(self) -> Said:
        """Where or how to apply, as a sentence without its full stop."""
        return self._part("apply", parts.application)

    @cached_property
    def papers(self) -> Phrase:
        how = self._post.apply
        return listing(lowered(unstopped(each)) for each in how.documents) if isinstance(how, View) else Phrase()

    @cached_property
    def behaviours(self) -> Phrase:
        return listing(map(unstopped, self._post.behaviours))

    @cached_property
    def search_firm(self) -> Said:
        """How to reach the firm, after its name."""
        return self._part("search_firm", parts.firm_contact)

    @cached_property
    def panel(self) -> list[Phrase]:
        return parts.panel(self._post.panel)

    @cached_property
    def clearance(self) -> Said:
        return self._part("clearance", parts.clearance)

    @cached_property
    def record_check(self) -> Words:
        """The criminal record check, by the body that makes it in the post's nation."""
        level: Words = self._post.dbs
        known = level.value not in (None, "none")
        return parts.record_check(level, self._organisation.nation) if known else NOTHING

    @cached_property
    def vetting(self) -> Phrase:
        """The clearance and the criminal record check that the post needs."""
        clearance, check = self._post.clearance, self.record_check
        needed = parts.vetting(clearance.level) if isinstance(clearance, View) and self.clearance else NOTHING
        return listing((needed, phrase(f"{english.article(check)} ", check) if check else NOTHING))

    @cached_property
    def nationality(self) -> Words:
        """The rule in a word or two, for a table."""
        return self._part("nationality", parts.nationality)

    @cached_property
    def restricted(self) -> Words:
        restricted: Words = self._post.politically_restricted
        return restricted if restricted.value else NOTHING

    @cached_property
    def regulated(self) -> Words:
        role: Words = self._post.regulated_role
        return NOTHING if role.value == RegulatedRole.NONE else role

    @cached_property
    def offers_an_interview(self) -> Words:
        """What Disability Confident calls an organisation that offers one."""
        level: Words = self._organisation.disability_confident
        return level.said(parts.OFFERS_AN_INTERVIEW.get(level.value, ""))

    @cached_property
    def open_competition(self) -> bool:
        """Whether the Civil Service Commission's principles for open recruitment can hold."""
        outside = self._post.who_may_apply.value in (None, "everyone")
        return outside and self._organisation.sector.value == Sector.CENTRAL_GOVERNMENT

    @cached_property
    def probation(self) -> Words:
        return counted(self._post.probation, "month")

    @cached_property
    def notice(self) -> Words:
        return counted(self._post.notice, "month")

    @cached_property
    def reserve_list(self) -> Words:
        return counted(self._post.reserve_list, "month")

    @cached_property
    def next_roles(self) -> list[Words]:
        return list(map(unstopped, self._post.next_roles))

    @cached_property
    def travel(self) -> Said:
        return self._part("travel", parts.travel)

    @cached_property
    def on_call(self) -> Said:
        return self._part("on_call", parts.on_call)

    @cached_property
    def contact(self) -> Said:
        return self._contact("contact", "questions")

    @cached_property
    def adjustments_contact(self) -> Said:
        return self._contact("adjustments_contact", "adjustments") or self.contact

    @cached_property
    def complaints_contact(self) -> Said:
        return self._mailbox("complaints")

    @cached_property
    def standards(self) -> Phrase:
        return apart((*self._organisation.standards, *self._organisation.other_standards))

    @cached_property
    def decisions(self) -> list[Phrase]:
        return self._part("decisions", parts.decisions) or []

    @cached_property
    def _reporting(self) -> Said:
        manager = the(self._post.reports_to)
        return phrase("report to ", manager) if manager else NOTHING

    @cached_property
    def _meeting(self) -> Said:
        usual = suggested(self._organisation.sector.value).top_meeting
        return parts.at_the_top(self._post.board_attendance, the(self._post.top_meeting) or usual)

    def _part(self, field: str, say: Callable[[View], _Phrase]) -> _Phrase:
        """A part of the post as a phrase; what stands in its place while it is missing."""
        given = getattr(self._post, field)
        return say(given) if isinstance(given, View) else given

    def _contact(self, field: str, mailbox: str) -> Said:
        contact = getattr(self._post, field)
        own = reach(contact) if isinstance(contact, View) else NOTHING
        return own or self._mailbox(mailbox) or (contact if isinstance(contact, Words) else NOTHING)

    def _mailbox(self, name: str) -> Said:
        mailboxes = self._organisation.mailboxes
        box = getattr(mailboxes, name) if isinstance(mailboxes, View) else NOTHING
        return reach(box) if isinstance(box, View) else NOTHING
