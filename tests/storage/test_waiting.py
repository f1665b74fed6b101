"""Other answers that were given apart are kept beside a draft or an organisation, and wait until someone chooses."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from jd_builder.domain.draft import Draft
from jd_builder.storage import Aside, Saved, State
from jd_builder.storage.store import Store
from tests.storage.places import Place
from tests.storage.samples import draft


def kept_aside(store: Store, id: str) -> Saved:
    """A save that brings what it could not say itself."""
    saved = store.save_draft(id, draft("Theirs"), 1, "Title", aside=draft("Mine"))
    assert isinstance(saved, Saved)
    return saved


def test_other_answers_come_with_the_draft_and_with_what_they_were_kept_beside(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    saved = kept_aside(store, id)
    assert (saved.number, saved.aside) == (2, 3)
    assert store.load_draft(id).draft == draft("Theirs")
    assert store.load_draft(id).waiting == (Aside(3, draft("Theirs"), draft("Mine")),)
    assert store.draft_state(id) == store.load_draft(id).state == State(2, (3,))


def test_they_still_wait_when_the_store_is_opened_again(place: Place) -> None:
    with place.open() as store:
        id = store.create_draft(draft("One")).id
        kept_aside(store, id)
    with place.open() as again:
        assert again.load_draft(id).waiting == (Aside(3, draft("Theirs"), draft("Mine")),)


def test_saves_and_undo_and_redo_leave_them_waiting(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    store.save_draft(id, draft("Theirs, in other words"), 2, "Title")
    store.undo(id, 4)
    store.undo(id, 2)
    assert store.load_draft(id).draft == draft("One")
    store.redo(id, 1)
    assert store.load_draft(id).waiting == (Aside(3, draft("Theirs"), draft("Mine")),)


def test_a_save_that_settles_them_ends_the_wait_and_keeps_their_revision(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    store.save_draft(id, draft("Mine"), 2, "Took the other", settled=[3])
    assert store.load_draft(id).waiting == ()
    assert store.revision(id, 3) == draft("Mine")


def test_they_are_settled_by_a_save_that_changes_nothing_too(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    assert store.save_draft(id, draft("Theirs"), 2, "Left the other", settled=[3]) == Saved(
        id, 2, store.load_draft(id).saved_at
    )
    assert store.draft_state(id) == State(2, ())


def test_a_refused_save_settles_nothing_and_brings_nothing(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    store.save_draft(id, draft("Late"), 1, "Title", aside=draft("Later still"), settled=[3])
    assert store.draft_state(id) == State(2, (3,))


def test_the_same_kept_aside_again_waits_once(store: Store) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    again = store.save_draft(id, draft("Theirs"), 2, "Title", aside=draft("Mine"))
    assert isinstance(again, Saved)
    assert again.aside == 3
    assert store.draft_state(id) == State(2, (3,))


def test_an_organisation_keeps_them_as_a_draft_does(store: Store) -> None:
    id = store.create_organisation({"name": "One"}).id
    store.save_organisation(id, {"name": "Theirs"}, 1, "Name", aside={"name": "Mine"})
    assert store.load_organisation(id).waiting == (Aside(3, {"name": "Theirs"}, {"name": "Mine"}),)
    store.save_organisation(id, {"name": "Mine"}, 2, "Took the other", settled=[3])
    assert store.load_organisation(id).waiting == ()


def test_what_waits_is_part_of_a_backup(store: Store, tmp_path: Path) -> None:
    id = store.create_draft(draft("One")).id
    kept_aside(store, id)
    organisation = store.create_organisation({"name": "One"}).id
    store.save_organisation(organisation, {"name": "Theirs"}, 1, "Name", aside={"name": "Mine"})
    counts = store.backup(tmp_path / "all.zip")
    assert (counts["drafts_waiting"], counts["organisations_waiting"]) == (1, 1)
    with Place(None, tmp_path / "other").open() as other:
        other.restore(tmp_path / "all.zip")
        assert other.load_draft(id) == store.load_draft(id)
        assert other.load_organisation(organisation) == store.load_organisation(organisation)


def test_a_draft_and_what_is_kept_aside_with_it_are_saved_together_or_not_at_all(on_sqlite: Place) -> None:
    """What is kept aside is written last: here nothing can be written to its list."""
    with on_sqlite.open() as store:
        id = store.create_draft(draft("One")).id
        with closing(sqlite3.connect(on_sqlite.file)) as raw:
            raw.execute("CREATE TRIGGER full BEFORE INSERT ON drafts_waiting BEGIN SELECT RAISE(ABORT, 'full'); END")
        with pytest.raises(IntegrityError):
            store.save_draft(id, draft("Theirs"), 1, "Title", aside=Draft())
        assert store.load_draft(id).draft == draft("One")
        assert len(store.revisions(id)) == 1
