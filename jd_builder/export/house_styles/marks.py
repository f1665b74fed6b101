"""The ``[[MARKS]]`` that a house style holds, made ready so that filling them is one pass over a text.

Marks are found before any content is in place, so that content which happens to read like a mark is
printed as it stands. Nothing is ever evaluated.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from jd_builder.export.house_styles.names import PARAGRAPH, TEXT, V

MARK = re.compile(r"\[\[ ?([A-Za-z]+(?:[ _][A-Za-z]+)?) ?\]\]")
NAMES = ("JOB TITLE", "ORGANISATION", "REFERENCE", "DATE", "DRAFT")
# Noncharacters stand for the brackets of a mark that was found: no text of a user holds them.
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
_FOUND = re.compile(f"{_OPENS}([A-Z ]+){_CLOSES}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def spelled(match: "re.Match[str]") -> str:
    """The name of a mark, however it was typed."""
    return match[1].replace("_", " ").upper()


def prepare(root: Any) -> set[str]:
    """Write each known mark of a part in one piece, wherever Word has split it; gives the names of all marks."""
    seen: set[str] = set()
    for paragraph in root.iter(PARAGRAPH):
        nodes = list(paragraph.iter(TEXT))
        whole = "".join(node.text or "" for node in nodes)
        for match in reversed(list(MARK.finditer(whole))):
            seen.add(spelled(match))
            if spelled(match) in NAMES:
                replace(nodes, match.start(), match.end(), token(spelled(match)))
    for drawn in root.iter(f"{V}textpath"):
        seen |= {spelled(match) for match in MARK.finditer(drawn.get("string", ""))}
        drawn.set("string", MARK.sub(_found, drawn.get("string", "")))
    return seen


def token(name: str) -> str:
    """A mark of ours in a place where none was typed."""
    return f"{_OPENS}{name}{_CLOSES}"


def filled(xml: str, values: Mapping[str, str]) -> str:
    """A part's text with the values in place of its marks."""
    return _FOUND.sub(lambda match: escape(values.get(match[1], "")), xml) if _OPENS in xml else xml


def holds_marks(xml: str) -> bool:
    return _OPENS in xml


def stands_alone(text: str, name: str) -> bool:
    """Whether a paragraph that was prepared says nothing but one mark."""
    return text.strip() == token(name)


def as_typed(text: str) -> str:
    """What was prepared as its author typed it, to be shown."""
    return text.replace(_OPENS, "[[").replace(_CLOSES, "]]")


def _found(match: "re.Match[str]") -> str:
    return token(spelled(match)) if spelled(match) in NAMES else match[0]


def replace(nodes: list[Any], start: int, end: int, value: str) -> None:
    """Put the value in place of the characters from start to end, which Word may have split over runs."""
    position = 0
    for node in nodes:
        text = node.text or ""
        first, last = max(start - position, 0), min(end - position, len(text))
        if first < last:
            node.text = text[:first] + value + text[last:]
            node.set(_SPACE, "preserve")
            value = ""
        position += len(text)
