"""What a person can do about a finding: take a suggestion, keep the words for a reason, or have it open again."""

from collections.abc import Callable, Iterable, Mapping

from jd_builder.domain.answers import open_word
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.findings import Kept
from jd_builder.services import found, organisations
from jd_builder.services.changes import Action, Change, done, text_of
from jd_builder.services.found import Told
from jd_builder.services.mending import mended
from jd_builder.services.shares import Shares
from jd_builder.text.clean import clean_text

REASONS = ("Agreed with the manager", "Our policy", "The law asks for it")
_LONGEST = 500  # characters of a reason

Deeds = Callable[[Shares, Action], Change]


def changed(shares: Shares, action: Action) -> Change:
    """What comes of one deed on a finding."""
    return done(shares, action, _DEEDS)


def beside(others: Deeds) -> Deeds:
    """The deeds of a list whose rows show findings too."""
    return lambda shares, action: (changed if action.get("action") in _DEEDS else others)(shares, action)


def keeping(draft: Draft, told: Iterable[Told], reason: str) -> Draft:
    """The draft with these findings kept, without values that cannot be read.

    Those kept before whose words are gone are forgotten.
    """
    standing = {each.key for each in found.of(draft).kept}
    before = tuple(each for each in draft.kept if each.key in standing)
    new = (Kept(rule=rule, on=on, match=match, nth=nth, reason=reason) for rule, on, match, nth in _keys(told))
    return draft.changed(kept=(*before, *new))


def reason_in(picked: str, own: str) -> str:
    """The reason that was picked, and what was added to it; empty without either."""
    return ": ".join(filter(None, (picked if picked in REASONS else "", clean_text(own).strip()[:_LONGEST])))


def _keep(shares: Shares, action: Action) -> Change:
    told, reason = _meant(shares.draft, action), reason_in(text_of(action, "picked"), text_of(action, "own"))
    if told.is_wrong:
        raise UserError("This value cannot be read, so no document can print it. Put it right first.")
    if open_word(reason) is not None:
        raise UserError("Say why, in a word or two.")
    return _told(keeping(shares.draft, [told], reason), told, "Kept a finding", f"Kept: {reason}.")


def _reopen(shares: Shares, action: Action) -> Change:
    told = _meant(shares.draft, action)
    kept = tuple(each for each in shares.draft.kept if each.key != told.key)
    draft = organisations.reopened(shares.draft.changed(kept=kept), told.key)
    return _told(draft, told, "Took up a finding again", "Open again.")


def _replace(shares: Shares, action: Action) -> Change:
    told, number = _meant(shares.draft, action), action.get("suggestion")
    if not isinstance(number, int) or not 0 <= number < len(told.finding.suggestions):
        raise UserError("There is no such suggestion.")
    draft = mended(shares.draft, told.finding, number)
    if draft is shares.draft:
        raise UserError("These words stand in a sentence of the document. Change them by hand.")
    said = f"Replaced “{told.finding.match}” by “{told.finding.suggestions[number]}”."
    return _told(draft, told, "Took a suggestion", said)


def _meant(draft: Draft, action: Action) -> Told:
    told = found.of(draft).at(action.get("finding"))
    if told is None:
        raise UserError("These words have changed meanwhile. Nothing was done.")
    return told


def _told(draft: Draft, told: Told, what: str, said: str) -> Change:
    place = told.finding.statement or told.finding.field or ""
    return Change(draft, what, said, told.finding.statement or "", place)


def _keys(told: Iterable[Told]) -> Iterable[tuple[str, str, str, int]]:
    return dict.fromkeys(each.key for each in told if not each.is_wrong)


_DEEDS: Mapping[str, Callable[[Shares, Action], Change]] = {
    "keep": _keep,
    "reopen": _reopen,
    "replace": _replace,
}
