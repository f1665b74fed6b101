"""A working copy opened again: the draft that it carries, and what its texts say by now."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from jd_builder.domain.errors import UserError
from jd_builder.export.word_names import PARAGRAPH, TEXT, W
from jd_builder.export.word_runs import lines
from jd_builder.export.working_copy import MARK, NAMESPACE, VERSION, digest
from jd_builder.text.clean import clean_text

_START, _END, _NAME, _ID = (f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "name", "id"))
_N = f"{{{NAMESPACE}}}"
_AGAIN = "Open the draft in jd-builder and take a new working copy, or start from this file as from any Word file."


@dataclass(frozen=True)
class Printed:
    """One text of the document: where it came from, how it read, and how it reads now, or None if it is gone."""

    mark: str
    refs: tuple[str, ...]
    whole: bool
    before: str
    now: str | None

    @property
    def changed(self) -> bool:
        return self.now is None or digest(self.now) != digest(self.before)


@dataclass(frozen=True)
class Added:
    """A paragraph that someone wrote in Word; ``beside`` is the statement or answer of the text before it."""

    beside: str
    text: str


@dataclass(frozen=True)
class Carried:
    """What a working copy holds. ``id`` and ``number`` name the saved draft, if it was one."""

    draft: str
    layout: str
    id: str
    number: int
    texts: tuple[Printed, ...]
    added: tuple[Added, ...]


def carried(content: bytes, name: str) -> Carried | None:
    """The draft in a file that ``checked`` has passed, or None where it holds none.

    A part that is damaged, or of a newer program, is a UserError.
    """
    root = _part(content)
    if root is None:
        return None
    version = root.get("version", "")
    if version.isdecimal() and int(version) > VERSION:
        raise UserError(
            "This working copy was made by a newer jd-builder.", name, "Update jd-builder and open it again."
        )
    draft, texts = root.find(f"{_N}draft"), root.find(f"{_N}texts")
    number = root.get("revision", "0")
    if not version.isdecimal() or draft is None or texts is None or draft.get("hash") != digest(draft.text or ""):
        raise UserError("The draft inside this working copy is damaged.", name, _AGAIN)
    shown, added = _shown(content, name)
    printed = tuple(_printed(text, shown) for text in texts.iterfind(f"{_N}text"))
    refs = {text.mark: text.refs[0] for text in printed if text.refs}
    return Carried(
        draft.text or "",
        root.get("layout", ""),
        root.get("of", ""),
        int(number) if number.isdecimal() else 0,
        printed,
        tuple(Added(refs.get(mark, ""), text) for mark, text in added),
    )


def _printed(text: Any, shown: dict[str, str]) -> Printed:
    mark = text.get("mark", "")
    refs = tuple(text.get("ref", "").split())
    return Printed(mark, refs, text.get("whole") == "yes", text.text or "", shown.get(mark))


def _part(content: bytes) -> Any:
    """The root of our part. Other programs name parts as they like, so it is known by its namespace."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("customXml/") and name.endswith(".xml") and NAMESPACE.encode() in archive.read(name):
                try:
                    root = etree.fromstring(archive.read(name), parser)
                except etree.XMLSyntaxError as error:
                    raise UserError("The draft inside this working copy is damaged.", "", _AGAIN) from error
                if root.tag == f"{_N}working-copy":
                    return root
    return None


def _shown(content: bytes, name: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """What stands in each mark, and what stands between marks without one, by the mark before it."""
    from jd_builder.export.word_outline import opened_word

    part, kinds = opened_word(content, name)
    texts: dict[str, str] = {}
    waiting: list[tuple[str, str]] = []
    added: list[tuple[str, str]] = []
    open_marks: dict[str, str] = {}
    last = ""
    for paragraph in part.element.body.iter(PARAGRAPH):
        marks = _marks(paragraph, open_marks)
        said = clean_text("\n".join(line.text for line in lines(paragraph, kinds))).strip()
        if len(marks) == 1:
            (mark,) = marks
            texts[mark] = f"{texts[mark]}\n{said}".strip() if mark in texts else said
        else:
            texts |= {mark: _between(paragraph, mark) for mark in marks}
        if marks:
            added += waiting
            waiting, last = [], marks[-1]
        elif said and last:
            waiting.append((last, said))
    return texts, added


def _marks(paragraph: Any, open_marks: dict[str, str]) -> list[str]:
    """The marks that begin in a paragraph or go on from the one before; those that end here are closed."""
    found = list(open_marks.values())
    for element in paragraph.iter(_START, _END):
        id = element.get(_ID, "")
        if element.tag == _END:
            open_marks.pop(id, None)
        elif element.get(_NAME, "").startswith(MARK):
            open_marks[id] = element.get(_NAME)
            found.append(element.get(_NAME))
    return found


def _between(paragraph: Any, mark: str) -> str:
    """The text of one mark among several of a paragraph, as when two list items were joined."""
    return clean_text("".join(_runs_between(paragraph, mark))).strip()


def _runs_between(paragraph: Any, mark: str) -> Iterator[str]:
    id, inside = None, False
    for element in paragraph.iter():
        if element.tag == _START and element.get(_NAME) == mark:
            id, inside = element.get(_ID), True
        elif element.tag == _END and element.get(_ID) == id:
            inside = False
        elif inside and element.tag == TEXT:
            yield element.text or ""
