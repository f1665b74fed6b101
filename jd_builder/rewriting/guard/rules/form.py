"""What is no sentence of a job description: markup, placeholders, formulas, several paragraphs, nothing at all."""

import re
from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict

_MARKUP = (
    ("Markdown came in.", r"\*\*|__|``?|~~|\]\(|!\[|^\s{0,3}#{1,6}\s|^\s{0,3}>\s|\*[^\s*][^*\n]{0,200}\*"),
    ("A mark of a list came in.", r"^\s{0,3}(?:[-*•+●▪]\s|\d{1,2}[.)]\s)"),
    ("HTML came in.", r"</?[A-Za-z!][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#x?[0-9a-fA-F]{1,6});"),
    ("A piece of a template came in.", r"\{\{|\}\}|\{%|%\}|\$\{|\{[a-z_. ]{1,40}\}|<%"),
    (
        "A placeholder came in.",
        r"\[[^\[\]\n]{1,80}\]|⟦|⟧|\bX{2,}\b|\bTBC\b|\bTBD\b|_{3,}|\.{3,}|…|\blorem ipsum\b|<<|>>",
    ),
    ("It begins like a formula.", r"\A\s*[=+@\-–—|]"),
    ("JSON or code came in.", r"[{}\\]|\"\s*:\s*\""),
)
_FORMS = tuple((message, re.compile(pattern, re.MULTILINE)) for message, pattern in _MARKUP)
_NOTHING = re.compile(r"\W*\Z")


def form(both: Comparison) -> Iterator[Verdict]:
    """Each form of the kind is told at its first place, unless the original has the same."""
    original, text = both.original.text, both.rewritten.text
    if _NOTHING.match(text):
        yield verdict("empty", "block", "The rewrite is empty.", (0, len(text)))
        return
    for message, pattern in _FORMS:
        found = pattern.search(text)
        if found and found[0] not in original:
            yield verdict("markup", "block", message, found.span())
    if text.strip().count("\n") > original.strip().count("\n"):
        place = text.index("\n", len(text) - len(text.lstrip()))
        yield verdict("paragraphs", "block", "One paragraph became several.", (place, place + 1))
