"""The first page: start, go on with a draft, or open a finished example."""

import subprocess
import sys

import pytest
from streamlit.testing.v1 import AppTest

from jd_builder.services import examples
from jd_builder.storage.store import Store
from jd_builder.ui.components import draft_list
from tests.conftest import REPOSITORY
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import COUNCIL, HOSTILE, LONG, complete, kept


def names(app: AppTest) -> list[str]:
    """The drafts and organisations that the page lists, in order."""
    return [line for line in said(app) if line.startswith(("Chief", "Head", "Northmere Council"))]


def click(app: AppTest, label: str, number: int = 0) -> AppTest:
    found = [button for button in app.button if button.label == label]
    return found[number].click().run()


def test_a_newcomer_reads_one_sentence_and_is_offered_a_start_and_the_examples(open_page: Open) -> None:
    app = open_page("home")
    assert app.title[0].value == "jd-builder"
    assert [link.label for link in app.page_link] == [
        "Start a job description",
        "Start from a Word file",
        "All roles, and bringing in the framework's own wording",
        "Settings: the language model",
    ]
    assert [button.label for button in app.button] == ["Regulated finance", "NHS", "Central government"]
    assert "Drafts" not in said(app)


def test_what_is_not_built_is_not_shown(open_page: Open) -> None:
    app = open_page("home")
    assert not any("House style" in label or "Interview" in label for label in labels(app))


@pytest.mark.parametrize("name", examples.names())
def test_one_click_opens_a_copy_of_an_example(open_page: Open, store: Store, name: str) -> None:
    app = open_page("home")
    app.button(key=f"open-{name}").click().run()
    assert not app.exception
    made = store.load_draft(str(app.query_params["draft"])).draft
    assert made == examples.example(name).draft
    assert f"Chief information security officer, {made.organisation['name']}" in said(app)


def test_a_draft_is_one_line_with_its_organisation_its_gaps_and_when_it_was_edited(
    open_page: Open, store: Store
) -> None:
    kept(store, complete(pay=None))
    kept(store)
    app = open_page("home")
    lines = said(app)
    assert lines.count("Chief information security officer, Northmere NHS Foundation Trust") == 2
    assert [line.split(" today ")[0] for line in lines if "Edited" in line] == ["No gaps. Edited", "1 gap. Edited"]
    assert [link.label for link in app.page_link].count("Continue") == 2


def test_continue_leads_to_the_drafts_own_address(open_page: Open, store: Store) -> None:
    id = kept(store)
    app = open_page("home")
    link = next(link for link in app.page_link if link.label == "Continue")
    assert link.proto.query_string == f"draft={id}"


def test_a_deleted_draft_is_gone_until_undo(open_page: Open, store: Store) -> None:
    kept(store)
    app = click(open_page("home"), "Delete")
    assert store.list_drafts() == ()
    assert "Deleted Chief information security officer, Northmere NHS Foundation Trust." in said(app)
    app = click(app, "Undo")
    assert len(store.list_drafts()) == 1
    assert not any(line.startswith("Deleted") for line in said(app))


def test_a_deleted_draft_comes_back_on_another_day_too(open_page: Open, store: Store) -> None:
    store.delete_draft(kept(store))
    app = open_page("home")
    app.toggle(key="drafts-deleted").set_value(True).run()
    app = click(app, "Bring back")
    assert len(store.list_drafts()) == 1
    assert "Chief information security officer, Northmere NHS Foundation Trust is back." in said(app)


def test_a_duplicate_is_the_first_in_the_list(open_page: Open, store: Store) -> None:
    kept(store)
    app = click(open_page("home"), "Duplicate")
    assert len(store.list_drafts()) == 2
    assert any(line.endswith("The copy is the first in the list.") for line in said(app))
    assert [each.endswith(" (copy)") for each in names(app)] == [True, False]


def test_a_few_drafts_need_no_search_and_many_have_one_and_pages(open_page: Open, store: Store) -> None:
    for number in range(3):
        kept(store, complete(title=f"Head of team {number}"))
    assert not open_page("home").text_input
    for number in range(3, 45):
        kept(store, complete(title=f"Head of team {number}"))
    app = open_page("home")
    assert len(names(app)) == draft_list.AT_ONCE
    assert names(app)[0].startswith("Head of team 44")
    app.pagination(key="drafts-page").set_value(4).run()
    assert len(names(app)) == 45 - 3 * draft_list.AT_ONCE


