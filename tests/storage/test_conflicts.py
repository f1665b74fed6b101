from itertools import chain
from threading import Barrier, Thread

from jd_builder.domain.draft import Draft
from jd_builder.storage import Conflict, Saved, StoredDraft
from jd_builder.storage.store import Store
from tests.storage.places import Place
from tests.storage.processes import at_once
from tests.storage.samples import draft

PAIRS = 200


def refused(answer: object) -> Conflict[StoredDraft]:
    assert isinstance(answer, Conflict)
    return answer


def test_of_two_hundred_pairs_of_editors_every_second_one_is_told_and_nothing_is_lost(place: Place) -> None:
    with place.open() as one, place.open() as other:
        id = one.create_draft(draft("0")).id
        answers: list[dict[str, object]] = [{} for _ in range(PAIRS)]
        start = Barrier(2)

        def edit(store: Store, name: str) -> None:
            for pair in range(PAIRS):
                base = store.load_draft(id).number
                start.wait(60)
                answers[pair][name] = store.save_draft(id, draft(f"{name} {pair}"), base, "Title")
                start.wait(60)

        editors = [Thread(target=edit, args=(one, "one")), Thread(target=edit, args=(other, "other"))]
        for editor in editors:
            editor.start()
        for editor in editors:
            editor.join()

        for pair, both in enumerate(answers):
            won = {name for name, answer in both.items() if isinstance(answer, Saved)}
            [winner], [loser] = won, both.keys() - won
            conflict = refused(both[loser])
            assert conflict.theirs.draft == draft(f"{winner} {pair}")
            assert one.revision(id, conflict.mine) == draft(f"{loser} {pair}")
        assert len(one.revisions(id)) == 1 + 2 * PAIRS


def test_a_refused_save_is_kept_beside_the_line(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Theirs"), 1, "Title")
    conflict = refused(store.save_draft(id, draft("Mine"), 1, "My title"))
    assert conflict.theirs == store.load_draft(id)
    assert conflict.theirs.draft == draft("Theirs")
    assert store.revision(id, conflict.mine) == draft("Mine")
    line = store.revisions(id)[-1]
    assert (line.number, line.parent, line.change, line.refused) == (3, 1, "My title", True)


def test_a_refused_save_is_never_a_step_of_undo_or_redo(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Theirs"), 1, "Title")
    store.save_draft(id, draft("Mine"), 1, "Title")
    undone = store.undo(id, 2)
    assert isinstance(undone, StoredDraft)
    redone = store.redo(id, 1)
    assert isinstance(redone, StoredDraft)
    assert redone.draft == draft("Theirs")
    assert not redone.can_redo


def test_mine_takes_the_place_of_theirs_when_it_is_saved_on_top(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Theirs"), 1, "Title")
    conflict = refused(store.save_draft(id, draft("Mine"), 1, "Title"))
    mine = store.revision(id, conflict.mine)
    kept = store.save_draft(id, mine, conflict.theirs.number, "Kept my version")
    assert isinstance(kept, Saved)
    assert store.load_draft(id).draft == draft("Mine")
    assert [line.parent for line in store.revisions(id)] == [None, 1, 1, 2]


def test_a_screen_that_tries_again_does_not_fill_the_versions(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Theirs"), 1, "Title")
    answers = [refused(store.save_draft(id, draft("Mine"), 1, "Title")).mine for _ in range(3)]
    assert answers == [3, 3, 3]
    assert len(store.revisions(id)) == 3


def test_two_editors_who_wrote_the_same_have_no_conflict(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    first = store.save_draft(id, draft("Same"), 1, "Title")
    assert store.save_draft(id, draft("Same"), 1, "Title") == first


def test_a_base_that_this_store_never_had_is_a_conflict_too(store: Store) -> None:
    """As when a backup was restored while a page was open."""
    id = store.create_draft(draft("One")).id
    for base in (-(2**70), -1, 0, 70, 2**31, 2**70):
        conflict = refused(store.save_draft(id, draft(f"Mine, from {base}"), base, "Title"))
        assert (store.revisions(id)[-1].parent, store.revision(id, conflict.mine)) == (
            None,
            draft(f"Mine, from {base}"),
        )


def test_an_empty_new_session_never_overwrites_a_fuller_draft(store: Store) -> None:
    id = store.create_draft(Draft()).id
    store.save_draft(id, draft("Full"), 1, "Title")
    assert refused(store.save_draft(id, Draft(), 1, "Autosave")).theirs.draft == draft("Full")
    assert store.load_draft(id).draft == draft("Full")


def test_undo_and_redo_of_an_older_state_are_told_and_do_nothing(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    store.save_draft(id, draft("Two"), 1, "Title")
    for answer in (store.undo(id, 1), store.redo(id, 1)):
        assert refused(answer) == Conflict(1, store.load_draft(id))
    assert store.load_draft(id).number == 2


SAVES = 100


def save_many(start: Barrier, place: Place, name: str, shared: str) -> list[int]:
    """Own drafts and one that all save, which has to be asked for again after each conflict."""
    numbers = []
    with place.open() as store:
        own = store.create_draft(draft(name)).id
        start.wait(60)
        for save in range(1, SAVES + 1):
            assert isinstance(store.save_draft(own, draft(f"{name} {save}"), save, "Title"), Saved)
            if save % 10 == 0:
                numbers.append(save_on_top(store, shared, draft(f"{name} {save}")))
    return numbers


def save_on_top(store: Store, id: str, mine: Draft) -> int:
    base = store.load_draft(id).number
    while isinstance(answer := store.save_draft(id, mine, base, "Title"), Conflict):
        base = answer.theirs.number
    return answer.number


def test_four_processes_save_a_hundred_times_each_without_an_error(place: Place) -> None:
    with place.open() as store:
        shared = store.create_draft(draft("Shared")).id
        numbers = at_once(save_many, *[(place, f"Editor {name}", shared) for name in "ABCD"])
        assert (
            sorted(chain.from_iterable(numbers))
            == [line.number for line in store.revisions(shared) if not line.refused][1:]
        )
        titles = {line.title for line in store.list_drafts("editor") if line.id != shared}
        assert titles == {f"Editor {name} {SAVES}" for name in "ABCD"}
