"""The real app in a real browser: a server of its own for each file of tests, and a page that tells on strangers."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import REPOSITORY

# Counts how often the app has run, so that a test can wait for the run that it caused: by the server's word that
# a run is done (ForwardMsg.script_finished, field 6), as a short run may never show in the page.
COUNT_RUNS = """
window.runs = 0;
const varint = (bytes, at) => {
  let value = 0, shift = 0, byte;
  do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte & 128);
  return [value, at];
};
const finishes = (bytes) => {
  for (let at = 0, tag, size; at < bytes.length;) {
    [tag, at] = varint(bytes, at);
    if (tag >> 3 === 6) return true;
    if ((tag & 7) === 0) [, at] = varint(bytes, at);
    else if ((tag & 7) === 2) { [size, at] = varint(bytes, at); at += size; }
    else return false;
  }
  return false;
};
window.WebSocket = class extends window.WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("message", ({data}) => {
      if (data instanceof ArrayBuffer && finishes(new Uint8Array(data))) setTimeout(() => { window.runs += 1; });
    });
  }
};
"""
AT_REST = "!document.querySelector('[data-test-script-state=running]')"
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# Seconds: a busy machine is slow, which is no fault of the app's. A test that passes waits for none of them.
PATIENCE = 60
expect.set_options(timeout=PATIENCE * 1000)


class Server:
    """The app as `make run` starts it, on a free port and with a data folder of its own."""

    def __init__(self, data: Path, **settings: str) -> None:
        self.data, self.settings = data, settings
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        with (self.data / "stderr.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port)],
                cwd=REPOSITORY,
                env={**os.environ, "JD_DATA_DIR": str(self.data), **self.settings},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        until(lambda: answers(self.port))

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def log(self) -> str:
        return (self.data / "stderr.log").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("data"))
    yield running
    running.kill()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Opens tabs, each a browser of its own; at the end no tab may have asked anyone but the app."""
    strangers: list[str] = []
    contexts: list[Any] = []

    def opened(width: int = 1280, height: int = 900, scheme: Literal["light", "dark"] = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        context.add_init_script(COUNT_RUNS)
        page: Page = context.new_page()
        page.on("request", lambda request: _note(strangers, request.url, server.port))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not strangers, f"the page asked elsewhere: {strangers}"


@pytest.fixture
def page(tab: Callable[..., Page]) -> Page:
    return tab()


def drawn(page: Page) -> None:
    """Wait until a page that was just opened has been drawn for the first time."""
    page.wait_for_function(f"window.runs > 0 && {AT_REST}")


@contextmanager
def rerun(page: Page) -> Iterator[None]:
    """Do inside what makes the app draw again, and wait until it has."""
    before = page.evaluate("window.runs")
    yield
    page.wait_for_function(f"window.runs > {before} && {AT_REST}")


def shows(page: Page, label: str, text: str) -> None:
    """Wait until the field holds the text. While the app draws, the field before and after may both be there."""
    page.wait_for_function(
        """([label, text]) => {
          const found = [...document.querySelectorAll(`:is(input, textarea)[aria-label="${label}"]`)];
          return found.length === 1 && found[0].value === text;
        }""",
        arg=[label, text],
    )


def _note(strangers: list[str], url: str, port: int) -> None:
    if not re.match(rf"(?:https?|wss?)://localhost:{port}/|data:|blob:|about:", url):
        strangers.append(url)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether an app listens there by now."""
    try:
        with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def until(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    end = monotonic() + seconds
    while not true():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.05)  # to ask without a pause would take the machine from the app that is waited for
