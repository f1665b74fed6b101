"""What changed is told word by word, and both texts can be read back from it."""

from hypothesis import given
from hypothesis import strategies as st

from jd_builder.text.diff import Piece, by_words


def test_a_word_in_place_of_another_is_removed_and_added() -> None:
    assert by_words("buy oil from three merchants", "buy oil from many merchants") == (
        Piece("same", "buy oil from "),
        Piece("removed", "three"),
        Piece("added", "many"),
        Piece("same", " merchants"),
    )


def test_a_text_has_no_changes_of_itself() -> None:
    assert by_words("the same", "the same") == (Piece("same", "the same"),)


@given(st.text(), st.text())
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    pieces = by_words(before, after)
    assert "".join(text for kind, text in pieces if kind != "added") == before
    assert "".join(text for kind, text in pieces if kind != "removed") == after


def test_a_figure_is_one_word() -> None:
    assert by_words("pay of £48,000 a year", "pay of £50,000 a year") == (
        Piece("same", "pay of "),
        Piece("removed", "£48,000"),
        Piece("added", "£50,000"),
        Piece("same", " a year"),
    )


def test_words_that_change_side_by_side_are_told_together() -> None:
    assert by_words("buy very cheap oil from merchants", "buy rather good oil from merchants")[1:3] == (
        Piece("removed", "very cheap"),
        Piece("added", "rather good"),
    )


def test_a_text_that_became_another_is_not_told_word_by_word() -> None:
    before, after = "make people aware of the risk", "train 2,000 volunteers of all ages each year"
    assert by_words(before, after) == (Piece("removed", before), Piece("added", after))
