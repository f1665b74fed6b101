"""What the checks find in a draft's documents, or in a file that we never made."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from jd_builder.assembly.selection import Selection
from jd_builder.checks.context import Context
from jd_builder.checks.kept import open_findings
from jd_builder.checks.loading import load_rules
from jd_builder.checks.run import findings, in_order
from jd_builder.checks.texts import document_of
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError
from jd_builder.domain.findings import Finding, Severity
from jd_builder.services import building, catalogue, draft_files, old_files
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
    found = document_of(old_files.outline(content, name), PurePath(name).stem)
    return findings(found, None, Context(today=day, layout=layout))


def of_draft(draft: Draft, layouts: Sequence[str] = (), today: date | None = None) -> tuple[Finding, ...]:
    """Of all documents of a draft, each finding once, without those that a person keeps."""
    day = today or date.today()
    found = (each for made in building.documents(draft, layouts) for each in of_document(made, draft, day))
    once = {_key(each): each for each in reversed(tuple(found))}
    return open_findings(in_order(reversed(once.values())), draft.kept)


def of_document(document: Document, draft: Draft, today: date) -> tuple[Finding, ...]:
    """Of one document of a draft, with those that a person keeps."""
    sector = draft.read_organisation().value.sector
    role, layout = catalogue.role(draft.role, draft.edition), catalogue.layout(document.layout)
    selection = Selection(draft, role, layout, sector)
    essential, desirable = (len(selection.requirements(need)) for need in ("essential", "desirable"))
    known = Context(today=today, essential=essential, desirable=desirable, titles=(role.title,))
    return findings(document, draft, known)


def rule_errors() -> tuple[DataFileError, ...]:
    return load_rules().errors


def data(finding: Finding) -> dict[str, Any]:
    """A finding with the keys that scripts know."""
    return finding.model_dump(by_alias=True, mode="json")


def lines(found: Iterable[Finding]) -> Iterator[str]:
    """One readable line each."""
    for each in found:
        around = " ".join(each.text[max(0, each.start - _AROUND) : each.end + _AROUND].split())
        parts = [f"{LABELS[each.severity]}: {each.message} {each.why}"]
        parts += [f"Instead: {', '.join(each.suggestions)}."] if each.suggestions else []
        parts += [f"In: {around}"] if each.text and each.text != each.match else []
        parts += [] if each.yours else ["(Fixed wording.)"]
        yield " ".join(parts)


def said(found: Sequence[Finding]) -> str:
    """``2 to fix, 3 to look at``, or that there is nothing; fixed wording counts apart."""
    numbers = {severity: sum(each.yours and each.severity == severity for each in found) for severity in LABELS}
    parts = [f"{numbers['error']} to fix"] if numbers["error"] else []
    parts += [f"{numbers['warning']} to look at"] if numbers["warning"] else []
    parts += [f"{numbers['advice']} for information"] if numbers["advice"] else []
    fixed = sum(not each.yours for each in found)
    parts += [f"{english.count(fixed, 'finding')} in fixed wording"] if fixed else []
    return ", ".join(parts) or "Nothing to fix"


def _key(finding: Finding) -> tuple[object, ...]:
    """What makes a finding in one document the same as in another."""
    return (finding.rule, finding.statement, finding.field, finding.text, finding.start, finding.message)
