"""Start: four questions make a draft; the first step of a draft changes its organisation and documents."""

from streamlit.testing.v1 import AppTest

from jd_builder.domain.draft import ProfileRef
from jd_builder.storage.store import Store
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import COUNCIL, HOSTILE, complete, edit, kept, of_saved

SUGGESTED = "Suggested, check: what is usual in your sector, "


def ticked(app: AppTest) -> list[str]:
    return [box.label for box in app.checkbox if box.value]


def organisation(app: AppTest, **answers: str) -> AppTest:
    """Describe a new organisation, field by field as a person would."""
    for name, value in answers.items():
        place = f"organisation.{name}"
        boxes = [box for box in (*app.text_input, *app.selectbox) if str(box.key).endswith(place)]
        boxes[0].set_value(value).run()
    return app


def start(app: AppTest) -> str:
    """The id of the draft that the button makes."""
    app.button(key="start-draft").click().run()
    assert not app.exception
    return str(app.query_params["draft"])


def test_a_new_organisation_is_kept_and_copied_into_the_draft(open_page: Open, store: Store) -> None:
    app = organisation(open_page("start"), name="Northmere Council", sector="local-government", nation="england")
    draft = store.load_draft(start(app)).draft
    (line,) = store.list_organisations()
    assert draft.organisation == COUNCIL
    assert draft.organisation_from == ProfileRef(id=line.id, revision=1)
    assert draft.documents == ("private-advert", "university-nhs")
    assert draft.post == {"title": "Chief information security officer"}


def test_the_job_page_follows(open_page: Open) -> None:
    app = organisation(open_page("start"), name="Northmere Council")
    start(app)
    assert "Chief information security officer, Northmere Council" in said(app)
    assert "The job" in said(app)


def test_the_sector_ticks_what_is_usual_and_says_so(open_page: Open) -> None:
    app = organisation(open_page("start"), sector="central-government")
    assert ticked(app) == ["Civil Service candidate pack"]
    assert f"{SUGGESTED}Central government" in said(app)


def test_before_a_sector_is_known_it_is_said_plainly_why_these_are_ticked(open_page: Open) -> None:
    assert "Suggested, check: what suits most vacancies" in said(open_page("start"))


def test_what_a_person_ticked_stays_when_the_sector_changes(open_page: Open, store: Store) -> None:
    app = open_page("start")
    next(box for box in app.checkbox if box.label == "Civil Service candidate pack").check().run()
    organisation(app, sector="nhs")
    assert "Civil Service candidate pack" in ticked(app)
    assert not any(line.startswith("Suggested") for line in said(app))
    assert "civil-service-pack" in store.load_draft(start(app)).draft.documents


def test_a_saved_organisation_is_one_choice(open_page: Open, store: Store) -> None:
    saved = store.create_organisation({**COUNCIL, "about": "We mend roads."})
    app = open_page("start")
    assert app.selectbox(key="start-who").options == ["Northmere Council", "A new organisation"]
    assert "Local government, England" in said(app)
    draft = store.load_draft(start(app)).draft
    assert draft.organisation["about"] == "We mend roads."
    assert draft.organisation_from == ProfileRef(id=saved.id, revision=1)
    assert len(store.list_organisations()) == 1


def test_an_organisation_without_a_name_stays_in_the_draft_alone(open_page: Open, store: Store) -> None:
    draft = store.load_draft(start(organisation(open_page("start"), sector="nhs"))).draft
    assert (draft.organisation, draft.organisation_from) == ({"sector": "nhs"}, None)
    assert store.list_organisations() == ()


def test_nothing_is_kept_before_the_draft_is_started(open_page: Open, store: Store) -> None:
    organisation(open_page("start"), name="Northmere Council", sector="nhs")
    assert (store.list_drafts(), store.list_organisations()) == ((), ())


def test_a_draft_can_begin_as_a_copy_of_another(open_page: Open, store: Store) -> None:
    kept(store, complete(title="Head of cyber"))
    app = organisation(open_page("start"), name="Northmere Council")
    app.radio(key="start-like").set_value("A copy of one of your drafts").run()
    assert (
        app.selectbox(key="start-copy").options[0].startswith("Head of cyber, Northmere NHS Foundation Trust (edited")
    )
    draft = store.load_draft(start(app)).draft
    assert draft.post["title"] == "Head of cyber"
    assert not {"closing", "reference", "contact"} & draft.post.keys()


def test_without_drafts_there_is_nothing_to_copy(open_page: Open) -> None:
    assert not open_page("start").radio


def test_a_wrong_name_is_told_and_stays_as_typed(open_page: Open) -> None:
    app = organisation(open_page("start"), name="N" * 121)
    assert any("120 at most" in line for line in said(app))
    assert app.text_input[0].value == "N" * 121


