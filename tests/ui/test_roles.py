"""The pages that bring roles and old files in, without a browser."""

from dataclasses import replace
from datetime import date

import pytest

from jd_builder.content.editions.new_edition import made
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.services import catalogue
from jd_builder.storage.store import Store
from tests.content.editions.readings import HEAD, LAMPLIGHTER
from tests.ui.conftest import Open, said


@pytest.fixture
def lamps(store: Store) -> tuple[Role, Role]:
    """Two editions of one role in the store, the older first."""
    older = made(HEAD, "head-of-lamplighting", "2026-03-01", [], date(2026, 11, 21), {}).role
    said = replace(HEAD, duties=(*HEAD.duties[:2], "paint all lamp posts green in spring"))
    newer = made(said, "head-of-lamplighting", "2026-09-01", [older], date(2026, 11, 21), {}).role
    for role in (older, newer):
        store.add_edition(role)
    catalogue.forget()
    return older, newer


def test_all_roles_are_listed_with_their_newest_edition(open_page: Open, lamps: tuple[Role, Role]) -> None:
    lines = said(open_page("roles"))
    assert "Head of lamplighting" in lines
    assert "2 editions, the newest of 1 September 2026" in lines
    assert "Edition of 30 November 2024" in lines


def test_a_role_shows_what_its_newer_edition_changed(open_page: Open, lamps: tuple[Role, Role]) -> None:
    lines = said(open_page("roles", role="head-of-lamplighting"))
    assert "paint all lamp posts green in spring" in lines
    assert any(line.startswith("Added") for line in lines)
    assert any(line.startswith("Removed") for line in lines)


def test_drafts_that_a_newer_edition_concerns_are_listed(
    open_page: Open, store: Store, lamps: tuple[Role, Role]
) -> None:
    draft = Draft(role="head-of-lamplighting", edition="2026-03-01", post={"title": "Lamps"})
    store.create_draft(draft)
    app = open_page("roles", role="head-of-lamplighting")
    assert "2 changes to take or leave" in said(app)
    assert any(link.label == "Look at the changes" for link in app.page_link)


def test_a_draft_on_an_older_edition_is_moved_as_the_user_says(
    open_page: Open, store: Store, lamps: tuple[Role, Role]
) -> None:
    id = store.create_draft(Draft(role="head-of-lamplighting", edition="2026-03-01")).id
    app = open_page("newer", draft=id)
    app.button(key="all-left").click().run()
    app.button(key="move").click().run()
    moved = store.load_draft(id).draft
    assert moved.edition == "2026-09-01"
    assert [own.text for own in moved.own] == ["report broken lamps to the town works each morning"]
    assert "head-of-lamplighting.duty.4" in moved.choose.exclude


def test_start_offers_every_role_and_the_levels_of_the_one_that_was_picked(open_page: Open, store: Store) -> None:
    store.add_edition(made(LAMPLIGHTER, "lamplighter", "2026-03-01", [], date(2026, 11, 21), {}).role)
    catalogue.forget()
    app = open_page("start")
    app.selectbox(key="start-role").set_value("lamplighter").run()
    app.selectbox(key="start-level-lamplighter").set_value("senior-lamplighter").run()
    next(button for button in app.button if button.label == "Start the draft").click().run()
    [line] = store.list_drafts()
    draft = store.load_draft(line.id).draft
    assert (draft.role, draft.level, draft.post["title"]) == ("lamplighter", "senior-lamplighter", "Senior lamplighter")


def test_the_page_for_old_files_asks_for_one(open_page: Open) -> None:
    app = open_page("from_file")
    assert app.title[0].value == "Start from a Word file"
    assert not [button for button in app.button if button.label == "Start the draft"]
