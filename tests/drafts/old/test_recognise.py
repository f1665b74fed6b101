"""Sections, duties and person specifications of old descriptions, in the shapes that employers use."""

from typing import Any

import pytest

from jd_builder.drafts.old.parts import OldDescription
from jd_builder.drafts.old.recognise import recognise
from jd_builder.text.typed_outline import outline_of_text


def read(text: str) -> OldDescription:
    return recognise(outline_of_text(text))


def criteria(text: str) -> list[tuple[Any, ...]]:
    return [(each.text, each.need, each.group, "".join(each.assessed)) for each in read(text).criteria]


def table(*rows: str) -> str:
    first, *others = [f"| {row} |" for row in rows]
    return "\n".join([first, "|" + "---|" * (first.count("|") - 1), *others])


def test_sections_are_known_by_their_usual_headings() -> None:
    found = read(
        "ABOUT US\nWe run four piers.\nJOB PURPOSE\nTo keep ships safe.\nKEY RESPONSIBILITIES\n- Keep the tables\n"
        "WHAT WE OFFER\n- 30 days' leave\nHOW TO APPLY\nSend a letter."
    )
    assert (found.about, found.purpose, found.benefits) == (
        "We run four piers.",
        "To keep ships safe.",
        ("30 days' leave",),
    )
    assert [(duty.text, duty.heading) for duty in found.duties] == [("Keep the tables", "KEY RESPONSIBILITIES")]
    assert [(each.text, each.heading) for each in found.unread] == [("Send a letter.", "HOW TO APPLY")]


def test_duties_stand_under_their_themes() -> None:
    found = read("## Main duties\n### Ships\n- Guide them\n### Health and safety\n- Check the ropes\n## Pets\n- Cats")
    assert [(duty.text, duty.heading) for duty in found.duties] == [
        ("Guide them", "Ships"),
        ("Check the ropes", "Health and safety"),
    ]
    assert [each.text for each in found.unread] == ["Pets", "Cats"]


def test_duties_without_bullets_are_duties_and_prose_beside_bullets_is_not() -> None:
    assert [duty.text for duty in read("## Duties\nGuide ships\n\nKeep logs").duties] == ["Guide ships", "Keep logs"]
    beside = read("## Duties\nThe clerk will:\n- Guide ships\n\nOther tasks may come up.")
    assert [duty.text for duty in beside.duties] == ["Guide ships"]
    assert [each.text for each in beside.unread] == ["The clerk will:", "Other tasks may come up."]


