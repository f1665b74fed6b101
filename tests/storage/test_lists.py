from jd_builder.domain.draft import Draft
from jd_builder.storage import DraftLine
from jd_builder.storage.store import Store
from tests.storage.samples import draft


def titles(store: Store, offset: int = 0, limit: int = 50, deleted: bool = False) -> list[str]:
    return [line.title for line in store.list_drafts("", offset, limit, deleted)]


def test_a_line_shows_what_was_answered_and_counted(store: Store) -> None:
    made = store.create_draft(draft("CISO", "Northmere NHS Trust"), gaps=3)
    line = DraftLine(made.id, "CISO", "Northmere NHS Trust", "ciso", 3, None, made.saved_at, "Created")
    assert store.list_drafts() == (line,)


def test_the_last_edited_comes_first(store: Store) -> None:
    id = store.create_draft(draft("First")).id
    store.create_draft(draft("Second"))
    assert titles(store) == ["Second", "First"]
    store.save_draft(id, draft("First, edited"), 1, "Title")
    assert titles(store) == ["First, edited", "Second"]


def test_pages_follow_one_another(store: Store) -> None:
    for number in range(7):
        store.create_draft(draft(str(number)))
    pages = [titles(store, offset, 3) for offset in (0, 3, 6, 9)]
    assert pages == [["6", "5", "4"], ["3", "2", "1"], ["0"], []]
    assert titles(store, -1, -1) == []


SEARCHES = {
    "": 3,
    "  \n ": 3,
    "SECURITY": 1,
    "securit": 2,
    "sécurité": 1,
    "SECURITE": 1,
    "officer harbour": 1,
    "harbour officer": 1,
    "officer nowhere": 0,
    "100%": 1,
    "%": 1,
    "_": 1,
    "\\": 1,
    "/": 0,
    "'": 1,
    "ciso": 3,
    "straße": 1,
    "STRASSE": 1,
    "ｃｉｓｏ": 3,
    "a\x00b\ud800": 0,
}


def test_search_finds_every_word_whatever_its_case_and_accents(store: Store) -> None:
    store.create_draft(draft("Chief security officer", "Harbour"))
    store.create_draft(draft("Directrice de la sécurité", "Straße"))
    store.create_draft(draft("100% _ \\ '", "Northmere"))
    assert {search: len(store.list_drafts(search)) for search in SEARCHES} == SEARCHES
    assert {search: store.count_drafts(search) for search in SEARCHES} == SEARCHES


def test_an_answer_that_is_open_or_no_text_shows_nothing(store: Store) -> None:
    for answer in (None, "", "ask the manager", "Ask the manager.", "not applicable", ["CISO"], {"text": "CISO"}, 12):
        store.create_draft(Draft(post={"title": answer}, organisation={"name": answer}))
    assert {(line.title, line.organisation) for line in store.list_drafts()} == {("", "")}


def test_a_title_is_one_line_of_bounded_length(store: Store) -> None:
    store.create_draft(draft(" Chief\n\x00 officer " + "x" * 10_000))
    assert titles(store)[0] == ("Chief officer " + "x" * 10_000)[:300]


def test_deleted_drafts_are_in_a_list_of_their_own(store: Store) -> None:
    store.delete_draft(store.create_draft(draft("Gone")).id)
    store.create_draft(draft("Here"))
    assert (titles(store), store.count_drafts()) == (["Here"], 1)
    assert (titles(store, deleted=True), store.count_drafts(deleted=True)) == (["Gone"], 1)


def test_a_draft_without_a_title_says_its_edition_and_level_and_is_found_by_what_its_role_is_called(
    store: Store,
) -> None:
    store.create_draft(Draft(role="porter", edition="2024-11-30", level="head-porter"))
    store.create_draft(draft("Porter's lodge"))
    [line] = store.list_drafts("night", roles={"porter": "Night Porter", "ciso": "Officer"})
    assert (line.role, line.edition, line.level) == ("porter", "2024-11-30", "head-porter")
    assert store.count_drafts("night", roles={"porter": "Night Porter"}) == 1
    assert store.count_drafts("officer", roles={"ciso": "Officer"}) == 0
