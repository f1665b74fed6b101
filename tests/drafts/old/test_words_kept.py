"""Whatever an old description holds, each of its words ends up in one place and in one only."""

import re
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jd_builder.drafts.old.parts import OldDescription
from jd_builder.drafts.old.recognise import recognise
from jd_builder.text.outline import Outline, OutlineBuilder, Row

TEXTS = st.sampled_from(
    [
        *(
            "Main duties",
            "About us",
            "Job purpose:",
            "Person specification",
            "Essential",
            "Desirable criteria",
            "Skills",
        ),
        *("Experience", "What we offer", "How to apply", "Job description", "3. Key Responsibilities", "Requirements"),
        *(
            "Job title",
            "Grade:",
            "Hours",
            "Base",
            "Responsible for",
            "Job title: Harbour clerk",
            "Grade: Band 4 (£24,000)",
        ),
        *("Salary: £24,000 - £27,500, plus fish", "Hours: 37 hours a week; full time (nights)", "Reports to\tMaster"),
        *("Criteria", "E/D", "Assessed by", "Area", "No", "E", "D", "✓", "x", "A/I", "Interview", "1", "Sea trial"),
        *(
            "Harbour clerk",
            "Band 4",
            "Leeds or York (YO1)",
            "37.5",
            "Keep the tables",
            "Keep ropes (E) (A/I)",
            "The clerk will:",
        ),
        *(
            "Purpose: to keep ships safe",
            "Essential: rope",
            "Rope\nKnots",
            "• Oars",
            "A\nI",
            "Band 5",
            "Northcliff Trust",
        ),
        *("Job title: Clerk\nGrade: Band 4", "See CRB check and DPA 1998", "", "Skills\nRope", "x " * 200),
    ]
)
LEVELS = st.integers(0, 8)
PIECES = st.one_of(
    st.tuples(st.just("heading"), TEXTS, LEVELS),
    st.tuples(st.just("paragraph"), TEXTS),
    st.tuples(st.just("item"), TEXTS),
    st.tuples(st.just("margin"), TEXTS),
    st.tuples(st.just("rows"), st.lists(st.lists(TEXTS, min_size=1, max_size=5), min_size=1, max_size=5)),
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    builder = OutlineBuilder()
    drawn: list[Any] = draw(st.lists(PIECES, max_size=12))
    for kind, *rest in drawn:
        if kind == "rows":
            builder.tables += 1
            for cells in rest[0]:
                builder.row(cells)
        else:
            getattr(builder, kind)(*rest)
    return builder.outline()


def words(*texts: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", "\n".join(texts)))


def kept(found: OldDescription) -> Counter[str]:
    parts: list[Any] = [*found.duties, *found.criteria, *found.unread, *found.signs]
    texts = [part.text for part in parts]
    return words(*texts, *(fact.typed for fact in found.facts), found.about, found.purpose, *found.benefits)


@given(outlines())
def test_no_word_is_lost_doubled_or_invented(outline: Outline) -> None:
    texts = ["\n".join(piece.cells) if isinstance(piece, Row) else piece.text for piece in outline.pieces]
    assert kept(recognise(outline)) == words(*texts)


@given(outlines())
def test_every_part_says_which_piece_it_came_from(outline: Outline) -> None:
    found = recognise(outline)
    parts: list[Any] = [*found.facts, *found.duties, *found.criteria, *found.unread, *found.signs]
    assert {part.piece for part in parts} <= {piece.number for piece in outline.pieces}
