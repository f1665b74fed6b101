"""What stands at the top of an old description without a label: the title of the job, and the employer's name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from jd_builder.drafts.old.collecting import Collected
from jd_builder.drafts.old.labels import Labels
from jd_builder.text.outline import Heading, Paragraph

LINES = 6  # of a file, in which an employer names itself
_LONGEST_NAME = 9  # words
_BETWEEN = re.compile(r"\s+[|·•–—-]\s+")


def take_title(title: Heading | None, parts: Collected, known: Labels) -> None:
    """The file's first heading is the job's title, when no label names it and it is no employer's name."""
    labelled = next((fact.typed for fact in parts.facts if fact.place == "post.title"), None)
    is_known = labelled is not None and title is not None and labelled.casefold() == title.text.casefold()
    if title is None or not (is_known or (labelled is None and not known.is_employer(title.text))):
        return
    parts.unread = [each for each in parts.unread if each.piece != title.number]
    parts.answer("", "post.title", title.text, title.number)


def take_employer(lines: Iterable[Heading | Paragraph], parts: Collected, known: Labels) -> None:
    """One of the first lines is the employer's name, when no label gives one and its words say so."""
    if any(fact.place == "organisation.name" for fact in parts.facts):
        return
    unread = {each.piece: each for each in parts.unread}
    for line in lines:
        if line.number in unread and (name := next(_names(line.text, known), "")):
            left = " | ".join(part for part in _BETWEEN.split(line.text) if part != name)
            kept = (replace(each, text=left) if each.piece == line.number else each for each in parts.unread)
            parts.unread = [each for each in kept if each.text]
            parts.answer("", "organisation.name", name, line.number)
            return


def _names(text: str, known: Labels) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        if len(part.split()) <= _LONGEST_NAME and not part.endswith((".", ":", "?")) and known.is_employer(part):
            yield part
