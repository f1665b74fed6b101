"""Which style of a house style plays which part in our documents, and new ones for those it lacks.

Names come first, as Word keeps them in English whatever its language; then what the file itself uses;
then a style of our own, made of the fonts and colours that are there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.parser import parse_xml

from jd_builder.export.house_styles.cleaning import text_of
from jd_builder.export.house_styles.numbers import Listed, Numberings
from jd_builder.export.house_styles.our_styles import Maker
from jd_builder.export.house_styles.sheet import Sheet
from jd_builder.export.word_names import PARAGRAPH, PPR, TABLE, VAL, W
from jd_builder.export.word_text import NAMESPACES

# Names in small letters, the likeliest first. "heading" alone is what Pages calls its first level.
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "document title", "job title"),
    "heading1": ("heading 1", "header 1", "section heading", "heading"),
    "heading2": ("heading 2", "header 2", "sub heading", "subheading", "sub-heading"),
    "lead": ("lead", "lead paragraph", "introduction", "intro", "intro text", "standfirst"),
    "small": ("small", "small print", "small text", "smallprint"),
    "bullet": ("list bullet", "bullet list", "bullets", "bullet", "bullet 1", "bulleted list", "list bullet 1"),
    "number": ("list number", "numbered list", "numbered", "numbers", "number list", "list number 1"),
    "cell": ("table text", "table body", "table contents", "table paragraph"),
}
_NORMAL = (
    f'<w:style {NAMESPACES} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
_BODY_WORDS = ("body", "text", "paragraph", "standard", "normal", "default")
_NO_BODY = ("heading", "title", "table", "header", "footer", "footnote", "endnote", "caption", "toc", "list", "block")


@dataclass(frozen=True)
class Roles:
    """The ids of styles, by the names in ``NAMES`` and body, table, facts, gap and link.

    ``lists`` are numberings that paragraphs name beside their style; ``made`` are the parts that the
    file had no style for.
    """

    styles: Mapping[str, str]
    lists: Mapping[str, Listed]
    made: tuple[str, ...]
    by_hand: frozenset[str]


def assign(sheet: Sheet, numberings: Numberings, body: Any) -> Roles:
    """Find or make a style for every part. The sheet and the numberings grow by what is made."""
    used = _used(body)
    if sheet.default not in sheet.styles:
        sheet.add(parse_xml(_NORMAL))
    found: dict[str, str] = {"body": _body(sheet, used)}
    for level, role in enumerate(("heading1", "heading2")):
        found[role] = _heading(sheet, used, role, level)
    for role in ("title", "lead", "small", "cell"):
        found[role] = _named(sheet, "paragraph", NAMES[role])
    made = Maker(sheet, found)
    lists, by_hand = _lists(sheet, numberings, body, made)
    _tables(sheet, body, made)
    gap = _named(sheet, "character", ("gap",))
    made.character("gap", "Gap", '<w:shd w:val="clear" w:color="auto" w:fill="FFEFA3"/>', gap)
    link = _named(sheet, "character", ("hyperlink", "internet link"))
    made.character("link", "Hyperlink", '<w:color w:val="0B5A8C"/><w:u w:val="single"/>', link)
    return Roles(made.styles, lists, tuple(made.new), by_hand)


def _used(body: Any) -> Counter[str]:
    """How many characters of the body are in each style, by ids; tables left out."""
    used: Counter[str] = Counter()
    for paragraph in body.iter(PARAGRAPH):
        style = paragraph.find(f"{PPR}/{W}pStyle")
        if next(paragraph.iterancestors(TABLE), None) is None:
            used[style.get(VAL, "") if style is not None else ""] += len(text_of(paragraph))
    return used


def _named(sheet: Sheet, kind: str, names: Iterable[str]) -> str:
    return next(sheet.named(kind, names), "")


def _body(sheet: Sheet, used: Counter[str]) -> str:
    """The style of running text: the usual one, unless the file itself writes in another of such a name."""

    def fits(id: str) -> bool:
        name = sheet.name(id)
        return any(word in name for word in _BODY_WORDS) and not any(word in name for word in _NO_BODY)

    named = [id for id, _ in used.most_common() if id and fits(id)]
    usual = used[""] + used[sheet.default]
    if named and used[named[0]] > usual:
        return named[0]
    return _named(sheet, "paragraph", ("body",)) if sheet.name(sheet.default) == "default" else sheet.default


def _heading(sheet: Sheet, used: Counter[str], role: str, level: int) -> str:
    """A heading that the file uses, or the one that Word names so, or any of that outline level."""
    known = dict.fromkeys((*sheet.with_levels, *used))
    levels = [id for id in known if sheet.outline_level(id) == level and "toc" not in sheet.name(id)]
    in_use = max((id for id in levels if used[id]), key=lambda id: used[id], default="")
    plain = _named(sheet, "paragraph", NAMES[role][:1])
    if in_use and not used[plain]:
        return in_use
    return plain or next(iter(levels), "") or _named(sheet, "paragraph", NAMES[role])


def _lists(sheet: Sheet, numberings: Numberings, body: Any, made: Maker) -> tuple[dict[str, Listed], frozenset[str]]:
    lists: dict[str, Listed] = {}
    by_hand = set()
    for role, format in (("bullet", "bullet"), ("number", "decimal")):
        ids = list(sheet.named("paragraph", NAMES[role]))
        own = next(((id, each) for id in ids if (each := numberings.of_style(sheet, id, format))), None)
        if own:
            made.styles[role], lists[role] = own
            continue
        hand = numberings.of_paragraphs(body, format)
        if hand:
            style, lists[role] = hand
            made.styles[role] = style if style in sheet.styles else made.styles["body"]
        else:
            lists[role] = numberings.add(format)
            made.list_item(role, ids[0] if ids else "")
        by_hand.add(role)
    return lists, frozenset(by_hand)


def _tables(sheet: Sheet, body: Any, made: Maker) -> None:
    """The house's own tables, or the style that its tables are in; with ours where it has neither."""
    named = (table.find(f"{W}tblPr/{W}tblStyle") for table in body.iter(TABLE))
    used = next((style.get(VAL) for style in named if style is not None and style.get(VAL) in sheet.styles), "")
    custom = next((id for id, style in sheet.of("table") if style.get(f"{W}customStyle") in ("1", "true")), "")
    for role, name in (("table", "house table"), ("facts", "house facts")):
        own = _named(sheet, "table", (name,))
        made.table(role, own, used or custom)
