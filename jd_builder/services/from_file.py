"""A draft that begins with last year's job description: its own words first, and what the framework adds."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

from jd_builder.domain.draft import Choices, Criterion, Draft, LeftOver, ProfileRef
from jd_builder.domain.framework import Role, Wording
from jd_builder.drafts.old.labels import labels
from jd_builder.drafts.old.parts import Found, FoundCriterion, OldDescription
from jd_builder.services.labels import label
from jd_builder.services.outdated import Outdated, names, renewed
from jd_builder.services.shares import Shares
from jd_builder.services.starting import begun
from jd_builder.text.fingerprint import content_stems
from jd_builder.text.likeness import alike

Placed = Literal["duty", "essential", "desirable"]
NEAR = 0.25
"""From here on a duty counts as one of the role, and its words are offered: a pair in seventy unlike comes so near."""
_TELL_SECTOR = ("organisation.name", "post.grade")
_FIGURE = re.compile(
    r"£?\d+(?:[.,:/]\d+)*"
    r"(?: ?(?:%|[km]|million|wte|fte|hours?|days?|weeks?|months?|years?|people|staff|posts?)(?!\w))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Near:
    """A duty of the file, and the role's statement most like it, with how much: 0 to 1."""

    text: str
    id: str = ""
    statement: str = ""
    likeness: float = 0.0

    @property
    def drops(self) -> tuple[str, ...]:
        """The figures of the duty that the statement does not say."""
        said = set(_FIGURE.findall(self.statement))
        return tuple(figure for figure in dict.fromkeys(_FIGURE.findall(self.text)) if figure not in said)


@dataclass(frozen=True)
class Chosen:
    """What the user said of the offer, by the numbers of duties and outdated names, from 0.

    ``ours`` are duties to say in the role's words, ``added`` further statements of the role,
    ``renewed`` the outdated names to replace. ``placed`` says what the passages under a heading are that
    nobody understood.
    """

    ours: Collection[int] = ()
    added: Collection[str] = ()
    renewed: Collection[int] = ()
    placed: Mapping[str, Placed] = field(default_factory=dict)


def under_headings(old: OldDescription) -> Mapping[str, tuple[str, ...]]:
    """What was not understood, by the heading that it stands under."""
    found: dict[str, list[str]] = {}
    for each in old.unread:
        if each.heading:
            found.setdefault(each.heading, []).append(each.text)
    return {heading: tuple(texts) for heading, texts in found.items()}


def placed(old: OldDescription, kinds: Mapping[str, Placed]) -> OldDescription:
    """The description in which the passages under these headings are duties or criteria."""
    ours = [each for each in old.unread if each.heading in kinds]
    left = (each for each in old.unread if each.heading not in kinds and (each.heading or each.text not in kinds))
    duties = (Found(each.text, each.heading, each.piece) for each in ours if kinds[each.heading] == "duty")
    criteria = (
        FoundCriterion(each.text, need, None, (), each.piece)
        for each in ours
        if (need := kinds[each.heading]) != "duty"
    )
    return replace(old, duties=(*old.duties, *duties), criteria=(*old.criteria, *criteria), unread=tuple(left))


def near(old: OldDescription, empty: Draft) -> tuple[Near, ...]:
    """Each duty of the file beside its nearest statement of the role, if any is near."""
    known = _statements(empty)
    return tuple(_nearest(found.text, known) for found in old.duties)


def missing(pairs: Collection[Near], empty: Draft) -> Mapping[str, str]:
    """What the framework adds: the usual duties of the role that no duty of the file is near, by their ids."""
    shares = Shares(empty)
    near = {pair.id for pair in pairs}
    usual = shares.as_duties(shares.chosen)
    return {id: str(duty.words) for id, duty in usual.items() if id not in near}


def outdated(old: OldDescription) -> tuple[Outdated, ...]:
    """The names in it that have changed, each once."""
    return names(_texts(old))


def facts(old: OldDescription) -> list[tuple[str, str]]:
    """What each fact is called, and the words that it was read from."""
    return [(label(fact.place), fact.typed) for fact in old.facts]


