"""Other words that a language model proposes for a statement, and what the guard says of them."""

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from jd_builder.domain.base import Model

Outcome = Literal["pass", "look", "block"]


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


class Proposal(Model):
    """A rewrite that was paid for. It changes nothing until a person accepts it."""

    statement: str
    before: str
    after: str
    tone: str
    model: str
    prompt: str
    prompt_hash: str
    verdicts: tuple[Verdict, ...] = ()
    decision: Literal["open", "accepted", "rejected"] = "open"

    @property
    def level(self) -> Outcome:
        return gravest(self.verdicts)
