"""A saved web page as lines: what a reader of the page sees, and nothing that is hidden from them."""

import warnings
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from jd_builder.content.reading.folding import BULLET, fold, key
from jd_builder.content.reading.hidden import hidden_by_sheet, is_hidden
from jd_builder.content.reading.lines import Line
from jd_builder.domain.errors import UserError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_MOST_TAGS = 60_000
_HEADS = {"h1", "h2", "h3"}
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q"),
    *("samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"),
}
_WINDOW = 20_000
_LISTS = {"ul", "ol"}
Kind = Literal["text", "item", "bare", "head", "name"]


@dataclass(frozen=True)
class Page:
    """What one web page holds: its lines, and what it says of itself outside them."""

    lines: list[Line]
    title: str | None
    address: str | None
    families: tuple[tuple[str, frozenset[str]], ...]

    def family_of(self, role: str) -> str | None:
        """The family under which the page's own navigation lists the role."""
        return next((family for family, roles in self.families if key(role) in roles), None)


def page_of(markup: str, name: str) -> Page:
    """The page as its reader sees it; UserError for one that is too large to be a page of the framework."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    if markup.count("<") > _MOST_TAGS:
        raise UserError("this page has far more parts than a page of the framework", name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # The parser warns of XML and of odd text; it reads them all the same.
            soup = BeautifulSoup(markup.encode("utf-8", "replace"), "lxml", from_encoding="utf-8")
    except ParserRejectedMarkup as error:
        raise UserError("this page is too damaged to be read", name) from error
    lines = _Walk(hidden_by_sheet(soup)).walk(soup)
    _number(lines, markup)
    title = fold(soup.title.get_text()) if soup.title else ""
    return Page(lines, title or None, _address(soup), tuple(_families(soup)))


class _Walk:
    """Goes through the page without recursion, so that no depth of nesting is too deep."""

    def __init__(self, hidden: Set[str]) -> None:
        self.hidden = hidden
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.kinds: list[Kind] = []
        self.list: Tag | None = None
        self.opens = False
        self.stray = False

    def walk(self, root: "Tag") -> list[Line]:
        from bs4 import Tag
        from bs4.element import NavigableString

        open_tags: list[tuple[Tag, Iterator[object]]] = [(root, iter(root.contents))]
        while open_tags:
            tag, rest = open_tags[-1]
            node = next(rest, None)
            if node is None:
                open_tags.pop()
                self._leave(tag)
            elif type(node) is NavigableString:
                self.words.append(node)
                if tag.name in _LISTS and node.strip():
                    self._stray(tag)
            elif isinstance(node, Tag) and not is_hidden(node, self.hidden):
                self._enter(node)
                open_tags.append((node, iter(node.contents)))
        self._end_line()
        return self.lines

    def _enter(self, tag: "Tag") -> None:
        if tag.name == "br" and self.kinds:
            self.words.append(" ")
        elif tag.name not in _INLINE:
            self._end_line()
        if tag.name == "li" and tag.parent is not self.list:
            self.list, self.opens = tag.parent, True
        if kind := _kind_of(tag):
            self.kinds.append(kind)

    def _stray(self, tag: "Tag") -> None:
        """Text in a list but in no item of it has lost the tag of an item."""
        self.stray = True
        if self.list is not tag:
            self.list, self.opens = tag, True

    def _leave(self, tag: "Tag") -> None:
        if tag.name not in _INLINE:
            self._end_line()
        if _kind_of(tag):
            self.kinds.pop()

    def _end_line(self) -> None:
        text = fold("".join(self.words))
        self.words.clear()
        self.stray, stray = False, self.stray
        if not text:
            return
        kind = self.kinds[-1] if self.kinds else "text"
        if kind == "text" and stray:
            kind = "bare"
        if kind == "text" and (bullet := BULLET.match(text)) and bullet.end() < len(text):
            kind, text = "item", text[bullet.end() :]
        self.lines.append(Line(None, text, kind, opens=kind in ("item", "bare") and self.opens))
        self.opens = False
        if kind == "name":
            self.kinds[-1] = "text"


def _kind_of(tag: "Tag") -> Kind | None:
    if tag.name == "li":
        return "item"
    if tag.name in _HEADS:
        return "head"
    return "name" if tag.name == "th" and tag.get("scope") == "row" else None


def _number(lines: list[Line], markup: str) -> None:
    """Give each line its place in the file, looked for from the place of the line before it."""
    at, number = 0, 1
    for line in lines:
        found = markup.find(line.text[:25], at, at + _WINDOW)
        if found >= 0:
            number += markup.count("\n", at, found)
            at = found
        line.number = number


def _address(soup: "BeautifulSoup") -> str | None:
    link = soup.find("link", rel="canonical")
    meta = soup.find("meta", property="og:url")
    found = (link and link.get("href")) or (meta and meta.get("content"))
    return str(found) if found else None


def _families(soup: "BeautifulSoup") -> Iterator[tuple[str, frozenset[str]]]:
    for nav in soup.find_all("nav"):
        label = nav.get("aria-label")
        if isinstance(label, str) and label.endswith(" roles"):
            roles = frozenset(key(link.get_text()) for link in nav.find_all("a"))
            yield label.removesuffix(" roles"), roles
