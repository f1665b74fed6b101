"""What was published is remembered: which document, at which revision, when; the draft knows nothing of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jd_builder.storage import NotThereError, open_store
from jd_builder.storage.store import Store
from tests.storage.places import Place
from tests.storage.samples import draft


def marks(store: Store, id: str) -> list[tuple[int, str]]:
    return [(each.number, each.layout) for each in store.publications(id)]


def test_documents_are_marked_with_their_revision_the_newest_first(store: Store) -> None:
    id = store.create_draft(draft()).id
    store.mark_published(id, 1, ["private-advert"])
    store.save_draft(id, draft("Head of security"), 1, "Changed the title")
    store.mark_published(id, 2, ["university-nhs"])
    assert marks(store, id) == [(2, "university-nhs"), (1, "private-advert")]
    assert store.list_drafts()[0].published == store.publications(id)[0].at


def test_a_draft_that_nobody_published_has_no_mark(store: Store) -> None:
    id = store.create_draft(draft()).id
    assert store.publications(id) == ()
    assert store.list_drafts()[0].published is None


def test_what_is_taken_again_counts_from_the_last_time(tmp_path: Path) -> None:
    clock = [datetime(2026, 3, 3, tzinfo=UTC)]
    with open_store(None, tmp_path, lambda: clock[0]) as store:
        id = store.create_draft(draft()).id
        store.mark_published(id, 1, ["private-advert", "private-advert"])
        clock[0] += timedelta(days=2)
        store.mark_published(id, 1, ["private-advert"])
        assert [each.at.day for each in store.publications(id)] == [5]


def test_undo_and_redo_and_the_list_of_versions_are_as_without_marks(store: Store) -> None:
    id = store.create_draft(draft()).id
    store.save_draft(id, draft("Two"), 1, "Two")
    store.save_draft(id, draft("Three"), 2, "Three")
    store.undo(id, 3)
    before = (store.load_draft(id), store.revisions(id))
    store.mark_published(id, 2, ["private-advert"])
    assert (store.load_draft(id), store.revisions(id)) == before
    assert store.redo(id, 2) is not None
    assert store.load_draft(id).draft == draft("Three")
    assert marks(store, id) == [(2, "private-advert")]


def test_what_does_not_exist_cannot_be_published(store: Store) -> None:
    id = store.create_draft(draft()).id
    for wrong, number in ((id, 2), (id, 0), (id, 2**40), ("0" * 16, 1), ("\x00", 1)):
        with pytest.raises(NotThereError):
            store.mark_published(wrong, number, ["private-advert"])
    store.delete_draft(id)
    with pytest.raises(NotThereError):
        store.mark_published(id, 1, ["private-advert"])


def test_marks_are_part_of_a_backup(store: Store, tmp_path: Path) -> None:
    id = store.create_draft(draft()).id
    store.mark_published(id, 1, ["private-advert"])
    assert store.backup(tmp_path / "all.zip")["publications"] == 1
    with Place(None, tmp_path / "other").open() as other:
        other.restore(tmp_path / "all.zip")
        assert other.publications(id) == store.publications(id)
