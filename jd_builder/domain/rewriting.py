"""Other words that a language model proposes for a statement, and what the guard says of them."""

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
        """The gravest verdict: what is blocked is never applied as it is."""
        levels = {verdict.level for verdict in self.verdicts}
        return "block" if "block" in levels else "look" if "look" in levels else "pass"
