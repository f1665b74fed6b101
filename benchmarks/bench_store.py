"""The store on SQLite: lists of many drafts, a save against the bare minimum, and a restore."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from jd_builder.domain.draft import Draft
from jd_builder.storage import Saved, drafts, open_store
from jd_builder.storage.store import Store

DRAFTS, ROUNDS, RESTORED = 10_000, 100, 1_000
TEXT = "You will lead the people who keep our members' money and data safe. " * 160  # 11 kB


def rows() -> list[tuple[str, float, str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder)
        with open_store(None, path / "many") as store:
            fill(store, DRAFTS)
            listing = [
                (f"first 50 of {DRAFTS:,} drafts, ms", timed(lambda: store.list_drafts()), "at most 50"),
                (f"50 from the middle of {DRAFTS:,}, ms", timed(lambda: store.list_drafts("", 5_000)), "at most 50"),
                (f"search in {DRAFTS:,} drafts, ms", timed(lambda: store.list_drafts("officer 9999")), "at most 50"),
            ]
        saving = ("save a draft, against sqlite3 alone", against_sqlite3(path), "at most 5")
        restoring = (f"back up and restore {RESTORED:,} drafts, s", there_and_back(path), "at most 60")
        return [*listing, saving, restoring]


def draft(number: int) -> Draft:
    post = {"title": f"Chief information security officer {number}", "purpose": TEXT}
    return Draft(post=post, organisation={"name": "Harbour Mutual"})


def fill(store: Store, many: int) -> None:
    """In one transaction, as each of its own would wait for the disk."""
    first = datetime(2026, 3, 2, tzinfo=UTC)
    store._database.write(
        lambda tx: [
            drafts.create(tx, first + timedelta(minutes=number), draft(number), "Created", 3) for number in range(many)
        ]
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds, the median of some rounds."""
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return median(times) * 1000


def against_sqlite3(folder: Path) -> float:
    """How many times longer a save takes than writing the same text and waiting for the disk, in turn.

    It says most where the disk is quick: ours costs a millisecond of computing, which a slow disk hides.
    """
    ours, alone = [], []
    with open_store(None, folder / "one") as store, closing(_bare(folder / "bare.sqlite3")) as bare:
        id = store.create_draft(draft(0)).id
        for number in range(1, ROUNDS + 1):
            started = perf_counter()
            assert isinstance(store.save_draft(id, draft(number), number, "Autosave"), Saved)
            between = perf_counter()
            _save_bare(bare, number)
            ours.append(between - started)
            alone.append(perf_counter() - between)
    return median(ours) / median(alone)


def _bare(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE drafts (id TEXT PRIMARY KEY, number INTEGER, title TEXT)",
        "CREATE TABLE revisions (id TEXT, number INTEGER, content TEXT, PRIMARY KEY (id, number))",
        "INSERT INTO drafts VALUES ('a', 0, '')",
    ):
        raw.execute(statement)
    return raw


def _save_bare(raw: sqlite3.Connection, number: int) -> None:
    content = json.dumps(draft(number).model_dump(mode="json", by_alias=True, exclude_defaults=True))
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("SELECT number FROM drafts WHERE id = 'a'").fetchone()
    raw.execute("INSERT INTO revisions VALUES ('a', ?, ?)", (number, content))
    raw.execute("UPDATE drafts SET number = ?, title = ? WHERE id = 'a'", (number, str(number)))
    raw.execute("COMMIT")


def there_and_back(folder: Path) -> float:
    """Seconds, with ten revisions of each draft."""
    with open_store(None, folder / "full") as store, open_store(None, folder / "empty") as other:
        fill(store, RESTORED)
        ids = [line.id for line in store.list_drafts(limit=RESTORED)]
        at = datetime.now(UTC)
        store._database.write(
            lambda tx: [
                drafts.save(tx, at, id, draft(number), number, "Autosave", 3) for id in ids for number in range(1, 10)
            ]
        )
        started = perf_counter()
        store.backup(folder / "backup.zip")
        other.restore(folder / "backup.zip")
        return perf_counter() - started
