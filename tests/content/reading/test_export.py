"""The framework's own export: what a row holds, and what becomes of rows that are damaged."""

import csv
from collections import Counter
from io import StringIO
from pathlib import Path

import pytest

from jd_builder.content.reading import Reading, read
from jd_builder.domain.errors import UserError
from tests.content.reading.places import places

HEADER = (
    *("Role Family", "Role", "Role Description", "Role Level", "Role Level Description"),
    *("Skill Name", "Skill Description", "Skill Level", "Skill Level Description", "Role Type"),
)
ABOUT = "A pilot steers.\n\nIn this role, you will:\n- steer\n- stop"
LEVEL = "A pilot starts here.\n\nAt this role level, you will:\n- learn"
ROW = ("Sea", "Pilot", ABOUT, "Pilot", LEVEL, "Knots", "Knots hold ropes.", "Working", "You can:\n- tie one", "")
LEAD = {"role_level": "Lead pilot", "role_level_description": LEVEL.replace("starts", "goes on")}
SENIOR = ("Sea", "Chief pilot", ABOUT, "NOT IN USE", "NOT IN USE", "Tides", "You can:\n- wait", *["NOT IN USE"] * 2)


def reading(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER, delimiter: str = ",") -> Reading:
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows([header, *rows])
    return read(out.getvalue().encode("utf-8-sig"), "export.csv")


def row(**cells: str) -> tuple[str, ...]:
    """A good row, with other cells in some columns (``skill_name`` is Skill Name)."""
    columns = [name.lower().replace(" ", "_") for name in HEADER]
    return tuple(cells.get(column, cell) for column, cell in zip(columns, ROW, strict=True))


def doubts(*rows: tuple[str, ...]) -> list[str]:
    return [str(doubt) for doubt in reading(*rows).doubts]


def test_rows_of_one_role_are_put_together_wherever_they_stand() -> None:
    ropes, lead = row(skill_name="Ropes", skill_description="Ropes hold ships."), row(**LEAD)
    found = reading(ROW, (*SENIOR[:2], "A chief pilot leads.", *SENIOR[3:], "Senior Civil Service"), ropes, lead)
    assert [role.role for role in found.roles] == ["Pilot", "Chief pilot"]
    assert [(level.name, len(level.skills)) for level in found.roles[0].levels] == [("Pilot", 2), ("Lead pilot", 1)]
    assert found.roles[1].senior
    assert found.doubts == ()


def test_a_row_gives_description_and_proficiency_of_its_skill() -> None:
    (level,) = reading(ROW).roles[0].levels
    (skill,) = level.skills
    assert (skill.description, skill.level, skill.you_can) == ("Knots hold ropes.", "working", ("tie one",))
    assert level.responsibilities == ("learn",)


def test_levels_in_the_order_of_the_alphabet_are_put_in_that_of_pages() -> None:
    names = ["Lead pilot", "Pilot", "Principal pilot", "Senior pilot", "Trainee pilot"]
    levels = reading(*(row(role_level=name) for name in names)).roles[0].levels
    assert [level.name for level in levels] == [names[4], names[1], names[3], names[0], names[2]]
    other = [names[2], names[0], names[1]]
    assert [level.name for level in reading(*(row(role_level=name) for name in other)).roles[0].levels] == other


def test_links_are_their_words_and_odd_spaces_are_spaces() -> None:
    text = "You can\n- follow [the\u00a0guide](https://sea.example/a?b=c) of\u2028the\u200b port \n- see [1] (or not)"
    assert reading(row(skill_level_description=text)).roles[0].levels[0].skills[0].you_can == (
        "follow the guide of the port",
        "see [1] (or not)",
    )


def test_a_skill_that_is_not_defined_is_no_doubt() -> None:
    found = reading(row(skill_level_description="This skill level is currently not defined."))
    assert found.roles[0].levels[0].skills[0].undefined
    assert found.doubts == ()


