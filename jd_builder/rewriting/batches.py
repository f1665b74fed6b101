"""Many statements in calls of a few, several calls at once."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from jd_builder.rewriting.calls import Caller, Listener, Outcome, as_data
from jd_builder.rewriting.completer import tokens
from jd_builder.rewriting.faults import Kind, ModelError

# What one call meets, every other would meet too.
_HOPELESS: frozenset[Kind] = frozenset(
    {"no-package", "unusable-key", "unknown-host", "untrusted", "key-refused", "forbidden", "not-found", "moved",
     "request-refused", "unreachable", "no-quota", "not-a-model", "encoded", "cap"}
)  # fmt: skip
Texts = Mapping[int, str]


def parted(texts: Texts, size: int) -> Iterator[Texts]:
    """The texts in their order, so many to a call."""
    items = iter(texts.items())
    while batch := dict(islice(items, size)):
        yield batch


def estimate(system: str, batches: Sequence[Texts]) -> int:
    """The tokens that calls will come to, more or less: what is sent, and as much again for the statements."""
    return sum(tokens(system) + 2 * tokens(as_data(batch)) for batch in batches)


class Batches:
    """Calls to one server, never more of them at once than it is meant to get, whoever asks."""

    def __init__(self, caller: Caller, at_once: int) -> None:
        self._caller, self._places = caller, asyncio.Semaphore(at_once)

    async def ask(
        self, system: str, batches: Sequence[Texts], listener: Listener, allowed: Callable[[int], bool]
    ) -> tuple[Outcome, ...]:
        """What came of each call. ``allowed`` says whether so many more tokens may be spent."""
        hopeless: list[ModelError] = []

        async def one(batch: Texts) -> Outcome:
            async with self._places:
                fault = hopeless[0] if hopeless else None if allowed(estimate(system, [batch])) else ModelError("cap")
                found = Outcome(tuple(batch), fault) if fault else await self._caller.ask(system, batch, listener)
            if found.fault and found.fault.kind in _HOPELESS:
                hopeless.append(found.fault)
            if found.fault and found.fault.kind == "too-large" and len(found.missing) > 1:
                return await halves({number: batch[number] for number in found.missing})
            return found

        async def halves(batch: Texts) -> Outcome:
            first, second = [await one(half) for half in parted(batch, (len(batch) + 1) // 2)]
            return Outcome((*first.missing, *second.missing), first.fault or second.fault)

        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(one(batch)) for batch in batches]
        return tuple(each.result() for each in running)
