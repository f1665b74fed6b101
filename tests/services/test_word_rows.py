"""What was changed beside a criterion in a table of a working copy: its need, its stages, its row as a whole."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn

from jd_builder.domain.draft import Criterion, Draft
from jd_builder.services import word_changes
from jd_builder.services.shares import Shares
from tests.export.house_files import plain_page
from tests.services.test_working_copies import back, changes, copy_of, edited, example, printed

JD = "university-nhs"
FIRST = "Has led security, or a large part of it, for an organisation of similar size and risk"


def specification(word: Any) -> Any:
    return next(table for table in word.tables if table.rows[0].cells[0].text == "Area")


def cell_of_first(column: int, said: str) -> Callable[[Any], None]:
    def change(word: Any) -> None:
        specification(word).rows[1].cells[column].paragraphs[0].runs[0].text = said

    return change


def with_cell(column: int, said: str) -> bytes:
    return edited(copy_of(example("northmere-nhs-trust"), JD), cell_of_first(column, said))


def first(draft: Draft) -> Criterion:
    return Shares(draft).criteria_by_ref["commercial.experience.1"]


@pytest.mark.parametrize("said", ["Desirable", "desirable "])
def test_a_need_changed_in_word_is_offered_and_changes_the_criterion(said: str) -> None:
    returned = back(with_cell(2, said))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of, found.before, found.can_be_taken) == (f"Need: {FIRST}", "Essential", True)
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert (first(returned.draft).need, first(taken).need) == ("essential", "desirable")
    assert word_changes.found(taken, returned.carried) == ()
    assert word_changes.taken(returned.draft, returned.carried, []) == returned.draft


@pytest.mark.parametrize(
    ("said", "stages"),
    [("Interview", ("I",)), ("Interview and test", ("I", "T")), ("A, P", ("A", "P"))],
)
def test_stages_changed_in_word_are_offered_and_change_how_the_criterion_is_assessed(
    said: str, stages: tuple[str, ...]
) -> None:
    returned = back(with_cell(3, said))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of, found.now, found.can_be_taken) == (f"Assessed by: {FIRST}", said, True)
    assert first(word_changes.taken(returned.draft, returned.carried, [0])).assessed == stages


@pytest.mark.parametrize(
    ("column", "said"),
    [(2, "Nice to have"), (3, "Interview or a chat"), (0, "Knowledge")],
)
def test_other_words_for_what_is_chosen_are_told_with_the_place_to_choose_it(column: int, said: str) -> None:
    (found,) = changes(with_cell(column, said))
    assert (found.now, found.can_be_taken, found.places) == (said, False, ("commercial.experience.1",))
    assert "Duties and criteria" in found.why


def test_a_need_that_the_draft_has_changed_as_well_shows_both() -> None:
    returned = back(with_cell(2, "Desirable"))
    there = word_changes.taken(returned.draft, returned.carried, [0])
    back_again = back(edited(copy_of(there, JD), lambda word: None))
    assert word_changes.found(there, back_again.carried) == ()
    other = back(with_cell(3, "Interview"))
    moved_on = word_changes.taken(returned.draft, back(with_cell(3, "Test")).carried, [0])
    (found,) = word_changes.found(moved_on, other.carried)
    assert found.meanwhile == "Test"


def test_a_deleted_row_of_a_table_is_one_change() -> None:
    def change(word: Any) -> None:
        table = specification(word)
        table._tbl.remove(table.rows[1]._tr)

    returned = back(edited(copy_of(example("northmere-nhs-trust"), JD), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.sort, found.of, found.before) == ("removed", "Criterion", FIRST)
    assert FIRST not in printed(word_changes.taken(returned.draft, returned.carried, [0]), JD)


def test_an_answer_that_now_reads_like_another_one_is_a_change() -> None:
    def change(word: Any) -> None:
        rows = {row.cells[0].text: row.cells[1] for row in word.tables[0].rows}
        rows["Reports to"].paragraphs[0].runs[0].text = rows["Accountable to"].text

    (found,) = changes(edited(copy_of(example("northmere-nhs-trust"), JD), change))
    assert found.of == "Reports to"


def test_a_need_written_as_a_letter_is_the_one_of_the_row_and_not_of_another_table() -> None:
    def change(word: Any) -> None:
        cells = [row.cells for table in word.tables for row in table.rows if len(row.cells) == 4]
        row = next(each for each in cells if each[2].text == "E" and each[1].text.startswith("You have led"))
        row[2].paragraphs[0].runs[0].text = "D"

    returned = back(edited(copy_of(example(), "interview-pack"), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of.partition(":")[0], found.now, found.can_be_taken) == ("Need", "D", True)
    assert first(word_changes.taken(returned.draft, returned.carried, [0])).need == "desirable"


def test_a_label_beside_a_criterion_is_told_and_left() -> None:
    def change(word: Any) -> None:
        cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
        next(cell for cell in cells if cell.text == "Criterion 1").paragraphs[0].runs[0].text = "First criterion"

    (found,) = changes(edited(copy_of(example(), "interview-pack"), change))
    assert (found.of, found.now, found.can_be_taken) == (word_changes.WORDING, "First criterion", False)


def test_a_need_changed_on_a_page_too_narrow_for_the_columns_is_offered_too() -> None:
    def change(word: Any) -> None:
        texts = list(word.element.body.iter(qn("w:t")))
        at = next(number for number, each in enumerate(texts) if each.text == FIRST)
        next(each for each in texts[at:] if each.text == "Essential").text = "Desirable"

    content = copy_of(example("northmere-nhs-trust"), JD, plain_page("Verdana", 18, 8))
    returned = back(edited(content, change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.of, found.can_be_taken) == (f"Need: {FIRST}", True)
    assert first(word_changes.taken(returned.draft, returned.carried, [0])).need == "desirable"
