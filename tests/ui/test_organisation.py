"""Organisation: described once, saved when a field is left, and never in silence over someone else's edit."""

from streamlit.testing.v1 import AppTest

from jd_builder.domain.organisation import Organisation
from jd_builder.services import house_styles
from jd_builder.storage.store import Store
from jd_builder.ui.components import organisation_form
from tests.export.house_files import MADE
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import COUNCIL, HOSTILE, complete, edit, kept, of_saved


def answer(app: AppTest, place: str, value: str) -> AppTest:
    boxes = [box for box in (*app.text_input, *app.text_area, *app.selectbox) if str(box.key).endswith(place)]
    boxes[0].set_value(value).run()
    assert not app.exception
    return app


def unfold(app: AppTest, group: str) -> AppTest:
    next(button for button in app.button if button.label == f"Open: {group}").click().run()
    return app


def click(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return app


def test_an_answer_is_saved_when_its_field_is_left(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = answer(open_page("organisation", organisation=id), "organisation.pension", "17%")
    assert store.load_organisation(id).answers == {**COUNCIL, "pension": "17%"}
    assert any(line.startswith("Saved ") for line in said(app))


def test_every_field_has_its_place_on_the_page_or_a_reason_to_have_none() -> None:
    placed = [
        *organisation_form.FIRST,
        *organisation_form.HOUSE_STYLE,
        *(name for group in organisation_form.GROUPS.values() for name in group),
    ]
    assert sorted([*placed, *organisation_form.NOT_ASKED]) == sorted(Organisation.model_fields)


def test_a_house_style_is_shown_with_what_was_found_and_can_be_taken_away_and_back(
    open_page: Open, store: Store
) -> None:
    style = house_styles.keep(store, MADE["letterhead"](), "Letterhead.docx")
    id = store.create_organisation({**COUNCIL, "house-style": style}).id
    app = unfold(open_page("organisation", organisation=id), "Standard paragraphs")
    assert {"Letterhead.docx", "Logo: a picture in the header.", "Header: [[ORGANISATION]]."} <= set(said(app))
    click(app, "Remove")
    assert "house-style" not in store.load_organisation(id).answers
    assert "Letterhead.docx" not in said(app)
    click(app, "Undo")
    assert store.load_organisation(id).answers["house-style"] == style
    assert "Letterhead.docx" in said(app)


def test_a_house_style_of_another_store_is_told(open_page: Open, store: Store) -> None:
    id = store.create_organisation({**COUNCIL, "house-style": "0123456789abcdef"}).id
    assert any("is not kept here" in line for line in said(open_page("organisation", organisation=id)))


def test_the_field_for_a_house_style_names_no_kind_of_file_that_is_refused(open_page: Open, store: Store) -> None:
    app = open_page("organisation", organisation=store.create_organisation(COUNCIL).id)
    (field,) = app.get("file_uploader")
    assert list(field.proto.type) == [".docx", ".dotx"]


def test_about_us_counts_its_words(open_page: Open, store: Store) -> None:
    app = open_page("organisation", organisation=store.create_organisation(COUNCIL).id)
    assert "0 of 120 words" in said(app)
    answer(app, "organisation.about", "We mend roads. " * 18)
    assert "54 of 120 words" in said(app)
    answer(app, "organisation.about", "We mend roads. " * 41)
    assert "123 of 120 words, 3 more than people read" in said(app)


def test_one_group_is_open_at_a_time(open_page: Open, store: Store) -> None:
    app = open_page("organisation", organisation=store.create_organisation(COUNCIL).id)
    assert len([button for button in app.button if button.label.startswith("Open: ")]) == len(organisation_form.GROUPS)
    unfold(app, "Mailboxes")
    unfold(app, "Short name and size")
    assert [button.label for button in app.button if button.label.startswith("Close: ")] == [
        "Close: Short name and size"
    ]
    assert "Sites" in said(app)


def test_a_new_organisation_is_kept_with_its_first_answer_and_gets_an_address(open_page: Open, store: Store) -> None:
    app = open_page("organisation", organisation="new")
    assert store.list_organisations() == ()
    answer(app, "organisation.name", "Northmere Council")
    (line,) = store.list_organisations()
    assert app.query_params["organisation"] == line.id
    answer(app, "organisation.pension", "17%")
    assert store.load_organisation(line.id).answers == {"name": "Northmere Council", "pension": "17%"}


def test_a_wrong_value_stays_as_typed_with_a_sentence(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = unfold(open_page("organisation", organisation=id), "Short name and size")
    answer(app, "organisation.staff", "many")
    assert any(line.startswith("'many' is not a number") for line in said(app))
    assert store.load_organisation(id).answers["staff"] == "many"
    click(app, "Close: Short name and size")
    assert "Something here is wrong" in said(app)


def test_no_hiring_manager_is_asked_about_an_organisation(open_page: Open, store: Store) -> None:
    app = open_page("organisation", organisation=store.create_organisation(COUNCIL).id)
    assert {option for pills in app.pills for option in pills.options} == {"Not applicable"}


def test_what_is_not_applicable_is_an_answer(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    pension = next(pills for pills in app.pills if "organisation.pension" in str(pills.key))
    pension.select("not applicable").run()
    assert store.load_organisation(id).answers["pension"] == "not applicable"


def test_the_later_of_two_edits_is_told_and_sees_both(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, pension="20%")
    answer(app, "organisation.pension", "17%")
    assert any(line.startswith("Someone else, or another tab") for line in said(app))
    assert {"17%", "20%"} <= set(said(app))
    assert store.load_organisation(id).answers["pension"] == "20%"
    click(app, "Go on with yours")
    assert store.load_organisation(id).answers["pension"] == "17%"
    assert not any(line.startswith("Someone else") for line in said(app))


def test_the_other_version_can_be_taken_instead(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, pension="20%")
    click(answer(app, "organisation.pension", "17%"), "Go on with the other version")
    box = next(box for box in app.text_input if str(box.key).endswith("organisation.pension"))
    assert box.value == "20%"


def test_edits_of_different_answers_both_stand_without_a_question(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, about="We mend roads.")
    answer(app, "organisation.pension", "17%")
    assert store.load_organisation(id).answers == {**COUNCIL, "about": "We mend roads.", "pension": "17%"}
    assert "Also changed elsewhere: About us." in said(app)
    assert next(box for box in app.text_area if str(box.key).endswith("organisation.about")).value == "We mend roads."
    answer(app, "organisation.pension", "18%")
    assert not any(line.startswith("Also changed") for line in said(app))


def test_a_choice_is_asked_only_about_what_both_changed(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, about="We mend roads.", pension="20%")
    answer(app, "organisation.pension", "17%")
    assert "We mend roads." not in said(app)
    click(app, "Go on with yours")
    assert store.load_organisation(id).answers == {**COUNCIL, "about": "We mend roads.", "pension": "17%"}


def test_a_choice_about_an_organisation_waits_for_whoever_opens_it_and_is_not_called_saved(
    open_page: Open, store: Store
) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, pension="20%")
    answer(app, "organisation.pension", "17%")
    answer(app, "organisation.about", "We mend roads.")
    assert store.load_organisation(id).answers == {**COUNCIL, "about": "We mend roads.", "pension": "20%"}
    later = open_page("organisation", organisation=id)
    assert {"17%", "20%"} <= set(said(later))
    assert any(line.endswith(", but for a choice between two versions") for line in said(later))
    click(later, "Go on with what was kept aside")
    assert store.load_organisation(id).answers == {**COUNCIL, "about": "We mend roads.", "pension": "17%"}
    assert not any("choice" in line for line in said(later))
    assert "20%" not in said(answer(app, "organisation.about", "We mend most roads."))


def test_what_was_only_changed_here_outlives_the_choice_of_the_other_version(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, pension="20%")
    answer(app, "organisation.pension", "17%")
    answer(app, "organisation.about", "We mend roads.")
    click(app, "Go on with the other version")
    assert store.load_organisation(id).answers == {**COUNCIL, "about": "We mend roads.", "pension": "20%"}


def test_an_edit_of_someone_else_is_shown_when_nothing_is_typed_here(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("organisation", organisation=id)
    edit(store, id, pension="20%")
    app.run()
    box = next(box for box in app.text_input if str(box.key).endswith("organisation.pension"))
    assert box.value == "20%"


def test_a_paragraph_is_added_with_the_documents_that_use_it(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = unfold(open_page("organisation", organisation=id), "Standard paragraphs")
    click(app, "Add a paragraph")
    answer(app, "paragraphs.0.title", "Safeguarding")
    answer(app, "paragraphs.0.text", "Everyone keeps children safe.")
    next(pills for pills in app.pills if str(pills.key).endswith("paragraphs.0.documents")).select(
        "private-advert"
    ).run()
    assert store.load_organisation(id).answers["paragraphs"] == [
        {"title": "Safeguarding", "text": "Everyone keeps children safe.", "documents": ["private-advert"]}
    ]
    assert "4 words, in the short advert" in said(app)


def test_a_paragraph_without_a_text_says_what_it_needs(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = click(unfold(open_page("organisation", organisation=id), "Standard paragraphs"), "Add a paragraph")
    answer(app, "paragraphs.0.title", "Safeguarding")
    assert "Text is needed here." in said(app)


def test_a_removed_paragraph_comes_back_with_undo(open_page: Open, store: Store) -> None:
    paragraphs = [{"title": "Safeguarding", "text": "A."}, {"title": "Data protection", "text": "B."}]
    id = store.create_organisation({**COUNCIL, "paragraphs": paragraphs}).id
    app = click(unfold(open_page("organisation", organisation=id), "Standard paragraphs"), "Remove")
    assert store.load_organisation(id).answers["paragraphs"] == paragraphs[1:]
    assert "Removed Safeguarding." in said(app)
    click(app, "Undo")
    assert store.load_organisation(id).answers["paragraphs"] == paragraphs
    assert not any(line.startswith("Removed") for line in said(app))


def test_house_terms_are_a_line_each(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = unfold(open_page("organisation", organisation=id), "House terms")
    answer(app, "house-terms.0.say", "colleagues")
    answer(app, "house-terms.0.instead-of", "staff")
    assert store.load_organisation(id).answers["house-terms"] == [{"say": "colleagues", "instead-of": "staff"}]
    click(app, "Remove")
    assert "house-terms" not in store.load_organisation(id).answers


def test_from_a_draft_the_saved_organisation_is_edited_and_the_draft_asks_to_follow(
    open_page: Open, store: Store
) -> None:
    saved, id = of_saved(store, {**COUNCIL, "about": "We sweep streets."})
    app = open_page("organisation", organisation=saved, draft=id)
    answer(app, "organisation.about", "We mend roads.")
    assert any("Use the new details in this draft?" in line for line in said(app))
    app.button(key="follow-use").click().run()
    assert store.load_draft(id).draft.organisation["about"] == "We mend roads."


def test_what_is_first_filled_in_from_a_draft_is_there_when_one_comes_back_to_it(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    app = open_page("organisation", organisation=saved, draft=id)
    answer(app, "organisation.about", "We mend roads.")
    assert store.load_draft(id).draft.organisation["about"] == "We mend roads."
    assert not any("Use the new details" in line for line in said(app))


def test_from_a_draft_no_undo_of_the_draft_stands_above_a_saved_organisation(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    assert not {"Undo", "Redo"} & {
        button.label for button in open_page("organisation", organisation=saved, draft=id).button
    }
    assert {"Undo", "Redo"} <= {button.label for button in open_page("organisation", draft=id).button}


def test_a_draft_of_no_saved_organisation_edits_its_own_copy(open_page: Open, store: Store) -> None:
    id = kept(store)
    app = answer(open_page("organisation", draft=id), "organisation.pension", "17%")
    assert store.load_draft(id).draft.organisation["pension"] == "17%"
    assert store.list_organisations() == ()
    assert "These details belong to this draft alone." in said(app)


def test_such_a_copy_can_be_kept_for_other_drafts(open_page: Open, store: Store) -> None:
    id = kept(store)
    open_page("organisation", draft=id).button(key="keep-organisation").click().run()
    (line,) = store.list_organisations()
    follows = store.load_draft(id).draft.organisation_from
    assert follows is not None
    assert (line.name, follows.id) == ("Northmere NHS Foundation Trust", line.id)


def test_a_deleted_organisation_leaves_the_drafts_own_copy_to_edit(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    store.delete_organisation(saved)
    app = open_page("organisation", organisation=saved, draft=id)
    assert "These details belong to this draft alone." in said(app)


def test_an_address_without_an_organisation_says_so_and_leads_home(open_page: Open) -> None:
    app = open_page("organisation", organisation="nothing-here")
    assert "There is no organisation at this address. It may have been deleted." in said(app)
    assert [link.label for link in app.page_link] == ["Back to the start"]


def test_names_are_drawn_as_text_and_never_as_markup(open_page: Open, store: Store) -> None:
    paragraphs = [{"title": HOSTILE, "text": HOSTILE, "documents": [HOSTILE]}]
    answers = {**COUNCIL, "name": HOSTILE, "paragraphs": paragraphs}
    id = store.create_organisation(answers).id
    app = unfold(open_page("organisation", organisation=id), "Standard paragraphs")
    click(app, "Remove")
    assert f"Removed {HOSTILE}." in said(app)
    assert not any("SECRET" in label for label in labels(app))
    assert not [each for each in (*app.markdown, *app.caption) if "SECRET" in each.value]


def test_a_title_of_a_draft_is_no_markup_either(open_page: Open, store: Store) -> None:
    id = kept(store, complete(title=HOSTILE[:100]))
    app = open_page("organisation", draft=id)
    assert not any("SECRET" in label for label in labels(app))
