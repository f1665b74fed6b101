"""A draft begins with the role's title, the organisation's copy and nothing that nobody said."""

from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.services import catalogue, examples, starting
from jd_builder.storage.store import Store

ROLE = catalogue.role("ciso")
TRUST = {"name": "Northmere NHS Trust", "sector": "nhs", "nation": "england"}
DOCUMENTS = ("private-advert", "university-nhs")


def begun(like: Draft | None = None) -> Draft:
    return starting.begun(ROLE, DOCUMENTS, TRUST, ProfileRef(id="abc", revision=3), like)


def test_a_new_draft_holds_the_organisation_and_where_it_was_copied_from() -> None:
    draft = begun()
    assert draft.organisation == TRUST
    assert draft.organisation_from == ProfileRef(id="abc", revision=3)
    assert draft.documents == DOCUMENTS


def test_a_new_draft_pins_its_edition_and_says_nothing_but_the_title_of_the_role() -> None:
    draft = begun()
    assert (draft.role, draft.edition) == ("ciso", ROLE.edition)
    assert draft.post == {"title": "Chief information security officer"}


def test_pay_clearance_nationality_and_sponsorship_are_never_filled_in() -> None:
    assert not {"pay", "clearance", "nationality", "sponsorship"} & begun().post.keys()


def test_a_copy_takes_answers_choices_and_edits() -> None:
    like = examples.example("northmere-nhs-trust").draft
    draft = begun(like)
    assert draft.post["pay"] == like.post["pay"]
    assert (draft.choose, draft.criteria, draft.edits, draft.own) == (like.choose, like.criteria, like.edits, like.own)


def test_a_copy_leaves_behind_what_belongs_to_one_vacancy() -> None:
    like = Draft(organisation=TRUST, post={"title": "Head of IT", "closing": "2027-02-01", "reference": "R1"})
    assert begun(like).post == {"title": "Head of IT"}


def test_a_copy_for_another_organisation_leaves_behind_whom_to_write_to() -> None:
    post = {"title": "Head of IT", "contact": "jobs@harbour.example", "adjustments_contact": "a@harbour.example"}
    like = Draft(organisation={"name": "Harbour Mutual"}, post=post)
    assert begun(like).post == {"title": "Head of IT"}


def test_a_copy_for_the_same_organisation_keeps_whom_to_write_to() -> None:
    like = Draft(organisation=TRUST, post={"contact": "jobs@northmere.example"})
    assert begun(like).post == {"contact": "jobs@northmere.example"}


def test_creating_counts_the_gaps_for_the_list(store: Store) -> None:
    starting.create(store, begun(), "Started")
    complete = starting.create(store, examples.example("harbour-mutual").draft, "Opened")
    gaps = {line.id: line.gaps for line in store.list_drafts()}
    assert gaps.pop(complete.id) == 0
    assert all(gaps.values())


def test_a_copy_is_asked_anew_about_every_finding_that_was_kept() -> None:
    kept = [{"rule": "age-words", "on": "own.1", "match": "young", "reason": "Our policy"}]
    like = Draft.model_validate({"organisation": TRUST, "post": {"title": "Head of IT"}, "kept": kept})
    assert begun(like).kept == ()


def test_a_duplicate_is_for_the_next_vacancy_and_has_a_history_of_its_own(store: Store) -> None:
    kept = [{"rule": "age-words", "on": "own.1", "match": "young", "reason": "Our policy"}]
    post = {"title": "Head of IT", "closing": "2027-02-01", "contact": "jobs@northmere.example"}
    like = Draft.model_validate({"organisation": TRUST, "post": post, "kept": kept})
    second = starting.duplicate(store, starting.create(store, like, "Started").id, "Copied")
    copy = store.load_draft(second.id).draft
    assert copy == like.changed(post={"title": "Head of IT", "contact": "jobs@northmere.example"}, kept=())
    assert [line.change for line in store.revisions(second.id)] == ["Copied"]
