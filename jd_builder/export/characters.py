"""Text on its way into a file."""

import re
import unicodedata

from jd_builder.text.clean import clean_text

_JOINERS = "\u200c\u200d"  # Persian, and joined emoji, fall apart without them
_LINES = re.compile("[\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """The text without what XML cannot hold, which would cost its author the whole file.

    Every entry to the product cleans already, so nearly all texts leave here by the quick way: a
    printable text holds no character that has to go.
    """
    return text if text.isprintable() else clean_text(text)


def one_line(text: str, longest: int) -> str:
    """The text for a place that holds one short line: a header, a property, the title of a window."""
    line = " ".join(clean(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def without_blanks(text: str) -> str:
    """The text without blank characters at the ends of its lines, unseen ones anywhere, or gaps of many lines."""
    lines = _LINES.sub("\n", clean(text)).split("\n")
    return _EMPTY_LINES.sub("\n\n", "\n".join("".join(map(_seen, line)).strip() for line in lines)).strip()


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return "" if category in ("Cc", "Cf") and character not in _JOINERS else character
