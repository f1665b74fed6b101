"""What the store does with proposals, which were paid for, and with the log of what was asked of a model.

A proposal belongs to a draft, by its id; one of the command line has none. The same question asked again in any draft
finds the answer that is there.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from jd_builder.domain.rewriting import Decision, Proposal
from jd_builder.storage.results import UsageLine
from jd_builder.storage.tables import model_calls, proposals
from jd_builder.storage.timeline import new_id

_AT_ONCE = 500  # keys in one question


def keep(tx: Connection, at: datetime, draft: str, made: Iterable[Proposal]) -> None:
    """Keep proposals as the newest of a draft. One that is there already keeps its words, and is open again."""
    new = {each.key: each for each in made}
    c = proposals.c
    known = set(tx.execute(select(c.key).where(c.draft == draft, c.key.in_(list(new)))).scalars())
    if known:
        again = update(proposals).where(c.draft == draft, c.key.in_(list(known)))
        tx.execute(again.values(made_at=at, decision="open"))
    rows = [
        {
            "id": new_id(),
            "draft": draft,
            "key": key,
            "made_at": at,
            "decision": each.decision,
            "content": _content(each),
        }
        for key, each in new.items()
        if key not in known
    ]
    if rows:
        tx.execute(insert(proposals), rows)


def of_draft(tx: Connection, draft: str) -> tuple[Proposal, ...]:
    """The proposals of a draft, the oldest first."""
    c = proposals.c
    query = select(c.content, c.decision).where(c.draft == draft).order_by(c.made_at, c.id)
    return tuple(_proposal(content, decision) for content, decision in tx.execute(query))


def known(tx: Connection, keys: Collection[str]) -> Mapping[str, Proposal]:
    """Answers to these questions that were paid for in any draft, as nobody had decided on them."""
    c, wanted, found = proposals.c, list(keys), dict[str, Proposal]()
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(c.key, c.content).where(c.key.in_(wanted[start : start + _AT_ONCE]))
        found |= {key: _proposal(content, "open") for key, content in tx.execute(query)}
    return found


def drop(tx: Connection, draft: str, key: str) -> None:
    tx.execute(delete(proposals).where(proposals.c.draft == draft, proposals.c.key == key))


def decide(tx: Connection, draft: str, keys: Collection[str], decision: Decision) -> None:
    tx.execute(
        update(proposals).where(proposals.c.draft == draft, proposals.c.key.in_(list(keys))).values(decision=decision)
    )


def spend(tx: Connection, line: UsageLine) -> None:
    tx.execute(insert(model_calls), {"id": new_id(), **vars(line)})


def log(tx: Connection) -> tuple[UsageLine, ...]:
    """Every call, the oldest first."""
    c = model_calls.c
    query = select(c.at, c.draft, c.host, c.model, c.sent, c.received, c.estimated).order_by(c.at, c.id)
    return tuple(UsageLine(*row) for row in tx.execute(query))


def spent_since(tx: Connection, at: datetime) -> int:
    """Tokens sent and received."""
    total = select(func.coalesce(func.sum(model_calls.c.sent + model_calls.c.received), 0)).where(
        model_calls.c.at >= at
    )
    return int(tx.execute(total).scalar_one())


def _content(proposal: Proposal) -> dict[str, object]:
    return proposal.model_dump(mode="json", by_alias=True, exclude={"decision"})


def _proposal(content: Mapping[str, object], decision: str) -> Proposal:
    return Proposal.model_validate({**content, "decision": decision})
