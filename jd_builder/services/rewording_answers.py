"""What a model answered for one text, as the proposal that a person decides on."""

from jd_builder.domain.rewriting import Proposal, Verdict
from jd_builder.rewriting.masks import restored
from jd_builder.services import guarding
from jd_builder.services.rewording_plan import Plan
from jd_builder.text import english
from jd_builder.text.clean import clean_text


def proposal_of(plan: Plan, number: int, answer: str) -> Proposal:
    """An answer with its facts back in place, in the form of its original, and judged."""
    target = plan.targets[number]
    masked = plan.masked[number]
    text, doubts = restored(masked, answer)
    shaped = _like(target.text, text)
    told = masked.kept if any(each.level == "block" for each in doubts) else ()
    judged = guarding.verdicts(target.text, shaped, plan.facts)
    verdicts = (*doubts, *(each for each in judged if _lost(each, target.text) not in told))
    prompt = plan.prompt
    return Proposal(
        statement=target.id,
        before=target.text,
        after=clean_text(shaped),
        tone=prompt.tone,
        model=plan.connection.model,
        prompt=prompt.name,
        prompt_hash=prompt.hash,
        verdicts=tuple(sorted(verdicts, key=lambda each: each.level != "block")),
    )


def _lost(verdict: Verdict, original: str) -> str:
    """The words that a verdict misses in a rewrite; of protected ones it is told already that they are gone."""
    return original[verdict.start : verdict.end] if verdict.in_ == "original" else ""


def _like(original: str, text: str) -> str:
    """The text with a small letter at its head and without a full stop, where the original is so."""
    if original[:1].islower():
        text = english.lowered(text)
    if not original.endswith((".", "!", "?")) and text.endswith(".") and ". " not in text:
        text = text.removesuffix(".")
    return text
