"""What a whole document costs to reword, against a server that answers after 800 ms and 20 ms for each token.

The bound is what no client could better: as many rounds as there are calls for each of the places, each as long
as one call by itself.
"""

import asyncio
from math import ceil
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

from jd_builder.domain.draft import Draft
from jd_builder.rewriting.batches import Batches
from jd_builder.rewriting.calls import Caller, Listener
from jd_builder.rewriting.client import OpenAICompleter
from jd_builder.rewriting.completer import Usage
from jd_builder.rewriting.connection import Connection
from jd_builder.services import catalogue
from jd_builder.services.rewording import Rewording
from jd_builder.services.rewording_plan import planned
from jd_builder.services.rewording_texts import Target
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from tests.conftest import REPOSITORY
from tests.models import model_server

Row = tuple[str, float, str]
STATEMENTS = 84


def rows() -> list[Row]:
    if which("node") is None or not (REPOSITORY / "node_modules").is_dir():
        raise RuntimeError("Node and its packages (npm ci) are missing")
    with TemporaryDirectory() as folder, open_store(None, Path(folder)) as store, model_server() as address:
        return _measured(Connection(address, "timed"), store)


def _measured(connection: Connection, store: Store) -> list[Row]:
    rewording = Rewording(connection, lambda: store)
    targets = _targets()
    rewording.test()  # loads the SDK and opens the first connection, as the first run of a day does
    single = _run(rewording, targets[:1], "plainer")[0]
    one_call = _run(rewording, targets[: connection.batch], "warmer")[0]
    whole, first = _run(rewording, targets, "shorter")
    rewording.close()
    calls = ceil(STATEMENTS / connection.batch)
    bound = ceil(calls / connection.at_once) * one_call
    cpu = asyncio.run(_cpu(connection, targets)) / calls
    return [
        (f"{STATEMENTS} statements in {calls} calls, against as many rounds of one", whole / bound, "at most 1.15"),
        ("the first of them kept, against a call for one alone", first / single, "at most 1.2"),
        ("CPU ms of the client for a streamed call", 1000 * cpu, "at most 30"),
    ]


def _run(rewording: Rewording, targets: list[Target], tone: str) -> tuple[float, float]:
    """Seconds until all are judged and kept, and until the first is."""
    plan = planned(Draft(), targets, tone, "", rewording.connection, None)
    began = perf_counter()
    progress = rewording.start(tone, plan)
    while not progress.done:
        sleep(0.01)
    first = perf_counter() - began
    rewording.wait(tone)
    return perf_counter() - began, first


async def _cpu(connection: Connection, targets: list[Target]) -> float:
    """Seconds of CPU for all calls by themselves: neither guard nor store."""
    plan = planned(Draft(), targets, "shorter", "", connection, None)
    completer = OpenAICompleter(connection)
    batches = Batches(Caller(completer, connection.deadline), connection.at_once)
    await batches.ask(plan.prompt.text, plan.batches[:1], _Nobody(), lambda _: True)
    used = process_time()
    await batches.ask(plan.prompt.text, plan.batches, _Nobody(), lambda _: True)
    used = process_time() - used
    await completer.close()
    return used


class _Nobody(Listener):
    def answered(self, number: int, text: str) -> None: ...

    def withdrawn(self, number: int) -> None: ...

    def spent(self, usage: Usage) -> None: ...


def _targets() -> list[Target]:
    statements = list(catalogue.role("ciso").statements())
    return [Target(each.id, each.wordings.plain) for each in statements[:STATEMENTS]]


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
