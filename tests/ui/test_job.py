"""The job: what is on the screen is the draft as it now is, and what was typed is never overwritten by it."""

from itertools import pairwise
from typing import Any

from streamlit.testing.v1 import AppTest

from jd_builder.domain.draft import Draft
from jd_builder.storage import Saved
from jd_builder.storage.store import Store
from tests.ui.conftest import Open, said
from tests.ui.drafts import complete, kept


def field(app: AppTest, place: str) -> str:
    """What a text field of the page holds."""
    return str(next(box.value for box in app.text_input if str(box.key).endswith(place)))


def elsewhere(store: Store, id: str, **post: Any) -> None:
    """Another tab, or another person, saves."""
    now = store.load_draft(id)
    draft: Draft = now.draft.changed(post={**now.draft.post, **post})
    assert isinstance(store.save_draft(id, draft, now.number, "Elsewhere"), Saved)


def saved(app: AppTest) -> str:
    """What the header says of saving."""
    return next(line for line in said(app) if line.startswith(("Saved ", "Not saved")))


def versions(app: AppTest) -> set[str]:
    """The versions that are offered, each with its name."""
    lines, names = said(app), ("Yours", "The other version", "Kept aside", "As it stands")
    return {f"{name}: {text}" for name, text in pairwise(lines) if name in names}


def unfold(app: AppTest) -> AppTest:
    return app.button(key="open-Team and budget").click().run()


def test_what_was_saved_elsewhere_is_shown_when_the_page_is_next_drawn(open_page: Open, store: Store) -> None:
    id = kept(store, complete(title="First"))
    app = open_page("job", draft=id)
    elsewhere(store, id, title="Second")
    assert field(app, "post.title") == "First"
    unfold(app)
    assert field(app, "post.title") == "Second"
    assert any(line.startswith("Second, ") for line in said(app))


def test_a_title_left_to_the_manager_leaves_the_roles_at_the_head_and_is_still_to_fill_in(
    open_page: Open, store: Store
) -> None:
    app = open_page("job", draft=kept(store, complete(title="ask the manager")))
    assert "Chief information security officer, Northmere NHS Foundation Trust" in said(app)
    assert any(link.label == "The job (1 to fill in)" for link in app.page_link)


def test_an_answer_comes_back_when_leaving_it_to_the_manager_is_taken_back(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)

    def leave_open(as_: str | None) -> None:
        next(each for each in app.pills if str(each.key).endswith("post.hours:open")).set_value(as_).run()

    leave_open("ask the manager")
    assert store.load_draft(id).draft.post["hours"] == "ask the manager"
    leave_open(None)
    assert store.load_draft(id).draft.post["hours"] == "35"
    assert field(app, "post.hours") == "35"


def test_none_typed_in_place_of_words_is_shown_as_not_applicable_and_stays_as_typed(
    open_page: Open, store: Store
) -> None:
    id = kept(store, complete())
    app = unfold(open_page("job", draft=id))
    next(box for box in app.text_input if str(box.key).endswith("post.dotted-line")).set_value("None").run()
    left = next(each for each in app.pills if str(each.key).endswith("post.dotted-line:open"))
    assert (left.value, field(app, "post.dotted-line")) == ("not applicable", "")
    assert store.load_draft(id).draft.post["dotted-line"] == "None"


def test_an_undo_elsewhere_is_shown_too(open_page: Open, store: Store) -> None:
    id = kept(store, complete(title="First"))
    elsewhere(store, id, title="Second")
    app = open_page("job", draft=id)
    store.undo(id, 2)
    assert field(unfold(app), "post.title") == "First"


def test_a_change_made_at_the_same_moment_is_still_a_choice_between_both(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)
    elsewhere(store, id, hours="37")
    next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("36").run()
    assert any(line.startswith("Someone else, or another tab") for line in said(app))
    assert {"36", "37"} <= set(said(app))
    assert store.load_draft(id).draft.post["hours"] == "37"
    unfold(app)
    assert {"36", "37"} <= set(said(app))


def test_a_choice_waits_for_whoever_opens_the_draft_and_nothing_calls_it_saved_until_it_is_made(
    open_page: Open, store: Store
) -> None:
    for choice, hours in (("keep-mine", "36"), ("take-theirs", "37")):
        id = kept(store, complete(hours="35"))
        app = open_page("job", draft=id)
        elsewhere(store, id, hours="37")
        next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("36").run()
        next(box for box in app.text_input if str(box.key).endswith("post.title")).set_value("Mine").run()
        assert store.load_draft(id).draft.post["title"] == "Mine"
        later = open_page("job", draft=id)
        assert {"Kept aside: 36", "As it stands: 37"} <= versions(later)
        assert field(later, "post.title") == "Mine"
        assert saved(later).endswith(", but for a choice between two versions")
        later.button(key=choice).click().run()
        assert store.load_draft(id).draft.post["hours"] == field(later, "post.hours") == hours
        assert not versions(later)
        assert "choice" not in saved(later)
        assert not versions(open_page("job", draft=id))


