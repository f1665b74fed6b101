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
