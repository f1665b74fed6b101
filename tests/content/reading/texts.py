"""Text as people bring it: a page copied out of a browser, and the shapes it takes on its way."""

import re
import textwrap
from pathlib import Path

from bs4 import BeautifulSoup, Tag

BULLET = "  • "


def copied(page: Path) -> str:
    """What copying the page gives: every block a line, items with bullets, cells of a row one after another."""
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    for unseen in soup.find_all(["script", "style", "head"]):
        unseen.decompose()
    for row in soup.select("thead tr"):
        row.replace_with(f"\n\n{' '.join(cell.get_text() for cell in row.find_all('th'))}\n\n")
    for item in soup.find_all("li"):
        item.insert_before("\n" + BULLET)
    for block in soup.find_all(["p", "h1", "h2", "h3", "ul", "th", "td", "span"]):
        assert isinstance(block, Tag)
        block.insert_before("\n\n")
        block.insert_after("\n\n")
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\n\s*\n", "\n\n", soup.get_text())).strip()


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n+", "\n", text)


def without_furniture(text: str, title: str) -> str:
    """From the line that is the title alone."""
    return text[text.index(f"\n{title}\n\nFind out") :].strip()


def wrapped(text: str, width: int, hanging: str = "    ") -> str:
    """Every line broken at this width, the rest of an item under its first word."""
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent=hanging if line.startswith(BULLET) else "", break_on_hyphens=False)
        for line in text.split("\n")
    )


def with_bullets(text: str, bullet: str) -> str:
    return text.replace(BULLET, bullet)