def test_a_row_that_stands_twice_is_kept_twice_and_told_once() -> None:
    found = reading(ROW, ROW, ROW)
    assert len(found.roles[0].levels[0].skills) == 3
    assert [str(doubt) for doubt in found.doubts] == [
        "Pilot: 'Knots' stands more than once in 'Pilot', word for word; all are kept."
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"role": ""}, "This row names no role; it is left out."),
        ({"role_level": " "}, "This row names no role level; it is left out."),
        ({"skill_name": ""}, "This row names no skill; its statements are left out."),
        ({"skill_level": "Wizard"}, "'Ropes': 'wizard' is none of awareness, working, practitioner, expert."),
        ({"skill_level": ""}, "'Ropes' has no proficiency."),
        ({"skill_level_description": ""}, "'Ropes' has no \"You can\" statements."),
        ({"skill_level_description": "You can:"}, "Nothing stands under 'You can:'."),
        ({"skill_level_description": "- pull"}, "The line before 'pull' is missing"),
        ({"role_description": "A pilot sails."}, "The role description differs from that of line 2, which was read."),
    ],
)
def test_a_lost_cell_is_told_with_the_line_of_its_row(cells: dict[str, str], told: str) -> None:
    found = doubts(ROW, row(**({"skill_name": "Ropes"} | cells)))
    assert any(doubt.startswith("line 11: ") and told in doubt for doubt in found), found


def test_a_row_with_cells_too_few_is_left_out_whole() -> None:
    found = reading(ROW, ("Sea", "Pilot", "Knots"))
    assert len(found.roles[0].levels[0].skills) == 1
    assert [str(doubt) for doubt in found.doubts] == ["line 11: This row has 3 cells instead of 10; it is left out."]


@pytest.mark.parametrize("lost", range(8))
def test_a_row_whose_cells_shifted_gives_nothing(framework_data: Path, lost: int) -> None:
    header, *rows = csv.reader(StringIO((framework_data / "roles-sample.csv").read_text("utf-8-sig"), newline=""))
    whole = reading(*map(tuple, rows), header=tuple(header))
    shifted = [row[:lost] + row[lost + 1 :] + [""] if number == 4 else row for number, row in enumerate(rows)]
    found = reading(*map(tuple, shifted), header=tuple(header))
    assert [role.role for role in found.roles] == [role.role for role in whole.roles]
    assert not sum((places(role) for role in found.roles), Counter()) - sum(map(places, whole.roles), Counter())
    assert found.doubts


def test_what_most_rows_say_of_their_role_holds() -> None:
    found = reading(row(role_description=ABOUT[:20]), ROW, row(skill_name="Ropes", skill_description="Ropes hold."))
    assert found.roles[0].duties == ("steer", "stop")
    assert [str(doubt) for doubt in found.doubts if "differs" in doubt.text] == [
        "line 2: Pilot: The role description differs from that of line 9, which was read."
    ]


@pytest.mark.parametrize(
    ("column", "cut", "told"),
    [
        ("role", "Pil", "'Pil' has the same role description as 'Pilot' of line 2"),
        ("role_level", "Pil", "'Pil' has the same role level description as 'Pilot' of line 2"),
        ("skill_name", "Kno", "'Kno' has the same skill description as 'Knots' of line 2"),
    ],
)
def test_a_name_cut_short_in_one_row_is_doubted(column: str, cut: str, told: str) -> None:
    assert any(told in doubt for doubt in doubts(ROW, ROW, row(**{column: cut})))


def test_a_list_put_on_one_line_is_parted_at_its_dashes_and_told() -> None:
    found = reading(row(skill_level_description="You can: - tie one - cut it"))
    assert found.roles[0].levels[0].skills[0].you_can == ("tie one", "cut it")
    assert [str(doubt) for doubt in found.doubts] == [
        "line 2: Pilot: 'You can: - tie one - cut it' holds several bullets; it was parted at each."
    ]


