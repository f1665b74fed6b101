"""Markdown says what the document says; nothing that people typed turns into Markdown."""

import re
import shutil
import subprocess
from unicodedata import normalize

import pytest

from jd_builder.domain.document import Block, Bullets, Facts, Heading, PageBreak, Paragraph, Run, Table, Title, plain
from jd_builder.export import FORMATS
from tests.conftest import missing
from tests.export.reading import Page, expected_texts
from tests.export.samples import NHS, OPTIONS, document, gap, text
from tests.export.strategies import HOSTILE


def markdown(*blocks: Block) -> str:
    return FORMATS["md"].render(document(*blocks), OPTIONS).decode().removesuffix("\n")


@pytest.fixture(scope="session")
def pandoc() -> str:
    return shutil.which("pandoc") or missing("The program pandoc")


def read(pandoc: str, written: str) -> list[str]:
    """The texts that a reader of the Markdown gets, by pandoc's reader of GitHub's dialect."""
    command = [pandoc, "-f", "gfm-emoji", "-t", "html", "--wrap=preserve"]
    page = subprocess.run(command, input=written, capture_output=True, text=True, check=True, timeout=60).stdout
    return [squeezed(found) for found in Page(re.sub(r"<(br|hr|col)([^>]*?) />", r"<\1\2>", page)).texts]


def squeezed(words: str) -> str:
    """With single spaces, and accents joined to their letters as pandoc does."""
    return normalize("NFC", " ".join(words.split()))


def test_each_kind_of_block_has_its_form() -> None:
    assert markdown(
        Title(text=text("Title")),
        Heading(text=text("One")),
        Heading(text=text("Two"), level=2),
        Paragraph(text=text("line\nline")),
        Bullets(items=(text("a\nb"), text("c"))),
        PageBreak(),
        Bullets(items=(text("a"), text("b")), numbered=True),
        Facts(rows=((text("Reports to"), text("Chief")), (text("Remote?"), text("Yes")))),
        Table(header=(text("H"), text("I")), rows=((text("a|b"), text("c\nd")),), widths=(0.5, 0.5)),
    ) == "\n\n".join(
        [
            "# Title",
            "## One",
            "### Two",
            "line\\\nline",
            "- a\\\n  b\n- c",
            "---",
            "1. a\n2. b",
            "- **Reports to:** Chief\n- **Remote?** Yes",
            "| H | I |\n| --- | --- |\n| a\\|b | c<br>d |",
        ]
    )


def test_two_lists_in_a_row_stay_two() -> None:
    steps = Bullets(items=(text("a"),), numbered=True)
    assert markdown(steps, steps) == "1. a\n\n1) a"
    assert markdown(Bullets(items=(text("a"),)), Bullets(items=(text("b"),))) == "- a\n\n* b"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("*a* _b_ `c` [d](e) <f> # | \\ ~", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \# \| \\ \~"),
        ("R&D &amp; &#60;", r"R&D \&amp; \&#60;".replace("#", r"\#")),
        ("1. a", r"1\. a"),
        ("1.5 days", "1.5 days"),
        ("- a", r"\- a"),
        ("-5 degrees", "-5 degrees"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("    code", "code"),
        ("see https://x.example/a_b", "see <https://x.example/a_b>"),
        ("hr@x.example", "<hr@x.example>"),
    ],
)
def test_typed_text_shows_as_typed(typed: str, written: str) -> None:
    assert markdown(Paragraph(text=text(typed))) == written


def test_a_gap_is_bold_in_brackets() -> None:
    assert markdown(Paragraph(text=gap("Pay: ", "[Pay: to fill in]", "post.pay", "."))) == "Pay: **[Pay: to fill in]**."
    assert markdown(Paragraph(text=gap("\u00a3", "pay", "post.pay"))) == "\u00a3[**pay**]"


def test_a_reader_of_markdown_gets_the_texts_of_the_document(pandoc: str) -> None:
    expected = [squeezed(found) for found in expected_texts(NHS)]
    facts = [row for block in NHS.blocks if isinstance(block, Facts) for row in block.rows]
    start = expected.index(plain(facts[0][0]))
    expected[start : start + 2 * len(facts)] = [f"{plain(label)}: {plain(value)}" for label, value in facts]
    assert read(pandoc, FORMATS["md"].render(NHS, OPTIONS).decode()) == expected


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_reader_of_markdown_gets_hostile_texts_as_they_are(pandoc: str, words: str) -> None:
    blocks = (
        Title(text=text(words)),
        Paragraph(text=text(words)),
        Bullets(items=(text(words), text("b"))),
        Table(header=(text("h"), text("i")), rows=((text(words), text("j")),), widths=(0.5, 0.5)),
        Paragraph(text=(Run(text="\u00a3"), Run(text=words.strip() or "x", gap=True))),
    )
    shown = document(*blocks)
    expected = [squeezed(found) for found in expected_texts(shown)]
    written = FORMATS["md"].render(shown, OPTIONS).decode()
    assert [strip_gap(found) for found in read(pandoc, written)] == [strip_gap(found) for found in expected]


def strip_gap(words: str) -> str:
    """Without the brackets that only Markdown puts around a gap."""
    return re.sub(r"^\u00a3\[?(.*?)\]?$", r"\1", words)
