"""What the checks find in a draft's documents, or in a file that we never made."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from jd_builder.checks.context import Context
from jd_builder.checks.loading import load_rules
from jd_builder.checks.run import findings, in_order
from jd_builder.checks.texts import document_of
from jd_builder.checks.word_structure import of_word
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError
from jd_builder.domain.findings import Finding, Severity
from jd_builder.services import building, draft_files, found, old_files
from jd_builder.text import english

LABELS: dict[Severity, str] = {
    "error": "Fix before publishing",
    "warning": "Look at",
    "advice": "For information",
}
_AROUND = 100  # characters shown on each side of a match
_OF_A_DRAFT = (".yaml", ".yml", ".json")


def of_file(content: bytes, name: str, layout: str | None = None, today: date | None = None) -> tuple[Finding, ...]:
    """The open findings of a draft file, a Word file or a text; what it is, a draft file tells by its ending.

    A draft with wrong values is a DataFileError, another file that cannot be read a UserError.
    """
    day = today or date.today()
    if PurePath(name).suffix.casefold() in _OF_A_DRAFT:
        return of_draft(draft_files.read(content, name).draft, [layout] if layout else (), day)
    document = document_of(old_files.outline(content, name, any_size=True), PurePath(name).stem)
    in_texts = findings(document, None, Context(today=day, layout=layout))
    return in_order((*in_texts, *of_word(old_files.barriers(content, name))))


def of_draft(draft: Draft, layouts: Sequence[str] = (), today: date | None = None) -> tuple[Finding, ...]:
    """Of all documents of a draft, each finding once, without those that a person keeps."""
    documents = {made.layout: made for made in building.documents(draft, layouts)}
    state = draft.model_copy()  # what was found for other documents of this very draft is not what they have
    told = found.in_documents(state, documents, today or date.today()).told
    return tuple(each.finding for each in told if not each.reason)


def rule_errors() -> tuple[DataFileError, ...]:
    return load_rules().errors


def data(finding: Finding) -> dict[str, Any]:
    """A finding with the keys that scripts know."""
    return finding.model_dump(by_alias=True, mode="json")


def lines(listed: Iterable[Finding]) -> Iterator[str]:
    """One readable line each."""
    for each in listed:
        parts = [f"{LABELS[each.severity]}: {each.message} {each.why}"]
        parts += [f"Instead: {', '.join(each.suggestions)}."] if each.suggestions else []
        around = _around(each)
        parts += [f"In: {around}"] if around and around not in each.message else []
        parts += [] if each.yours else ["(Fixed wording.)"]
        yield " ".join(parts)


def _around(found: Finding) -> str:
    """What stands around a match; of a match that is all of its text, the first words."""
    if found.text == found.match:
        return english.shortened(found.text, _AROUND)
    return " ".join(found.text[max(0, found.start - _AROUND) : found.end + _AROUND].split())


def said(listed: Sequence[Finding]) -> str:
    """``2 to fix, 3 to look at``, or that there is nothing; wording that is not the user's counts apart."""
    numbers = {severity: sum(each.yours and each.severity == severity for each in listed) for severity in LABELS}
    parts = [f"{numbers['error']} to fix"] if numbers["error"] else []
    parts += [f"{numbers['warning']} to look at"] if numbers["warning"] else []
    parts += [f"{numbers['advice']} for information"] if numbers["advice"] else []
    fixed = sum(not each.yours for each in listed)
    parts += [f"{english.count(fixed, 'finding')} in wording that is not yours"] if fixed else []
    return ", ".join(parts) or "Nothing to fix"
