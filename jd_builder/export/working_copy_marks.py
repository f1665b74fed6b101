"""What stands at the marks of a working copy by now, read from its body paragraph by paragraph.

Programs do odd things to bookmarks: LibreOffice names a pasted one ``_jd_4_Copy_1``, writes one of a split
paragraph twice, and leaves one of an emptied paragraph open to the end of the file.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jd_builder.export.word_names import PARAGRAPH, TEXT, W
from jd_builder.export.word_runs import lines
from jd_builder.export.working_copy import MARK
from jd_builder.text.clean import clean_text

if TYPE_CHECKING:
    from jd_builder.export.word_kinds import Kinds

_START, _END, _NAME, _ID = (f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "name", "id"))
_OURS = re.compile(rf"{MARK}[0-9]+")


@dataclass(frozen=True)
class Stands:
    """A paragraph, or what one mark of several in it holds. ``mark`` is empty where there is none.

    A mark that reaches over several paragraphs stands at each of them.
    """

    mark: str
    text: str


def stands(content: bytes, name: str, within: Collection[str] = ()) -> Iterator[Stands]:
    """All that can be read in headers and footers, then in the body, in the order of the file.

    Marks ``within`` a paragraph reach no further than they say.
    """
    from jd_builder.export.word_outline import opened_word

    part, kinds = opened_word(content, name)
    edges = [link.target_part for link in part.rels.values() if link.reltype.endswith(("/header", "/footer"))]
    for root in (*(edge.element for edge in edges), part.element.body):
        yield from _of(root, kinds, within)


def _of(root: Any, kinds: "Kinds", within: Collection[str]) -> Iterator[Stands]:
    ended = {end.get(_ID, "") for end in root.iter(_END)}
    open_marks: dict[str, str] = {}
    for paragraph in root.iter(PARAGRAPH):
        marks = _marks(paragraph, open_marks, ended)
        if len(marks) > 1 or not marks.keys().isdisjoint(within):
            yield from (Stands(mark, _between(paragraph, mark)) for mark in marks)
        else:
            text = clean_text("\n".join(line.text for line in lines(paragraph, kinds))).strip()
            yield Stands(next(iter(marks), ""), text)


def _marks(paragraph: Any, open_marks: dict[str, str], ended: "set[str]") -> Mapping[str, None]:
    """The marks that begin in a paragraph or go on from the one before; those that end here are closed."""
    found = dict.fromkeys(open_marks.values())
    for element in paragraph.iter(_START, _END):
        id, mark = element.get(_ID, ""), element.get(_NAME, "")
        if element.tag == _END:
            open_marks.pop(id, None)
        elif _OURS.fullmatch(mark):
            found[mark] = None
            if id in ended:
                open_marks[id] = mark
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
