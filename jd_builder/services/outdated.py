"""Names that have changed since a text was written, as the rules of the language check know them."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from jd_builder.checks.run import findings
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.domain.findings import Finding

_RULES = "outdated-"


class Outdated(NamedTuple):
    """A name as it was written, what to write today, and why."""

    found: str
    replacement: str
    why: str


def names(texts: Iterable[str]) -> tuple[Outdated, ...]:
    """Each outdated name in the texts, once."""
    found = (_outdated(each) for text in texts for each in _found(text))
    return tuple(dict.fromkeys(found))


def renewed(text: str, chosen: Collection[Outdated]) -> str:
    """The text with these names replaced where they stand."""
    for each in sorted(_found(text), key=lambda each: each.start, reverse=True):
        name = _outdated(each)
        if name in chosen:
            text = text[: each.start] + name.replacement + text[each.end :]
    return text


def _found(text: str) -> list[Finding]:
    document = Document(layout="", name="", title="", blocks=(Paragraph(text=(Run(text=text, origin="own"),)),))
    return [each for each in findings(document) if each.rule.startswith(_RULES) and each.suggestions]


def _outdated(finding: Finding) -> Outdated:
    return Outdated(finding.match, finding.suggestions[0], finding.why)
