"""The Word files that documents are built on."""

from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates" / "word"


@cache
def shipped() -> bytes:
    """Our own house style, read once: it is a file of 5 kB and every Word file starts from it."""
    return (TEMPLATES / "house.docx").read_bytes()
