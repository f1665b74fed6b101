"""The ``[[MARKS]]`` that a house style holds: where the description goes, and what headers say.

Marks are looked for before any content is in place, and each only once, so that content which
happens to read like a mark is printed as it stands. Nothing is ever evaluated.
"""

import re
from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

_MARK = re.compile(r"\[\[([A-Z]+(?:[ _][A-Z]+)?)\]\]")
_PLACE = "[[JOB DESCRIPTION]]"


def fill(element: Any, values: Mapping[str, str]) -> None:
    """Write the values over their marks in every paragraph below the element; other marks stay."""
    for paragraph in element.iter(qn("w:p")):
        nodes = list(paragraph.iter(qn("w:t")))
        whole = "".join(node.text or "" for node in nodes)
        for match in reversed(list(_MARK.finditer(whole))):
            name = match[1].replace("_", " ")
            if name in values:
                _replace(nodes, match.start(), match.end(), values[name])


def _replace(nodes: list[Any], start: int, end: int, value: str) -> None:
    """Put the value in place of the characters from start to end, which Word may have split over runs."""
    position = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - position, 0), min(end - position, len(text))
        if first < last:
            node.text = text[:first] + value + text[last:]
            node.set(qn("xml:space"), "preserve")
            value = ""
        position += len(text)


def place(body: Any, content: Any) -> None:
    """Move the content to where its mark stands in the body; without a mark, it takes the body's place."""
    mark = next((child for child in body if _reads_as_the_place(child)), None)
    if mark is None:
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        body[0:0] = list(content)
        return
    at = body.index(mark)
    body.remove(mark)
    body[at:at] = list(content)


def _reads_as_the_place(child: Any) -> bool:
    text = "".join(node.text or "" for node in child.iter(qn("w:t"))) if child.tag == qn("w:p") else ""
    return text.strip().replace("_", " ") == _PLACE
