"""The ``[[MARKS]]`` that a house style holds, made ready so that filling them is one pass over a text.

Marks are found before any content is in place, so that content which happens to read like a mark is
printed as it stands. Nothing is ever evaluated.
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from jd_builder.export.word_names import PARAGRAPH, TEXT, V

MARK = re.compile(r"\[\[ ?([A-Za-z]+(?:[ _][A-Za-z]+)?) ?\]\]")
NAMES = ("JOB TITLE", "ORGANISATION", "REFERENCE", "DATE", "DRAFT")
PLACE = "JOB DESCRIPTION"
_FILLED = (*NAMES, PLACE)  # the place is looked for before; one that is left over prints nothing
# Noncharacters stand for the brackets of a mark that was found: no text of a user holds them.
_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
_FOUND = re.compile(f"{_OPENS}([A-Z ]+){_CLOSES}")
_TAGS = r"((?:<(?!/?w:p\b|w:tab/|w:br\b)[^<>]{0,2000}>){0,40})"
_BESIDE = rf"[ \xa0]{_TAGS}[-\u2013\u2014|\u00b7\u2022]{_TAGS}[ \xa0]"  # a separator, however its runs are split
_COMMA = rf"[,;]{_TAGS}[ \xa0]"
_LABELS: Mapping[str, str] = {  # what names a value, and says nothing without it
    "REFERENCE": r"\b(?:(?:[Jj]ob|[Vv]acancy|[Pp]ost|[Oo]ur) )?(?:[Rr]ef(?:erence)?|REF(?:ERENCE)?)\b\.?"
    r"(?: (?:[Nn]o|[Nn]umber|[Cc]ode)\b\.?)?(?:[ \xa0]?[:#\-\u2013])?[ \xa0]?"
}
_RUN = re.compile(r"<w:r\b[^<>]*>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?", re.DOTALL)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def spelled(match: "re.Match[str]") -> str:
    """The name of a mark, however it was typed."""
    return match[1].replace("_", " ").upper()


def prepare(root: Any) -> set[str]:
    """Write each known mark of a part in one piece, wherever Word has split it; gives the names of all marks."""
    seen: set[str] = set()

    def value(match: "re.Match[str]") -> str | None:
        seen.add(spelled(match))
        return token(spelled(match)) if spelled(match) in _FILLED else None

    for paragraph in root.iter(PARAGRAPH):
        rewrite(paragraph, value)
    for drawn in root.iter(f"{V}textpath"):
        seen |= {spelled(match) for match in MARK.finditer(drawn.get("string", ""))}
        drawn.set("string", MARK.sub(_found, drawn.get("string", "")))
    return seen


def token(name: str) -> str:
    """A mark of ours in a place where none was typed."""
    return f"{_OPENS}{name}{_CLOSES}"


def filled(xml: str, values: Mapping[str, str]) -> str:
    """A part's text with the values in place of its marks, and no separator beside one that has none."""
    for name in {match[1] for match in _FOUND.finditer(xml)}:
        xml = xml if values.get(name) else _without(name, xml)
    return _FOUND.sub(lambda match: escape(values.get(match[1], "")), xml) if _OPENS in xml else xml


def _without(name: str, xml: str) -> str:
    """A part's text without what names an empty mark, and the separator before it or behind one that begins a line."""
    mark = re.escape(token(name))
    if label := _LABELS.get(name):
        xml = re.sub(rf"{label}{_TAGS}{mark}", rf"\1{token(name)}", xml)
        xml = re.sub(rf"[ \xa0]?\({_TAGS}{mark}{_TAGS}\)", r"\1\2", xml)
    xml = re.sub(rf"(?:{_BESIDE}|{_COMMA}){_TAGS}{mark}", r"\1\2\3\4", xml)
    begins = rf"(<w:(?:p|tab|br)\b[^<>]*>(?:<[^<>]*>){{0,60}}){mark}{_TAGS}"
    return re.sub(rf"{begins}(?:{_BESIDE}|{_COMMA})", r"\1\2\3\4\5", xml)


def with_gaps(xml: str, gaps: Mapping[str, str], style: str) -> str:
    """A part's text with marks that wait for a value in runs of their own, in the style of gaps."""
    for name in gaps:
        piece, *others = xml.split(token(name))
        written = [piece]
        for after in others:
            closed, opened = _parted(piece, token(name), style)
            piece = opened + after
            written += [closed, piece]
        xml = "".join(written)
    return xml


def _parted(before: str, mark: str, style: str) -> tuple[str, str]:
    """A mark as a run, behind the end of the run that it stood in, and that run opened again."""
    run = before[max(before.rfind("<w:r>"), before.rfind("<w:r ")) :]
    if not (look := _RUN.match(run)) or before.rfind("<w:t") < before.rfind("</w:t>"):
        return mark, ""  # in no text of a run, such as a drawn word
    gap = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>{mark}</w:t></w:r>'
    return f"</w:t></w:r>{gap}", f'<w:r>{look[1] or ""}<w:t xml:space="preserve">'


def holds_marks(xml: str) -> bool:
    return _OPENS in xml


def stands_alone(text: str, name: str) -> bool:
    """Whether a paragraph that was prepared says nothing but one mark."""
    return text.strip() == token(name)


def parted(text: str) -> list[str]:
    """A text that was prepared with each mark as a piece by itself."""
    return [piece for piece in re.split(f"({_OPENS}[A-Z ]+{_CLOSES})", text) if piece]


def name_of(run: Any) -> str:
    """The name of the mark that a run holds and nothing else, or nothing."""
    match = _FOUND.fullmatch("".join(node.text or "" for node in run.iterchildren(TEXT)))
    return match[1] if match else ""


def as_typed(text: str) -> str:
    """What was prepared as its author typed it, to be shown."""
    return text.replace(_OPENS, "[[").replace(_CLOSES, "]]")


def _found(match: "re.Match[str]") -> str:
    return token(spelled(match)) if spelled(match) in _FILLED else match[0]


def rewrite(paragraph: Any, value: Callable[["re.Match[str]"], str | None]) -> None:
    """Put a value in place of each mark of a paragraph; a mark for which there is None stays as it is.

    Word splits a mark over runs as it likes. One pass over the runs, as a hostile file may hold
    thousands of either.
    """
    nodes = list(paragraph.iter(TEXT))
    whole = "".join(node.text or "" for node in nodes)
    edits = [(*match.span(), said) for match in MARK.finditer(whole) if (said := value(match)) is not None]
    begun, number = 0, 0
    for node in nodes if edits else ():
        text = node.text or ""
        ended, cursor, kept = begun + len(text), 0, []
        while number < len(edits) and edits[number][0] < ended:
            start, end, said = edits[number]
            kept += [text[cursor : max(start - begun, 0)], said if start >= begun else ""]
            cursor = min(end, ended) - begun
            if end > ended:
                break
            number += 1
        if kept:
            node.text = "".join(kept) + text[cursor:]
            node.set(_SPACE, "preserve")
        begun = ended
