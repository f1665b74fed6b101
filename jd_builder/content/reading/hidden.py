"""What of a web page its reader does not see, by the usual ways of hiding text: none of it is read."""

import re
from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_UNSEEN = {
    *("script", "style", "template", "noscript", "textarea", "head", "title", "nav", "footer", "select", "option"),
    *("button", "svg", "math", "iframe", "object", "canvas", "audio", "video", "dialog", "datalist"),
    *("noframes", "noembed", "del", "s", "strike"),
}
_NOTHING = r"0(?!\.?[1-9])"
_HIDING = re.compile(
    rf"display:none|visibility:(?:hidden|collapse)|opacity[:(]{_NOTHING}|font(?:-size)?:{_NOTHING}|scale\({_NOTHING}"
    r"|(?<!-)color:(?:transparent|rgba\([^)]*,0\))|(?:left|top|right|text-indent):-\d{3}|translate\w*\(-\d{3}"
    rf"|clip(?:-path)?:|(?:^|;)(?:max-)?(?:height|width):{_NOTHING}"
)
_WHITE = re.compile(
    r"(?:^|;)color:(?:#f{3,8}|white|rgba?\((?:255,?){3}[^)]*\)|hsla?\([^,)]*(?:,[^,)]*,|%)100%[^)]*\))(?:[;!]|$)"
)
_DARK = re.compile(r"background(?:-color)?:(?!#fff|white|none|transparent|rgba?\(255,?255,?255)")
_MEDIA = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_BY_NAME = re.compile(r"\w*([.#])([\w-]+)")
_OF_OLD_PAGES = (("color", "color"), ("background", "bgcolor"))
_HIDDEN_CLASSES = {"govuk-visually-hidden", "visually-hidden", "visuallyhidden", "sr-only", "hidden"}


def is_hidden(tag: "Tag", by_sheet: Set[str]) -> bool:
    """Whether this tag hides what is in it; ``by_sheet`` is what ``hidden_by_sheet`` found."""
    if tag.name in _UNSEEN or tag.has_attr("hidden") or str(tag.get("aria-hidden")).lower() == "true":
        return True
    classes = tag.get_attribute_list("class")
    if _HIDDEN_CLASSES.intersection(classes) or (
        by_sheet and not by_sheet.isdisjoint((f"#{tag.get('id')}", *(f".{name}" for name in classes)))
    ):
        return True
    style = _style(tag)
    return _HIDING.search(style) is not None or (
        _WHITE.search(style) is not None and not any(_DARK.search(_style(each)) for each in (tag, *tag.parents))
    )


def _style(tag: "Tag") -> str:
    """How a tag looks, by its style and by the attributes that old pages have in its place."""
    colour, behind = (f"{name}:{tag[key]};" if tag.has_attr(key) else "" for name, key in _OF_OLD_PAGES)
    return _plain(f"{behind}{colour if tag.name == 'font' else ''}{tag.get('style') or ''}")


def _plain(style: str) -> str:
    return re.sub(r"/\*.*?\*/|\s+", "", style.lower(), flags=re.DOTALL)


def _hides(style: str) -> bool:
    plain = _plain(style)
    return _HIDING.search(plain) is not None or bool(_WHITE.search(plain) and not _DARK.search(plain))


def hidden_by_sheet(soup: "BeautifulSoup") -> frozenset[str]:
    """The classes and ids that the page's own style sheets hide on every medium, as ``.name`` and ``#name``."""
    found = set()
    for sheet in soup.find_all("style"):
        for selectors, style in _RULE.findall(_MEDIA.sub("", sheet.get_text())):
            if _hides(style):
                names = (_BY_NAME.fullmatch(each.strip()) for each in selectors.split(","))
                found |= {f"{name[1]}{name[2]}" for name in names if name}
    return frozenset(found)
