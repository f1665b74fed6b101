"""The shapes that the text of a page takes on its way, and the traps in it."""

import re
from pathlib import Path

import pytest

from jd_builder.content.reading import Reading, RoleRead, read
from jd_builder.domain.errors import UserError
from tests.content.reading.invented import ORDINARY, SENIOR
from tests.content.reading.places import places, statements
from tests.content.reading.texts import (
    BULLET,
    copied,
    with_bullets,
    without_blank_lines,
    without_furniture,
    wrapped,
)


def reading(text: str) -> Reading:
    return read(text.encode(), "page.txt")


def role(text: str) -> RoleRead:
    """The role of a text in which nothing is in doubt."""
    found = reading(text)
    assert found.doubts == ()
    return found.roles[0]


def said(of: RoleRead) -> tuple[str, object, object]:
    """What a role says, wherever it was read."""
    return of.role, places(of), of.source.updates


def doubts(text: str) -> list[str]:
    return [str(doubt) for doubt in reading(text).doubts]


@pytest.fixture(params=["ciso", "chief-technology-officer", "security-architect"])
def page(request: pytest.FixtureRequest, seeds: Path, framework_data: Path) -> str:
    if request.param == "ciso":
        return (seeds / "framework-ciso.txt").read_text("utf-8")
    return copied(framework_data / f"{request.param}.html")


@pytest.mark.parametrize("bullet", ["• ", "•", "- ", "* ", "– ", "\t", "\uf0b7\t", "•\t", "  o\t", "\u00a0• ", "·  "])
def test_a_bullet_is_a_bullet_of_any_kind(page: str, bullet: str) -> None:
    assert said(role(with_bullets(page, bullet))) == said(role(page))


@pytest.mark.parametrize("width", [60, 72, 76, 100])
@pytest.mark.parametrize("hanging", ["", "    "])
def test_wrapped_lines_are_put_together(page: str, width: int, hanging: str) -> None:
    assert said(role(wrapped(page, width, hanging))) == said(role(page))


@pytest.mark.parametrize("width", [0, 72])
def test_empty_lines_are_not_needed(page: str, width: int) -> None:
    text = wrapped(page, width) if width else page
    assert said(role(without_blank_lines(text))) == said(role(page))


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_do_not_matter(page: str, ends: str) -> None:
    assert said(role(page.replace("\n", ends))) == said(role(page))


def test_odd_spaces_are_one_space_and_what_has_no_width_is_nothing(page: str) -> None:
    odd = page.replace(" the ", "\u00a0the\u2028").replace(" and ", " \u200band  ")
    assert said(role(odd)) == said(role(page))


def test_curly_and_straight_quotes_stay_as_they_were_published() -> None:
    text = SENIOR.replace("order oil in time", "order the lamp’s oil, not the keeper's")
    assert role(text).skills[0].you_can[1] == "order the lamp’s oil, not the keeper's"


def test_page_furniture_is_no_content(framework_data: Path) -> None:
    text = copied(framework_data / "security-architect.html")
    assert said(role(without_furniture(text, "Security architect"))) == said(role(text))


def test_a_list_of_contents_without_bullets_is_no_content() -> None:
    contents = "Contents\nWhat a harbour pilot does\nHarbour pilot role levels\n1. Harbour pilot\nUpdates\n"
    assert said(role(ORDINARY.replace("Harbour pilot\n", f"Harbour pilot\n\n{contents}", 1))) == said(role(ORDINARY))


def test_an_ordinary_role_has_levels_with_grades_and_proficiencies() -> None:
    pilot = role(ORDINARY)
    assert (pilot.senior, pilot.skills) == (False, ())
    first, lead = pilot.levels
    assert (first.name, first.description) == ("Harbour pilot", ("A harbour pilot steers one ship at a time.",))
    assert first.responsibilities == ("board ships at sea", "talk to captains")
    assert (first.grades, lead.grades) == (("EO (Executive Officer)",), ())
    assert [(skill.name, skill.level, skill.undefined) for skill in first.skills] == [
        ("Knots", "working", False),
        ("Tides", "awareness", True),
    ]
    assert [(skill.name, skill.level, skill.you_can) for skill in lead.skills] == [
        ("Knots", "practitioner", ("teach knots",)),
        ("Knots", "expert", ("invent knots",)),
    ]


