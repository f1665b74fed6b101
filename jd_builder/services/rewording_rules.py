"""Other words without any model: what our own rules would write, as the same kind of proposals."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256

from jd_builder.checks.run import of_texts
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.rewriting import Proposal, Verdict
from jd_builder.services import guarding
from jd_builder.services.rewording_texts import Target
from jd_builder.text import person

TONES: Mapping[str, str] = {
    "plain-english": "Plain English",
    "to-you": "Say “you”",
    "to-postholder": "Say “the postholder”",
}
PROMPT = "rules"  # in place of a prompt
_OTHERS = re.compile(r"\b(?:s/he|he|she|him|her|his|hers|himself|herself|they|them|their|theirs|themselves)\b", re.I)


def proposals(draft: Draft, targets: Iterable[Target], tone: str) -> tuple[Proposal, ...]:
    """What a rule would change in these texts; those that it would leave as they are are left out."""
    change = _plain(draft) if tone == "plain-english" else _PERSONS[tone]
    changed = ((target, change(target.text)) for target in targets)
    return tuple(_proposal(target, text, tone) for target, text in changed if text != target.text)


def replaced(kept: Iterable[Proposal], tone: str) -> tuple[str, ...]:
    """The keys of what our rules proposed in another tone and nobody decided: what is asked for now takes its place."""
    return tuple(each.key for each in kept if not each.model and each.decision == "open" and each.tone != tone)


def _proposal(target: Target, text: str, tone: str) -> Proposal:
    """To speak of another person is what was asked for, so the guard is asked about plain English alone."""
    verdicts = guarding.verdicts(target.text, text) if tone == "plain-english" else tuple(_left_over(text, tone))
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Proposal(
        statement=target.id, before=target.text, after=text, tone=tone, model="", prompt=PROMPT, prompt_hash=mark,
        verdicts=verdicts,
    )  # fmt: skip


def nothing(tone: str) -> str:
    """Why a tone leaves every text as it is."""
    if tone == "plain-english":
        return "Our rules find no long words here that they know a plainer one for."
    return "These texts say it so already: there is nothing to change."


def _left_over(text: str, tone: str) -> Iterator[Verdict]:
    """A text spoken to "you" may still speak of the same person as "he", and only a reader can tell whom it means."""
    found = _OTHERS.search(text) if tone == "to-you" else None
    if found:
        message = f"“{found[0]}” may mean the person in the job: it would then have to be “you” or “your”."
        yield Verdict(rule="person", level="look", message=message, start=found.start(), end=found.end())


def _plain(draft: Draft) -> Callable[[str], str]:
    def mended(text: str) -> str:
        run = Run(text=text, origin="own")
        document = Document(layout="", name="", title="", blocks=(Paragraph(text=(run,)),))
        found = [each for each in of_texts(document, draft) if each.suggestions and each.text == text]
        for each in sorted(found, key=lambda one: one.start, reverse=True):
            words = each.suggestions[0]
            words = words[:1].upper() + words[1:] if each.match[:1].isupper() else words
            text = text[: each.start] + words + text[each.end :]
        return text

    return mended


_PERSONS: Mapping[str, Callable[[str], str]] = {"to-you": person.to_you, "to-postholder": person.to_postholder}
