"""Rewording a whole document in the app, with a server that answers after 800 ms and 20 ms for each token.

What a person waits for is counted from the click on Send to the paint. No client could show a proposal sooner
than the server needs to begin and to write one statement, the shortest of them, in tokens of five characters.
What it costs is all that the app's process computes meanwhile: the client, the guard, the store and the page.
"""

from math import ceil
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from benchmarks.app_server import Server, ours
from benchmarks.painting import chromium, opened, sent
from jd_builder.domain.draft import Draft
from jd_builder.rewriting.connection import Connection
from jd_builder.services import catalogue, examples, starting
from jd_builder.services.rewording_texts import sections
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from tests.conftest import REPOSITORY
from tests.models import model_server

Row = tuple[str, float, str]
STATEMENTS, CALLS = 84, ceil(84 / Connection("", "").batch)
LATENCY, TOKEN, CHARACTERS = 0.8, 0.02, 5  # as tests/model_server.mjs has them
TONES = ("Shorter", "Plainer", "Warmer", "More formal", "More confident")


def rows() -> list[Row]:
    if which("node") is None or not (REPOSITORY / "node_modules").is_dir():
        raise RuntimeError("Node and its packages (npm ci) are missing")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, model_server() as address:
        data = Path(folder) / "data"
        server = ours(data, JD_LLM_BASE_URL=address, JD_LLM_MODEL="timed").wait()
        try:
            with open_store(None, data) as store, chromium() as browser:
                firsts, costs = zip(*(_run(browser, server, store, tone) for tone in TONES), strict=True)
        finally:
            server.stop()
    return [
        ("the first proposal, from Send to painted, against the wait for one", median(firsts), "at most 1.2"),
        ("CPU ms of the app for a streamed call, all in", median(costs), "at most 30"),
    ]


def _run(browser: Browser, server: Server, store: Store, tone: str) -> tuple[float, float]:
    """How long the first took, as a multiple of what it had to take, and milliseconds of computing for each call."""
    id_ = starting.create(store, _draft(), "Created").id
    page = opened(browser, f"{server.url}/duties?draft={id_}", ".rows li.row")
    _ask(page, tone)
    before = server.cpu()
    first = sent(page, ".st-key-reword-go button", ".proposals li") / 1000
    page.get_by_text(f"All {STATEMENTS} have arrived.").wait_for(timeout=60_000)
    page.get_by_role("button", name=tone, exact=True).wait_for()
    cost = (server.cpu() - before) * 1000 / CALLS
    page.context.close()
    answer = min(len(f'{{"items":[{{"id":1,"text":"{each.after}"}}') for each in store.proposals(id_))
    return first / (LATENCY + TOKEN * ceil(answer / CHARACTERS)), cost


def _ask(page: Page, tone: str) -> None:
    page.get_by_role("button", name="Reword").click()
    page.get_by_role("combobox", name="What").click()
    page.get_by_role("option", name="Everything that is not locked").click()
    page.get_by_role("button", name=tone, exact=True).click()
    page.get_by_text(f"Sends {STATEMENTS} sentences").wait_for()
    page.wait_for_timeout(500)


def _draft() -> Draft:
    """A finished example with as many duties more as make 84 texts that are open to be reworded."""
    draft = examples.example("harbour-mutual").draft
    texts = sum(len(each.targets) for each in sections(draft) if not each.lock)
    for each in list(catalogue.role("ciso").statements())[: STATEMENTS - texts]:
        draft = draft.adding("duty", each.wordings.plain)
    return draft


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
