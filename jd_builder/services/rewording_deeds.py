"""What a person can do about proposals, each deed by the name that the page sends."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from jd_builder.domain.errors import UserError
from jd_builder.domain.rewriting import Decision, Proposal
from jd_builder.services.changes import Action, Change, done, text_of
from jd_builder.services.rewording_changes import accepted, edited, pending
from jd_builder.services.shares import Shares
from jd_builder.text import diff, english

_DECIDED = {"accepted": "accepted", "rejected": "refused"}
Decide = Callable[[Collection[str], Decision], None]


class Deeds:
    """Decisions on a draft's proposals. ``decide`` keeps them, ``document`` is the one that they hold for, or None."""

    def __init__(
        self, kept: Sequence[Proposal], document: str | None, decide: Decide, now: Callable[[], datetime]
    ) -> None:
        self._kept, self._document, self._decide, self._now = kept, document, decide, now

    def changed(self, shares: Shares, action: Action) -> Change:
        """What comes of one deed; the draft as it was, with the reason, where it is refused."""
        deeds = {
            "accept": self._accept,
            "edit": self._edit,
            "refuse": self._refuse,
            "accept-all": self._accept_all,
            "refuse-all": self._refuse_all,
            "reopen": self._reopen,
        }
        return self._decided(shares, action) or done(shares, action, deeds)

    def _decided(self, shares: Shares, action: Action) -> Change | None:
        """A second click of the same hand is no trouble."""
        key = text_of(action, "id")
        one = next((each for each in self._kept if each.key == key and each.decision != "open"), None)
        if one is None or one in self._pending(shares):
            return None
        return Change(shares.draft, "", f"That was {_DECIDED[one.decision]} already.", key)

    def _accept(self, shares: Shares, action: Action) -> Change:
        one = self._one(shares, action)
        draft = accepted(shares.draft, [one], self._document, self._now())
        self._decide([one.key], "accepted")
        return Change(draft, "Accepted other words", "Accepted. Undo brings the old words back.", one.key, _at(one))

    def _edit(self, shares: Shares, action: Action) -> Change:
        one = self._one(shares, action)
        draft = edited(shares.draft, one, text_of(action, "text"), self._document, self._now())
        self._decide([one.key], "accepted")
        return Change(draft, "Edited a proposal", "Kept your words.", one.key, _at(one))

    def _refuse(self, shares: Shares, action: Action) -> Change:
        one = self._one(shares, action)
        self._decide([one.key], "rejected")
        return Change(shares.draft, "", "Refused: the words stay as they are.", one.key)

    def _accept_all(self, shares: Shares, _: Action) -> Change:
        passed = [each for each in self._pending(shares) if each.level == "pass"]
        if not passed:
            raise UserError("None of them passed.")
        draft = accepted(shares.draft, passed, self._document, self._now())
        self._decide([each.key for each in passed], "accepted")
        said = f"Accepted {len(passed)}. Undo brings all the old words back."
        place = next(filter(None, (_at(each) for each in passed if "." in _at(each))), "")
        return Change(draft, f"Accepted other words for {english.count(len(passed), 'text')}", said, "", place)

    def _refuse_all(self, shares: Shares, _: Action) -> Change:
        refused = self._pending(shares)
        self._decide([each.key for each in refused], "rejected")
        return Change(shares.draft, "", f"Refused {len(refused)}: the words stay as they are.")

    def _reopen(self, shares: Shares, _: Action) -> Change:
        self._decide([each.key for each in self._kept if each.decision == "rejected"], "open")
        return Change(shares.draft, "", "The refused ones are back.")

    def _pending(self, shares: Shares) -> tuple[Proposal, ...]:
        return pending(shares.draft, self._kept, self._document)

    def _one(self, shares: Shares, action: Action) -> Proposal:
        key = text_of(action, "id")
        found = next((each for each in self._pending(shares) if each.key == key), None)
        if found is None:
            raise UserError("The text has changed since this was proposed. Nothing was done.")
        return found


def content(kept: Sequence[Proposal], shown: Sequence[Proposal], parts: Mapping[str, str]) -> dict[str, Any]:
    """What the page draws: each proposal with its part, the words that went and came, and why it is in doubt.

    All parts are shown on every page, as "Accept" means all that is shown.
    """
    fitting = {(each.statement, each.before) for each in shown}
    refused = sum(each.decision == "rejected" and (each.statement, each.before) not in fitting for each in kept)
    levels = [each.level for each in shown]
    return {
        "proposals": [_drawn(each, parts[each.statement]) for each in shown],
        "counts": {level: levels.count(level) for level in ("pass", "look", "block")},
        "refused": refused,
    }


def _drawn(proposal: Proposal, part: str) -> Mapping[str, Any]:
    return {
        "id": proposal.key,
        "part": part,
        "pieces": diff.by_words(proposal.before, proposal.after),
        "text": proposal.after,
        "level": proposal.level,
        "why": list(dict.fromkeys(verdict.message for verdict in proposal.verdicts)),
    }


def _at(proposal: Proposal) -> str:
    """What documents call the changed text."""
    return proposal.statement.partition("#")[0]
