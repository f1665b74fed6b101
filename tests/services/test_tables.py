"""A base and a table: a draft for each row, each mistake with its line, and the others made all the same."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError
from jd_builder.services import bulk, tables
from jd_builder.services.building import Order
from jd_builder.services.targets import Target
from tests.conftest import REPOSITORY

BASE = REPOSITORY / "examples" / "northmere-nhs-trust.yaml"
WHEN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
Make = Callable[[str | bytes], tables.Table]


@pytest.fixture
def table(tmp_path: Path) -> Make:
    def made(text: str | bytes) -> tables.Table:
        path = tmp_path / "posts.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return tables.opened(str(path), str(BASE))

    return made


def drafts(of: tables.Table) -> list[Draft]:
    return [tables.draft_of(of, row) for row in tables.rows(of)]


def refused(made: Callable[[], object]) -> list[str]:
    with pytest.raises(DataFileError) as caught:
        made()
    return [line.rpartition("/")[2] for line in caught.value.lines()]


def test_each_row_is_the_base_with_other_answers(table: Make) -> None:
    first, second = drafts(table("post.title,post.pay.minimum\nSecurity architect,\nHead of data,90000\n"))
    assert first.read_post().value.title == "Security architect"
    assert first.post["pay"] == {"minimum": "94356", "maximum": "108813"}
    assert second.post["pay"] == {"minimum": "90000", "maximum": "108813"}
    assert second.organisation["name"] == "Northmere NHS Foundation Trust"


def test_several_values_stand_in_one_cell_where_a_list_may_stand_and_only_there(table: Make) -> None:
    text = 'post.location,post.purpose,documents\nLeeds (LS1); York,"Keep; calm",private-advert; university-nhs\n'
    (draft,) = drafts(table(text))
    assert [place.town for place in draft.read_post().value.location] == ["Leeds", "York"]
    assert draft.post["purpose"] == "Keep; calm"
    assert draft.documents == ("private-advert", "university-nhs")


def test_what_spreadsheets_write_is_read(table: Make) -> None:
    (draft,) = drafts(table('\ufeffpost.title,post.team\r\n"Lead, data","Two\r\nlines"\r\n,\r\n\r\n'.encode()))
    assert draft.post["title"] == "Lead, data"
    assert draft.read_post().value.team == "Two\r\nlines"


def test_open_answers_are_answers_in_a_table_too(table: Make) -> None:
    (draft,) = drafts(table("post.pay,post.grade\nask the manager,not applicable\n"))
    assert "post.pay" in draft.read_post().asked
    assert "post.grade" in draft.read_post().skipped


def test_everything_wrong_with_the_columns_is_told_at_once(table: Make) -> None:
    assert refused(lambda: table("post.titel,post.pay,post.pay,why\n")) == [
        "posts.csv:1: there is no column 'post.titel'; did you mean 'post.title'?",
        "posts.csv:1: there is no column 'why'",
        "posts.csv:1: post.pay: this column stands twice",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "posts.csv: this is empty"),
        ("\n\n", "posts.csv: this is empty"),
        ('post.title\n"open', "posts.csv:2: this is no CSV table: unexpected end of data"),
        (b"post.title\nCaf\xe9\n", "posts.csv: this is not text in UTF-8; save it as 'CSV UTF-8'"),
    ],
)
def test_a_file_that_is_no_table_is_told(table: Make, text: str | bytes, told: str) -> None:
    assert refused(lambda: drafts(table(text)))[0].startswith(told)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(lambda: tables.opened(str(tmp_path / "none.csv"), str(BASE))) == ["none.csv: there is no such file"]


def test_a_wrong_row_is_told_with_its_line_and_the_others_are_made(table: Make, tmp_path: Path) -> None:
    posts = table("post.title,post.hours,level\nOne,many,\nTwo,30,\nThree,30,admiral\nFour,30,,,\n")
    order = Order(WHEN, "txt", ("private-advert",))
    built = list(bulk.build((), order, Target(tmp_path / "out", False, "txt"), table=posts))
    assert [line.rpartition("/")[2] for each in built for line in each.errors] == [
        "posts.csv:2: post.hours: 'many' is not a number, such as 37.5",
        "posts.csv:4: level: there is no level 'admiral' in this role",
        "posts.csv:5: this row has 5 cells for 3 columns",
    ]
    assert [path.name for each in built for path in each.files] == [
        "Northmere NHS Foundation Trust - Two - Short advert.txt"
    ]


def test_two_processes_make_the_same_files_as_one_and_equal_titles_get_numbers(table: Make, tmp_path: Path) -> None:
    posts = table("post.title\n" + "Data lead\n" * 10 + "Head of data\n" * 8)
    order = Order(WHEN, "md", ("private-advert",))
    made = []
    for jobs in (1, 2):
        target = Target(tmp_path / str(jobs), False, "md")
        for _ in bulk.build((), order, target, jobs, table=posts):
            pass
        made.append({path.name: path.read_bytes() for path in target.path.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 18
    assert any(name.endswith("Data lead - Short advert (10).md") for name in made[0])
