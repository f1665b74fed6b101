"""What changed since we last advertised: against an earlier version, another draft or a file."""

from jd_builder.storage.store import Store
from tests.ui.conftest import Open, said
from tests.ui.drafts import HOSTILE, complete, kept


def answered(store: Store, place: str, value: str) -> str:
    """A saved draft in which one answer was changed since."""
    stored = store.load_draft(kept(store))
    store.save_draft(stored.id, stored.draft.answered(place, value), stored.number, "Changed an answer")
    return stored.id


def test_a_new_draft_has_no_earlier_version(open_page: Open, store: Store) -> None:
    assert "This draft has no earlier version yet." in said(open_page("changes", draft=kept(store)))


def test_each_answer_is_shown_before_and_now_and_can_be_taken_away(open_page: Open, store: Store) -> None:
    app = open_page("changes", draft=answered(store, "post.hours", "30"))
    lines = said(app)
    assert "1 changed." in lines
    assert any("Hours a week" in line for line in lines)
    assert [button.label for button in app.download_button] == ["As a Word file"]


def test_what_was_published_comes_first_and_says_when_and_which_documents(open_page: Open, store: Store) -> None:
    id = answered(store, "post.hours", "30")
    store.save_draft(id, store.revision(id, 2).answered("post.hours", "31"), 2, "Changed an answer")
    store.mark_published(id, 2, ["private-advert", "university-nhs"])
    at = store.publications(id)[0].at
    app = open_page("changes", draft=id)
    first, second = app.selectbox(key="compare-version").options
    documents = "(short advert and job description and person specification)"
    assert first == f"As published on {at.day} {at:%B %Y} {documents}"
    assert second.endswith(": Created")
    assert any(line.startswith("From what was published on") for line in said(app))


def test_what_was_published_and_is_as_it_was_has_no_changes(open_page: Open, store: Store) -> None:
    id = kept(store)
    store.mark_published(id, 1, ["private-advert"])
    assert "Nothing changed." in said(open_page("changes", draft=id))


def test_another_draft_is_compared_too(open_page: Open, store: Store) -> None:
    kept(store, complete(notice="9"))
    app = open_page("changes", draft=kept(store, complete(notice="3")))
    app.radio(key="compare-way").set_value("Another draft").run()
    assert any("Notice in months" in line for line in said(app))


def test_hostile_text_is_shown_as_it_was_typed(open_page: Open, store: Store) -> None:
    app = open_page("changes", draft=answered(store, "post.dotted-line", HOSTILE))
    assert not app.exception
    assert HOSTILE in said(app)


def test_what_was_not_understood_of_a_file_is_shown_with_its_number(open_page: Open, store: Store) -> None:
    app = open_page("changes", draft=kept(store))
    app.radio(key="compare-way").set_value("A file").run()
    app.text_area(key="compare-text").set_value("Job title: Clerk\n\nThe going rate is £20,000.").run()
    assert not app.exception
    assert any(line.startswith("1 passage was not understood in the pasted text.") for line in said(app))
    assert "The going rate is £20,000." in said(app)