def employer(old: OldDescription) -> Mapping[str, Any]:
    """The sector of the employer, as far as its name or the job's grade tells it: it is not asked here."""
    said = [fact.typed for place in _TELL_SECTOR for fact in old.facts if fact.place == place]
    sector = next(filter(None, map(labels().sector, said)), None)
    return {"sector": sector.value} if sector else {}


def begin(
    old: OldDescription,
    empty: Draft,
    chosen: Chosen,
) -> Draft:
    """The draft: the answers that were read, the file's duties and criteria, and what was chosen beside them."""
    old = placed(old, chosen.placed)
    chosen_names = [name for number, name in enumerate(outdated(old)) if number in chosen.renewed]
    say = partial(renewed, chosen=chosen_names)
    draft = _answered(empty, old, say)
    pairs, ids = near(old, empty), []
    for number, pair in enumerate(pairs):
        if number in chosen.ours and pair.id:
            ids.append(pair.id)
        else:
            draft = draft.adding("duty", say(pair.text))
            ids.append(draft.own[-1].id)
    if pairs:
        draft = draft.changed(choose=_only((*ids, *chosen.added), empty))
    criteria = [
        Criterion(text=say(each.text), need=each.need, group=each.group, assessed=each.assessed)
        for each in _once(old.criteria)
    ]
    left = tuple(LeftOver(text=each.text, heading=each.heading) for each in old.unread if each.text.strip())
    return draft.requiring(criteria).changed(left_over=left)


def empty_draft(
    role: Role,
    documents: tuple[str, ...],
    organisation: Mapping[str, Any],
    follows: ProfileRef | None,
    level: str | None,
    wording: Wording,
) -> Draft:
    return begun(role, documents, organisation, follows, None, level, wording)


def _answered(draft: Draft, old: OldDescription, say: Callable[[str], str]) -> Draft:
    """The answers of the file, but for what a saved organisation says of itself already."""
    said: dict[str, Any] = {fact.place: fact.value for fact in old.facts}
    said |= {"organisation.about": say(old.about), "post.purpose": say(old.purpose)}
    said["organisation.benefits"] = [say(benefit) for benefit in old.benefits]
    for place, value in said.items():
        part, _, name = place.partition(".")
        known = draft.organisation.get(name) if part == "organisation" else None
        if value and not known:
            draft = draft.answered(place, value)
    return draft


def _only(ids: Iterable[str], empty: Draft) -> Choices:
    """These duties in this order and no usual ones; an advert still keeps to those that are starred."""
    wanted = tuple(dict.fromkeys(ids))
    usual = Shares(empty).usual
    return Choices(
        include=tuple(id for id in wanted if not id.startswith("own.")),
        exclude=tuple(id for id in usual if id not in wanted),
        order=wanted,
    )


def _once(criteria: Iterable[FoundCriterion]) -> list[FoundCriterion]:
    """Some files print their criteria twice, as a list and as a table: the first with its stages is enough."""
    found: dict[frozenset[str], FoundCriterion] = {}
    for each in criteria:
        stems = content_stems(each.text) or frozenset((each.text,))
        if stems not in found or (each.assessed and not found[stems].assessed):
            found[stems] = each
    return list(found.values())


def _statements(empty: Draft) -> Mapping[str, str]:
    shares = Shares(empty)
    ids = [each.id for each in shares.statements if each.kind in ("duty", "can", "lead", "resp")]
    return {id: str(duty.words) for id, duty in shares.as_duties(ids).items()}


def _nearest(text: str, known: Mapping[str, str]) -> Near:
    likeness, id = max(((alike(text, words), id) for id, words in known.items()), default=(0.0, ""))
    return Near(text, id, known[id], likeness) if likeness >= NEAR else Near(text)


def _texts(old: OldDescription) -> list[str]:
    """The prose that a draft takes over."""
    said = (*(each.text for each in old.duties), *(each.text for each in old.criteria), *old.benefits)
    return [text for text in (old.about, old.purpose, *said) if text]
