"""A working copy opened again: the draft that it carries, and what its texts say by now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from jd_builder.domain.errors import UserError
from jd_builder.export.working_copy import NAMESPACE, VERSION, digest
from jd_builder.export.working_copy_marks import Stands, stands

_N = f"{{{NAMESPACE}}}"
_AGAIN = "Open the draft in jd-builder and take a new working copy, or start from this file as from any Word file."


@dataclass(frozen=True)
class Printed:
    """One text of the document: where it came from, how it read, and how it reads now, or None if it is gone.

    ``row`` is the same for all texts of one row of a table; ``around`` says how a text stands that the house style
    prints itself: alone or within a paragraph.
    """

    mark: str
    refs: tuple[str, ...]
    whole: bool
    before: str
    now: str | None
    row: str = ""
    around: str = ""

    @property
    def changed(self) -> bool:
        return self.now is None or digest(self.now) != digest(self.before)

    @property
    def ref(self) -> str:
        """The first of the statements and answers that it came from, or nothing."""
        return next(iter(self.refs), "")

    @property
    def is_statement(self) -> bool:
        return self.whole and not self.ref.startswith(("post.", "organisation."))


@dataclass(frozen=True)
class Added:
    """A paragraph that someone wrote in Word, between the texts of these two statements or answers."""

    after: str
    before: str
    text: str

    @property
    def place(self) -> tuple[str, str]:
        return self.after, self.before


@dataclass(frozen=True)
class Carried:
    """What a working copy holds. ``id`` and ``number`` name the saved draft, if it was one.

    ``order`` is that of the statements as they stand now, by their ids, ``printed_order`` as they were printed.
    """

    draft: str
    layout: str
    id: str
    number: int
    texts: tuple[Printed, ...]
    added: tuple[Added, ...]
    order: tuple[str, ...]

    @property
    def printed_order(self) -> tuple[str, ...]:
        return _ids(self.texts)


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
    if not version.isdecimal() or draft is None or texts is None or draft.get("hash") != digest(draft.text or ""):
        raise UserError("The draft inside this working copy is damaged.", name, _AGAIN)
    number = root.get("revision", "0")
    printed = {text.mark: text for text in map(_printed, texts.iterfind(f"{_N}text"))}
    within = {mark for mark, text in printed.items() if text.around == "within"}
    now, added = _now(printed, list(stands(content, name, within)))
    return Carried(
        draft.text or "",
        root.get("layout", ""),
        root.get("of", ""),
        int(number) if number.isdecimal() else 0,
        tuple(replace(text, now=now.get(mark)) for mark, text in printed.items()),
        tuple(added),
        _ids(printed[mark] for mark in now),
    )


def _printed(text: Any) -> Printed:
    refs, whole = tuple(text.get("ref", "").split()), text.get("whole") == "yes"
    return Printed(
        text.get("mark", ""), refs, whole, text.text or "", None, text.get("row", ""), text.get("around", "")
    )


def _ids(texts: Iterable[Printed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.ref for text in texts if text.is_statement))


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


def _now(printed: Mapping[str, Printed], standing: Sequence[Stands]) -> tuple[dict[str, str], list[Added]]:
    """How each text reads now, by its mark and in the order of the file, and what was written between them."""
    around = _around(printed, standing)
    now: dict[str, str] = {}
    added: list[Added] = []
    waiting: list[str] = []
    last = ""
    for each in _recognised(printed, standing):
        text = printed.get(each.mark)
        if text and text.around:
            continue
        if text is None or (each.mark in now and text.is_statement):  # a statement is one paragraph, so this is new
            waiting += [each.text] if now else []
        else:
            added += [Added(last, text.ref, one) for one in waiting]
            now[each.mark] = f"{now[each.mark]}\n{each.text}" if each.mark in now else each.text
            waiting, last = [], text.ref
    return around | now, added


def _around(printed: Mapping[str, Printed], standing: Sequence[Stands]) -> dict[str, str]:
    """How each text of the house style reads now; one that lost its mark is there if its words are anywhere."""
    now = {each.mark: each.text for each in standing if each.mark in printed and printed[each.mark].around}
    loose = "\n".join(each.text for each in standing if each.mark not in printed)
    lost = (text for mark, text in printed.items() if text.around and not now.get(mark))
    return now | {text.mark: text.before for text in lost if text.before in loose}


def _recognised(printed: Mapping[str, Printed], standing: Sequence[Stands]) -> Iterator[Stands]:
    """All that has words; what was cut and pasted, and lost its mark on the way, is known by its words."""
    kept = {each.mark for each in standing if each.text}
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for mark, text in printed.items():
        if mark not in kept and not text.around:
            lost[digest(text.before)].append(mark)
    for each in (each for each in standing if each.text):
        marks = [] if each.mark else lost[digest(each.text)]
        yield Stands(marks.pop(0), each.text) if marks else each
