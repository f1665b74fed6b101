import pytest

from jd_builder.domain.draft import ProfileRef
from jd_builder.storage import Conflict, NotThereError, OrganisationLine, Saved, StoredOrganisation
from jd_builder.storage.store import Store
from tests.storage.samples import HARBOUR, draft, following


def test_answers_come_back_as_typed_the_wrong_ones_too(store: Store) -> None:
    made = store.create_organisation(HARBOUR)
    assert store.load_organisation(made.id) == StoredOrganisation(made.id, 1, HARBOUR, made.saved_at)


def test_each_save_is_a_revision_that_stays(store: Store) -> None:
    id = store.create_organisation(HARBOUR).id
    saved = store.save_organisation(id, {**HARBOUR, "staff": "1900"}, 1, "Staff")
    assert isinstance(saved, Saved)
    assert store.organisation_revision(id, 1) == HARBOUR
    assert store.organisation_revision(id, 2)["staff"] == "1900"
    assert [(line.number, line.change) for line in store.organisation_revisions(id)] == [(1, "Created"), (2, "Staff")]
    assert store.save_organisation(id, {**HARBOUR, "staff": "1900"}, 2, "Nothing") == saved


def test_of_two_editors_the_second_is_told_and_both_texts_are_kept(store: Store) -> None:
    id = store.create_organisation(HARBOUR).id
    store.save_organisation(id, {"name": "Theirs"}, 1, "Name")
    conflict = store.save_organisation(id, {"name": "Mine"}, 1, "Name")
    assert isinstance(conflict, Conflict)
    assert conflict.theirs.answers == store.load_organisation(id).answers == {"name": "Theirs"}
    assert store.organisation_revision(id, conflict.mine) == {"name": "Mine"}


def test_the_list_shows_the_newest_first(store: Store) -> None:
    first, second = store.create_organisation(HARBOUR), store.create_organisation({"name": "ask the manager"})
    assert store.list_organisations() == (
        OrganisationLine(second.id, 1, "", second.saved_at),
        OrganisationLine(first.id, 1, "Harbour Mutual", first.saved_at),
    )


def test_a_deleted_organisation_can_be_brought_back(store: Store) -> None:
    id = store.create_organisation(HARBOUR).id
    store.delete_organisation(id)
    with pytest.raises(NotThereError, match="This organisation was deleted"):
        store.load_organisation(id)
    assert store.list_organisations() == ()
    assert [line.id for line in store.list_organisations(deleted=True)] == [id]
    store.undelete_organisation(id)
    assert store.load_organisation(id).answers == HARBOUR


def test_the_drafts_that_follow_an_organisation_say_which_revision_they_copied(store: Store) -> None:
    id = store.create_organisation(HARBOUR).id
    older = store.create_draft(following(id, 1, "Older")).id
    newer = store.create_draft(following(id, 2, "Newer")).id
    store.create_draft(following("anotheranother12", 1))
    store.create_draft(draft())
    store.delete_draft(store.create_draft(following(id, 1)).id)
    lines = store.drafts_following(id)
    assert [line.id for line in lines] == [newer, older]
    assert [line.follows for line in lines] == [ProfileRef(id=id, revision=2), ProfileRef(id=id, revision=1)]


def test_an_organisation_that_is_unknown_is_told(store: Store) -> None:
    with pytest.raises(NotThereError, match="no such organisation"):
        store.load_organisation("0123456789abcdef")
