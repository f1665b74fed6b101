"""Two tabs or two people meet at a save: all that was typed is in the store, whoever closes or reloads what."""

from jd_builder.domain.draft import Draft
from jd_builder.services import meeting
from jd_builder.services.meeting import Met, Question
from jd_builder.storage import StoredDraft
from jd_builder.storage.store import Store

BEFORE = Draft(post={"reports-to": "Nobody", "location": ["Leeds"], "hours": "35"})


def begun(store: Store, draft: Draft = BEFORE) -> StoredDraft:
    return store.load_draft(store.create_draft(draft).id)


def save(store: Store, tab: StoredDraft, **answers: object) -> Met:
    """A tab that shows a state of the draft saves it with other answers."""
    draft = tab.draft
    for name, value in answers.items():
        draft = draft.answered(f"post.{name.replace('_', '-')}", value)
    return meeting.save_draft(store, tab, draft, "Changed")


def asked(store: Store, tab: StoredDraft) -> Question | None:
    """What someone who opens the draft now is asked."""
    now = store.load_draft(tab.id)
    return meeting.question(now.waiting, now.draft)


def post(store: Store, tab: StoredDraft) -> dict[str, object]:
    return dict(store.load_draft(tab.id).draft.post)


def test_what_does_not_collide_is_saved_at_once_and_what_does_is_a_question_to_whoever_opens_the_draft(
    store: Store,
) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA", hours="30")
    met = save(store, tab, reports_to="BBB", location=["York"])
    assert post(store, tab) == {"reports-to": "AAA", "location": ["York"], "hours": "30"}
    assert met.theirs == ("post.hours",)
    question = asked(store, tab)
    assert question
    assert (question.places, question.is_new) == (("post.reports-to",), True)
    assert question.aside.mine.post["reports-to"] == "BBB"


def test_changes_apart_are_no_question(store: Store) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA")
    save(store, tab, location=["York"])
    assert post(store, tab) == {"reports-to": "AAA", "location": ["York"], "hours": "35"}
    assert asked(store, tab) is None


def test_later_changes_are_saved_and_leave_the_question_as_it_was(store: Store) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA")
    save(store, tab, reports_to="BBB", location=["York"])
    save(store, store.load_draft(tab.id), location=["Hull"], hours="30")
    question = asked(store, tab)
    assert question
    assert question.places == ("post.reports-to",)
    made = meeting.chosen(question.aside, store.load_draft(tab.id).draft)
    assert made.post == {"reports-to": "BBB", "location": ["Hull"], "hours": "30"}


def test_a_question_outlives_every_undo(store: Store) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA")
    save(store, tab, reports_to="BBB", location=["York"])
    for _ in range(3):
        store.undo(tab.id, store.load_draft(tab.id).number)
    assert post(store, tab) == BEFORE.post
    question = asked(store, tab)
    assert question
    assert meeting.chosen(question.aside, store.load_draft(tab.id).draft).post["reports-to"] == "BBB"


def test_a_question_is_settled_by_saying_the_same_and_by_nothing_else_that_is_said(store: Store) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA")
    save(store, tab, reports_to="BBB")
    save(store, store.load_draft(tab.id), reports_to="CCC")
    question = asked(store, tab)
    assert question
    assert not question.is_new
    save(store, store.load_draft(tab.id), reports_to="BBB")
    assert store.load_draft(tab.id).waiting == ()


def test_either_choice_ends_the_question_and_the_version_not_chosen_stays_a_revision(store: Store) -> None:
    for takes in (True, False):
        tab = begun(store)
        save(store, tab, reports_to="AAA")
        save(store, tab, reports_to="BBB")
        now, question = store.load_draft(tab.id), asked(store, tab)
        assert question
        draft = meeting.chosen(question.aside, now.draft) if takes else now.draft
        meeting.save_draft(store, now, draft, "Chose", [question.aside.number])
        assert post(store, tab)["reports-to"] == ("BBB" if takes else "AAA")
        assert asked(store, tab) is None
        versions = [store.revision(tab.id, line.number).post["reports-to"] for line in store.revisions(tab.id)]
        assert {"AAA", "BBB"} <= set(versions)


def test_three_who_changed_the_same_are_three_versions_and_two_questions(store: Store) -> None:
    tab = begun(store)
    for name in ("AAA", "BBB", "CCC"):
        save(store, tab, reports_to=name)
    waiting = store.load_draft(tab.id).waiting
    assert [each.mine.post["reports-to"] for each in waiting] == ["BBB", "CCC"]
    assert post(store, tab)["reports-to"] == "AAA"


def test_a_save_that_is_tried_again_asks_once(store: Store) -> None:
    tab = begun(store)
    save(store, tab, reports_to="AAA")
    for _ in range(2):
        save(store, tab, reports_to="BBB", location=["York"])
    assert len(store.load_draft(tab.id).waiting) == 1


def test_own_statements_of_both_stand_and_the_order_that_both_changed_is_the_question(store: Store) -> None:
    tab = begun(store, Draft().adding("duty", "Lead.").adding("duty", "Report."))
    one = tab.draft.adding("duty", "One.").changed(choose={"order": ["own.2", "own.1"]})
    two = tab.draft.adding("duty", "Two.").changed(choose={"order": ["own.3", "own.1"]})
    meeting.save_draft(store, tab, one, "One")
    meeting.save_draft(store, tab, two, "Two")
    question, now = asked(store, tab), store.load_draft(tab.id).draft
    assert question
    assert question.places == ("choose.order",)
    made = meeting.chosen(question.aside, now)
    by_id = {each.id: each.text for each in made.own}
    assert set(by_id.values()) == {"Lead.", "Report.", "One.", "Two."}
    assert [by_id[id] for id in made.choose.order] == ["Two.", "Lead."]


def test_an_organisation_keeps_what_collides_as_well(store: Store) -> None:
    tab = store.load_organisation(store.create_organisation({"name": "Council", "pension": "10%"}).id)
    draft = meeting.as_draft(tab).draft
    meeting.save_organisation(store, tab, draft.answered("organisation.pension", "20%"), "Theirs")
    mine = draft.answered("organisation.pension", "17%").answered("organisation.about", "We mend roads.")
    meeting.save_organisation(store, tab, mine, "Mine")
    now = store.load_organisation(tab.id)
    assert now.answers == {"name": "Council", "pension": "20%", "about": "We mend roads."}
    question = meeting.question(meeting.as_draft(now).waiting, meeting.as_draft(now).draft)
    assert question
    assert question.places == ("organisation.pension",)
    assert question.aside.mine.organisation["pension"] == "17%"