def test_levels_without_numbers_are_found_by_what_stands_under_them() -> None:
    assert said(role(re.sub(r"\d\. ", "", ORDINARY))) == said(role(ORDINARY))


@pytest.mark.parametrize(
    ("cells", "glued"),
    [
        ("Officer)\nSkill Description", "Officer)Skill Description"),
        ("Skill Description\n\nKnots", "SkillDescription\nKnots"),
        ("Knots\n\nLevel: working", "KnotsLevel: workingWorking is the second of four ascending skill levels"),
        ("Knots\n\nLevel: working", "Knots\tLevel: working"),
        ("Level: working\n\nYou can:", "Level: workingYou can:"),
        ("Level: working", "Skill level: working"),
    ],
)
def test_glued_cells_are_parted_where_that_is_certain(cells: str, glued: str) -> None:
    assert cells in ORDINARY
    assert said(role(ORDINARY.replace(cells, glued, 1))) == said(role(ORDINARY))


def test_an_item_glued_to_its_lead_in_is_read_and_doubted() -> None:
    text = SENIOR.replace("You can:\n\n  • read the sky", "You can:read the sky")
    assert reading(text).roles[0].skills[1].you_can == ("read the sky",)
    assert doubts(text) == [
        "line 33: 'You can:read the sky' has its first item in the same line; it was read as one item."
    ]


@pytest.mark.parametrize("between", ["", " ", "\t"])
def test_bullets_inside_a_line_part_it_and_are_told(between: str) -> None:
    text = SENIOR.replace("trim a wick in the dark\n  • order", f"trim a wick in the dark{between}• order")
    assert said(reading(text).roles[0]) == said(role(SENIOR))
    assert ["holds several bullets; it was parted at each" in doubt for doubt in doubts(text)] == [True]


def test_an_item_that_lost_its_bullet_is_never_merged_with_the_one_before() -> None:
    text = SENIOR.replace("  • train the keepers", "train the keepers")
    assert reading(text).roles[0].duties == ()
    told = "'train the keepers' has no bullet; it may be an item or the rest of the line before, and both are left out"
    assert any(told in doubt for doubt in doubts(text))


def test_a_grade_that_lost_its_bullet_is_a_grade_and_nothing_else_is_one() -> None:
    grades = "  • SCS 1 (Senior Civil Service 1)\n"
    text = SENIOR.replace(grades, f"{grades}SCS 2 (Senior Civil Service 2)\n  • hold the fort\n")
    assert reading(text).roles[0].grades == ("SCS 1 (Senior Civil Service 1)", "SCS 2 (Senior Civil Service 2)")
    assert any("'hold the fort' is missing; this item is left out" in doubt for doubt in doubts(text))


def test_a_lead_in_broken_in_two_is_one() -> None:
    text = SENIOR.replace("Examples of leadership using this skill:", "Examples of leadership\nusing this skill:")
    assert said(role(text)) == said(role(SENIOR))


def test_a_name_glued_to_an_item_is_not_read_as_its_end() -> None:
    text = SENIOR.replace("how a lamp is cleaned\n\nWeather watching", "how a lamp is cleaned Weather watching")
    assert [skill.leadership for skill in reading(text).roles[0].skills] == [()]
    assert any("The name may be the end of" in doubt for doubt in doubts(text))


def test_an_item_that_ends_in_mid_sentence_is_left_out_and_told() -> None:
    text = SENIOR.replace("order oil in time", "order oil for the")
    assert reading(text).roles[0].skills[0].you_can == ("trim a wick in the dark",)
    assert any("'order oil for the' ends in mid-sentence; it is left out" in doubt for doubt in doubts(text))


def test_what_stands_after_the_list_of_updates_is_told() -> None:
    assert any("after the list of updates, is left out" in each for each in doubts(f"{SENIOR}\nYou can:\n\n  • row\n"))


def test_a_page_may_be_read_that_has_no_bullets_at_all(page: str) -> None:
    found = reading(with_bullets(page, ""))
    assert said(found.roles[0]) == said(role(page))
    assert all("has no bullets; each line was read as an item" in doubt.text for doubt in found.doubts)
    assert found.doubts


def test_a_senior_page_without_bullets_and_with_wrapped_lines_is_refused(framework_data: Path) -> None:
    text = with_bullets(copied(framework_data / "chief-technology-officer.html"), "")
    with pytest.raises(UserError, match=r"have no bullets and its lines are wrapped.+Copy the page again"):
        reading(wrapped(text, 72))


