"""What a person waits for, seen from inside a real browser: from a start, or from a click, to the paint."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.app_server import Server

SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Milliseconds from the click on a button to the second frame after the place it changes has changed.
_CLICKED = """
([button, place, looks]) => new Promise((done, failed) => {
  const roots = [document];
  for (const root of roots) {
    for (const each of root.querySelectorAll("*")) if (each.shadowRoot) roots.push(each.shadowRoot);
  }
  const find = (selector) => roots.map((root) => root.querySelector(selector)).find(Boolean);
  const seen = () => { const node = find(place); return looks ? node.dataset[looks] : node.textContent; };
  const before = seen();
  const started = performance.now();
  const late = setTimeout(() => failed(new Error("nothing changed")), 20000);
  const look = new MutationObserver(() => {
    if (seen() === before) return;
    look.disconnect();
    clearTimeout(late);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)));
  });
  for (const root of roots) {
    look.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }
  find(button).click();
})
"""
# Milliseconds from the click on a button until a thing that was not there is painted, wherever it comes to stand.
_SENT = """
([button, wanted]) => new Promise((done, failed) => {
  const started = performance.now();
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started)));
  const look = () => {
    if (performance.now() - started > 30000) return failed(new Error("nothing came"));
    const roots = [...document.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean);
    if (roots.some((root) => root.querySelector(wanted))) painted();
    else setTimeout(look, 8);
  };
  document.querySelector(button).click();
  look();
})
"""
STAR = ("li.row [data-act=star]", ".page", "shown")
TICK = ("input[type=checkbox]", "h1", "")


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(SWITCHES))
        yield browser
        browser.close()


def clicked(page: Page, what: tuple[str, str, str]) -> float:
    """Milliseconds to the paint; then time for the run to end, so that the next click meets an idle server."""
    taken = float(page.evaluate(_CLICKED, list(what)))
    page.wait_for_timeout(150)
    return taken


def sent(page: Page, button: str, wanted: str) -> float:
    """Milliseconds from a click to the paint of what comes of it, in a component of ours."""
    return float(page.evaluate(_SENT, [button, wanted]))


def opened(browser: Browser, address: str, wanted: str) -> Page:
    """A new browser of one's own at an address, once it shows what is wanted."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_selector(wanted, timeout=60_000)
    return page


def started(browser: Browser, server: Server, began: float, wanted: tuple[str, ...]) -> float:
    """Seconds from the start of a server to the paint of what is wanted on its first page; then it is stopped."""
    try:
        page = opened(browser, server.wait().url, wanted[0])
        for each in wanted[1:]:
            page.wait_for_selector(each, timeout=60_000)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        taken = perf_counter() - began
        page.context.close()
        return taken
    finally:
        server.stop()
