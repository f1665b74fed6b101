"""Documents for tests and benchmarks: a trust, its post and its people are all invented."""

from datetime import UTC, datetime
from typing import Any

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    Title,
)
from jd_builder.export import Options

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
OPTIONS = Options(when=WHEN)
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def text(words: str, ref: str | None = None) -> Text:
    return (Run(text=words, ref=ref),)


def gap(before: str, missing: str, ref: str, after: str = "") -> Text:
    return (Run(text=before), Run(text=missing, ref=ref, gap=True), Run(text=after))


def document(*blocks: Block, **fields: Any) -> Document:
    """A document of these blocks and little else."""
    return Document(**{"layout": "sample", "name": "Sample", "title": "Sample post", "blocks": blocks, **fields})


def _section(title: str, *words: str) -> list[Block]:
    return [Heading(text=text(title)), *(Paragraph(text=text(paragraph)) for paragraph in words)]


def _duties(theme: str, *duties: str) -> list[Block]:
    name = theme.split()[0].lower()
    items = tuple(text(duty, f"sample.{name}.{number}") for number, duty in enumerate(duties, start=1))
    return [Heading(text=text(theme), level=2), Bullets(items=items)]


_DETAILS = (
    ("Job title", "Chief information security officer"),
    ("Band", "Agenda for Change band 9"),
    ("Directorate", "Digital, data and technology"),
    ("Reports to", "Chief digital and information officer"),
    ("Accountable to", "Chief executive"),
    ("Base", "Westhaven General Hospital, with travel to our three other sites"),
    ("Hours", "37.5 hours a week. Part-time, job share and compressed hours are welcome"),
    ("Responsible for", "9 people: 3 lead analysts, 5 analysts and an assurance manager"),
    ("Reference", "412-DDT-0931"),
)

_MAIN_DUTIES: list[Block] = [
    *_duties(
        "Direction and board assurance",
        "Set the trust's cyber security strategy, agree it with the board and report on progress every quarter.",
        "Tell the board plainly which risks it carries, what they could cost patients and what would reduce them.",
        "Lead the yearly Data Security and Protection Toolkit return and own the plan for every gap it finds.",
    ),
    *_duties(
        "Managing risk",
        "Keep a register of cyber risks that names an owner, a treatment and a review date for each.",
        "Decide with clinical leaders how much risk a service can accept before it goes live.",
        "Test the security of suppliers that hold patient data, before we sign and every year after.",
    ),
    *_duties(
        "Incidents and recovery",
        "Command the response to serious incidents, by day or night, as part of a shared rota.",
        "Rehearse the loss of the patient record system with wards and theatres at least twice a year.",
        "Make sure that lessons from incidents reach the people who can change the system that failed.",
    ),
    *_duties(
        "People and culture",
        "Build a team that reflects the communities we serve, and give each person a development plan.",
        "Help 6,400 colleagues to spot and report what looks wrong, without blame.",
    ),
]

_SPECIFICATION = Table(
    header=(text("Criterion"), text("Need"), text("Assessed by")),
    widths=(0.6, 0.18, 0.22),
    rows=tuple(
        (text(criterion, f"sample.criterion.{number}"), text(need), text(assessed))
        for number, (criterion, need, assessed) in enumerate(
            (
                ("A degree in a relevant subject, or equivalent experience", "Essential", "Application"),
                ("CISSP, CISM or similar, or willing to work towards one", "Desirable", "Application"),
                ("Leading security across a large or complex organisation", "Essential", "Application, interview"),
                ("Advising a board or executive team on risk and on the money to reduce it", "Essential", "Interview"),
                ("Running the response to a serious cyber incident", "Essential", "Application, interview"),
                ("Working in health, care or another service that cannot close", "Desirable", "Application"),
                ("How attackers work, and which defences make the greatest difference", "Essential", "Interview"),
                ("UK law on personal data and on network and information systems", "Essential", "Interview"),
                ("Explaining a technical risk to people who are not technical", "Essential", "Presentation"),
                ("Writing board papers that lead to a decision", "Essential", "Test"),
                ("Judging what matters most when information is incomplete", "Essential", "Test, interview"),
                ("Acting on the trust's values: kind, open, fair", "Essential", "Interview"),
            ),
            start=1,
        )
    ),
)

