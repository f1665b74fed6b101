"""What comes of a person's decision on proposals: another draft, each accepted text with where it came from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal

from jd_builder.domain.draft import Base, Draft, Edit
from jd_builder.domain.errors import UserError
from jd_builder.domain.rewriting import Proposal, Reworded, RewordedAnswer
from jd_builder.services.changes import steady
from jd_builder.services.rewording_texts import answer, texts
from jd_builder.services.shares import Shares
from jd_builder.text.clean import clean_text

BLOCKED = "This changes a fact. Edit it into your own words first."


def pending(draft: Draft, kept: Iterable[Proposal], document: str | None = None) -> tuple[Proposal, ...]:
    """The proposals that still fit the draft and that nobody refused, in its order; of several the latest."""
    fitting: dict[str, Proposal] = {}
    now = texts(draft, document)
    for each in kept:
        if now.get(each.statement) == each.before and each.after not in (each.before, ""):
            fitting[each.statement] = each
    return tuple(fitting[id_] for id_ in now if id_ in fitting and fitting[id_].decision != "rejected")


def accepted(draft: Draft, proposals: Sequence[Proposal], document: str | None, at: datetime) -> Draft:
    """The draft in these words. A UserError for one that is blocked, or whose text has changed since."""
    for each in proposals:
        if each.level == "block":
            raise UserError(BLOCKED)
    return _with(draft, [(each, each.after, True) for each in proposals], document, at)


def edited(draft: Draft, proposal: Proposal, text: str, document: str | None, at: datetime) -> Draft:
    """The draft with a person's own words in place of a proposal; they are the person's from then on."""
    words = clean_text(text).strip()
    if not words:
        raise UserError("Write something first, or keep the words that are there.")
    return _with(draft, [(proposal, words, words == proposal.after)], document, at)


def _with(draft: Draft, chosen: Sequence[tuple[Proposal, str, bool]], document: str | None, at: datetime) -> Draft:
    before = Shares(draft)
    fitting, originals = texts(draft, document), _originals(before, [each.statement for each, _, _ in chosen])
    for proposal, text, as_proposed in chosen:
        if fitting.get(proposal.statement) != proposal.before:
            raise UserError("The text has changed since this was proposed. Nothing was done.")
        if proposal.level == "block" and as_proposed:
            raise UserError(BLOCKED)
        by = _by(proposal, at) if as_proposed and proposal.model else None
        if proposal.statement.startswith(("post.", "organisation.")):
            draft = _answered(draft, proposal, text, by)
        else:
            said = originals.get(proposal.statement, proposal.before)
            base = Base(wording=draft.wording, edition=before.role.edition, text=said)
            origin: Literal["own", "model"] = "model" if by else "own"
            edit = Edit(text=text, origin=origin, base=base, document=document, reworded=by)
            draft = draft.editing(proposal.statement, edit)
    return steady(before, steady(before, draft, "duties"), "requirements")


def _by(proposal: Proposal, at: datetime) -> Reworded:
    return Reworded(tone=proposal.tone, model=proposal.model, prompt=proposal.prompt_hash, at=at)


def _originals(shares: Shares, ids: Sequence[str]) -> Mapping[str, str]:
    """What statements say by themselves, and criteria of the user's own as the user wrote them."""
    written = shares.as_written()
    duties = written.as_duties(id_ for id_ in ids if id_ in shares.role.by_id)
    return dict(texts(written.draft)) | {id_: str(duty.words) for id_, duty in duties.items()}


def _answered(draft: Draft, proposal: Proposal, text: str, by: Reworded | None) -> Draft:
    place, _, number = proposal.statement.partition("#")
    whole = text
    if number:
        lines = (answer(draft, place) or "").split("\n")
        lines[int(number) - 1] = text
        whole = "\n".join(lines)
    if by is None:
        return draft.answered(place, whole)
    return draft.answered_by_model(place, RewordedAnswer(text=whole, **dict(by)))
