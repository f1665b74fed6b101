"""A document has no heading over nothing, no row without a value, and the licence where it is owed."""

import pytest

from jd_builder.assembly.blocks import LICENCE, LICENCE_ADDRESS
from jd_builder.domain.document import Bullets, Facts, Heading, Paragraph, Table
from tests.assembly.conftest import Build
from tests.assembly.reading import kinds, lines, marked_lines

# Headings


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('{{ heading("A") }}{{ paragraph("Words.") }}{{ heading("B") }}', ["A", "Words."]),
        ('{{ heading("A") }}{{ heading("B") }}{{ paragraph("Words.") }}', ["B", "Words."]),
        ('{{ heading("A") }}{{ heading("B", 2) }}{{ paragraph("Words.") }}', ["A", "B", "Words."]),
        ('{{ heading("A") }}{{ heading("B", 2) }}{{ heading("C", 2) }}{{ bullets([]) }}', []),
        ('{{ heading("A", 2) }}{{ heading("B") }}{{ paragraph("Words.") }}', ["B", "Words."]),
        ('{{ heading("A") }}{{ page_break() }}{{ paragraph("Words.") }}', ["Words."]),
        ('{{ heading("A") }}{{ paragraph("Small print.", style="small") }}', ["Small print."]),
        ('{{ heading("A") }}{{ paragraphs(organisation.about) }}{{ facts([("Grade", post.grade)]) }}', []),
        ('{{ heading("") }}{{ paragraph("Words.") }}', ["Words."]),
    ],
)
def test_a_heading_with_nothing_under_it_goes(build: Build, body: str, expected: list[str]) -> None:
    assert lines(build(body)) == expected


def test_a_heading_keeps_its_level(build: Build) -> None:
    one, two = build('{{ heading("A") }}{{ heading("B", 2) }}{{ bullets(["x"]) }}').blocks[:2]
    assert isinstance(one, Heading)
    assert isinstance(two, Heading)
    assert (one.level, two.level) == (1, 2)


# Paragraphs and lists


def test_a_paragraph_without_words_is_none(build: Build) -> None:
    body = "{{ paragraph(post.grade) }}{% call paragraph() %}\n{% if post.grade %}\nGrade.\n{% endif %}\n{% endcall %}"
    assert build(body).blocks == ()


def test_a_paragraph_has_its_style(build: Build) -> None:
    body = '{{ paragraph("A", style="lead") }}{% call paragraph(style="small") %}B{% endcall %}{{ paragraph("C") }}'
    assert [block.style for block in build(body).blocks if isinstance(block, Paragraph)] == ["lead", "small", "body"]


@pytest.mark.parametrize("between", ["\n\n", "\n \n", "\n\n\n\n", "\n\t\n"])
def test_a_text_of_several_paragraphs_makes_several(build: Build, between: str) -> None:
    draft = {"organisation": {"about": f"First.{between}Second,\nof two lines."}}
    assert marked_lines(build("{{ paragraphs(organisation.about) }}", draft)) == [
        "{organisation:organisation.about|First.}",
        "{organisation:organisation.about|Second,\nof two lines.}",
    ]


def test_a_needed_text_that_is_missing_is_one_gap(build: Build) -> None:
    document = build("{{ paragraphs(organisation.about) }}", needs=["organisation.about"])
    assert [(run.ref, run.gap) for run in document.gaps] == [("organisation.about", True)]


def test_a_list_leaves_out_items_without_words(build: Build) -> None:
    document = build('{{ bullets([post.grade, "One", said.pay, "Two"], numbered=true) }}{{ bullets([post.grade]) }}')
    (block,) = document.blocks
    assert isinstance(block, Bullets)
    assert (lines(document), block.numbered) == (["One", "Two"], True)


# Facts and tables


def test_a_row_without_a_value_goes(build: Build) -> None:
    body = '{{ facts([("Grade", post.grade), ("Hours", post.hours), ("Place", said.place)]) }}'
    document = build(body, {"post": {"hours": "37"}})
    assert lines(document) == ["Hours", "37"]
    assert isinstance(document.blocks[0], Facts)
    assert build(body).blocks == ()


def test_a_row_with_a_gap_stays(build: Build) -> None:
    document = build('{{ facts([("Grade", post.grade)]) }}', needs=["post.grade"])
    assert marked_lines(document) == ["Grade", "{gap organisation:post.grade|[Grade or band: to fill in]}"]


def test_a_table_without_rows_goes_and_one_with_empty_cells_stays(build: Build) -> None:
    assert build('{{ table(["A", "B"], [], [0.5, 0.5]) }}').blocks == ()
    (block,) = build('{{ table(["A", "B"], [("x", "")], [0.4, 0.6]) }}').blocks
    assert isinstance(block, Table)
    assert (len(block.rows[0]), block.widths) == (2, (0.4, 0.6))


def test_blocks_come_in_the_order_of_the_layout(build: Build) -> None:
    body = '{{ title("T") }}{{ heading("H") }}{{ paragraph("P") }}{{ page_break() }}{{ bullets(["B"]) }}'
    assert kinds(build(body)) == ["Title", "Heading", "Paragraph", "PageBreak", "Bullets"]


# The licence

LAST = "{{ licence() }}"


def test_a_document_with_the_frameworks_words_ends_with_its_licence(build: Build) -> None:
    document = build("{{ bullets(duties) }}{{ licence() }}")
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.style == "small"
    assert lines(document)[-1] == f"{LICENCE} {LICENCE_ADDRESS}"


def test_it_may_say_what_was_adapted(build: Build) -> None:
    document = build("{{ bullets(duties) }}{{ licence(adapted_from) }}")
    assert lines(document)[-1].endswith(
        "Adapted from Guard, Government Digital and Data Profession Capability Framework (Crown copyright), "
        "edition of 30 November 2024."
    )


@pytest.mark.parametrize("body", ['{{ paragraph("Words.") }}', "{{ paragraph(organisation.name) }}"])
def test_a_document_without_them_does_not(build: Build, body: str) -> None:
    assert LICENCE not in " ".join(lines(build(body + LAST, {"organisation": {"name": "Harbour Mutual"}})))


def test_neither_does_one_of_the_commercial_list_and_the_users_own_words(build: Build) -> None:
    draft = {"choose": {"statements": ["trade.day.1", "own.1"]}, "own": [{"id": "own.1", "text": "feed the cat"}]}
    assert len(lines(build("{{ bullets(duties) }}" + LAST, draft))) == 2


@pytest.mark.parametrize("origin", ["own", "model"])
def test_the_frameworks_words_in_other_words_are_adapted_and_owe_it_too(build: Build, origin: str) -> None:
    """Else accepting every proposal of a model would lose the licence."""
    draft = {
        "choose": {"statements": ["guard.duty.2"]},
        "edits": {"guard.duty.2": {"text": "stroll at night", "origin": origin}},
    }
    assert LICENCE in lines(build("{{ bullets(duties) }}" + LAST, draft))[-1]


def test_the_title_of_the_role_is_the_frameworks(build: Build) -> None:
    assert LICENCE in lines(build("{{ title(said.title) }}" + LAST))[-1]
    assert len(lines(build("{{ title(said.title) }}" + LAST, {"post": {"title": "Night watch"}}))) == 1
