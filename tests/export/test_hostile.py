"""Whatever people paste into whichever field, the files open and say it."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings

from jd_builder.domain.document import (
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Run,
    Table,
    Text,
    Title,
)
from jd_builder.export import FORMATS
from tests.export.reading import Page, expected_texts, opened, part, parts, word_texts
from tests.export.samples import OPTIONS
from tests.export.strategies import HOSTILE, documents

LONG = "Ten chars " * 10_000
PASTED = (*HOSTILE, LONG, "x" * 100_000, "a@" * 50_000, "https://" * 5_000 + ")" * 50_000)
every_text = pytest.mark.parametrize("words", PASTED, ids=range(len(PASTED)))


def everywhere(words: str) -> Document:
    """The words in every place that holds text."""
    text: Text = (Run(text=words, ref=words), Run(text=words, gap=True))
    return Document(
        layout="sample",
        name=words,
        title=words,
        organisation=words,
        reference=words,
        draft=True,
        blocks=(
            Title(text=text),
            Heading(text=text),
            Heading(text=text, level=2),
            Paragraph(text=text),
            Paragraph(text=text, style="lead"),
            Bullets(items=(text, text)),
            Bullets(items=(text,), numbered=True),
            Facts(rows=((text, text),)),
            Table(header=(text, text), rows=((text, text),), widths=(0.5, 0.5)),
            Paragraph(text=text, style="small"),
        ),
    )


@every_text
def test_word_says_it(words: str) -> None:
    document = everywhere(words)
    file = FORMATS["docx"].render(document, OPTIONS)
    assert word_texts(file) == expected_texts(document)
    assert len(opened(file).core_properties.title) <= 255


@every_text
def test_word_links_to_nothing_but_web_and_mail(words: str) -> None:
    file = FORMATS["docx"].render(everywhere(words), OPTIONS)
    for name in (name for name in parts(file) if name.endswith(".rels")):
        for link in part(file, name):
            if link.get("TargetMode") == "External":
                assert link.get("Target").startswith(("http://", "https://", "mailto:"))
                assert "secret" not in link.get("Target")


@every_text
def test_a_web_page_says_it(words: str) -> None:
    document = everywhere(words)
    page = Page(FORMATS["html"].render(document, OPTIONS).decode())
    assert page.texts == expected_texts(document)
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "iframe", "link", "form"})


@every_text
def test_markdown_takes_it(words: str) -> None:
    FORMATS["md"].render(everywhere(words), OPTIONS).decode()


def test_lone_surrogates_are_dropped_even_where_no_model_saw_them() -> None:
    text = (Run(text="a\ud800b", origin="own", ref="\ud800", gap=False),)
    document = Document(
        layout="sample",
        name="\udfff",
        title="t\ud800",
        organisation="\ud800",
        reference="\ud800",
        draft=False,
        blocks=(Paragraph(text=text),),
    )
    assert word_texts(FORMATS["docx"].render(document, OPTIONS)) == ["ab"]
    assert Page(FORMATS["html"].render(document, OPTIONS).decode()).texts == ["ab"]
    assert FORMATS["md"].render(document, OPTIONS) == b"ab\n"


@given(documents)
@settings(max_examples=150, deadline=None)
def test_word_says_what_any_document_says(document: Document) -> None:
    file = FORMATS["docx"].render(document, OPTIONS)
    assert word_texts(file) == expected_texts(as_printed(document, file))


def as_printed(document: Document, file: bytes) -> Document:
    """A table without room for its columns side by side has them one below the other, each under its label."""
    tables = iter(opened(file).tables)
    blocks = list(document.blocks)
    for number, block in enumerate(blocks):
        if not isinstance(block, Facts | Table) or not expected_texts(replace(document, blocks=(block,))):
            continue
        is_stacked = len(next(tables).columns) == 1
        if isinstance(block, Table) and block.rows and is_stacked and len(block.header) > 1:
            labelled = (zip(block.header, row, strict=True) for row in block.rows)
            blocks[number] = Facts(rows=tuple(chain.from_iterable(labelled)))
    return replace(document, blocks=tuple(blocks))


@given(documents)
@settings(max_examples=150, deadline=None)
def test_a_web_page_says_what_any_document_says(document: Document) -> None:
    assert Page(FORMATS["html"].render(document, OPTIONS).decode()).texts == expected_texts(document)


@given(documents)
@settings(max_examples=150, deadline=None)
def test_markdown_can_be_made_of_any_document(document: Document) -> None:
    FORMATS["md"].render(document, OPTIONS).decode()
