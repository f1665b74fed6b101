"""The page about the draft file: it is what the models say, today."""

import re

import pytest

from jd_builder.content.builtin import load_builtin
from jd_builder.drafts.draft_keys import undescribed
from jd_builder.drafts.key_table import table
from jd_builder.drafts.reading import read_draft
from jd_builder.drafts.references import unknown_in_role
from tests.conftest import REPOSITORY

PAGE = table()


def test_the_page_is_up_to_date() -> None:
    assert (REPOSITORY / "docs" / "draft-file.md").read_text("utf-8") == PAGE, "run `make docs`"


def test_every_key_of_a_draft_file_is_described() -> None:
    assert undescribed() == []


def test_the_example_at_its_head_is_a_right_draft() -> None:
    (example,) = re.findall(r"(?s)```yaml\n(.*?)```", PAGE)
    (ciso,) = (role for role in load_builtin() if role.id == "ciso")
    draft = read_draft(example, "job.yaml", lambda draft: unknown_in_role(draft, ciso)).draft
    assert draft.read_post().asked == ("post.dbs",)
    assert draft.read_post().skipped == ("post.probation",)


@pytest.mark.parametrize("row", [line for line in PAGE.split("\n") if re.match(r"\| `(?:post|organisation)\.", line)])
def test_each_row_names_a_key_and_says_all_about_it(row: str) -> None:
    key, what, why, write, example = re.split(r" \| ", row.strip("| "))
    assert key.strip("`").count("`") == 0
    assert all(cell.strip() for cell in (what, why, write, example)), row
    assert "..." not in example


def test_examples_of_the_table_are_right_values() -> None:
    rows = [
        re.split(r" \| ", line.strip("| "))
        for line in PAGE.split("\n")
        if re.match(r"\| `(?:post|organisation)\.", line)
    ]
    for key, *_, example in rows:
        part, *keys = key.strip("`").split(".")
        if len(keys) == 1:
            read_draft(f"{part}:\n  {keys[0]}: {example.strip('`')}\n", "job.yaml")