def test_a_column_that_is_missing_is_told() -> None:
    found = reading(ROW[1:], header=HEADER[1:])
    assert found.roles[0].family is None
    assert [str(doubt) for doubt in found.doubts] == [
        "line 1: The column 'role family' is missing; what it holds is empty."
    ]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_saved_by_a_spreadsheet_may_part_cells_otherwise(delimiter: str) -> None:
    assert reading(ROW, delimiter=delimiter).roles[0].role == "Pilot"


def test_a_file_cut_in_the_middle_gives_the_rows_before_the_cut(framework_data: Path) -> None:
    content = (framework_data / "roles-sample.csv").read_bytes()
    whole, cut = read(content, "a.csv"), read(content[: len(content) // 2], "a.csv")
    assert cut.roles[0] in [*whole.roles, cut.roles[0]]
    assert len(cut.roles) < len(whole.roles)
    assert any("From this row on the table is damaged" in doubt.text for doubt in cut.doubts)


@pytest.mark.parametrize("header", ['""Role,Skill Name', '""kind,group,text'])
def test_a_damaged_header_is_refused(header: str) -> None:
    with pytest.raises(UserError, match="the first row, which names the columns, is damaged"):
        read(f"{header}\na,b,c\n".encode(), "export.csv")


def test_a_header_without_rows_holds_no_role() -> None:
    with pytest.raises(UserError, match="no role could be read"):
        reading()


def test_more_rows_than_any_framework_has_are_refused() -> None:
    with pytest.raises(UserError, match="more than the 20,000 rows"):
        reading(*[ROW] * 20_001)


def test_a_table_of_kinds_is_a_role_of_ones_own() -> None:
    table = (
        "Kind,Group,Text\nduty,,keep the lamp lit\nskill,Wicks,Wicks burn.\n"
        "can,Wicks,trim a wick\nlead,Wicks,showing how\ncan,Oil,buy oil\n"
    )
    reading = read(table.encode(), "lamp-keeper.csv")
    (role,) = reading.roles
    assert (role.role, role.senior, role.duties, reading.doubts) == ("Lamp keeper", True, ("keep the lamp lit",), ())
    assert [(skill.name, skill.description, skill.you_can, skill.leadership) for skill in role.skills] == [
        ("Wicks", "Wicks burn.", ("trim a wick",), ("showing how",)),
        ("Oil", None, ("buy oil",), ()),
    ]


def test_a_role_of_ones_own_with_more_levels_than_any_role_is_refused() -> None:
    rows = "".join(f"resp,Level {number},steer\n" for number in range(21))
    with pytest.raises(UserError, match="this has more than the 20 levels"):
        read(f"kind,group,text\n{rows}".encode(), "pilot.csv")


def test_more_roles_than_any_framework_has_are_refused() -> None:
    with pytest.raises(UserError, match="more than the 1,000 roles"):
        reading(*(row(role=f"Pilot {number}") for number in range(1001)))


def test_a_role_of_ones_own_may_have_levels() -> None:
    (role,) = read(b"kind,group,text\nresp,Keeper,sweep\nresp,Head keeper,plan\ncan,Oil,buy\n", "a.csv").roles
    assert [(level.name, level.responsibilities) for level in role.levels] == [
        ("Keeper", ("sweep",)),
        ("Head keeper", ("plan",)),
    ]
    assert all([skill.name for skill in level.skills] == ["Oil"] for level in role.levels)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("task,,x", "'task' is none of the kinds duty, can, lead, resp, skill"),
        ("can,,x", "The group is missing"),
        ("can,Oil,", "The text is missing"),
        ("can,Oil,buy,and sell", "There are more cells than kind, group and text"),
    ],
)
def test_a_wrong_row_of_ones_own_table_is_left_out(line: str, told: str) -> None:
    reading = read(f"kind,group,text\nduty,,sweep\n{line}\n".encode(), "a.csv")
    assert reading.roles[0].duties == ("sweep",)
    assert [str(doubt) for doubt in reading.doubts] == [f"line 3: {told}; this row is left out."]
