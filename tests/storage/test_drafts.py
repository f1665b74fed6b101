import random

import pytest

from jd_builder.domain import revisions as rules
from jd_builder.domain.draft import Draft
from jd_builder.domain.revisions import Revision
from jd_builder.storage import Conflict, NotThereError, Saved, StoredDraft
from jd_builder.storage.store import Store
from tests.storage.places import Place
from tests.storage.samples import draft, full


def saved(answer: object) -> Saved:
    assert isinstance(answer, Saved)
    return answer


def stored(answer: object) -> StoredDraft:
    assert isinstance(answer, StoredDraft)
    return answer


def test_a_draft_comes_back_as_it_was_saved(place: Place, store: Store) -> None:
    made = store.create_draft(full())
    with place.open() as another:
        assert another.load_draft(made.id) == StoredDraft(made.id, 1, full(), False, False, made.saved_at)


def test_an_empty_draft_can_be_kept(store: Store) -> None:
    assert store.load_draft(store.create_draft(Draft()).id).draft == Draft()


def test_ids_are_sixteen_letters_and_figures_that_differ(store: Store) -> None:
    ids = {store.create_draft(Draft()).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(id) == 16 and id.isascii() and id.isalnum() for id in ids)


def test_each_save_is_a_revision_that_stays(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    assert saved(store.save_draft(id, draft("Two"), 1, "Title")).number == 2
    assert saved(store.save_draft(id, draft("Three"), 2, "Title again")).number == 3
    assert [store.revision(id, number).post["title"] for number in (1, 2, 3)] == ["One", "Two", "Three"]
    assert [(line.number, line.parent, line.change, line.refused) for line in store.revisions(id)] == [
        (1, None, "Created", False),
        (2, 1, "Title", False),
        (3, 2, "Title again", False),
    ]


def test_times_are_in_utc_and_those_of_the_save(store: Store) -> None:
    made = store.create_draft(draft("One"))
    second = saved(store.save_draft(made.id, draft("Two"), 1, "Title"))
    assert [line.made for line in store.revisions(made.id)] == [made.saved_at, second.saved_at]
    assert store.load_draft(made.id).saved_at == second.saved_at > made.saved_at
    assert str(second.saved_at.tzinfo) == "UTC"


def test_the_number_alone_says_whether_someone_saved_or_undid_since(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    assert store.draft_state(id).number == 1
    store.save_draft(id, draft("Two"), 1, "Title")
    assert store.draft_state(id).number == 2
    store.undo(id, 2)
    assert store.draft_state(id).number == 1


def test_saving_what_is_there_already_makes_no_revision(store: Store) -> None:
    made = store.create_draft(full())
    assert store.save_draft(made.id, full(), 1, "Nothing") == made
    assert len(store.revisions(made.id)) == 1


def test_one_and_true_are_different_answers(store: Store) -> None:
    id = store.create_draft(Draft(post={"odd": 1})).id
    assert saved(store.save_draft(id, Draft(post={"odd": True}), 1, "Odd")).number == 2


def test_undo_and_redo_move_along_the_line_and_survive_a_reload(place: Place, store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Two"), 1, "Title")
    undone = stored(store.undo(id, 2))
    assert (undone.number, undone.draft, undone.can_undo, undone.can_redo) == (1, draft("One"), False, True)
    with place.open() as another:
        assert another.load_draft(id) == undone
        redone = stored(another.redo(id, 1))
    assert (redone.number, redone.draft, redone.can_undo, redone.can_redo) == (2, draft("Two"), True, False)


def test_at_the_ends_of_the_line_nothing_happens(store: Store) -> None:
    made = store.create_draft(draft())
    assert store.undo(made.id, 1) == store.redo(made.id, 1) == store.load_draft(made.id)
    assert store.load_draft(made.id).saved_at == made.saved_at


def test_a_save_after_an_undo_starts_a_new_line_and_keeps_the_old(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Two"), 1, "Title")
    store.undo(id, 2)
    assert saved(store.save_draft(id, draft("Three"), 1, "Title")).number == 3
    assert store.revision(id, 2) == draft("Two")
    assert stored(store.undo(id, 3)).number == 1
    assert stored(store.redo(id, 1)).number == 3


def test_undo_changes_what_lists_show(store: Store) -> None:
    id = store.create_draft(draft("One", "Northmere"), gaps=7).id
    store.save_draft(id, draft("Two"), 1, "Title", gaps=3)
    store.undo(id, 2)
    line = store.list_drafts()[0]
    assert (line.title, line.organisation, line.gaps) == ("One", "Northmere", 7)


def test_undo_and_redo_agree_with_the_rules_of_the_domain(store: Store) -> None:
    chance = random.Random(1)
    id = store.create_draft(draft("0")).id
    current = 1
    for step in range(1, 60):
        history = [
            Revision(number=line.number, parent=line.parent, made=line.made, change=line.change, draft=Draft())
            for line in store.revisions(id)
            if not line.refused
        ]
        back, forth = rules.undo(history, current), rules.redo(history, current)
        now = store.load_draft(id)
        assert (now.number, now.can_undo, now.can_redo) == (current, back is not None, forth is not None)
        match chance.choice(["save", "undo", "undo", "redo", "too late"]):
            case "save":
                current = saved(store.save_draft(id, draft(str(step)), current, "Title")).number
            case "too late":
                assert isinstance(store.save_draft(id, draft(str(step)), current + 1000, "Title"), Conflict)
            case "undo":
                current = stored(store.undo(id, current)).number
                assert current == (back or now.number)
            case "redo":
                current = stored(store.redo(id, current)).number
                assert current == (forth or now.number)


def test_a_deleted_draft_is_out_of_reach_until_it_is_brought_back(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Two"), 1, "Title")
    store.delete_draft(id)
    for attempt in (
        lambda: store.load_draft(id),
        lambda: store.save_draft(id, draft("Three"), 2, "Title"),
        lambda: store.undo(id, 2),
    ):
        with pytest.raises(NotThereError, match="was deleted") as told:
            attempt()
        assert told.value.deleted_at is not None
    assert (store.list_drafts(), [line.id for line in store.list_drafts(deleted=True)]) == ((), [id])
    store.undelete_draft(id)
    assert stored(store.undo(id, 2)).draft == draft("One")


def test_deleting_twice_keeps_the_first_time(store: Store) -> None:
    id = store.create_draft(draft()).id
    times = set()
    for _ in range(2):
        store.delete_draft(id)
        with pytest.raises(NotThereError) as told:
            store.load_draft(id)
        times.add(told.value.deleted_at)
    assert len(times) == 1


def test_an_address_that_leads_nowhere_is_told(store: Store) -> None:
    store.create_draft(draft())
    for id in ("", "0123456789abcdef", "0123456789abcde", "x\x00", "' OR 1=1 --", "é" * 16, "\ud800"):
        for attempt in (store.load_draft, store.delete_draft, store.undelete_draft, store.revisions):
            with pytest.raises(NotThereError, match="no such draft in this store"):
                attempt(id)
        assert store.drafts_following(id) == ()


def test_a_version_that_never_was_is_told(store: Store) -> None:
    id = store.create_draft(draft()).id
    for number in (-(2**70), -1, 0, 2, 2**31, 2**70):
        with pytest.raises(NotThereError, match="no version"):
            store.revision(id, number)


def test_words_for_a_change_are_cleaned_of_what_no_database_holds(store: Store) -> None:
    id = store.create_draft(draft(), "Made\x00 by \ud800me").id
    assert store.revisions(id)[0].change == "Made by me"
