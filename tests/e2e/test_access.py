"""Everyone can use it: axe finds no serious fault on any page, in either theme, and headings lead through it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn

PAGES = (
    *("", "start?draft=", "job?draft=", "duties?draft=", "finish?draft=", "organisation?organisation="),
    *("roles", "roles?role=", "from_file", "newer?draft="),
)


WITH_A_DOCUMENT = ("job?draft=", "duties?draft=", "finish?draft=")


@pytest.fixture(scope="module")
def ids(server: Server) -> dict[str, str]:
    answers = {"name": "Northmere NHS Trust", "sector": "nhs"}
    with open_store(None, server.data) as store:
        draft = store.create_draft(Draft(organisation=answers, post={"hours": "ninety"}))
        return {"draft": draft.id, "organisation": store.create_organisation(answers).id, "role": "ciso"}


def visit(page: Page, server: Server, ids: dict[str, str], address: str) -> None:
    """Open a page, and wait until all of it is drawn."""
    query = address.rpartition("?")[2].removesuffix("=")
    page.goto(f"{server.url}/{address}{ids.get(query, '')}")
    drawn(page)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_serious(
    tab: Callable[..., Page], server: Server, ids: dict[str, str], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = tab(scheme=scheme)
    visit(page, server, ids, address)
    found = Axe().run(page).response["violations"]
    grave = [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert not grave, "\n".join(grave)


@pytest.mark.parametrize("address", [*PAGES, "start", "organisation?organisation=new", "job?draft=nothing-here"])
def test_a_page_has_one_title_and_no_heading_skips_a_level(
    page: Page, server: Server, ids: dict[str, str], address: str
) -> None:
    visit(page, server, ids, address)
    if address in WITH_A_DOCUMENT:
        expect(page.get_by_role("region", name="The document").get_by_role("heading").first).to_be_visible()
    levels = [each.evaluate("e => Number(e.ariaLevel ?? e.tagName[1])") for each in page.get_by_role("heading").all()]
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise([0, *levels])), levels


@pytest.mark.parametrize("width", [1280, 768])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_the_window(
    tab: Callable[..., Page], server: Server, ids: dict[str, str], address: str, width: int
) -> None:
    page = tab(width=width)
    visit(page, server, ids, address)
    widest = page.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert widest <= 0


@pytest.mark.parametrize("width", [1280, 768])
def test_an_address_is_seen_whole_where_an_answer_has_parts_in_parts(
    tab: Callable[..., Page], server: Server, width: int
) -> None:
    answers = {"name": "Northmere NHS Trust", "mailboxes": {"questions": {"email": "recruitment@northmere.example"}}}
    with open_store(None, server.data) as store:
        id = store.create_organisation(answers).id
    page = tab(width=width)
    page.goto(f"{server.url}/organisation?organisation={id}")
    drawn(page)
    page.get_by_role("button", name="Open: Mailboxes").click()
    box = page.get_by_label("E-mail", exact=True).first
    expect(box).to_have_value("recruitment@northmere.example")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("width", [1280, 768])
def test_a_long_title_at_an_employer_with_a_long_name_is_whole_in_the_list_and_above_the_draft(
    tab: Callable[..., Page], server: Server, width: int
) -> None:
    title = "Deputy director of information governance, cyber security and records management (fixed term)"
    name = "The Amalgamated and Reconstituted Northern Counties Universities Hospitals and Community Services Trust"
    with open_store(None, server.data) as store:
        id = store.create_draft(Draft(post={"title": title}, organisation={"name": name})).id
    page = tab(width=width)
    for address, name_of_it in (("", ".jd-name"), (f"job?draft={id}", "h1.jd-head")):
        page.goto(f"{server.url}/{address}")
        drawn(page)
        shown = page.locator(name_of_it).filter(has_text=title).first
        expect(shown).to_be_visible()
        assert shown.evaluate("name => name.scrollHeight <= name.clientHeight + 2")
