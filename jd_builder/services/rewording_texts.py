"""What of a draft can be reworded, part by part, and what is locked until a person unlocks it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jd_builder.assembly.selection import DUTY_KINDS, Selection
from jd_builder.domain.draft import Criterion, Draft
from jd_builder.domain.framework import Role
from jd_builder.domain.rewriting import Reworded
from jd_builder.services import catalogue
from jd_builder.services.recent import Recent
from jd_builder.services.shares import Shares
from jd_builder.text import english

# Answers in prose, by their keys, each with the part that it belongs to.
_ANSWERS = {
    "about": ("organisation.about", "post.purpose", "post.team", "post.development"),
    "eligibility": ("post.nationality.reason", "post.travel.note", "post.on-call.payment"),
    "standard": ("organisation.equality", "organisation.adjustments"),
    "welcome": ("post.welcome.text",),
}
_NAMES = {
    "duties": "Duties",
    "criteria": "Criteria",
    "about": "About us and the role",
    "eligibility": "Security and eligibility",
    "standard": "Standard paragraphs",
    "welcome": "Welcome",
}
_LOCKS = {
    "criteria": "Criteria may be agreed with the manager and the panel.",
    "eligibility": "These words decide who may apply.",
    "standard": "These are worded by your policies.",
    "welcome": "These are a real person's own words.",
}


@dataclass(frozen=True)
class Target:
    """One text: a statement or criterion by its id, an answer by its key, a paragraph of one by its number."""

    id: str
    text: str


@dataclass(frozen=True)
class Section:
    """A part of the draft. ``lock`` says why it is better left alone; empty, it is open."""

    id: str
    name: str
    lock: str
    targets: tuple[Target, ...]


_recent: Recent[Draft, dict[str | None, tuple[Section, ...]]] = Recent(24)


def sections(draft: Draft, document: str | None = None) -> tuple[Section, ...]:
    """The parts that hold any text, in the words that hold in all documents, or in the one that is named."""
    shares = Shares(draft)
    found = {"duties": tuple(_duties(shares, document)), "criteria": tuple(_criteria(shares, document))}
    if document is None:
        found |= {part: tuple(_answers(draft, part)) for part in _ANSWERS}
    locks = {**_LOCKS, "duties": _evaluated(draft)}
    return tuple(Section(id_, _NAMES[id_], locks.get(id_, ""), texts) for id_, texts in found.items() if texts)


def texts(draft: Draft, document: str | None = None) -> Mapping[str, str]:
    """All that can be reworded, by its id."""
    return {target.id: target.text for part in _known(draft, document) for target in part.targets}


def parts(draft: Draft, document: str | None = None) -> Mapping[str, str]:
    """The name of the part that each text belongs to, by the text's id."""
    return {target.id: part.name for part in _known(draft, document) for target in part.targets}


def _known(draft: Draft, document: str | None) -> tuple[Section, ...]:
    """Kept for a while: it is asked for whenever a proposal arrives."""
    known = _recent.get(draft, dict, catalogue.role(draft.role, draft.edition))
    if document not in known:
        known[document] = sections(draft, document)
    return known[document]


def by_model(reworded: Reworded) -> str:
    """``Reworded by llama-3.3-70b, plainer, prompt 3f0c9a5e21d47b88, accepted 2 March 2026``."""
    when = english.day(reworded.at.date())
    return f"Reworded by {reworded.model}, {reworded.tone}, prompt {reworded.prompt}, accepted {when}"


def key_of(criterion: Criterion, role: Role) -> str | None:
    """What an edit of a criterion's words is kept under; None where they are those of a duty."""
    about = criterion.statement or ""
    if criterion.text:
        return criterion.id
    statement = role.by_id.get(about)
    is_own = about in role.skills_by_id or (statement and statement.criterion and statement.kind not in DUTY_KINDS)
    return about if is_own else None


def _duties(shares: Shares, document: str | None) -> Iterator[Target]:
    if document is None:
        found = shares.as_duties(shares.chosen)
        yield from (Target(id_, str(found[id_].words)) for id_ in shares.chosen)
    else:
        yield from (Target(duty.id, str(duty.words)) for duty in _selection(shares, document).duties())


def _criteria(shares: Shares, document: str | None) -> Iterator[Target]:
    if document is None:
        words = {id_: str(each.words) for id_, each in shares.as_requirements(shares.criteria).items()}
    else:
        selection = _selection(shares, document)
        both = (*selection.requirements("essential"), *selection.requirements("desirable"))
        words = {each.id: str(each.words) for each in both}
    for criterion in shares.criteria:
        key = key_of(criterion, shares.role)
        if key and criterion.id in words:
            yield Target(key, words[criterion.id])


def _selection(shares: Shares, document: str) -> Selection:
    layout = next(each for each in shares.layouts if each.id == document)
    return Selection(shares.draft, shares.role, layout, shares.draft.read_organisation().value.sector)


def _answers(draft: Draft, part: str) -> Iterator[Target]:
    for place in _ANSWERS[part]:
        yield from _paragraphs(place, answer(draft, place))
    if part == "standard":
        for number, clause in enumerate(draft.read_organisation().value.paragraphs, start=1):
            yield from _paragraphs(f"organisation.paragraphs.{number}.text", clause.text)


def _paragraphs(place: str, text: str | None) -> Iterator[Target]:
    """An answer of several paragraphs is reworded one by one: the guard takes a text of one."""
    lines = (text or "").split("\n")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Target(place if len(lines) == 1 else f"{place}#{number}", line.strip())


def answer(draft: Draft, place: str) -> str | None:
    """An answer in prose, by its dotted key, as it was understood."""
    part, *names = place.split(".")
    value: Any = (draft.read_organisation() if part == "organisation" else draft.read_post()).value
    for name in names:
        value = value[int(name) - 1] if name.isdecimal() else getattr(value, name.replace("-", "_"), None)
    return value if isinstance(value, str) else None


def _evaluated(draft: Draft) -> str:
    evaluation = draft.read_post().value.job_evaluation
    day = evaluation and evaluation.date
    return f"These were evaluated on {english.day(day)}: a change may need job evaluation again." if day else ""
