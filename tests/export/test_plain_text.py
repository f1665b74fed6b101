"""Plain text for the forms of jobs sites: everything the document says, and nothing that forms refuse."""

from hypothesis import given, settings

from jd_builder.domain.document import Bullets, Document, Facts, Heading, PageBreak, Paragraph, Run, Table, Title
from jd_builder.export import FORMATS
from tests.export.reading import expected_texts
from tests.export.samples import NHS, OPTIONS, document, text
from tests.export.strategies import documents


def said(shown: Document) -> str:
    return FORMATS["txt"].render(shown, OPTIONS).decode()


def test_each_kind_of_block_reads_as_one_would_type_it() -> None:
    shown = document(
        Title(text=text("Head of data")),
        Heading(text=text("What you will do")),
        Bullets(items=(text("lead"), text("two\nlines"))),
        Bullets(items=(text("first"), text("second")), numbered=True),
        Facts(rows=((text("Pay"), text("£50,000")), (text("Questions?"), text("Call us")))),
        PageBreak(),
        Table(
            header=(text("Criterion"), text("Need")), rows=((text("Has led"), text("Essential")),), widths=(0.5, 0.5)
        ),
        Paragraph(text=(Run(text="by "), Run(text="[closing]", gap=True))),
    )
    assert said(shown) == (
        "Head of data\n\nWhat you will do\n\n• lead\n• two\n  lines\n\n1. first\n2. second\n\n"
        "Pay: £50,000\nQuestions? Call us\n\nCriterion: Has led\nNeed: Essential\n\nby [closing]"
    )


def test_a_whole_job_description_keeps_every_text_in_its_order() -> None:
    whole, at = " ".join(said(NHS).split()), 0
    table = next(block for block in NHS.blocks if isinstance(block, Table))
    header = {"".join(run.text for run in name) for name in table.header}
    for words in expected_texts(NHS):
        if words not in header:  # the names of columns stand in every row
            at = whole.index(" ".join(words.split()), at)


@given(documents)
@settings(max_examples=100, deadline=None)
def test_no_line_ends_in_blanks_and_nothing_stands_before_or_after(document: Document) -> None:
    whole = said(document)
    assert whole == whole.strip()
    assert all(line == line.rstrip() for line in whole.split("\n"))
    assert "\n\n\n" not in whole
