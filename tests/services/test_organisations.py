"""A draft holds a copy of its organisation, and is asked before it follows an edit of it."""

from typing import Any

from jd_builder.domain.draft import Draft
from jd_builder.services import organisations
from jd_builder.services.organisations import adopted, filled, followed, kept, newer
from jd_builder.storage.store import Store

TRUST: dict[str, Any] = {"name": "Northmere NHS Trust", "sector": "nhs", "about": "We care.", "pension": "23.7%"}


def of_saved(store: Store, answers: dict[str, Any] = TRUST) -> tuple[str, Draft]:
    """A saved organisation's id, and a draft that just copied it."""
    saved = store.create_organisation(answers)
    return saved.id, adopted(Draft(), store.load_organisation(saved.id))


def edit(store: Store, id: str, **changes: Any) -> None:
    stored = store.load_organisation(id)
    answers = {key: value for key, value in {**stored.answers, **changes}.items() if value is not None}
    store.save_organisation(id, answers, stored.number, "Edited")


def test_a_fresh_copy_has_nothing_to_follow(store: Store) -> None:
    _, draft = of_saved(store)
    assert draft.organisation == TRUST
    assert newer(store, draft) is None


def test_a_draft_without_a_saved_organisation_has_nothing_to_follow(store: Store) -> None:
    assert newer(store, Draft(organisation=TRUST)) is None


def test_an_edit_names_what_it_changes(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="We care for 620,000 people.", pension=None)
    found = newer(store, draft)
    assert found is not None
    assert (found.name, found.changed) == ("Northmere NHS Trust", ("About us", "Pension"))


def test_following_takes_the_new_details_and_ends_the_question(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    found = newer(store, draft)
    assert found is not None
    following = followed(draft, found)
    assert following.organisation["about"] == "New words."
    assert newer(store, following) is None


def test_what_nobody_had_said_before_is_filled_in_and_asks_nothing(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, staff="900")
    grown = filled(store, draft)
    assert grown.organisation == {**TRUST, "staff": "900"}
    assert newer(store, grown) is None


def test_what_both_have_is_still_asked_about_when_the_rest_is_filled_in(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, staff="900", about="New words.", pension=None)
    grown = filled(store, draft)
    assert grown.organisation == {**TRUST, "staff": "900"}
    asked = newer(store, grown)
    assert asked is not None
    assert asked.changed == ("About us", "Pension")


def test_what_the_draft_took_out_or_says_itself_is_not_filled_in(store: Store) -> None:
    id, draft = of_saved(store)
    mine = draft.answered("organisation.pension", None).answered("organisation.staff", "40")
    edit(store, id, staff="900")
    assert filled(store, mine) == mine


def test_keeping_leaves_the_draft_as_it_is_and_ends_the_question(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    found = newer(store, draft)
    assert found is not None
    keeping = kept(draft, found)
    assert keeping.organisation == draft.organisation
    assert newer(store, keeping) is None


def test_the_next_edit_asks_again(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    found = newer(store, draft)
    assert found is not None
    edit(store, id, about="Newer words.")
    again = newer(store, kept(draft, found))
    assert again is not None
    assert again.answers["about"] == "Newer words."


def test_a_deleted_organisation_asks_nothing(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    store.delete_organisation(id)
    assert newer(store, draft) is None


def test_an_edit_that_was_taken_back_asks_nothing(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    edit(store, id, about=TRUST["about"])
    assert newer(store, draft) is None


def test_what_the_draft_alone_changed_stays_when_it_follows(store: Store) -> None:
    id, draft = of_saved(store)
    draft = draft.answered("organisation.pension", "24%")
    edit(store, id, about="New words.")
    found = newer(store, draft)
    assert found is not None
    assert found.changed == ("About us",)
    assert followed(draft, found).organisation == {**TRUST, "about": "New words.", "pension": "24%"}


def test_where_both_changed_the_saved_organisation_wins(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about="New words.")
    found = newer(store, draft.answered("organisation.about", "Our words."))
    assert found is not None
    assert found.answers["about"] == "New words."


def test_what_either_took_out_is_gone(store: Store) -> None:
    id, draft = of_saved(store)
    edit(store, id, about=None)
    found = newer(store, draft.answered("organisation.pension", None))
    assert found is not None
    assert found.answers == {"name": "Northmere NHS Trust", "sector": "nhs"}


def test_the_name_of_an_unnamed_organisation_is_said_plainly(store: Store) -> None:
    id, draft = of_saved(store, {"sector": "nhs"})
    edit(store, id, about="New words.")
    found = organisations.newer(store, draft)
    assert found is not None
    assert found.name == "Your organisation"


def test_a_saved_organisation_is_found_by_its_name_in_another_case_and_only_if_it_is_sure(store: Store) -> None:
    id, _ = of_saved(store)
    of_saved(store, {"name": "Eskdale Valley"})
    for name in ("NORTHMERE  NHS TRUST", "The Northmere NHS Trust", "Northmere NHS-Trust"):
        assert organisations.of_name(name, store.list_organisations()) == id
    of_saved(store, {"name": "EskdaleValley"})
    for name in ("Eskdale Valley", "Northmere", ""):
        assert organisations.of_name(name, store.list_organisations()) is None
