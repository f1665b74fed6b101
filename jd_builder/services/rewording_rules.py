"""Other words without any model: what our own rules would write, as the same kind of proposals."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from jd_builder.checks.run import of_texts
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.rewriting import Proposal
from jd_builder.services import guarding
from jd_builder.services.rewording_texts import Target
from jd_builder.text import person

TONES: Mapping[str, str] = {
    "plain-english": "Plain English",
    "to-you": "Say “you”",
    "to-postholder": "Say “the postholder”",
}
PROMPT = "rules"  # in place of a prompt


def proposals(draft: Draft, targets: Iterable[Target], tone: str) -> tuple[Proposal, ...]:
    """What a rule would change in these texts; those that it would leave as they are are left out."""
    change = _plain(draft) if tone == "plain-english" else _PERSONS[tone]
    changed = ((target, change(target.text)) for target in targets)
    return tuple(_proposal(target, text, tone) for target, text in changed if text != target.text)


def _proposal(target: Target, text: str, tone: str) -> Proposal:
    """To speak of another person is what was asked for, so the guard is asked about plain English alone."""
    verdicts = guarding.verdicts(target.text, text) if tone == "plain-english" else ()
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Proposal(
        statement=target.id, before=target.text, after=text, tone=tone, model="", prompt=PROMPT, prompt_hash=mark,
        verdicts=verdicts,
    )  # fmt: skip


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