def test_search_finds_words_of_the_title_and_the_organisation(open_page: Open, store: Store) -> None:
    for number in range(25):
        kept(store, complete(title=f"Head of team {number}"))
    app = open_page("home")
    app.text_input(key="drafts-search").set_value("northmere 17").run()
    assert names(app) == ["Head of team 17, Northmere NHS Foundation Trust"]
    app.text_input(key="drafts-search").set_value("nothing like it").run()
    assert "No draft has these words in its title or organisation." in said(app)


def test_a_draft_whose_title_is_left_open_goes_by_its_role_in_the_list_and_in_the_search(
    open_page: Open, store: Store
) -> None:
    id = kept(store, complete(title="ask the manager"))
    for number in range(7):
        kept(store, complete(title=f"Head of team {number}"))
    app = open_page("home")
    name = "Chief information security officer, Northmere NHS Foundation Trust"
    assert [each for each in names(app) if not each.startswith("Head")] == [name]
    app.text_input(key="drafts-search").set_value("northmere chief").run()
    assert names(app) == [name]
    store.delete_draft(id)
    app = open_page("home")
    app.toggle(key="drafts-deleted").set_value(True).run()
    assert name in said(app)


def test_organisations_are_listed_below_with_edit_delete_and_undo(open_page: Open, store: Store) -> None:
    id = store.create_organisation(COUNCIL).id
    app = open_page("home")
    link = next(link for link in app.page_link if link.label == "Edit")
    assert link.proto.query_string == f"organisation={id}"
    app = click(app, "Delete")
    assert store.list_organisations() == ()
    assert "Deleted Northmere Council. Drafts that use it keep its details." in said(app)
    click(app, "Undo")
    assert len(store.list_organisations()) == 1


def test_names_are_drawn_as_text_and_never_as_markup(open_page: Open, store: Store) -> None:
    kept(store, complete(title=HOSTILE[:100]).answered("organisation.name", HOSTILE))
    kept(store, complete(title=LONG))
    store.create_organisation({**COUNCIL, "name": HOSTILE})
    app = click(open_page("home"), "Duplicate")
    assert f"{HOSTILE[:100]}, {HOSTILE}" in said(app)
    assert not any("SECRET" in label for label in labels(app))
    assert not [each for each in (*app.markdown, *app.caption) if "SECRET" in each.value]


def test_trouble_with_the_store_is_a_sentence_and_the_title_stands(
    open_page: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setenv("JD_DATABASE_URL", "mysql://localhost/jd")
    from jd_builder.ui import bootstrap

    bootstrap.close()
    app = open_page("home")
    assert app.title[0].value == "jd-builder"
    assert len([line for line in said(app) if "A store cannot be kept in mysql." in line]) == 1


def test_the_title_is_drawn_before_anything_heavy_is_imported() -> None:
    """The modules that the page's first lines need bring none of what the lists need."""
    heavy = ["sqlalchemy", "alembic", "pydantic", "yaml", "docx", "openai", "pandas", "jinja2"]
    program = (
        "import sys, jd_builder.ui.steps, jd_builder.ui.components.look, jd_builder.services.examples;"
        f"print(*[name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_deleted_organisation_comes_back_on_another_day_too(open_page: Open, store: Store) -> None:
    store.delete_organisation(store.create_organisation(COUNCIL).id)
    app = open_page("home")
    app.toggle(key="organisations-deleted").set_value(True).run()
    click(app, "Bring back")
    assert [line.name for line in store.list_organisations()] == ["Northmere Council"]


def test_many_organisations_are_shown_on_request(open_page: Open, store: Store) -> None:
    for number in range(12):
        store.create_organisation({"name": f"Northmere Council {number}"})
    app = open_page("home")
    assert len(names(app)) == 10
    app.toggle(key="organisations-all").set_value(True).run()
    assert len(names(app)) == 12
