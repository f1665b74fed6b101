"""Putting a suggestion in the place of what a finding names, wherever a draft holds those words.

Documents print words that a draft holds once, with capitals, stops and sentences of their own. So the rule is
run again on what the draft holds, and only what it finds there is replaced.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jd_builder.checks.kept import normalised
from jd_builder.checks.run import of_texts
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.domain.draft import Criterion, Draft, Edit
from jd_builder.domain.findings import Finding
from jd_builder.services.criteria import ref_of

Mend = Callable[[str], str]
_BETWEEN = r"(?: *[,/&-] *| +)(?:(?:and|or) +)?(?:(?:an?|the) +)?"


def mended(draft: Draft, finding: Finding, number: int) -> Draft:
    """The draft with the suggestion of that number, from 0; the same draft where its words have changed since."""

    def mend(text: str) -> str:
        for each in reversed(_found_again(draft, finding, text)):
            text = _put(each.suggestions[number], text, each.start, each.end)
        return text

    if finding.field:
        return _answered(draft, finding.field, mend)
    return _restated(draft, finding.statement, mend) if finding.statement else draft


def _put(words: str, text: str, start: int, end: int) -> str:
    """The words in a place of a text, once where they stand beside it already: no ``specialist or a specialist``."""
    again = re.escape(words)
    before = re.search(rf"\b{again}{_BETWEEN}$", text[:start], re.IGNORECASE)
    after = re.match(rf"{_BETWEEN}{again}\b", text[end:], re.IGNORECASE)
    rest = text[end + (after.end() if after else 0) :]
    return text[: before.start() + len(words)] + rest if before else text[:start] + words + rest


def _found_again(draft: Draft, finding: Finding, text: str) -> list[Finding]:
    document = Document(layout="", name="", title="", blocks=(Paragraph(text=(Run(text=text, origin="own"),)),))
    found = [each for each in of_texts(document, draft) if each.rule == finding.rule]
    return [each for each in found if normalised(each.match) == normalised(finding.match)]


def _answered(draft: Draft, field: str, mend: Mend) -> Draft:
    part, key, *inner = field.split(".")
    answer = getattr(draft, part).get(key)
    after = _within(answer, inner, mend)
    return draft if after == answer else draft.answered(f"{part}.{key}", after)


def _within(answer: Any, keys: list[str], mend: Mend) -> Any:
    """An answer as typed, mended at those keys; all of it where it is simpler than the field that was read from it."""
    if isinstance(answer, str):
        return mend(answer)
    if isinstance(answer, Mapping):
        wanted = keys[:1] if keys and keys[0] in answer else list(answer)
        return {key: _within(each, keys[1:], mend) if key in wanted else each for key, each in answer.items()}
    if isinstance(answer, (list, tuple)):
        number = int(keys[0]) if keys and keys[0].isdecimal() else None
        return [_within(each, keys[1:], mend) if number in (None, at) else each for at, each in enumerate(answer, 1)]
    return answer


def _restated(draft: Draft, statement: str, mend: Mend) -> Draft:
    for own in draft.own:
        if own.id == statement and (text := mend(own.text)) != own.text:
            draft = draft.restating(statement, text, own.theme)
    for edit in draft.edits.get(statement, ()):
        if (text := mend(edit.text)) != edit.text:
            draft = draft.editing(statement, Edit.model_validate({**dict(edit), "text": text}))
    criteria = tuple(_criterion(each, statement, mend) for each in draft.criteria)
    return draft if criteria == draft.criteria else draft.requiring(criteria)


def _criterion(criterion: Criterion, statement: str, mend: Mend) -> Criterion:
    if statement not in (criterion.id, ref_of(criterion)) or not criterion.text:
        return criterion
    return Criterion.model_validate({**dict(criterion), "text": mend(criterion.text)})
