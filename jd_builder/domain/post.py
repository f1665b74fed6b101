"""This vacancy: every fact of it that is not the organisation's."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from jd_builder.domain import choices, terms
from jd_builder.domain.base import Model
from jd_builder.domain.values import Day, Line, Lines, Moment, Number, Prose, Whole, YesNo, question, several

Locations = Annotated[tuple[terms.Place, ...], BeforeValidator(several)]
Flexibilities = Annotated[tuple[choices.Flexibility, ...], BeforeValidator(several)]
Scopes = Annotated[tuple[choices.Scope, ...], BeforeValidator(several)]
Panel = Annotated[tuple[terms.PanelMember, ...], BeforeValidator(several)]
Days = Annotated[tuple[Day, ...], BeforeValidator(several)]
Months = Annotated[Whole, Field(le=12)]


class Post(Model):
    """One vacancy. Every field may be left out: documents say what they miss."""

    title: Annotated[Line, Field(max_length=120)] | None = question(
        "Job title", "People search for the usual title.", "Chief information security officer"
    )
    alternative_title: Line | None = question(
        "Other title", "What people in your organisation call it.", "Director of information security"
    )
    reference: Line | None = question("Reference", "So that an application finds its vacancy.", "HM-2027-014")
    number_of_posts: Annotated[Whole, Field(ge=1, le=999)] | None = question(
        "Number of posts", "Only when it is more than one.", "1"
    )
    directorate: Line | None = question("Directorate", "The part of the organisation.", "Digital and technology")
    job_family: Line | None = question("Job family", "The group of jobs it is graded with.", "Technology")
    cost_centre: Line | None = question("Cost centre", "For the internal profile only.", "4410")
    location: Locations = question("Place", "The town decides who can apply.", "Leeds", ())
    work_pattern: terms.WorkPattern | None = question(
        "Office days", "Say what really happens.", "pattern: hybrid, days-on-site: 2"
    )
    pay: terms.Pay | None = question(
        "Pay",
        "What you will really offer. A wide range invites a long negotiation.",
        "minimum: 105000, maximum: 130000",
    )
    contract: terms.Contract | None = question("Contract", "Permanent, or for how long.", "permanent")
    hours: Annotated[Number, Field(ge=1, le=48)] | None = question("Hours a week", "Full-time hours a week.", "37.5")
    flexible: Flexibilities = question(
        "Flexible options", "Each option named brings people who need it.", "job-share", ()
    )
    full_time_reason: Line | None = question(
        "Why full time only", "Needed when the job cannot be done in fewer hours.", "leads the on-call rota"
    )
    reports_to: Line | None = question("Reports to", "The job title of the manager.", "Chief operating officer")
    dotted_line: Line | None = question("Dotted line to", "A second line, if there is one.", "Chief risk officer")
    accountable_to: Line | None = question("Accountable to", "Who answers for it at the top.", "Chief executive")
    board_attendance: choices.BoardAttendance | None = question(
        "Place at the top meeting", "Say no more than is true.", "attends"
    )
    top_meeting: Line | None = question("Name of the top meeting", "What it is called here.", "the board")
    key_relationships: Lines = question("Works with", "Six to eight people or groups.", "Chief risk officer", ())
    opening: Day | None = question("Opens", "The day the advert goes out.", "2026-11-27")
    closing: Moment | None = question("Closes", "The last day and time to apply.", "2026-12-18 23:59")
    sift: Day | None = question("Sift", "The day you choose whom to see.", "2027-01-06")
    interviews: Days = question("Interviews", "The day or days.", "2027-01-20", ())
    start: Line | None = question("Start", "When the person should begin.", "1 April 2027")
    apply: terms.Apply | None = question(
        "How to apply", "The link, the method, the papers wanted.", "link: https://..."
    )
    who_may_apply: choices.WhoMayApply | None = question("Who may apply", "Everyone, or staff only.", "everyone")
    contact: terms.Contact | None = question(
        "Contact for questions", "A shared mailbox is safer than a name.", "recruitment@harbour.example"
    )
    adjustments_contact: terms.Contact | None = question(
        "Contact for adjustments", "Someone who can agree them.", "access@harbour.example"
    )
    grade: Line | None = question("Grade or band", "As your pay system writes it.", "Band 9")
    job_evaluation: terms.JobEvaluation | None = question(
        "Job evaluation", "So that a change is seen.", "reference: JE/2291, date: 2025-03-03"
    )
    team: Prose | None = question(
        "The team", "Who they are and what they do, 100 words.", "The team of 14 keeps 1,900 people's work secure."
    )
    direct_reports: Annotated[Whole, Field(le=10_000)] | None = question(
        "Direct reports", "How many people this person manages.", "5"
    )
    team_size: Annotated[Number, Field(le=100_000)] | None = question(
        "Team size", "The whole team, in full-time posts.", "14"
    )
    budget: terms.Budget | None = question("Budget", "The sum this person manages or influences.", "amount: 2400000")
    decisions: terms.Decisions | None = question("Decisions", "What this person decides alone.", "decides: [...]")
    clearance: terms.Clearance | None = question("Security clearance", "The lowest that will do.", "sc")
    nationality: terms.Nationality | None = question("Nationality", "Ask only for what the law needs.", "right-to-work")
    sponsorship: choices.Sponsorship | None = question("Visa sponsorship", "Say yes, no, or not known yet.", "no")
    dbs: choices.DbsLevel | None = question("DBS check", "Only a level the job is eligible for.", "standard")
    regulated_role: choices.RegulatedRole | None = question("Regulated role", "Approval by a regulator.", "none")
    politically_restricted: YesNo | None = question("Politically restricted", "Set by law for some posts.", "no")
    probation: Months | None = question("Probation in months", "From 0 to 12.", "6")
    notice: Months | None = question("Notice in months", "From 0 to 12.", "3")
    travel: terms.Travel | None = question("Travel", "How often, and where to.", "amount: occasional")
    on_call: terms.OnCall | None = question("On call", "The real pattern, and what it pays.", "pattern: rota")
    conditions: terms.Conditions | None = question(
        "Effort and conditions", "For an NHS description.", "physical: desk-based"
    )
    behaviours: Lines = question("Behaviours", "Success Profiles behaviours to assess.", "Seeing the big picture", ())
    selection: Lines = question("Steps of selection", "Three or four steps, in order.", "A call with the manager", ())
    panel: Panel = question("Panel", "By role, so that it is balanced.", "Chief operating officer (chair)", ())
    interview_minutes: Annotated[Whole, Field(ge=15, le=600)] | None = question(
        "Length of the interview", "In minutes, with time for the candidate's questions.", "60"
    )
    score_scale: terms.ScoreScale | None = question(
        "Scoring scale", "The Civil Service scores from 1 to 7, most others from 1 to 5.", "highest: 5, passes: 3"
    )
    task: Prose | None = question(
        "Task or presentation",
        "What candidates do, how long it takes and what they are given.",
        "Prepare five minutes.",
    )
    notes_kept: Annotated[Whole, Field(ge=1, le=24)] | None = question(
        "Months to keep notes", "Long enough to answer a complaint; then they are destroyed.", "6"
    )
    search_firm: terms.SearchFirm | None = question("Search firm", "If one is used.", "name: Alder Search")
    reserve_list: Months | None = question("Reserve list in months", "How long near-misses are kept.", "12")
    ai_use: choices.AiUse | None = question("Applicants' use of AI", "Say it before they apply.", "allowed-with-care")
    welcome: terms.Welcome | None = question("Welcome", "A real person's own words.", "text: ..., name: ..., role: ...")
    purpose: Prose | None = question(
        "Purpose", "Why the job exists; we write one if you don't.", "To keep members safe."
    )
    priorities: Annotated[Lines, Field(max_length=3)] = question(
        "First-year priorities", "Three things to be proud of after a year.", "A tested recovery plan", ()
    )
    maturity: choices.Maturity | None = question("Security maturity now", "Honesty attracts.", "3")
    scope: Scopes = question("In scope", "What the job covers.", "cloud", ())
    development: Prose | None = question("Development", "What the person can learn.", "A coach for the first year.")
    next_roles: Lines = question("Next roles", "Where the job can lead.", "Chief technology officer", ())
    owner: Line | None = question("Owner of the description", "Who keeps it right.", "Head of people")
    review_date: Day | None = question("Review date", "When it is looked at again.", "2027-12-01")


POST_GROUPS: Mapping[str, tuple[str, ...]] = {
    "The job": (
        "title", "location", "work_pattern", "pay", "contract", "hours", "reports_to", "closing", "apply", "contact",
    ),
    "More about the vacancy": (
        "reference", "alternative_title", "number_of_posts", "flexible", "full_time_reason", "who_may_apply",
        "adjustments_contact", "start",
    ),
    "Grade and job evaluation": ("grade", "job_evaluation", "job_family", "conditions", "owner", "review_date"),
    "Team and budget": (
        "directorate", "cost_centre", "team", "direct_reports", "team_size", "budget", "dotted_line", "accountable_to",
        "board_attendance", "top_meeting", "key_relationships", "decisions", "scope", "maturity",
    ),
    "Security and eligibility": (
        "clearance", "nationality", "sponsorship", "dbs", "regulated_role", "politically_restricted", "probation",
        "notice", "travel", "on_call",
    ),
    "How you will choose": (
        "opening", "sift", "interviews", "selection", "behaviours", "panel", "interview_minutes", "score_scale",
        "task", "notes_kept", "search_firm", "reserve_list", "ai_use",
    ),
    "What makes it attractive": ("welcome", "purpose", "priorities", "development", "next_roles"),
}  # fmt: skip
