"""Other words that a language model, or a rule of ours, proposes for a statement, and what the guard says of them."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Literal

from pydantic import Field

from jd_builder.domain.base import Model

Outcome = Literal["pass", "look", "block"]
Decision = Literal["open", "accepted", "rejected"]


class Verdict(Model):
    """One rule's doubt about a rewrite: code points in the original or in the rewritten text."""

    rule: str
    level: Outcome
    message: str
    start: int = Field(default=0, ge=0)
    end: int = Field(default=0, ge=0)
    in_: Literal["original", "rewritten"] = "rewritten"


def gravest(verdicts: Iterable[Verdict]) -> Outcome:
    """The level of a whole rewrite: what is blocked is never applied as it is; no verdict is a pass."""
    levels = {verdict.level for verdict in verdicts}
    return "block" if "block" in levels else "look" if "look" in levels else "pass"


class Reworded(Model):
    """What an accepted proposal came from: the tone, the model, the prompt by its hash, and when it was accepted."""

    tone: str
    model: str
    prompt: str
    at: datetime


class RewordedAnswer(Reworded):
    """An answer as a model worded it; it counts no more once a person has typed anything else."""

    text: str


class Proposal(Model):
    """A rewrite that was paid for, or one by rules of ours, which has no model. It changes nothing until accepted."""

    statement: str
    before: str
    after: str
    tone: str
    model: str
    prompt: str
    prompt_hash: str
    verdicts: tuple[Verdict, ...] = ()
    decision: Decision = "open"

    @property
    def level(self) -> Outcome:
        return gravest(self.verdicts)

    @property
    def key(self) -> str:
        return proposal_key(self.statement, self.before, self.tone, self.prompt_hash, self.model)


def proposal_key(statement: str, before: str, tone: str, prompt_hash: str, model: str) -> str:
    """What makes one call the same as another, so that none is paid for twice."""
    base = sha256(before.encode("utf-8", "surrogatepass")).hexdigest()
    return sha256("\0".join((statement, base, tone, prompt_hash, model)).encode("utf-8", "surrogatepass")).hexdigest()
