"""Many programs that save into one store at once, as on a busy server: nobody may see an error.

python -m tests.faults.many_writers 8 250
"""

import sys
from multiprocessing.synchronize import Barrier
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from jd_builder.storage import Saved
from tests.storage.places import ENGINES, Place, place
from tests.storage.processes import at_once
from tests.storage.samples import draft


def save_many(start: Barrier, where: Place, saves: int) -> float:
    """The longest that one save took, in seconds."""
    longest = 0.0
    with where.open() as store:
        id = store.create_draft(draft("1")).id
        start.wait(60)
        for number in range(1, saves + 1):
            began = perf_counter()
            assert isinstance(store.save_draft(id, draft(str(number + 1)), number, "Autosave"), Saved)
            longest = max(longest, perf_counter() - began)
    return longest


def main(processes: int, saves: int) -> None:
    for engine in ENGINES:
        with TemporaryDirectory() as folder, place(engine, Path(folder)) as where:
            where.open().close()
            began = perf_counter()
            longest = max(at_once(save_many, *[(where, saves)] * processes))
            taken = perf_counter() - began
            with where.open() as store:
                assert {line.title for line in store.list_drafts()} == {str(saves + 1)}
        rate = processes * saves / taken
        print(f"{engine}: {processes} x {saves} saves, no error, {rate:.0f} a second, the longest took {longest:.2f} s")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:] or ("8", "250")))
