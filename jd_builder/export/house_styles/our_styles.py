"""Styles of ours in the fonts and colours of a house style that lacks them."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml.parser import parse_xml

from jd_builder.export.colours import LEAST_LARGE, contrast
from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PPR, RPR, W
from jd_builder.export.word_text import NAMESPACES

_GLUED = 3  # points between paragraphs, below which they read as one
_SPACES: Mapping[str, tuple[int, int]] = {  # before and after, in twentieths of a point
    "title": (0, 240), "heading1": (360, 80), "heading2": (240, 60), "lead": (60, 160), "small": (160, 60),
    "cell": (0, 0), "bullet": (40, 60), "number": (40, 60),
}  # fmt: skip
_SIZES: Mapping[str, float] = {"title": 2.2, "heading1": 1.45, "heading2": 1.2, "lead": 1.15, "small": 0.85}
_WORDS = {
    "title": "Title", "heading1": "heading 1", "heading2": "heading 2", "lead": "Lead", "small": "Small",
    "cell": "Table Text", "bullet": "List Bullet", "number": "List Number", "table": "House Table",
    "facts": "House Facts",
}  # fmt: skip
_BUILT_IN = ("Title", "heading 1", "heading 2", "List Bullet", "List Number", "Hyperlink")
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_CLOSE = 4  # points above a heading
_AFTER_SPACING = (
    "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_SMALLEST = 9  # points
_LARGEST = 34


class Maker:
    """Adds styles to a sheet. ``styles`` grows to an id for each role, ``new`` names the roles that had none."""

    def __init__(self, sheet: Sheet, found: Mapping[str, str]) -> None:
        self._sheet = sheet
        self.styles = dict(found)
        self.new: list[str] = []
        self._body = sheet.look(found["body"])
        heading = next((found[role] for role in ("heading1", "title", "heading2") if found[role]), "")
        ink = sheet.look(heading).colour if heading else ""
        self._ink = ink if ink and contrast(ink) >= LEAST_LARGE else self._body.colour
        self._fonts = self._fonts_of(heading)
        if self._body.before + self._body.after < _GLUED:
            self.styles["body"] = self._add("Job text", self._spacing(0, 140), "")
        for role in ("title", "heading1", "heading2", "lead", "small", "cell"):
            if not found[role]:
                self.styles[role] = self._text(role)
                self.new.append(role)
        for level, role in enumerate(("heading1", "heading2")):
            self._bind(self.styles[role], level)
        self._bind(self.styles["title"], None)

    def list_item(self, role: str, id: str) -> None:
        """A style for items of a list; the numbering stands in each paragraph."""
        if not id:
            self.new.append(role)
        self.styles[role] = id or self._add(_WORDS[role], self._spacing(*_SPACES[role]), "")

    def character(self, role: str, name: str, look: str, id: str) -> None:
        self.styles[role] = id or self._insert("character", name, "", f"<w:rPr>{look}</w:rPr>")

    def table(self, role: str, own: str, based: str) -> None:
        """A table style with a header row, or labels, that a reader tells from the rest."""
        if own or (role == "table" and based and self._has_header(based)):
            self.styles[role] = own or based
            return
        if not based:
            self.new.append(role)
        parent = based or next((id for id, each in self._sheet.of("table") if each.get(f"{W}default") == "1"), "")
        borders = "" if based else f"<w:tblBorders>{self._lines()}</w:tblBorders>"
        margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in _margins(role, bool(based)))
        properties = f"<w:tblPr>{borders}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        self.styles[role] = self._insert("table", _WORDS[role], parent, properties + self._strong(role, bool(based)))

    def _lines(self) -> str:
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{self._tint(0.75)}"'
        return f"<w:top {line}/><w:bottom {line}/><w:insideH {line}/>"

    def _strong(self, role: str, framed: bool) -> str:
        """The labels of facts, or the header row of a table, in bold."""
        shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{self._tint(0.92)}"/></w:tcPr>'
        part, look = ("firstCol", "") if role == "facts" else ("firstRow", "" if framed else shade)
        return f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/><w:bCs/></w:rPr>{look}</w:tblStylePr>'

    def _has_header(self, id: str) -> bool:
        return any(style.find(f"{W}tblStylePr[@{W}type='firstRow']") is not None for style in self._sheet.chain(id))

    def _text(self, role: str) -> str:
        look = ""
        if role in _SIZES:
            size = round(2 * min(max(self._body.size * _SIZES[role], _SMALLEST), _LARGEST))
            look = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        if role in ("title", "heading1", "heading2"):
            look = f'{self._fonts}<w:b/><w:bCs/><w:color w:val="{self._ink}"/>{look}'
        heads = _TOGETHER if role in ("title", "heading1", "heading2") else ""
        level = f'<w:outlineLvl w:val="{int(role[-1]) - 1}"/>' if role.startswith("heading") else ""
        return self._add(_WORDS[role], heads + self._spacing(*_SPACES[role]) + level, look)

    def _bind(self, id: str, level: int | None) -> None:
        """A heading stays with what follows it, and says to a screen reader which level it is."""
        style = self._sheet.styles[id]
        properties = style.find(PPR)
        if properties is None:
            properties = parse_xml(f"<w:pPr {NAMESPACES}/>")
            before = [child for child in style if child.tag in (RPR, f"{W}tblPr")]
            style.insert(style.index(before[0]) if before else len(style), properties)
        if not self._sheet.is_on(id, PPR, f"{W}keepNext"):
            for old in properties.findall(f"{W}keepNext"):
                properties.remove(old)
            properties.insert(0, parse_xml(f"<w:keepNext {NAMESPACES}/>"))
        if level is not None and self._sheet.look(id).before < _CLOSE:
            _space_above(properties, _SPACES[f"heading{level + 1}"][0])
        if level is not None and self._sheet.outline_level(id) != level:
            for old in properties.findall(f"{W}outlineLvl"):
                properties.remove(old)
            mark = parse_xml(f'<w:outlineLvl {NAMESPACES} w:val="{level}"/>')
            after = [child for child in properties if child.tag in (f"{W}divId", f"{W}cnfStyle", RPR, f"{W}sectPr")]
            properties.insert(properties.index(after[0]) if after else len(properties), mark)

    def _add(self, name: str, properties: str, look: str) -> str:
        rest = f"<w:pPr>{properties}</w:pPr>" + (f"<w:rPr>{look}</w:rPr>" if look else "")
        return self._insert("paragraph", name, self.styles["body"], rest)

    def _insert(self, kind: str, name: str, based: str, rest: str) -> str:
        """A style under an id and a name that the file does not have."""
        id, shown = _free(name.title().replace(" ", ""), self._sheet.styles), name
        number = 1
        while self._sheet.is_taken(shown):
            number += 1
            shown = f"{name} {number}"
        custom = "" if shown in _BUILT_IN else ' w:customStyle="1"'
        parent = f"<w:basedOn w:val={quoteattr(based)}/>" if based else ""
        new = parse_xml(
            f'<w:style {NAMESPACES} w:type="{kind}"{custom} w:styleId="{id}"><w:name w:val="{shown}"/>'
            f"{parent}<w:qFormat/>{rest}</w:style>"
        )
        return self._sheet.add(new)

    def _spacing(self, before: int, after: int) -> str:
        return f'<w:spacing w:before="{before}" w:after="{after}"/>'

    def _fonts_of(self, heading: str) -> str:
        """The fonts of a heading that is there, or those that the theme has for headings."""
        fonts = self._sheet.property(heading, RPR, f"{W}rFonts") if heading else None
        if fonts is not None:
            names = {key.removeprefix(W): value for key, value in fonts.attrib.items() if key.startswith(W)}
            return f"<w:rFonts {' '.join(f'w:{key}={quoteattr(value)}' for key, value in names.items())}/>"
        if not heading and self._sheet.theme_font("major"):
            return '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
        return ""

    def _tint(self, share: float) -> str:
        """The colour of headings, lightened towards white by a share."""
        return "".join(f"{round(255 * share + int(self._ink[n : n + 2], 16) * (1 - share)):02X}" for n in (0, 2, 4))


def _space_above(properties: Any, before: int) -> None:
    """Room above a heading, without which it reads as a line of what stands before it."""
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        spacing = parse_xml(f"<w:spacing {NAMESPACES}/>")
        after = [child for child in properties if child.tag.removeprefix(W) in _AFTER_SPACING]
        properties.insert(properties.index(after[0]) if after else len(properties), spacing)
    spacing.attrib.pop(f"{W}beforeAutospacing", None)
    spacing.set(f"{W}before", str(before))


def _free(wanted: str, taken: Mapping[str, Any]) -> str:
    id, number = wanted, 1
    while id in taken:
        number += 1
        id = f"{wanted}{number}"
    return id


def _margins(role: str, framed: bool) -> tuple[tuple[str, int], ...]:
    """A table without frames begins where the text does."""
    side = 113 if role == "table" or framed else 0
    return ("top", 70), ("left", side), ("bottom", 70), ("right", 113 if side else 170)
