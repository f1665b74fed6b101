"""What a draft is called: the same in a list as above its own pages."""

from collections.abc import Iterator

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue, naming
from jd_builder.storage.store import Store
from tests.assembly.roles import PORTER


@pytest.fixture
def porters(store: Store) -> Iterator[Store]:
    store.add_edition(PORTER)
    catalogue.kept_in(lambda: store)
    yield store
    catalogue.kept_in(catalogue.no_store)


@pytest.mark.parametrize("title", [None, "ask the manager", "not applicable", "Head of doors"])
def test_a_list_calls_a_draft_what_its_own_pages_call_it(porters: Store, title: str | None) -> None:
    draft = Draft(role="porter", edition=PORTER.edition, level="head-porter", post={"title": title})
    porters.create_draft(draft)
    [line] = porters.list_drafts()
    assert naming.title_of_line(line) == naming.title_of(draft)
    assert title == "Head of doors" or naming.title_of(draft) == PORTER.called("head-porter")


def test_a_draft_of_a_role_that_is_gone_is_listed_by_the_id_of_the_role(store: Store) -> None:
    store.create_draft(Draft(role="porter"))
    [line] = store.list_drafts()
    assert naming.title_of_line(line) == "porter"
