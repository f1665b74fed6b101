"""Finish: what is missing, most important first, and a card with the files of each document."""

import pytest
from streamlit.testing.v1 import AppTest

from jd_builder.domain.errors import UserError
from jd_builder.storage.store import Store
from tests.export.house_files import MADE
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import HOSTILE, complete, edit, kept, of_saved


def off(app: AppTest, key: str) -> bool:
    return bool(app.download_button(key=key).disabled)


def test_a_complete_draft_says_so_and_can_be_published(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store))
    assert "Every document has what it needs." in said(app)
    assert not off(app, "docx-private-advert")
    assert not off(app, "docx-university-nhs")
    assert not any("manager" in label for label in labels(app))


def test_each_document_has_a_card_with_its_length_and_its_gaps(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete(pay=None)))
    lines = said(app)
    advert = lines[lines.index("Short advert", lines.index("Missing in: short advert")) + 1]
    assert " words, about " in advert
    assert advert.endswith("1 gap.")
    assert len([button for button in app.button if button.label == "Show"]) == 2


def test_a_card_says_when_its_document_was_last_published(open_page: Open, store: Store) -> None:
    id = kept(store)
    store.mark_published(id, 1, ["private-advert"])
    lines = said(open_page("finish", draft=id))
    assert [line.split("No gaps.")[1] for line in lines if "No gaps." in line and "Published today" in line]
    assert sum("Published" in line for line in lines) == 1


def test_the_three_most_important_gaps_are_named_and_the_others_counted(open_page: Open, store: Store) -> None:
    draft = complete(pay=None, location=None, closing=None, contract=None)
    app = open_page("finish", draft=kept(store, draft))
    lines = said(app)
    assert next(line for line in lines if "to fix" in line).startswith("4 to fix")
    assert [button.key for button in app.button if button.label == "Fill in"] == [
        "go-gap-post-pay",
        "go-gap-post-location",
        "go-gap-post-closing",
    ]
    assert "Missing in: short advert" in lines
    assert "And 1 more gap, in yellow in the documents." in lines


def test_a_gap_leads_to_its_question(open_page: Open, store: Store) -> None:
    id = kept(store, complete(pay=None))
    app = open_page("finish", draft=id)
    app.button(key="go-gap-post-pay").click().run()
    assert "The job" in said(app)
    assert app.query_params["draft"] == id
    assert app.session_state["sheet"].focus == "post.pay"


def test_a_gap_of_the_organisation_leads_to_the_organisation(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    app = open_page("finish", draft=id)
    app.button(key="go-gap-organisation-about").click().run()
    assert app.query_params == {"organisation": saved, "draft": id}
    assert "0 of 120 words" in said(app)


def test_a_nation_and_a_sector_that_nobody_gave_are_asked_for_where_no_document_can_show_them(
    open_page: Open, store: Store
) -> None:
    draft = complete().answered("organisation.nation", None)
    app = open_page("finish", draft=kept(store, draft))
    assert "Say which nation the job is in: the checks follow its law." in said(app)
    assert [button.key for button in app.button if button.label == "Fill in"] == ["go-gap-organisation-nation"]
    assert not any("to fix" in line for line in said(app))
    assert any(link.label == "Start (1 to fill in)" for link in app.page_link)
    both = open_page("start", draft=kept(store, draft.answered("organisation.sector", None)))
    assert any(line.endswith("Still missing: sector and UK nation") for line in said(both))


def test_a_nation_that_does_not_apply_is_not_asked_for_again(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete().answered("organisation.nation", "not applicable")))
    assert not [button for button in app.button if button.label == "Fill in"]


def test_a_wrong_value_is_named_and_stands_between_every_document_and_its_publication(
    open_page: Open, store: Store
) -> None:
    id = kept(store, complete(hours="ninety"))
    app = open_page("finish", draft=id)
    assert any(line.startswith("1 to fix") for line in said(app))
    assert any(line.startswith("Hours a week: 'ninety' is not a number") for line in said(app))
    assert said(app).count("1 to fix first. Put the wrong value right before you publish.") == 2
    assert not [each for each in app.download_button if each.key == "docx-private-advert"]
    assert not off(app, "approve-private-advert")
    app.button(key="go-wrong-0").click().run()
    assert app.session_state["sheet"].focus == "post.hours"


def test_a_gap_stands_only_before_the_documents_that_have_it_and_never_before_a_draft(
    open_page: Open, store: Store
) -> None:
    app = open_page("finish", draft=kept(store, complete(pay=None)))
    assert off(app, "docx-private-advert")
    assert not off(app, "docx-university-nhs")
    assert not off(app, "approve-private-advert")
    assert said(app).count("1 to fix first. You can also publish with a reason.") == 1