NHS = Document(
    layout="university-nhs",
    name="University or NHS job description",
    title="Chief information security officer",
    organisation="Westhaven and Fenland NHS Foundation Trust",
    reference="412-DDT-0931",
    draft=True,
    blocks=(
        Title(text=text("Chief information security officer", "post.title")),
        Paragraph(
            style="lead",
            text=text(
                "You will keep the systems that 610,000 people depend on for their care safe, and working, "
                "and you will lead the people who do that with you."
            ),
        ),
        Facts(rows=tuple((text(label), text(value, f"post.{label.lower()}")) for label, value in _DETAILS)),
        *_section(
            "About us",
            "We run four hospitals and eleven community clinics in Westhaven and the Fenland. 6,400 people work "
            "here. Last year we saw 148,000 patients in our emergency departments and moved the last of our paper "
            "records to a single patient record.",
            "Our digital directorate has 160 people. Since 2024 it has reported to the board, and security is a "
            "standing item on the agenda of the audit committee.",
        ),
        *_section(
            "Job purpose",
            "The chief information security officer protects patients, colleagues and services from cyber attack. "
            "The post sets direction, advises the board, and leads the teams that prevent, find and recover from "
            "incidents across the trust and its two subsidiaries.",
        ),
        Heading(text=text("Working relationships")),
        Paragraph(text=text("You will work closely with:")),
        Bullets(
            items=(
                text("the chief digital and information officer, who is your line manager"),
                text("the senior information risk owner and the Caldicott guardian"),
                text("clinical directors and the chief nurse"),
                text("the regional cyber lead at NHS England, and security leads of neighbouring trusts"),
                text("suppliers of clinical systems, and the auditors who test them"),
            )
        ),
        Heading(text=text("Main duties")),
        *_MAIN_DUTIES,
        Heading(text=text("Budget and people")),
        Paragraph(
            text=gap(
                "You will manage 9 people and a yearly budget of ",
                "[ask the manager: budget]",
                "post.budget",
                ", and you can approve single purchases of up to £50,000.",
            )
        ),
        Heading(text=text("How your first year will run")),
        Paragraph(text=text("We have agreed three priorities with the board, in this order:")),
        Bullets(
            numbered=True,
            items=(
                text("Within three months, review how we would recover the patient record after an attack."),
                text("Within six months, bring every supplier of a critical system under one assurance process."),
                text("Within twelve months, meet all mandatory outcomes of the Cyber Assessment Framework."),
            ),
        ),
        Heading(text=text("Effort and working conditions")),
        Paragraph(
            text=text(
                "The work needs long periods of concentration and frequent interruptions. During incidents you "
                "will make decisions under pressure and may hear distressing news about patients. You will use a "
                "screen for most of the day. Travel between sites takes about a day a week."
            )
        ),
        *_section(
            "Standard responsibilities",
            "Everyone who works for the trust keeps information confidential, follows health and safety policy, "
            "helps to prevent infection, and acts at once on concerns about the safety of a child or an adult at risk.",
        ),
        Heading(text=text("How we will appoint")),
        Bullets(
            numbered=True,
            items=(
                text("We read every application against the essential criteria."),
                text("Two exercises at home, an hour each: a board paper and an incident."),
                text("An interview, with a presentation that you prepare in advance."),
            ),
        ),
        PageBreak(),
        Heading(text=text("Person specification")),
        Paragraph(text=text("We assess these criteria in the ways shown. Nothing else decides who is appointed.")),
        _SPECIFICATION,
        Heading(text=text("Review of this description")),
        Paragraph(
            text=text(
                "This is an outline of the post, not a full list of tasks. We will review it with you each year. For "
                "an informal conversation, write to Priya Nair at digital.recruitment@westhaven-fenland.nhs.example."
            )
        ),
        Paragraph(
            style="small",
            text=text("Contains public sector information licensed under the Open Government Licence v3.0: " + LICENCE),
        ),
    ),
)
