"""How text is held and compared: spaces are folded once for every source, so that all give the same statement."""

import re

BULLET = re.compile(r"(?:[•◦▪‣·∙●○■□\uf0b7\uf0a7]+|[*+\-–—](?=\s|$)|o(?=\t))\s*")
"""What stands before an item in text; a dash or a letter only with a space after it."""

NEVER_LAST = frozenset(
    ("a", "an", "and", "as", "because", "but", "if", "into", "nor", "or", "our", "than", "the", "their", "your")
)
"""Words that end no item: where one does, the rest of the item is missing."""

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?://|mailto:|/|#)[^()\s]{0,500}\)")
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u201c\u201d", "'''\"\"")


def fold(text: str) -> str:
    """The text with one space for each run of spaces of any kind, and nothing that has no width."""
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def unlinked(text: str) -> str:
    """The text with each Markdown link as a page shows it: its words alone."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def plain_quotes(text: str) -> str:
    """The text with straight quotes; every character stays at its place."""
    return text.translate(_QUOTES)


def key(text: str) -> str:
    """By what two names are the same: case, quotes and spaces do not count."""
    return fold(plain_quotes(text)).casefold()
