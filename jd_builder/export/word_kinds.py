"""What the styles and properties of a Word paragraph make of it: a heading, a list item, hidden, bold."""

import re
from collections.abc import Iterator
from typing import Any

from jd_builder.export.word_runs import qualified
from jd_builder.text.outline import TITLE_LEVEL

_VAL, _ID = qualified("w:val"), qualified("w:styleId")
_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ?([1-9])")
_LONGEST_CHAIN = 20  # styles based on styles; a damaged file may go round in circles


class Kinds:
    """The styles of one file, looked up by id, each with those that it is based on."""

    def __init__(self, part: Any) -> None:
        self._styles = {style.get(_ID): style for style in part.styles.element.iterfind(qualified("w:style"))}

    def heading_level(self, paragraph: Any) -> int | None:
        """0 for a title, 1 to 9 for a heading, None for text. Outline levels and names count, in any language."""
        level = self._value(paragraph, "w:outlineLvl")
        if level is not None and level.isdecimal():
            return int(level) + 1 if int(level) < 9 else None
        for style in self._chain(paragraph, "w:pPr", "w:pStyle"):
            name = style.find(qualified("w:name"))
            written = str(name.get(_VAL, "")).casefold() if name is not None else ""
            if match := _HEADING.match(written):
                return int(match[1])
            if written == "title":
                return TITLE_LEVEL
        return None

    def list_depth(self, paragraph: Any) -> int | None:
        """How deep a list item lies, from 0; None for what is in no list."""
        for properties in self._properties(paragraph, "w:pPr", "w:pStyle"):
            if (numbering := properties.find(qualified("w:numPr"))) is None:
                continue
            number, level = numbering.find(qualified("w:numId")), numbering.find(qualified("w:ilvl"))
            if number is None or number.get(_VAL) == "0":
                return None
            written = level.get(_VAL, "0") if level is not None else "0"
            return min(int(written), 8) if written.isdecimal() else 0
        return None

    def is_bold(self, element: Any, otherwise: bool = False) -> bool:
        """Whether a run is bold, or what a paragraph's style makes of its runs."""
        return self._switch(element, "w:b", otherwise)

    def is_hidden(self, element: Any) -> bool:
        return self._switch(element, "w:vanish", False)

    def _switch(self, element: Any, name: str, otherwise: bool) -> bool:
        is_run = element.tag == qualified("w:r")
        styles = self._chain(element, "w:rPr", "w:rStyle") if is_run else self._chain(element, "w:pPr", "w:pStyle")
        for holder in ([element] if is_run else []) + list(styles):
            properties = holder.find(qualified("w:rPr"))
            if properties is not None and (switch := properties.find(qualified(name))) is not None:
                return switch.get(_VAL, "1") not in _OFF
        return otherwise

    def _value(self, paragraph: Any, name: str) -> str | None:
        for properties in self._properties(paragraph, "w:pPr", "w:pStyle"):
            if (element := properties.find(qualified(name))) is not None:
                return str(element.get(_VAL, ""))
        return None

    def _properties(self, element: Any, holder: str, style: str) -> Iterator[Any]:
        """The element's own properties, then those of its style and of the styles beneath."""
        yield from element.iterfind(qualified(holder))
        for each in self._chain(element, holder, style):
            yield from each.iterfind(qualified(holder))

    def _chain(self, element: Any, holder: str, style: str) -> Iterator[Any]:
        named = element.find(f"{qualified(holder)}/{qualified(style)}")
        for _ in range(_LONGEST_CHAIN):
            if named is None or (found := self._styles.get(named.get(_VAL))) is None:
                return
            yield found
            named = found.find(qualified("w:basedOn"))
