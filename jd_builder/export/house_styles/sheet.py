"""The styles of one Word file, and what each makes of a text once all that it is based on is counted in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from jd_builder.export.word_names import OFF, PPR, RPR, STYLE_ID, TYPE, VAL, A, W

_LONGEST_CHAIN = 20  # styles based on styles; a damaged file may go round in circles
_WITH_LEVELS = etree.XPath("w:style[w:pPr/w:outlineLvl]/@w:styleId", namespaces={"w": W[1:-1]})
_THEME_FONT = {"major": "majorFont", "minor": "minorFont"}
_THEME_COLOURS = {"text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2"}
_THEME_COLOURS |= {"background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}


@dataclass(frozen=True)
class Look:
    """What a reader sees of a style; ``size`` is in points, ``colour`` six hexadecimal figures."""

    font: str
    size: float
    colour: str
    bold: bool
    before: float
    after: float


class Sheet:
    """The styles by their ids; ``theme`` is the root of the theme, or None."""

    def __init__(self, root: Any, theme: Any = None) -> None:
        self.root = root
        self._theme = theme
        self._defaults = root.find(f"{W}docDefaults")
        self.styles: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self._ids: dict[tuple[str, str], str] = {}
        for style in root.iterfind(f"{W}style"):
            self._know(style)

    def _know(self, style: Any) -> None:
        id, name = style.get(STYLE_ID, ""), style.find(f"{W}name")
        self.styles[id] = style
        self._names[id] = str(name.get(VAL, "")).casefold() if name is not None else ""
        self._ids.setdefault((style.get(TYPE, "paragraph"), self._names[id]), id)

    def add(self, style: Any) -> str:
        """One more style, and its id."""
        self.root.append(style)
        self._know(style)
        return str(style.get(STYLE_ID))

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        found = (id for id, style in self.of("paragraph") if style.get(f"{W}default") in ("1", "true", "on"))
        return next(found, "Normal")

    def of(self, kind: str) -> Iterator[tuple[str, Any]]:
        return ((id, style) for id, style in self.styles.items() if style.get(TYPE, "paragraph") == kind)

    def name(self, id: str) -> str:
        """The name as Word keeps it, in small letters: built-in ones are English in every language."""
        return self._names.get(id, "")

    def named(self, kind: str, names: Iterable[str]) -> Iterator[str]:
        """The ids of styles of a kind by these names, in the order of the names."""
        return (self._ids[kind, name] for name in names if (kind, name) in self._ids)

    def is_taken(self, name: str) -> bool:
        return name.casefold() in self._names.values()

    def chain(self, id: str) -> Iterator[Any]:
        """The style, then those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            if (style := self.styles.get(id)) is None:
                return
            yield style
            based = style.find(f"{W}basedOn")
            id = based.get(VAL, "") if based is not None else ""

    def property(self, id: str, holder: str, name: str) -> Any:
        """The element ``name`` of the paragraph's (``w:pPr``) or the text's properties (``w:rPr``), or None."""
        for style in self.chain(id):
            if (found := style.find(f"{holder}/{name}")) is not None:
                return found
        return self._usual(holder, name)

    def _usual(self, holder: str, name: str) -> Any:
        """What holds for styles that say nothing of it."""
        return self._defaults.find(f"{holder}Default/{holder}/{name}") if self._defaults is not None else None

    def is_on(self, id: str, holder: str, name: str) -> bool:
        found = self.property(id, holder, name)
        return found is not None and found.get(VAL, "1") not in OFF

    @cached_property
    def with_levels(self) -> tuple[str, ...]:
        """The ids of styles that state an outline level themselves."""
        return tuple(map(str, _WITH_LEVELS(self.root)))

    def outline_level(self, id: str) -> int | None:
        """0 for headings of the first level."""
        found = self.property(id, PPR, f"{W}outlineLvl")
        level = found.get(VAL, "") if found is not None else ""
        return int(level) if level.isdecimal() and int(level) < 9 else None

    def look(self, id: str) -> Look:
        size = self.property(id, RPR, f"{W}sz")
        points = size.get(VAL, "") if size is not None else ""
        return Look(
            self._font(id),
            int(points) / 2 if points.isdecimal() else 10,
            self.colour(self.property(id, RPR, f"{W}color")),
            self.is_on(id, RPR, f"{W}b"),
            self._space(id, "before"),
            self._space(id, "after"),
        )

    def colour(self, element: Any) -> str:
        """The figures of a ``w:color``; what is automatic is black."""
        if element is None:
            return "000000"
        written = str(element.get(VAL, "auto"))
        return (self._theme_colour(element.get(f"{W}themeColor")) if written == "auto" else written.upper()) or "000000"

    def theme_font(self, which: str) -> str:
        """The font of a theme by its name there, as in ``majorHAnsi``; empty where the theme has none."""
        name = _THEME_FONT.get(which[:5])
        found = self._theme.find(f".//{A}{name}/{A}latin") if self._theme is not None and name else None
        return str(found.get("typeface", "")) if found is not None else ""

    def _font(self, id: str) -> str:
        for style in (*self.chain(id), self.root.find(f"{W}docDefaults/{W}rPrDefault")):
            fonts = style.find(f"{RPR}/{W}rFonts") if style is not None else None
            if fonts is not None:
                themed = self.theme_font(fonts.get(f"{W}asciiTheme", ""))
                if font := themed or fonts.get(f"{W}ascii", ""):
                    return str(font)
        return "Times New Roman"  # what Word takes where a file says nothing

    def spacing(self, id: str, name: str) -> str:
        """An attribute of spacing as written, or nothing: they are taken one by one from the chain of styles."""
        spacings = [style.find(f"{PPR}/{W}spacing") for style in self.chain(id)]
        spacings.append(self._usual(PPR, f"{W}spacing"))
        written = (str(each.get(f"{W}{name}", "")) for each in spacings if each is not None)
        return next(filter(None, written), "")

    def _space(self, id: str, side: str) -> float:
        """In points."""
        written = self.spacing(id, side)
        return int(written) / 20 if written.isdecimal() else 0

    def _theme_colour(self, name: str | None) -> str:
        if self._theme is None or not name:
            return ""
        holder = self._theme.find(f".//{A}clrScheme/{A}{_THEME_COLOURS.get(name, name)}")
        colour = next(iter(holder), None) if holder is not None else None
        return str(colour.get("lastClr") or colour.get("val") or "") if colour is not None else ""