def test_the_only_role_is_named_with_its_source_and_no_choice_is_offered(open_page: Open) -> None:
    app = open_page("start")
    assert "Chief information security officer" in said(app)
    assert any("edition of 30 November 2024" in line for line in said(app))
    assert not [box for box in app.selectbox if box.label == "Which role?"]


def test_an_existing_draft_shows_its_organisation_and_what_it_lacks(open_page: Open, store: Store) -> None:
    _, draft = of_saved(store)
    app = open_page("start", draft=draft)
    assert "Local government, England. Still missing: about us and benefits" in said(app)
    link = next(link for link in app.page_link if link.label == "Edit its details")
    assert f"draft={draft}" in link.proto.query_string
    assert "organisation=" in link.proto.query_string


def test_documents_are_changed_by_their_ticks(open_page: Open, store: Store) -> None:
    id = kept(store)
    app = open_page("start", draft=id)
    next(box for box in app.checkbox if box.label == "Short advert").uncheck().run()
    assert store.load_draft(id).draft.documents == ("university-nhs",)
    next(box for box in app.checkbox if box.label == "Internal role profile").check().run()
    assert store.load_draft(id).draft.documents == ("internal-profile", "university-nhs")


def test_with_no_tick_the_usual_documents_are_made_and_the_page_says_so(open_page: Open, store: Store) -> None:
    id = kept(store, complete().changed(documents=("private-advert",)))
    app = open_page("start", draft=id)
    next(box for box in app.checkbox if box.label == "Short advert").uncheck().run()
    assert store.load_draft(id).draft.documents == ()
    assert "Nothing is ticked by you, so the documents usual in your sector are made." in said(app)


def test_an_example_becomes_ones_own_with_a_saved_organisation(open_page: Open, store: Store) -> None:
    saved, id = store.create_organisation(COUNCIL).id, kept(store)
    app = open_page("start", draft=id)
    app.selectbox[0].set_value(saved).run()
    draft = store.load_draft(id).draft
    assert (draft.organisation, draft.organisation_from) == (COUNCIL, ProfileRef(id=saved, revision=1))
    assert "Chief information security officer, Northmere Council" in said(app)


def test_an_example_becomes_ones_own_with_a_new_organisation(open_page: Open, store: Store) -> None:
    id = kept(store)
    app = open_page("start", draft=id)
    app.selectbox[0].set_value("new").run()
    assert app.button(key="use-new").disabled
    organisation(app, name="Northmere Council", sector="local-government", nation="england")
    app.button(key="use-new").click().run()
    assert store.load_draft(id).draft.organisation == COUNCIL
    assert [line.name for line in store.list_organisations()] == ["Northmere Council"]


def test_a_draft_asks_whether_to_follow_an_edit_of_its_organisation(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    edit(store, saved, about="We mend roads.")
    app = open_page("start", draft=id)
    question = next(line for line in said(app) if "was edited" in line)
    assert question.startswith("Northmere Council was edited today ")
    assert question.endswith("Use the new details in this draft?")
    assert "Changed there: About us." in said(app)
    app.button(key="follow-use").click().run()
    assert store.load_draft(id).draft.organisation["about"] == "We mend roads."
    assert not any("was edited" in line for line in said(app))


def test_a_draft_that_keeps_its_copy_is_not_asked_again(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    edit(store, saved, about="We mend roads.")
    open_page("start", draft=id).button(key="follow-keep").click().run()
    assert "about" not in store.load_draft(id).draft.organisation
    assert not any("was edited" in line for line in said(open_page("start", draft=id)))


def test_names_are_drawn_as_text_and_never_as_markup(open_page: Open, store: Store) -> None:
    store.create_organisation({**COUNCIL, "name": HOSTILE})
    id = kept(store, complete(title=HOSTILE[:100]).answered("organisation.name", HOSTILE))
    for app in (open_page("start"), open_page("start", draft=id)):
        assert not any("SECRET" in label for label in labels(app))
        assert not [each for each in (*app.markdown, *app.caption) if "SECRET" in each.value]
        assert any(HOSTILE in line for line in said(app)) or HOSTILE in app.selectbox(key="start-who").options


def test_a_file_of_a_saved_organisation_begins_with_it_whatever_its_case(open_page: Open, store: Store) -> None:
    saved = store.create_organisation(COUNCIL).id
    app = open_page("from_file")
    app.text_area(key="old-text").set_value("Employer: NORTHMERE COUNCIL\nJob title: Clerk\n").run()
    who = next(box for box in app.selectbox if box.label == "Who is it for?")
    assert who.value == saved
