"""The examples of the rules, made into what the checks read."""

from datetime import date

from jd_builder.checks.context import Context, Duties
from jd_builder.checks.rule import Example, Rule
from jd_builder.checks.run import findings
from jd_builder.checks.texts import document_of
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.findings import Finding
from jd_builder.text.typed_outline import outline_of_text


def of_text(text: str, context: Context | None = None) -> tuple[Finding, ...]:
    """What is found in a text that we never made."""
    return findings(document_of(outline_of_text(text)), None, context or Context(today=date(2026, 11, 2)))


def of_example(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """What one rule finds in one of its examples, where it holds."""
    parts = ("organisation", "post", "criteria", "own")
    answers = {part: getattr(example, part) for part in parts}
    draft = Draft.model_validate(answers) if any(answers.values()) else None
    context = Context(
        today=date.fromisoformat(example.today),
        layout=rule.layouts[0] if rule.layouts else None,
        sector=rule.sectors[0] if rule.sectors and draft is None else None,
        nation=rule.nations[0] if rule.nations and draft is None else None,
        titles=example.titles,
        duties=None if example.duties is None else Duties("Advert", example.duties, 6, 8),
    )
    found = findings(_document(example) if example.text else None, draft, context)
    return tuple(each for each in found if each.rule == rule.id)


def _document(example: Example) -> Document:
    if example.text == "[gap]":
        gap = Run(text="Pay", ref="post.pay", gap=True)
        return Document(layout="", name="", title="", blocks=(Paragraph(text=(gap,)),))
    return document_of(outline_of_text(example.text * example.times))