def test_a_third_answer_is_saved_and_the_one_kept_aside_is_still_offered(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)
    elsewhere(store, id, hours="37")
    next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("36").run()
    assert {"Yours: 36", "The other version: 37"} <= versions(app)
    next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("30").run()
    assert store.load_draft(id).draft.post["hours"] == "30"
    assert {"Kept aside: 36", "As it stands: 30"} <= versions(app)


def test_a_choice_that_someone_else_made_is_gone_when_the_page_is_next_drawn(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)
    elsewhere(store, id, hours="37")
    next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("36").run()
    open_page("job", draft=id).button(key="take-theirs").click().run()
    assert not versions(unfold(app))


def test_undo_goes_back_from_what_could_not_be_saved_and_redo_brings_it_again(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)
    elsewhere(store, id, title="Second")
    unfold(app)
    sheet = app.session_state["sheet"]
    sheet.draft, sheet.failed = sheet.draft.answered("post.hours", "36"), "The disk was full."
    app.button(key="undo").click().run()
    assert field(app, "post.hours") == "35"
    app.button(key="redo").click().run()
    assert field(app, "post.hours") == "36"


def test_a_change_that_could_not_be_saved_meets_the_newer_one_as_a_choice(open_page: Open, store: Store) -> None:
    id = kept(store, complete(hours="35"))
    app = open_page("job", draft=id)
    sheet = app.session_state["sheet"]
    sheet.draft, sheet.failed = sheet.draft.answered("post.hours", "36"), "The disk was full."
    elsewhere(store, id, hours="37")
    unfold(app)
    assert {"36", "37"} <= set(said(app))
    app.button(key="keep-mine").click().run()
    assert store.load_draft(id).draft.post["hours"] == "36"


def test_a_draft_deleted_elsewhere_says_so(open_page: Open, store: Store) -> None:
    id = kept(store)
    app = open_page("job", draft=id)
    store.delete_draft(id)
    assert "There is no draft at this address. It may have been deleted." in said(unfold(app))


def test_changes_to_different_answers_in_two_tabs_both_stand_and_one_line_says_so(
    open_page: Open, store: Store
) -> None:
    id = kept(store, complete(title="First", hours="35"))
    app = open_page("job", draft=id)
    elsewhere(store, id, title="Second")
    next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("30").run()
    post = store.load_draft(id).draft.post
    assert (post["title"], post["hours"]) == ("Second", "30")
    assert field(app, "post.title") == "Second"
    assert "Also changed elsewhere: Job title." in said(app)
    assert not any(line.startswith("Someone else, or another tab") for line in said(app))


def test_a_choice_is_only_about_what_both_changed(open_page: Open, store: Store) -> None:
    for choice, hours in (("keep-mine", "36"), ("take-theirs", "37")):
        id = kept(store, complete(title="First", hours="35"))
        app = open_page("job", draft=id)
        elsewhere(store, id, hours="37", title="Second")
        next(box for box in app.text_input if str(box.key).endswith("post.hours")).set_value("36").run()
        assert "First" not in said(app)
        app.button(key=choice).click().run()
        post = store.load_draft(id).draft.post
        assert (post["title"], post["hours"]) == ("Second", hours)


def test_two_ends_of_the_pay_that_do_not_go_together_are_offered_as_two_ranges(open_page: Open, store: Store) -> None:
    was, theirs = {"minimum": "100000", "maximum": "120000"}, {"minimum": "115000", "maximum": "120000"}
    for choice, pay in (("keep-mine", {**was, "maximum": "110000"}), ("take-theirs", theirs)):
        id = kept(store, complete(pay=was))
        app = open_page("job", draft=id)
        elsewhere(store, id, pay=theirs)
        next(box for box in app.text_input if str(box.key).endswith("post.pay.maximum")).set_value("110000").run()
        lines = said(app)
        assert any(line.startswith("Someone else, or another tab") for line in lines)
        assert any("115" in line for line in lines)
        app.button(key=choice).click().run()
        assert store.load_draft(id).draft.post["pay"] == pay
