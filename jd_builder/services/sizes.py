"""How long a document is: its words exactly, its pages as far as can be told without Word."""

from jd_builder.domain.document import Document, plain
from jd_builder.text import english


def words(document: Document) -> int:
    return sum(len(plain(text).split()) for _, text in document.texts())


def pages(document: Document, house_style: bytes | None = None) -> int:
    """An estimate of its Word file, on ours where no house style is given; 0 where it cannot be told."""
    from jd_builder.export import word_pages

    return word_pages.pages(document, house_style)


def said(document: Document, house_style: bytes | None = None) -> str:
    """``412 words, about 1 page``."""
    number, about = f"{words(document):,} words", pages(document, house_style)
    return f"{number}, about {english.count(about, 'page')}" if about else number
