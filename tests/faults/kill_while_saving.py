"""Kills a program in the middle of saving, again and again, and looks for what is lost.

    python -m tests.faults.kill_while_saving 1000

Each round opens the store in another process, which saves without a pause and reports each save once
it is acknowledged. It is killed after a chance number of them, at a chance moment. Then every save
that was reported has to be there, whole, and the store has to be in order.
"""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from tqdm import tqdm

from jd_builder.domain.draft import Draft
from jd_builder.storage import Saved, open_store
from jd_builder.storage.store import Store
from tests.storage.processes import CONTEXT

ROUNDS_A_STORE = 50
Reported = list[tuple[int, int]]  # the number of a revision, and what was saved in it


def draft(number: int) -> Draft:
    """11 kB that say the same number at both ends: a half of it would be seen."""
    return Draft(post={"title": str(number), "purpose": "word " * 2200, "next_roles": str(number)})


def save_for_ever(folder: Path, id: str, reports: Connection) -> None:
    with open_store(None, folder) as store:
        base = store.load_draft(id).number
        while True:
            saved = store.save_draft(id, draft(base + 1), base, "Autosave")
            assert isinstance(saved, Saved)
            reports.send((saved.number, base + 1))
            base = saved.number


def kill_rounds(folder: Path, rounds: int, seed: int = 0) -> Iterator[int]:
    """The number of acknowledged saves of each round; an AssertionError when one of them is lost."""
    chance = random.Random(seed)
    for first in range(0, rounds, ROUNDS_A_STORE):
        yield from _on_one_store(folder / str(first), min(ROUNDS_A_STORE, rounds - first), chance)


def _on_one_store(place: Path, rounds: int, chance: random.Random) -> Iterator[int]:
    with open_store(None, place) as store:
        id = store.create_draft(draft(1)).id
    made: Reported = [(1, 1)]
    for _ in range(rounds):
        reported = _saved_until_killed(place, id, chance)
        with open_store(None, place) as store:
            _assert_kept(store, id, reported)
        made += reported
        yield len(reported)
    with open_store(None, place) as store:
        _assert_kept(store, id, made)


def _saved_until_killed(place: Path, id: str, chance: random.Random) -> Reported:
    receiver, sender = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=save_for_ever, args=(place, id, sender))
    process.start()
    sender.close()
    reported = [receiver.recv() for _ in range(chance.randrange(1, 12))]
    moment = time.perf_counter() + chance.random() * 0.005
    while time.perf_counter() < moment:
        pass
    process.kill()
    process.join()
    with suppress(EOFError, OSError):  # what was on its way when it ended
        while True:
            reported.append(receiver.recv())
    receiver.close()
    process.close()
    return reported


def _assert_kept(store: Store, id: str, reported: Reported) -> None:
    current = store.load_draft(id)
    lines = store.revisions(id)
    assert [line.number for line in lines] == list(range(1, current.number + 1)), "a revision is missing or too many"
    assert current.number >= reported[-1][0], "the last acknowledged save is not there"
    assert store.list_drafts()[0].title == current.draft.post["title"], "a save was kept by half"
    for number, saved in reported:
        assert store.revision(id, number) == draft(saved), f"revision {number} is not what was saved"


def main(rounds: int) -> None:
    with TemporaryDirectory() as folder:
        kept = sum(tqdm(kill_rounds(Path(folder), rounds), total=rounds, desc="Killing", disable=None))
    print(f"{rounds:,} kills, {kept:,} acknowledged saves: none lost, none damaged, none by half.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
