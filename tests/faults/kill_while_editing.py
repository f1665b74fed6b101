"""Kills the app while somebody edits, again and again, and looks for what the screen promised and is not there.

    python -m tests.faults.kill_while_editing 1000

Each round starts the app, and types into a draft without a pause, as a browser would send it. At a chance
moment the app is killed. Then the draft has to be whole and in one of the states that were sent, none older
than the last one that the screen called saved, and the database has to be in order.
"""

import asyncio
import random
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm
from websockets.exceptions import ConnectionClosed

from benchmarks.raw_session import RawSession
from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store
from tests.faults.warm import App

LONGEST = 0.4  # seconds of typing before the kill


def draft(number: int) -> Draft:
    """11 kB that say a number: what else stands in it must not change."""
    return Draft(documents=("private-advert",), post={"title": str(number), "purpose": "word " * 2200})


def kill_rounds(folder: Path, rounds: int, seed: int = 0) -> Iterator[int]:
    """The number of saves that the screen confirmed in each round; an AssertionError when one of them is lost."""
    chance, sent = random.Random(seed), [0]
    with open_store(None, folder) as store:
        id = store.create_draft(draft(0)).id
    with ThreadPoolExecutor(1) as beside:  # the next one starts while this one is typed into
        coming = beside.submit(App, folder)
        try:
            for _ in range(rounds):
                app, coming = coming.result(), beside.submit(App, folder)
                before, promised = asyncio.run(_typed_until_killed(app, id, sent, chance.random() * LONGEST))
                _assert_kept(folder, id, sent, promised)
                yield promised - before
        finally:
            coming.result().kill()


async def _typed_until_killed(app: App, id: str, sent: list[int], seconds: float) -> tuple[int, int]:
    """The revisions that the screen called saved, first and last. What is typed is added to ``sent``."""
    session = RawSession(app.port, "job", f"draft={id}")
    await session.open()
    before = session.saved
    asyncio.get_running_loop().call_later(seconds, app.process.kill)
    try:
        while True:
            sent.append(sent[-1] + 1)
            await session.type("Job title", str(sent[-1]))
    except ConnectionClosed:
        app.process.join()
    return before, session.saved


def _assert_kept(folder: Path, id: str, sent: list[int], promised: int) -> None:
    with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with open_store(None, folder) as store:
        current = store.load_draft(id)
    typed = int(current.draft.post["title"])
    assert typed in sent, "this was never sent"
    assert current.draft == draft(typed), "what was sent is kept by half"
    assert current.number >= promised, "the screen said saved, and it is not there"


def main(rounds: int) -> None:
    with TemporaryDirectory() as folder:
        kept = sum(tqdm(kill_rounds(Path(folder), rounds), total=rounds, desc="Killing", disable=None))
    print(f"{rounds:,} kills of the app, {kept:,} saves that the screen confirmed: none lost, none by half.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
