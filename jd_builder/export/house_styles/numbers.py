"""The lists of a house style: which numbering makes bullets or numbers, and ours where it has none."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.parser import parse_xml

from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PARAGRAPH, PPR, VAL, W
from jd_builder.export.word_text import NAMESPACES

_LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
_LEVEL += '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl>'
_OURS = {"bullet": ("•", 397), "decimal": ("%1.", 454)}
_ORDER = ("numPicBullet", "abstractNum", "num", "numIdMacAtCleanup")


@dataclass(frozen=True)
class Listed:
    """A level of a numbering: the number of it, and the definition that it follows."""

    number: str
    level: str
    abstract: str


class Numberings:
    """The numbering part of one file, by its root."""

    def __init__(self, root: Any) -> None:
        self.root = root

    def of_style(self, sheet: Sheet, id: str, format: str) -> Listed | None:
        """The list that a style makes of its paragraphs, if it is one of this format."""
        return self._of(sheet.property(id, PPR, f"{W}numPr"), format)

    def of_paragraphs(self, body: Any, format: str) -> tuple[str, Listed] | None:
        """The style and the list of the first paragraph of a body that was made a list item by hand."""
        for paragraph in body.iter(PARAGRAPH):
            properties = paragraph.find(f"{PPR}/{W}numPr")
            if properties is not None and (found := self._of(properties, format)):
                style = paragraph.find(f"{PPR}/{W}pStyle")
                return (style.get(VAL, "") if style is not None else ""), found
        return None

    def add(self, format: str) -> Listed:
        """A list of ours, under numbers that nothing in the file has."""
        text, indent = _OURS[format]
        abstract, number = self._next("abstractNum", "abstractNumId"), self.next_number()
        level = _LEVEL.format(format=format, text=text, indent=indent)
        self._insert(
            f'<w:abstractNum {NAMESPACES} w:abstractNumId="{abstract}">'
            f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        )
        self._insert(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
        return Listed(str(number), "0", str(abstract))

    def next_number(self) -> int:
        return self._next("num", "numId")

    def _of(self, properties: Any, format: str) -> Listed | None:
        number = _value(properties, "numId")
        level = _value(properties, "ilvl") or "0"
        abstract = _value(self._with("num", "numId", number), "abstractNumId")
        definition = self._with("abstractNum", "abstractNumId", abstract)
        if link := _value(definition, "numStyleLink"):
            linked = (each for each in self.root.iterfind(f"{W}abstractNum") if _value(each, "styleLink") == link)
            definition = next(linked, None)
        levels = definition.iterfind(f"{W}lvl") if definition is not None else ()
        made = next((each for each in levels if each.get(f"{W}ilvl") == level), None)
        if not number or _value(made, "numFmt") != format:
            return None
        return Listed(number, level, definition.get(f"{W}abstractNumId"))

    def _with(self, tag: str, attribute: str, value: str) -> Any:
        found = (each for each in self.root.iterfind(f"{W}{tag}") if each.get(f"{W}{attribute}") == value)
        return next(found, None)

    def _next(self, tag: str, attribute: str) -> int:
        used = (each.get(f"{W}{attribute}", "") for each in self.root.iterfind(f"{W}{tag}"))
        return max((int(number) for number in used if number.isdecimal()), default=0) + 1

    def _insert(self, xml: str) -> None:
        """Where the schema wants it: definitions before numberings."""
        new = parse_xml(xml)
        rank = _ORDER.index(new.tag.removeprefix(W))
        before = [child for child in self.root if child.tag.removeprefix(W) in _ORDER[: rank + 1]]
        self.root.insert(self.root.index(before[-1]) + 1 if before else 0, new)


def _value(holder: Any, name: str) -> str:
    """The value of a child, where there is one."""
    found = holder.find(f"{W}{name}") if holder is not None else None
    return str(found.get(VAL, "")) if found is not None else ""