def test_lists_of_levels_whose_items_cannot_be_told_apart_are_left_out(framework_data: Path) -> None:
    text = copied(framework_data / "security-architect.html")
    found = reading(wrapped(with_bullets(text, ""), 72))
    assert not statements(found.roles[0]) - statements(role(text))
    assert any("have no bullets and cannot be told apart" in doubt.text for doubt in found.doubts)


def test_one_lost_bullet_in_a_list_is_told() -> None:
    text = SENIOR.replace("  • order oil in time", "\norder oil in time")
    assert reading(text).roles[0].skills[0].you_can == ("trim a wick in the dark", "order oil in time")
    assert doubts(text) == ["line 26: 'order oil in time' has no bullet; it was read as an item."]


def test_a_skill_without_examples_of_leadership_stays_without() -> None:
    text = SENIOR.replace(f"Examples of leadership using this skill:\n\n{BULLET}warning captains early\n\n", "")
    assert [len(skill.leadership) for skill in reading(text).roles[0].skills] == [1, 0]
    assert doubts(text) == ["line 31: 'Weather watching' has no examples of leadership."]


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        ("Weather watching\n\nYou", "line 31: The name of a skill is missing before this line"),
        (
            "\nYou can:",
            "line 23: The line before 'trim a wick in the dark' is missing; this item and 1 more are left out.",
        ),
        ("In this role, you will:", "line 9: The line before 'keep every lamp lit' is missing"),
        ("A chief lighthouse officer keeps ships off the rocks.", "line 7: The summary of the role is missing."),
        ("What a chief lighthouse officer does", "The heading of the summary is missing"),
        ("Chief lighthouse officer\n", "The line with the role's title is missing; it was taken from a heading"),
        ("Chief harbour officer", "In the roles that share skills, roles and skills cannot be told apart"),
        ("Updates", ""),
    ],
)
def test_what_is_missing_is_said_with_its_line(lost: str, told: str) -> None:
    replaced = lost[-3:] if lost.endswith("You") else ""
    text = SENIOR.replace(lost, replaced, 1)
    assert any(told in doubt for doubt in doubts(text)) or not told, doubts(text)
    assert not places(reading(text).roles[0]) - places(role(SENIOR))


def test_a_lost_heading_of_a_level_takes_its_content_with_it() -> None:
    text = ORDINARY.replace("2. Lead harbour pilot\n", "")
    assert [level.name for level in reading(text).roles[0].levels] == ["Harbour pilot"]
    assert doubts(text) == [
        "line 9: The page says that there are 2 role levels, and 1 could be read.",
        "line 40: The name of a role level is missing before this line; what stands under it is left out.",
    ]


def test_a_lost_proficiency_is_not_guessed() -> None:
    text = ORDINARY.replace("Level: working\n\n", "")
    assert reading(text).roles[0].levels[0].skills[0].level is None
    assert doubts(text) == ["line 25: 'Knots' has no proficiency."]


def test_a_page_that_ends_early_may_be_cut_off() -> None:
    text = SENIOR[: SENIOR.index("order oil") + 7]
    assert any("so the end of the page may be cut off; it ends with 'order o'" in doubt for doubt in doubts(text))


def test_two_roles_in_one_text_are_refused() -> None:
    with pytest.raises(UserError, match=r"more than one role \(chief lighthouse officer, Harbour pilot\)\. Save each"):
        reading(SENIOR + ORDINARY)


def test_headings_glued_to_what_follows_them_are_no_second_role() -> None:
    with pytest.raises(UserError, match="its headings are glued to what follows them"):
        reading(
            SENIOR.replace("Skills for chief lighthouse officer\n", "Skills for chief lighthouse officer of a port")
        )


def test_a_sentence_about_grades_may_be_broken_anywhere() -> None:
    text = SENIOR.replace("found at the job grade of:", "found at the\nCivil Service job grade\nof:")
    assert said(role(text)) == said(role(SENIOR))


def test_grades_without_their_sentence_are_no_responsibilities() -> None:
    loose = ORDINARY.replace("\n  • ", "\n\n  • ")
    found = reading(loose.replace("This role level is found at the job grade of:\n", ""))
    assert found.roles[0].levels[0].responsibilities == ("board ships at sea", "talk to captains")
    assert [doubt.text for doubt in found.doubts] == [
        "The line before 'EO (Executive Officer)' is missing; this item is left out."
    ]
