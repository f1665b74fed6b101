"""What the styles and properties of a Word paragraph make of it: a heading, a list item, hidden, bold."""

import re
from collections.abc import Iterator
from typing import Any

from jd_builder.export.word_names import OFF, RPR, RUN, STYLE_ID, VAL, W
from jd_builder.text.outline import TITLE_LEVEL

_HEADING = re.compile(r"heading ?([1-9])")
_LONGEST_CHAIN = 20  # styles based on styles; a damaged file may go round in circles


class Kinds:
    """The styles of one file, looked up by id, each with those that it is based on."""

    def __init__(self, part: Any) -> None:
        self._styles = {style.get(STYLE_ID): style for style in part.styles.element.iterfind(f"{W}style")}

    def heading_level(self, paragraph: Any) -> int | None:
        """0 for a title, 1 to 9 for a heading, None for text. Outline levels and names count, in any language."""
        level = self._value(paragraph, "outlineLvl")
        if level is not None and level.isdecimal():
            return int(level) + 1 if int(level) < 9 else None
        for style in self._chain(paragraph, "pPr", "pStyle"):
            name = style.find(f"{W}name")
            written = str(name.get(VAL, "")).casefold() if name is not None else ""
            if match := _HEADING.match(written):
                return int(match[1])
            if written == "title":
                return TITLE_LEVEL
        return None

    def list_depth(self, paragraph: Any) -> int | None:
        """How deep a list item lies, from 0; None for what is in no list."""
        for properties in self._properties(paragraph, "pPr", "pStyle"):
            if (numbering := properties.find(f"{W}numPr")) is None:
                continue
            number, level = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
            if number is None or number.get(VAL) == "0":
                return None
            written = level.get(VAL, "0") if level is not None else "0"
            return min(int(written), 8) if written.isdecimal() else 0
        return None

    def is_bold(self, element: Any, otherwise: bool = False) -> bool:
        """Whether a run is bold, or what a paragraph's style makes of its runs."""
        return self._switch(element, "b", otherwise)

    def is_hidden(self, element: Any) -> bool:
        return self._switch(element, "vanish", False)

    def _switch(self, element: Any, name: str, otherwise: bool) -> bool:
        is_run = element.tag == RUN
        styles = self._chain(element, "rPr", "rStyle") if is_run else self._chain(element, "pPr", "pStyle")
        for holder in ([element] if is_run else []) + list(styles):
            properties = holder.find(RPR)
            if properties is not None and (switch := properties.find(f"{W}{name}")) is not None:
                return switch.get(VAL, "1") not in OFF
        return otherwise

    def _value(self, paragraph: Any, name: str) -> str | None:
        for properties in self._properties(paragraph, "pPr", "pStyle"):
            if (element := properties.find(f"{W}{name}")) is not None:
                return str(element.get(VAL, ""))
        return None

    def _properties(self, element: Any, holder: str, style: str) -> Iterator[Any]:
        """The element's own properties, then those of its style and of the styles beneath."""
        yield from element.iterfind(f"{W}{holder}")
        for each in self._chain(element, holder, style):
            yield from each.iterfind(f"{W}{holder}")

    def _chain(self, element: Any, holder: str, style: str) -> Iterator[Any]:
        named = element.find(f"{W}{holder}/{W}{style}")
        for _ in range(_LONGEST_CHAIN):
            if named is None or (found := self._styles.get(named.get(VAL))) is None:
                return
            yield found
            named = found.find(f"{W}basedOn")