SHAPES = {
    "a column each, one line each": table(
        "Criteria | Essential | Desirable | Assessed by", "Skills | Rope | Knots | A/I"
    ),
    "a column each, several lines": table(
        "Area | Essential | Desirable | How assessed", "Skills | Rope | Knots | A, I"
    ),
    "ticks": table(
        "Criteria | Essential | Desirable | Assessed", "Skills | | |", "Rope | ✓ | | A/I", "Knots | | x | AI"
    ),
    "E and D": table("No | Criterion | E/D | Measured by", "| Skills | |", "1 | Rope | E | A/I", "2 | Knots | D | A/I"),
    "spelled out": table("Area | Criterion | Need | Assessed by", "Skills | Rope | Essential | Application, Interview")
    + "\n"
    + "| | Knots | Desirable | Application and interview |",
    "headings with marks": (
        "## Person specification\n### Skills\n#### Essential\n- Rope (A/I)\n#### Desirable\n- Knots (A/I)"
    ),
    "needs before groups": (
        "## Person specification\n**Essential**\n\n**Skills**\n- Rope (A/I)\n\n"
        "**Desirable**\n\n**Skills**\n- Knots [A, I]"
    ),
    "marks alone": "## Person specification\n### Skills\n- Rope (E) (A/I)\n- Knots (Desirable) (A/I)",
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_a_person_specification_is_read_in_the_usual_shapes(text: str) -> None:
    assert criteria(text) == [("Rope", "essential", "skills", "AI"), ("Knots", "desirable", "skills", "AI")]
    assert read(text).unread == ()


def test_each_line_of_a_cell_is_a_criterion_with_its_own_stage() -> None:
    text = table("Area | Essential | Assessed | Desirable", "Skills | • Rope<br>• Oars | A<br>I | Knots")
    assert criteria(text) == [
        ("Rope", "essential", "skills", "A"),
        ("Oars", "essential", "skills", "I"),
        ("Knots", "desirable", "skills", ""),
    ]


def test_a_need_that_is_not_said_is_not_guessed() -> None:
    for text in ("## What you will bring\n- Rope", table("Criteria | Essential | Desirable", "Rope | ✓ | ✗")):
        assert criteria(text) == []
        (unread,) = read(text).unread
        assert "Rope" in unread.text
        assert unread.reason == "It is not said whether this is essential or desirable."


def test_prose_under_a_strange_heading_of_a_specification_is_no_criterion_and_a_list_there_is_one() -> None:
    text = "## Person specification\n### Essential\n- Rope\n#### Ships\n- Knots\n#### Wellbeing\nWe are smoke-free."
    found = read(f"{text}\n### Desirable\nOars")
    assert [(each.text, each.need) for each in found.criteria] == [
        ("Rope", "essential"),
        ("Knots", "essential"),
        ("Oars", "desirable"),
    ]
    assert ("We are smoke-free.", "Wellbeing") in [(each.text, each.heading) for each in found.unread]


def test_stages_that_are_not_known_stay_unread() -> None:
    text = table("Criteria | Essential | Desirable | Assessed by", "Skills | Rope | | Sea trial")
    assert criteria(text) == [("Rope", "essential", "skills", "")]
    assert [each.text for each in read(text).unread] == ["Sea trial"]


def test_a_table_that_is_no_specification_is_kept_row_by_row() -> None:
    found = read(table("Skill | What it is for", "Rope | Ships"))
    assert found.criteria == ()
    assert [each.text for each in found.unread] == ["Skill | What it is for", "Rope | Ships"]


def test_a_row_can_hold_a_section() -> None:
    found = read(
        "| Job purpose | To keep ships safe |\n| Main duties | • Guide ships<br>• Keep logs |\n| Grade | Band 4 |"
    )
    assert found.purpose == "To keep ships safe"
    assert [duty.text for duty in found.duties] == ["Guide ships", "Keep logs"]
    assert [fact.value for fact in found.facts] == ["Band 4"]


def test_a_row_of_four_cells_holds_two_facts() -> None:
    found = read("| Grade: | Band 4 | Hours: | 37 |")
    assert {fact.place: fact.value for fact in found.facts} == {"post.grade": "Band 4", "post.hours": "37"}


NAMED = {
    "# Head of security\n\nHarbour Mutual\n\n## Main duties\n- Keep ropes": "Harbour Mutual",
    "# Head of security\n\nUniversity of the Tyne | Leeds\n": "University of the Tyne",
    "# Northmere NHS Trust\n\n## Head of security\n": "Northmere NHS Trust",
    "JOB DESCRIPTION\n\nDepartment for Ports\n\nJob title: Head of security": "Department for Ports",
    "Organisation: Piers Ltd\n\nHarbour Mutual\n": "Piers Ltd",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_an_employer_is_known_by_its_name_among_the_first_lines(text: str, name: str) -> None:
    assert [fact.value for fact in read(text).facts if fact.place == "organisation.name"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "# Group head of security\n\nInformation technology\n\nThis post is in the University of the Tyne.",
        "# Head of security\n\n## Main duties\n- Ropes\n\n## Other\n" + "- Oars\n" * 6 + "\nHarbour Mutual",
    ],
)
def test_no_employer_is_guessed_from_other_lines(text: str) -> None:
    assert not [fact for fact in read(text).facts if fact.place == "organisation.name"]


def test_what_stands_beside_an_employers_name_is_kept() -> None:
    assert [each.text for each in read("# Clerk\n\nHarbour Mutual | Leeds office").unread] == ["Leeds office"]
