"""Undo and redo are moves between states that are all kept."""

from datetime import UTC, datetime

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.revisions import Revision, redo, undo

MADE = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def history(*parents: int | None) -> tuple[Revision, ...]:
    """Revisions 1, 2, 3 ... by the revision that each was made from."""
    return tuple(
        Revision(number=number, parent=parent, made=MADE, change=f"Change {number}", draft=Draft())
        for number, parent in enumerate(parents, start=1)
    )


def test_undo_goes_back_and_redo_comes_back() -> None:
    revisions = history(None, 1, 2)
    assert undo(revisions, 3) == 2
    assert redo(revisions, 2) == 3


def test_nothing_comes_before_the_first_or_after_the_last() -> None:
    revisions = history(None, 1)
    assert undo(revisions, 1) is None
    assert redo(revisions, 2) is None


def test_after_undo_and_a_new_change_redo_takes_the_new_one() -> None:
    revisions = history(None, 1, 2, 1)
    assert redo(revisions, 1) == 4
    assert undo(revisions, 4) == 1


def test_what_was_left_behind_can_still_be_gone_on_from() -> None:
    assert redo(history(None, 1, 2, 1), 2) == 3


@pytest.mark.parametrize("current", [0, 9])
def test_an_unknown_state_has_nothing_around_it(current: int) -> None:
    assert undo(history(None, 1), current) is None
    assert redo(history(None, 1), current) is None


def test_no_history_has_nothing_to_undo() -> None:
    assert undo((), 1) is redo((), 1) is None
