"""What the checks say of a draft, as people see it: open, kept for a reason, or in wording that is not theirs.

It is computed anew for each state of a draft, but of a document that stayed the same the findings are known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from jd_builder.assembly.selection import Requirement, Selection
from jd_builder.checks.context import Context, Duties
from jd_builder.checks.kept import Key, keyed, normalised
from jd_builder.checks.run import in_order, of_answers, of_texts
from jd_builder.domain.answers import open_word
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.findings import MISSING_PART, Finding
from jd_builder.domain.layout import Layout
from jd_builder.services import catalogue, criteria, gaps, house_styles
from jd_builder.services.documents import alike_but_for_stars, assembled
from jd_builder.services.recent import Recent
from jd_builder.text import english

_Needed = tuple[list[Requirement], list[Requirement]]  # essential and desirable

WRONG_VALUE, NO_REFERENCE = "wrong-value", "no-reference"
# What a question says itself.
SAID_ELSEWHERE = (WRONG_VALUE, MISSING_PART, "dates-in-disorder")


@dataclass(frozen=True)
class Told:
    """A finding, what it is known by, the documents that have it, and why it is kept: empty while it is open."""

    finding: Finding
    key: Key
    documents: tuple[str, ...]
    reason: str = ""

    @property
    def is_gap(self) -> bool:
        return self.finding.rule == MISSING_PART

    @property
    def is_wrong(self) -> bool:
        """A value that nobody can read: no reason stands in for it."""
        return self.finding.rule == WRONG_VALUE


@dataclass(frozen=True)
class Found:
    """Everything told of one state of a draft, the most important first."""

    told: tuple[Told, ...]

    @cached_property
    def open(self) -> tuple[Told, ...]:
        """What is the user's to change, and nobody has decided to keep."""
        return tuple(each for each in self.told if each.finding.yours and not each.reason)

    @cached_property
    def kept(self) -> tuple[Told, ...]:
        return tuple(each for each in self.told if each.reason)

    @cached_property
    def fixed(self) -> tuple[Told, ...]:
        """What stands in wording of the framework, the commercial list or a layout."""
        return tuple(each for each in self.told if not (each.finding.yours or each.reason))

    @cached_property
    def to_fix(self) -> tuple[Told, ...]:
        return tuple(each for each in self.open if each.finding.severity == "error")

    @property
    def said(self) -> str:
        """``2 to fix, 3 to look at``, or that there is nothing to do."""
        looks = sum(each.finding.severity == "warning" for each in self.open)
        parts = (f"{len(self.to_fix)} to fix" if self.to_fix else "", f"{looks} to look at" if looks else "")
        return ", ".join(filter(None, parts)) or ("Nothing left to fix" if self.kept else "Nothing to fix")

    @property
    def said_of_kept(self) -> str:
        """``5 gaps and 3 findings kept with a reason``, or nothing."""
        gaps = sum(each.is_gap for each in self.kept)
        numbers = ((gaps, "gap"), (len(self.kept) - gaps, "finding"))
        parts = [english.count(number, name) for number, name in numbers if number]
        return f"{english.listed(parts)} kept with a reason" if parts else ""

    @property
    def is_complete(self) -> bool:
        """Nothing to fix, and no document with a gap, not even for a reason."""
        return not (self.to_fix or any(each.is_gap for each in self.kept))

    def to_fix_in(self, *layouts: str) -> tuple[Told, ...]:
        """What stands between these documents and their publication, each once."""
        return tuple(each for each in self.to_fix if not set(layouts).isdisjoint(each.documents))

    def beside(self, field: str) -> tuple[Told, ...]:
        """The open ones about an answer, without those that its question says itself."""
        about = (each for each in self.open if each.finding.rule not in SAID_ELSEWHERE)
        return tuple(each for each in about if is_of(each.finding.field, field))

    @cached_property
    def by_statement(self) -> Mapping[str, tuple[Told, ...]]:
        ids = {each.finding.statement for each in self.open}
        return {id_: tuple(each for each in self.open if each.finding.statement == id_) for id_ in ids if id_}

    def at(self, key: object) -> Told | None:
        """The one that a page means by its key."""
        return next((each for each in self.told if [*each.key] == key), None)


@dataclass(frozen=True)
class _Answers:
    """What was found in answers by the rules of some documents."""

    layouts: tuple[str, ...]
    found: tuple[Finding, ...]


class _Known:
    """What was found on one day; on the next a closing date may have passed."""

    def __init__(self) -> None:
        self.answers: Recent[Draft, _Answers] = Recent(12)
        self.documents: Recent[Document, tuple[Finding, ...]] = Recent(48)
        self.drafts: Recent[Draft, Found] = Recent(24)


@lru_cache(maxsize=1)
def _known(today: date) -> _Known:
    del today
    return _Known()


def of(draft: Draft) -> Found:
    """What is told of a draft today; the same state of it is not checked twice in a day."""
    today, documents = date.today(), assembled(draft)
    return _known(today).drafts.get(draft, lambda: in_documents(draft, documents, today), documents)


def in_documents(draft: Draft, documents: Mapping[str, Document], today: date) -> Found:
    """What is told of these documents of a draft, by their layouts, and of its answers."""
    where: dict[Key, list[str]] = {}
    known: dict[Key, Finding] = {}
    for each, key in keyed((*_wrong_values(draft), *_no_reference(draft), *_of_answers(draft, documents, today))):
        known[key] = each
        where[key] = [id_ for id_, document in documents.items() if _concerns(each, draft, document)]
    wrong = {_top(each.field) for each in known.values() if each.rule == WRONG_VALUE}
    for id_, document in documents.items():
        for each, key in keyed(_of_document(document, draft, today)):
            if each.rule == MISSING_PART and _top(each.field) in wrong:
                continue  # a wrong value leaves a gap: it is not told twice
            known.setdefault(key, each)
            where.setdefault(key, []).append(id_)
    keys = {id(each): key for key, each in known.items()}
    kept = (*draft.read_organisation().value.kept, *draft.kept)
    reasons = {(each.rule, each.on, normalised(each.match), each.nth): each.reason for each in kept}
    told = ((each, keys[id(each)]) for each in in_order(known.values()))
    return Found(tuple(_told(each, key, where[key], reasons) for each, key in told))


