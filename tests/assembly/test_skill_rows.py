"""The table of skills in an internal profile: no cell says nothing, and no column only that."""

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.document import Document, Table, plain
from jd_builder.domain.draft import Choices, Draft
from tests.samples import role_of


def profile(draft: Draft) -> Document:
    return assemble(draft, role_of(draft), load_layouts()["internal-profile"])


def columns(document: Document) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    (table,) = (each for each in tables if plain(each.header[0]) == "Skill")
    return [[plain(cell) for cell in row] for row in (table.header, *table.rows)]


def test_a_skill_that_no_duty_shows_has_a_dash() -> None:
    cells = [row[2] for row in columns(profile(Draft()))]
    assert "\N{EN DASH}" in cells
    assert all(cells)
    assert "none" not in cells


@pytest.mark.parametrize("choose", [Choices(statements=()), Choices(statements=("own.1",))])
def test_where_no_duty_shows_any_skill_no_column_says_so(choose: Choices) -> None:
    own = ({"id": "own.1", "text": "water the plants in the foyer"},)
    draft = Draft.model_validate({"own": own}).changed(choose=choose)
    assert columns(profile(draft))[0] == ["Skill", "What it is for"]
