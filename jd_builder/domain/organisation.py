"""The reusable profile of an employer: what stays the same from one vacancy to the next."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from jd_builder.domain.base import Model
from jd_builder.domain.findings import Kept
from jd_builder.domain.values import (
    Choice,
    Day,
    Email,
    Line,
    Lines,
    Part,
    Phone,
    Prose,
    Whole,
    needed,
    question,
    several,
)


class Sector(Choice):
    CENTRAL_GOVERNMENT = "central-government", "Central government"
    NHS = "nhs", "NHS"
    UNIVERSITY = "university", "University"
    LOCAL_GOVERNMENT = "local-government", "Local government"
    POLICE = "police", "Police"
    CHARITY = "charity", "Charity"
    REGULATED_FINANCE = "regulated-finance", "Regulated finance"
    CRITICAL_INFRASTRUCTURE = "critical-infrastructure", "Critical infrastructure and utilities"
    OTHER_PRIVATE = "other-private", "Other private company"


class Nation(Choice):
    ENGLAND = "england", "England"
    SCOTLAND = "scotland", "Scotland"
    WALES = "wales", "Wales"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"


class DisabilityConfident(Choice):
    NONE = "none", "Not a member"
    COMMITTED = "committed", "Level 1, Committed"
    EMPLOYER = "employer", "Level 2, Employer"
    LEADER = "leader", "Level 3, Leader"


class Standard(Choice):
    """Standards and laws that security work answers to; none is locked to a sector."""

    ISO_27001 = "iso-27001", "ISO/IEC 27001"
    NIST_CSF = "nist-csf", "NIST Cybersecurity Framework 2.0"
    CAF = "caf", "Cyber Assessment Framework"
    GOVASSURE = "govassure", "GovAssure"
    CYBER_ESSENTIALS = "cyber-essentials", "Cyber Essentials"
    CYBER_ESSENTIALS_PLUS = "cyber-essentials-plus", "Cyber Essentials Plus"
    PCI_DSS = "pci-dss", "PCI DSS"
    UK_GDPR = "uk-gdpr", "UK GDPR and the Data Protection Act 2018"
    NIS = "nis", "Network and Information Systems Regulations 2018"
    DORA = "dora", "Digital Operational Resilience Act (DORA)"
    DSPT = "dspt", "NHS Data Security and Protection Toolkit"
    SOC_2 = "soc-2", "SOC 2"
    OPERATIONAL_RESILIENCE = "operational-resilience", "FCA and PRA operational resilience rules"


class Mailbox(Part):
    """A shared address that people can write to or call."""

    lone: ClassVar[str] = "email"

    email: Email | None = question("E-mail", "A shared mailbox outlives a person.", "recruitment@harbour.example")
    phone: Phone | None = question("Phone", "Some people need to call.", "0113 496 0000")


class Mailboxes(Model):
    questions: Mailbox | None = question("Questions", "Where candidates write.", "recruitment@harbour.example")
    adjustments: Mailbox | None = question("Adjustments", "Where to ask for adjustments.", "access@harbour.example")
    complaints: Mailbox | None = question("Complaints", "Where to complain.", "hr@harbour.example")


class StandardParagraph(Model):
    """A paragraph of the organisation's own, printed in the documents that it names, or in all."""

    title: Line = needed("Title", "Its heading.", "Safeguarding")
    text: Prose = needed("Text", "As your policy words it.", "Everyone here keeps children and adults safe.")
    documents: Lines = question("Documents", "Left out, it goes into all of them.", "university-nhs", ())


class HouseTerm(Model):
    """A word that the organisation uses in place of another."""

    say: Line = needed("Say", "Your word.", "colleagues")
    instead_of: Line = needed("Instead of", "The word it replaces.", "staff")


Paragraphs = Annotated[tuple[StandardParagraph, ...], BeforeValidator(several)]


class Organisation(Model):
    """Who employs. Every field may be left out: documents say what they miss."""

    name: Annotated[Line, Field(max_length=120)] | None = question(
        "Organisation name", "The name as your adverts print it.", "Harbour Mutual"
    )
    short_name: Line | None = question("Short name", "What the text calls you after the first time.", "the Trust")
    sector: Sector | None = question(
        "Sector", "Decides the wording, the layouts and what we suggest.", "regulated-finance"
    )
    nation: Nation | None = question("UK nation", "Decides which law the checks follow.", "england")
    about: Prose | None = question(
        "About us",
        "Two or three sentences that would make the right person read on, 120 words at most.",
        "Harbour Mutual is owned by its 640,000 members.",
    )
    staff: Whole | None = question("Number of staff", "Tells candidates the size of the task.", "1900")
    sites: Line | None = question("Sites", "How many places there are, and where.", "Leeds and 42 branches")
    benefits: Lines = question(
        "Benefits", "With figures: candidates compare them.", "30 days' leave and bank holidays", ()
    )
    pension: Line | None = question("Pension", "The scheme and what you pay in.", "10% from us, 5% from you")
    paragraphs: Paragraphs = question(
        "Standard paragraphs",
        "Your own clauses, and the documents that use each.",
        "title: Safeguarding, text: Everyone ...",
        (),
    )
    mailboxes: Mailboxes | None = question(
        "Mailboxes", "Shared addresses, used when a job names no contact.", "questions: jobs@harbour.example"
    )
    standards: Annotated[tuple[Standard, ...], BeforeValidator(several)] = question(
        "Standards in scope", "The job must keep to these: name only what applies.", "iso-27001", ()
    )
    other_standards: Lines = question("Other standards", "Any that our list lacks.", "TISAX", ())
    disability_confident: DisabilityConfident | None = question(
        "Disability Confident", "From level 2 the advert offers an interview.", "employer"
    )
    equality: Prose | None = question(
        "Equality statement", "Your own words; without them a short one of ours is used.", "Everyone is welcome here."
    )
    adjustments: Prose | None = question(
        "Adjustments statement", "How you help disabled candidates to apply.", "Tell us what you need at any stage."
    )
    house_style: Line | None = question(
        "House style", "The Word file that documents are built on, as it is kept in the app.", "9f86d081884c7d65"
    )
    logo_description: Line | None = question(
        "Logo description", "Read out to people who cannot see the logo.", "Harbour Mutual: a lighthouse"
    )
    language: Line | None = question("Language", "The language of the documents.", "en-GB")
    house_terms: Annotated[tuple[HouseTerm, ...], BeforeValidator(several)] = question(
        "House terms", "Words you use in place of others.", "say: colleagues, instead-of: staff", ()
    )
    version: Line | None = question("Version of this profile", "So that people can tell which is current.", "3")
    last_reviewed: Day | None = question("Last reviewed", "A stale profile makes stale adverts.", "2026-09-01")
    owner: Line | None = question("Owner of this profile", "A team, not a person.", "People services")
    kept: Annotated[tuple[Kept, ...], BeforeValidator(several)] = question(
        "Findings kept",
        "Written by the app: findings about these answers that stay as they are, and why.",
        "rule: gender-coded, on: organisation.about, match: manpower, reason: Our policy",
        (),
    )