def _told(finding: Finding, key: Key, where: list[str], reasons: Mapping[Key, str]) -> Told:
    told = Told(finding, key, tuple(where))
    return told if told.is_wrong else replace(told, reason=reasons.get(key, ""))


def _context(selection: Selection, needed: _Needed, layout: Layout, today: date) -> Context:
    """What the checks have to know beside a document, as what it takes of the draft and its layout say it."""
    essential, desirable = map(len, needed)
    bounds, number = layout.takes.duties, len(selection.duties())
    counts = layout.audience != "panel"  # what a panel works with follows from the other documents
    duties = Duties(layout.name, number, bounds.least, bounds.most) if counts else None
    return Context(today=today, essential=essential, desirable=desirable, duties=duties)


def _selection(layout: str, draft: Draft) -> Selection:
    sector = draft.read_organisation().value.sector
    role, known = catalogue.role(draft.role, draft.edition), catalogue.layouts_by_id()
    return Selection(draft, role, catalogue.layout(layout), sector, known)


def _requirements(selection: Selection) -> _Needed:
    """The essential and the desirable criteria that a document takes."""
    return selection.requirements("essential"), selection.requirements("desirable")


def is_of(place: str | None, field: str) -> bool:
    """Whether a place, such as ``post.pay.minimum``, is a field or lies inside it."""
    return place is not None and (place == field or place.startswith(f"{field}."))


def _of_document(document: Document, draft: Draft, today: date) -> tuple[Finding, ...]:
    return _known(today).documents.get(document, lambda: _in_document(document, draft, today))


def _in_document(document: Document, draft: Draft, today: date) -> tuple[Finding, ...]:
    selection = _selection(document.layout, draft)
    needed = _requirements(selection)
    context = _context(selection, needed, catalogue.layout(document.layout), today)
    return (*of_texts(document, draft, context), *_first(document, needed))


def _first(document: Document, needed: _Needed) -> Iterator[Finding]:
    """That criteria stand as they were made of what a framework says of people in the job."""
    if number := sum(each.is_first for listed in needed for each in listed):
        yield Finding(
            rule="first-wordings",
            severity="advice",
            message=f"{document.name}: {criteria.said_of_first(number)}",
            why="They are made of what the framework says of people in the job. A candidate has to understand them.",
            match=document.name,  # of each document one
        )


def _of_answers(draft: Draft, documents: Mapping[str, Document], today: date) -> tuple[Finding, ...]:
    """No rule about answers looks at stars, but what a panel asks follows from them."""
    known, role, layouts = _known(today).answers, catalogue.role(draft.role, draft.edition), tuple(documents)
    others = () if any(map(_is_for_a_panel, layouts)) else known.newest_first(role)
    alike = (made for state, made in others if made.layouts == layouts and alike_but_for_stars(state, draft))
    return known.get(draft, lambda: next(alike, None) or _in_answers(draft, layouts, today), role).found


def _in_answers(draft: Draft, layouts: tuple[str, ...], today: date) -> _Answers:
    role = catalogue.role(draft.role, draft.edition)
    scored = next((_requirements(_selection(id_, draft)) for id_ in layouts if _is_for_a_panel(id_)), ([], []))
    stages = tuple(each.stages for listed in scored for each in listed)
    return _Answers(layouts, of_answers(draft, Context(today=today, titles=(role.title,), stages=stages), layouts))


def _is_for_a_panel(layout: str) -> bool:
    return catalogue.layout(layout).audience == "panel"


def _wrong_values(draft: Draft) -> Iterator[Finding]:
    """Answers that cannot be read are the first thing to put right, and no rule sees them."""
    for problem in (*draft.read_organisation().problems, *draft.read_post().problems):
        yield Finding(
            rule=WRONG_VALUE,
            severity="error",
            message=f"{gaps.sentence(problem)}.",
            why="Documents leave out what they cannot read.",
            field=problem.place,
        )


def _no_reference(draft: Draft) -> Iterator[Finding]:
    """That the house style has room for a reference which is still to be given, in each document."""
    if note := house_styles.note(draft, house_styles.of_draft(draft)):
        why = "A draft for approval shows the gap. A copy to publish leaves out what is there for the reference."
        yield Finding(rule=NO_REFERENCE, severity="error", message=note, why=why, field=house_styles.REFERENCE)


def _concerns(finding: Finding, draft: Draft, document: Document) -> bool:
    """Whether a document prints an answer that is in doubt; what was left out, or cannot be read, all may miss."""
    if finding.rule in (WRONG_VALUE, NO_REFERENCE) or finding.statement or finding.field is None:
        return True
    field = _top(finding.field)
    part, _, key = field.partition(".")
    if open_word(getattr(draft, part).get(key)) is not None:
        return True
    if field in catalogue.layout(document.layout).needs:
        return True
    return any(is_of(run.ref, field) for _, text in document.texts() for run in text)


def _top(place: str | None) -> str:
    """The field that a place lies in: ``post.pay`` for ``post.pay.minimum``."""
    return ".".join((place or "").split(".")[:2])