def test_a_document_with_something_to_fix_is_published_with_a_reason_that_stays(open_page: Open, store: Store) -> None:
    id = kept(store, complete(pay=None))
    app = open_page("finish", draft=id)
    assert "Pay: still to be filled in." in said(app)
    next(each for each in app.text_input if each.key == "why-private-advert-own").input("Agreed in the pay round").run()
    assert not off(app, "docx-private-advert")
    app.download_button(key="docx-private-advert").click().run()
    (held,) = store.load_draft(id).draft.kept
    assert (held.rule, held.on, held.reason) == ("missing-part", "post.pay", "Agreed in the pay round")
    assert not off(app, "docx-private-advert")
    assert "Fill in" not in labels(app)
    assert "1 gap kept with a reason." in said(app)
    assert "Every document has what it needs." not in said(app)


def test_a_file_that_cannot_be_had_yet_says_what_is_missing(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete(pay=None)))
    assert off(app, "draft-jsonld")
    assert "For search engines: fill in pay first." in said(app)
    assert "All for candidates: 1 to fix first. You can also publish with a reason." in said(app)
    assert any(line.startswith("The others wait: 1 to fix first.") for line in said(app))


def test_all_for_the_panel_waits_for_nothing_that_is_for_others(open_page: Open, store: Store) -> None:
    draft = complete(job_family=None).changed(documents=("internal-profile", "interview-pack", "private-advert"))
    app = open_page("finish", draft=kept(store, draft))
    assert any("Missing in: internal role profile" in line for line in said(app))
    assert (off(app, "all-candidates"), off(app, "all-panel")) == (False, False)
    assert "In no zip, being for staff alone: internal role profile. Each document has its own card." in said(app)


def test_all_files_can_be_taken_with_a_reason_too(open_page: Open, store: Store) -> None:
    id = kept(store, complete(pay=None))
    app = open_page("finish", draft=id)
    assert off(app, "all-candidates")
    next(each for each in app.text_input if each.key == "why-all-candidates-own").input("Pay is not agreed yet").run()
    app.download_button(key="all-candidates").click().run()
    assert [each.reason for each in store.load_draft(id).draft.kept] == ["Pay is not agreed yet"]


def test_a_mark_of_publication_that_is_not_kept_does_not_say_that_words_were_lost(
    open_page: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise UserError("The store is full.")

    app = open_page("finish", draft=kept(store))
    monkeypatch.setattr(Store, "mark_published", refused)
    app.download_button(key="docx-private-advert").click().run()
    assert "The download went well, but the day of publication was not noted here. The store is full." in said(app)
    assert not any(line.startswith("Not saved") for line in said(app))


def test_what_is_left_to_the_manager_can_be_taken_away_as_a_page(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store, complete(pay="ask the manager")))
    assert "1 to answer, with room to write." in said(app)
    assert app.download_button(key="open-questions").label == "Questions as a Word file"


def test_show_brings_a_document_beside_the_cards(open_page: Open, store: Store) -> None:
    app = open_page("finish", draft=kept(store))
    app.button(key="show-private-advert").click().run()
    assert app.session_state["shown"] == "private-advert"


def test_an_edited_organisation_is_asked_about_here_too(open_page: Open, store: Store) -> None:
    saved, id = of_saved(store)
    edit(store, saved, about="We mend roads.", benefits=["a bus pass"])
    app = open_page("finish", draft=id)
    assert "Changed there: About us, Benefits." in said(app)
    app.button(key="follow-use").click().run()
    assert "Every document has what it needs." in said(app)


def test_an_address_without_a_draft_says_so(open_page: Open) -> None:
    assert "There is no draft at this address. It may have been deleted." in said(open_page("finish", draft="none"))


def test_names_are_drawn_as_text_and_never_as_markup(open_page: Open, store: Store) -> None:
    draft = complete(title=HOSTILE[:100], hours=HOSTILE).answered("organisation.name", HOSTILE)
    app = open_page("finish", draft=kept(store, draft))
    assert any("SECRET" in line for line in said(app))
    assert not any("SECRET" in label for label in labels(app))
    assert not [each for each in (*app.markdown, *app.caption) if "SECRET" in each.value]


def test_files_that_are_not_in_the_house_style_say_so(open_page: Open, store: Store) -> None:
    style = store.keep_house_style("Letterhead.docx", MADE["letterhead"]())
    line = "Word files are in your house style, PDFs and the others in ours."
    draft = complete()
    plain = said(open_page("finish", draft=kept(store, draft)))
    styled = said(open_page("finish", draft=kept(store, draft.answered("organisation.house-style", style))))
    assert line not in plain
    assert styled.count(line) == 1 + len(draft.documents)  # at the zips, and at the PDF of each document


def test_pages_are_not_estimated_on_a_house_style_that_shares_them_with_something_else(
    open_page: Open, store: Store
) -> None:
    style = store.keep_house_style("In a cell.docx", MADE["in_a_cell"]())
    lines = said(open_page("finish", draft=kept(store, complete().answered("organisation.house-style", style))))
    assert any(" words. No gaps." in line for line in lines)
    assert not any(" words, about " in line for line in lines)
