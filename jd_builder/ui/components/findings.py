"""What the checks say, beside what it is about: one component for however many findings there are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jd_builder.services import finding_changes
from jd_builder.services.checking import LABELS
from jd_builder.services.found import Found, Told
from jd_builder.ui.components import browser, statements
from jd_builder.ui.editing import Changing, Editing

Content = dict[str, Any]
_STYLES = ("colours.css", "findings.css", "finding.css")
_SCRIPTS = ("deeds.js", "elements.js", "finding.js", "findings.js")
_AROUND = 60  # characters shown on each side of a match


def beside_question(place: str, editing: Editing) -> None:
    """The open findings about one answer, below it; nothing at all where there are none."""
    told = editing.told(place)
    if told:
        key = f"told-{place.replace('.', '-')}"
        show(key, [{"title": "", "findings": list(map(data, told))}], editing)


def counted(places: Iterable[str], editing: Editing) -> str:
    """``, 2 to look at`` behind what a folded group says, empty where nothing was found in it."""
    number = sum(len(editing.told(place)) for place in places)
    return f", {number} to look at" if number else ""


def in_rows(content: Content, found: Found, refs: Mapping[str, str] | None = None) -> Content:
    """A list of statements whose rows say what was found in them; ``refs`` is what documents call a row."""
    names = refs or {}

    def with_findings(row: Content) -> Content:
        ids = dict.fromkeys((row["id"], names.get(row["id"], "")))
        told = [data(each) for id_ in ids for each in found.by_statement.get(id_, ())]
        return {**row, "findings": told} if told else row

    sections = [{**each, "rows": list(map(with_findings, each["rows"]))} for each in content["sections"]]
    return {**content, "sections": sections, "reasons": finding_changes.REASONS}


def show(key: str, groups: Sequence[Content], sheet: Changing) -> str | None:
    """Draw groups of findings; the place that somebody asks to be taken to, once, else None."""
    content = {"groups": groups, "reasons": finding_changes.REASONS}
    component = browser.component("findings", '<div class="findings"></div>', _STYLES, _SCRIPTS)
    result = statements.draw(component, key, content, sheet, finding_changes.changed)
    went: str | None = result.get("went")
    return went


def group(id_: str, title: str, told: Iterable[Content], about: str = "") -> Content:
    """A folded group of findings."""
    return {"id": id_, "title": title, "about": about, "findings": list(told), "folded": True}


def kept(key: str, found: Found, editing: Changing) -> None:
    """What was decided to stay as it is, folded, for a page that has no overview."""
    if found.kept:
        told = (data(each, shows_words=True) for each in found.kept)
        show(key, [group("kept", f"Findings kept as they are: {len(found.kept)}", told)], editing)


def data(told: Told, go: str = "", shows_words: bool = False) -> Content:
    """A finding as the browser draws it; ``go`` is the label of the way to its place.

    ``shows_words`` is for where the text does not stand beside it.
    """
    found = told.finding
    is_open = found.yours and not told.reason
    return {
        "key": told.key,
        "severity": found.severity,
        "label": LABELS[found.severity],
        "message": found.message,
        "why": found.why,
        "link": found.link,
        "suggestions": found.suggestions,
        "can_replace": is_open,
        "can_keep": is_open,
        "reason": told.reason,
        "around": _around(told) if shows_words else None,
        "go": go,
        "place": found.statement or found.field or "",
    }


def _around(told: Told) -> tuple[str, str, str] | None:
    """A match in the words around it; of a long one its beginning, of a whole short text nothing."""
    text, start, end = told.finding.text, told.finding.start, told.finding.end
    if end - start > _AROUND:
        return _begun(told.finding.match, 2 * _AROUND), "", ""
    if not (told.finding.match and text) or text == told.finding.match:
        return None
    backwards = _begun(text[:start][::-1], _AROUND)
    return backwards[::-1], text[start:end], _begun(text[end:], _AROUND)


def _begun(text: str, most: int) -> str:
    """A text, or its beginning in whole words and that it goes on; of a word that is longer its beginning."""
    if len(text) <= most:
        return text
    words = text[: most + 1].rpartition(" ")[0]
    return f"{(words if words.strip() else text[:most]).rstrip()} …"
