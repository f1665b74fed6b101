"""The record of a draft: where every statement came from, what was changed, and why findings were kept.

It stands beside the published files, for whoever asks later, and is never part of one.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from jd_builder.assembly.blocks import Builder
from jd_builder.assembly.marks import Words
from jd_builder.domain.document import Block, Document
from jd_builder.domain.draft import Draft
from jd_builder.export.registry import FORMATS, Options
from jd_builder.services import catalogue, criteria, duties, found, naming
from jd_builder.services.building import Made
from jd_builder.services.checking import LABELS
from jd_builder.services.file_names import file_name
from jd_builder.services.found import Found, Told
from jd_builder.services.labels import label
from jd_builder.services.rewording_texts import answer, by_model
from jd_builder.services.rows import OWN, Row
from jd_builder.services.shares import Shares
from jd_builder.text import english

NAME = "Record"
ABOUT = (
    "For your own files and never for candidates: where each statement came from, what was changed and by whom, and "
    "why findings of the checks were kept."
)
_OWN_WORDS = "Words of your own"


def page(draft: Draft, when: datetime) -> Document:
    """The record as of a time; headings without content are left out."""
    shares, told = Shares(draft), found.of(draft)
    rows = (*duties.rows(shares), *criteria.rows(shares))
    of, builder = _document(draft, ()), Builder()
    builder.title(f"{NAME}: {of.title}")
    builder.paragraph(of.organisation, style="lead")
    builder.paragraph(ABOUT)
    builder.facts(_facts(draft, shares, told, when))
    _sources(builder, rows)
    builder.heading("What was changed")
    changed = (*_edits(shares, rows), *_answers(draft))
    builder.table(["Original", "As it stands", "By"], changed, [0.37, 0.41, 0.22])
    builder.heading("Why criteria are essential")
    reasons = [(Words(each.text), Words(each.why)) for each in criteria.rows(shares) if each.why]
    builder.table(["Criterion", "Why"], reasons, [0.5, 0.5])
    builder.heading("Findings that were kept")
    builder.table(["Finding", "Where", "Reason"], map(_kept, told.kept), [0.5, 0.2, 0.3])
    builder.heading("Findings that are open")
    builder.table(["Finding", "Where"], map(_open, told.open), [0.75, 0.25])
    return _document(draft, builder.blocks())


def name_of(draft: Draft) -> str:
    """The name of its file, without making it."""
    return file_name(_document(draft, ()), FORMATS["docx"].suffix)


def made(draft: Draft, when: datetime) -> Made:
    """The record as a Word file."""
    document = page(draft, when)
    return Made(name_of(draft), FORMATS["docx"].render(document, Options(when)), document)


def _document(draft: Draft, blocks: tuple[Block, ...]) -> Document:
    title, organisation = naming.title_of(draft), naming.organisation_of(draft)
    return Document(layout="record", name=NAME, title=title, organisation=organisation, blocks=blocks)


def _facts(draft: Draft, shares: Shares, told: Found, when: datetime) -> Iterator[tuple[str, Words]]:
    yield "Made on", Words(f"{english.day(when.date())}, {english.clock(when.time())}")
    yield "Documents", Words(", ".join(layout.name for layout in shares.layouts))
    wording = "plain English" if draft.wording == "plain" else "official wording"
    yield "Role", Words(f"{shares.role.title}, edition {catalogue.said(shares.role.edition)}, in {wording}")
    yield "Checks", Words(f"{told.said}; {told.said_of_kept or 'none kept with a reason'}")


def _sources(builder: Builder, rows: Sequence[Row]) -> None:
    """The statements under where they came from. A date that nobody knows is left out, never guessed."""
    builder.heading("Where the statements came from")
    by_source: dict[str, list[str]] = {}
    for row in rows:
        by_source.setdefault(row.source or _OWN_WORDS, []).append(row.text)
    for source, texts in by_source.items():
        builder.heading(Words(source), level=2)
        builder.bullets(map(_raised, dict.fromkeys(texts)))


def _edits(shares: Shares, rows: Iterable[Row]) -> Iterator[tuple[Words, Words, str]]:
    names = {layout.id: layout.name for layout in shares.layouts}
    for row in rows:
        if row.original and row.edited:
            yield _raised(row.original), _raised(row.text), _by(shares.draft, row)
        for document, text in row.elsewhere.items():
            yield _raised(row.text), _raised(text), f"Only in: {names.get(document, document)}"
        if row.tag == OWN:
            yield Words("None"), _raised(row.text), "Added"


def _raised(text: str) -> Words:
    return Words(english.raised(text))


def _by(draft: Draft, row: Row) -> str:
    """Who changed a text; of a model all that is known, for whoever has to answer for it."""
    made = (each for edits in draft.edits.values() for each in edits if each.text == row.text)
    return next((by_model(each.reworded) for each in made if each.reworded), row.edited)


def _answers(draft: Draft) -> Iterator[tuple[Words, Words, str]]:
    """Answers that still stand as a model worded them."""
    for place, each in draft.reworded.items():
        if answer(draft, place) == each.text:
            yield Words(f"{label(place)}, as it was answered"), Words(each.text), by_model(each)


def _kept(told: Told) -> tuple[str, str, Words]:
    return (*_open(told), Words(told.reason))


def _open(told: Told) -> tuple[Words, str]:
    each = told.finding
    where = label(each.field) if each.field else _statement(told)
    return Words(f"{LABELS[each.severity]}: {each.message}"), where


def _statement(told: Told) -> str:
    return "Duties and criteria" if told.finding.statement else "The document as a whole"
