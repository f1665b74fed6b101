"""Text on its way into a file."""

from jd_builder.text.clean import clean_text


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
