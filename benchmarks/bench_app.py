"""The app in use, against an empty Streamlit app with stock settings on the same machine, in turn.

Two servers run side by side; where something of theirs is compared, short blocks of work alternate.
Needs Linux, Chromium and what requirements-dev.txt lists.
"""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter

from benchmarks import bench_store
from benchmarks.app_server import Server, empty, ours
from benchmarks.painting import STAR, TICK, chromium, clicked, opened, started
from benchmarks.raw_session import RawSession
from jd_builder.services import examples, starting
from jd_builder.storage import open_store

Row = tuple[str, float, str]
Work = Callable[[], Awaitable[float]]
BLOCKS, BLOCK = 4, 20  # of reruns; a block has to be long beside the 10 ms that /proc counts in
CLICKS, STARTS = 20, 5
SESSIONS, FEW, THINKING, WATCHED = 100, 20, 8.0, 20.0
DRAFTS = 10_000


def rows() -> list[Row]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        drafts = _filled(path / "data", SESSIONS + 1)
        measured = [_start(path)]
        app, bare = ours(path / "data").wait(), empty(path / "empty").wait()
        try:
            measured += [_painted(app, bare, drafts[-1]), *asyncio.run(_in_use(app, bare, drafts))]
        finally:
            app.stop()
            bare.stop()
        return [*measured, _home(path)]


def _filled(data: Path, many: int) -> list[str]:
    """The ids of new drafts, each a copy of a finished example."""
    with open_store(None, data) as store:
        draft = examples.example("harbour-mutual").draft
        return [starting.create(store, draft, "Created").id for _ in range(many)]


def _start(path: Path) -> Row:
    times: tuple[list[float], list[float]] = [], []
    with chromium() as browser:
        for number in range(STARTS):
            began = perf_counter()
            new = ours(path / f"new-{number}")
            times[0].append(started(browser, new, began, ("h1", "text=See a finished example")))
            began = perf_counter()
            times[1].append(started(browser, empty(path / "empty"), began, ("h1", "input[type=checkbox]")))
    return "from the start to Home painted, against empty", median(times[0]) / median(times[1]), "at most 1.15"


def _painted(app: Server, bare: Server, draft: str) -> Row:
    """A star against a tick, each until the eye can see what it changed."""
    times: tuple[list[float], list[float]] = [], []
    with chromium() as browser:
        one = opened(browser, f"{app.url}/duties?draft={draft}", "li.row [data-act=star]")
        other = opened(browser, bare.url, "h1")
        one.wait_for_selector(".page h1")
        for _ in range(CLICKS):
            one.bring_to_front()
            times[0].append(clicked(one, STAR))
            other.bring_to_front()
            times[1].append(clicked(other, TICK))
    return "a star from click to painted, against empty", median(times[0]) / median(times[1]), "at most 1.5"


async def _in_use(app: Server, bare: Server, drafts: list[str]) -> list[Row]:
    """With one session: computing. Then with more and more: memory. Then with all at once: waiting."""
    one = RawSession(app.port, "duties", f"draft={drafts[0]}")
    other = RawSession(bare.port)
    await one.open()
    await other.open()
    star, whole, tick = await _alternating((app, one.star), (app, one.rerun), (bare, other.tick))
    await one.close()
    await other.close()
    mine, theirs = await _opened_on(app, drafts[:-1]), await _opened_on(bare, [""] * SESSIONS)
    p95 = await _crowd(mine[0])
    for session in [*mine[0], *theirs[0]]:
        await session.close()
    return [
        ("a star, server CPU against empty", star / tick, "at most 1.0"),
        ("a whole page again, server CPU against empty", whole / tick, "at most 1.5"),
        ("memory of a session, against empty", mine[1] / theirs[1], "at most 2.4"),
        (f"p95 of a star with {SESSIONS} sessions, s", p95, "at most 0.5"),
    ]


async def _alternating(*works: tuple[Server, Work]) -> list[float]:
    """Seconds of computing of each work, the median of its blocks; a first block of each does not count."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(BLOCKS + 1):
        for kept, (server, work) in zip(spent, works, strict=True):
            before = server.cpu()
            for _ in range(BLOCK):
                await work()
            kept.append((server.cpu() - before) / BLOCK)
    return [median(each[1:]) for each in spent]


async def _opened_on(server: Server, drafts: list[str]) -> tuple[list[RawSession], float]:
    """One session for each draft, and what one of them holds in kilobytes: those after the first few are counted."""
    sessions, before = [], 0
    for draft in drafts:
        sessions.append(RawSession(server.port, "duties" if draft else "", f"draft={draft}" if draft else ""))
        await sessions[-1].open()
        await (sessions[-1].star() if draft else sessions[-1].tick())
        if len(sessions) == FEW:
            before = server.memory()
    return sessions, (server.memory() - before) / (len(drafts) - FEW)


async def _crowd(sessions: list[RawSession]) -> float:
    """The p95 of the seconds that a star takes while all are at work, each after some thinking."""
    chance, waits, end = Random(1), list[float](), monotonic() + WATCHED

    async def person(session: RawSession) -> None:
        while monotonic() + (thinking := chance.expovariate(1 / THINKING)) < end:
            await asyncio.sleep(thinking)
            waits.append(await session.star())

    await asyncio.gather(*map(person, sessions))
    return quantiles(waits, n=20)[-1]


def _home(path: Path) -> Row:
    with open_store(None, path / "many") as store:
        bench_store.fill(store, DRAFTS)
    server = ours(path / "many").wait()
    try:
        spent = asyncio.run(_at_home(server))
    finally:
        server.stop()
    return f"Home with {DRAFTS:,} drafts, server ms", spent * 1000, "at most 50"


async def _at_home(server: Server) -> float:
    """Computing, as it is the same on a busy machine; the lists wait for nothing else."""
    session = RawSession(server.port)
    await session.open()
    spent = await _alternating((server, session.rerun))
    await session.close()
    return spent[0]
