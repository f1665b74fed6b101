"""Rewording by a model, outside of anyone's session: what is asked for arrives in the store, whoever watches."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from jd_builder.domain.errors import UserError
from jd_builder.domain.rewriting import Proposal
from jd_builder.rewriting.batches import Batches
from jd_builder.rewriting.calls import Caller, Listener, Outcome
from jd_builder.rewriting.client import OpenAICompleter
from jd_builder.rewriting.completer import Completer, Usage
from jd_builder.rewriting.connection import Connection
from jd_builder.rewriting.faults import ModelError
from jd_builder.services import guarding
from jd_builder.services.rewording_answers import proposal_of
from jd_builder.services.rewording_plan import Plan
from jd_builder.storage.results import UsageLine
from jd_builder.text import english

if TYPE_CHECKING:
    from jd_builder.storage import Store

_log = logging.getLogger("jd_builder")
REST = 0.5  # seconds in which what arrives is kept together
BROKEN = "Something went wrong on our side. What arrived is kept; try the rest again."
UNDER_WAY = "This draft is being reworded already. Wait until it is done, or stop it."
_TRIAL = {1: "lead the work of the team"}


@dataclass
class Progress:
    """How far one run has come. ``said`` are sentences for the person, ``failed`` the texts that have no answer.

    ``known`` were there before it began, ``same`` say what was there already; ``stopped`` is by a person's wish.
    ``begun`` is set as the first arrives, or nothing more can; ``over`` at the end.
    """

    total: int
    known: int = 0
    done: int = 0
    same: int = 0
    failed: int = 0
    stopped: bool = False
    said: list[str] = field(default_factory=list)
    begun: Event = field(default_factory=Event)
    over: Event = field(default_factory=Event)

    @property
    def running(self) -> bool:
        return not self.over.is_set()

    @property
    def awaited(self) -> Event:
        """What somebody who watches waits for next: the first that arrives, or the end."""
        return self.begun if self.done < self.total else self.over


class Rewording:
    """One for a process: one client, and never more calls at once than the server is meant to get.

    ``now`` gives the time in UTC. A person's trouble is a UserError.
    """

    def __init__(
        self,
        connection: Connection,
        store: "Callable[[], Store]",
        daily_tokens: int | None = None,
        completer: Completer | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.connection = connection
        self._store, self._daily, self._now = store, daily_tokens, now
        self._completer = completer or OpenAICompleter(connection)
        self._batches = Batches(Caller(self._completer, connection.deadline), connection.at_once)
        self._desk = ThreadPoolExecutor(1, "jd-builder-proposals")  # judges and keeps, one after another
        self._runs: dict[str, Progress] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}  # of the loop's own thread
        self._lock = Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="jd-builder-model", daemon=True)
        self._thread.start()
        # While a person still chooses a tone: the SDK and the word lists take a second to load.
        self._preparing = Thread(target=self._completer.prepare, daemon=True)
        self._preparing.start()
        self._desk.submit(guarding.verdicts, "lead", "run")

    def start(self, draft: str, plan: Plan) -> Progress:
        """Begin to ask. What was paid for before is there at once."""
        with self._lock:
            before = self._runs.get(draft)
            if before and before.running:
                raise UserError(UNDER_WAY)
            if plan.known:
                self._store().keep_proposals(draft, plan.known)
            known = len(plan.known)
            progress = Progress(len(plan.targets) + known, known, known, _same(plan.known))
            self._runs[draft] = progress
        self._loop.call_soon_threadsafe(self._begin, draft, plan, progress)
        return progress

    def progress(self, draft: str) -> Progress | None:
        """Of the last run since the program started."""
        return self._runs.get(draft)

    def stop(self, draft: str) -> None:
        """End every call of a run at once; what has arrived stays."""

        def cancel() -> None:
            if task := self._tasks.get(draft):
                task.cancel()

        self._loop.call_soon_threadsafe(cancel)

    def wait(self, draft: str) -> None:
        """Until a run is over, as the command line does."""
        if found := self._runs.get(draft):
            found.over.wait()

    def test(self) -> str:
        """Ask for one harmless sentence; what is wrong is a UserError."""
        heard = _Trial()
        asked = self._batches.ask("Reply with the JSON object that you are given.", [_TRIAL], heard, lambda _: True)
        [outcome] = asyncio.run_coroutine_threadsafe(asked, self._loop).result()
        if heard.usage:
            self._log("", heard.usage)
        if outcome.fault:
            raise UserError(self._said(outcome.fault))
        host, model = self.connection.host, self.connection.model
        return (
            f"{host} answers, and {model} understands what is asked of it."
            if heard.heard
            else (f"{host} answers, but {model} did not give back what it was asked for. Try another model.")
        )

    def close(self) -> None:
        """End all that is under way, and let go of the connections."""
        for draft in tuple(self._runs):
            self.stop(draft)
            self.wait(draft)
        self._preparing.join()
        asyncio.run_coroutine_threadsafe(self._completer.close(), self._loop).result()
        self._desk.shutdown()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def left_today(self) -> int | None:
        """Tokens that may still be spent until midnight in UTC; None where there is no limit."""
        if self._daily is None:
            return None
        midnight = self._now().replace(hour=0, minute=0, second=0, microsecond=0)
        return max(0, self._daily - self._store().tokens_since(midnight))

    def _begin(self, draft: str, plan: Plan, progress: Progress) -> None:
        task = self._tasks[draft] = self._loop.create_task(self._run(draft, plan, progress))

        def ended(done: asyncio.Task[None]) -> None:
            if not done.cancelled() and (error := done.exception()):
                _log.error("a run of rewording ended: %s", type(error).__name__)
                progress.said.append(BROKEN)
            del self._tasks[draft]
            progress.begun.set()
            progress.over.set()

        task.add_done_callback(ended)

    async def _run(self, draft: str, plan: Plan, progress: Progress) -> None:
        left = None if self._daily is None else await asyncio.to_thread(self.left_today)

        def allowed(tokens: int) -> bool:
            nonlocal left
            left = None if left is None else left - tokens
            return left is None or left >= 0

        clerk = _Clerk(self, draft, plan, progress)
        try:
            outcomes = await self._batches.ask(plan.prompt.text, plan.batches, clerk, allowed)
            self._tell(progress, outcomes)
        except asyncio.CancelledError:
            progress.stopped = True
        finally:
            clerk.hand_over()
            await asyncio.wrap_future(self._desk.submit(lambda: None))  # all that has arrived is kept

    def _tell(self, progress: Progress, outcomes: tuple[Outcome, ...]) -> None:
        progress.failed = sum(len(outcome.missing) for outcome in outcomes)
        faults = {outcome.fault.kind: outcome.fault for outcome in outcomes if outcome.fault}
        progress.said += [self._said(fault) for fault in faults.values()]
        silent = sum(len(outcome.missing) for outcome in outcomes if not outcome.fault)
        if silent:
            progress.said.append(f"The model left {english.count(silent, 'sentence')} without a usable answer.")

    def _said(self, fault: ModelError) -> str:
        return fault.said(self.connection.host, self.connection.model)

    def keep(self, work: Callable[["Store"], None], progress: Progress) -> None:
        """Do this with the store, in turn, and say it where the store refuses."""

        def done() -> None:
            try:
                work(self._store())
            except UserError as error:
                progress.said.append(str(error))
            except Exception as error:  # told here, as nobody looks at what comes of a thread
                _log.error("a proposal was not kept: %s", type(error).__name__)
                progress.said.append(BROKEN)

        self._desk.submit(done)

    def _log(self, draft: str, usage: Usage) -> None:
        self._store().log_usage(self.line(draft, usage))

    def line(self, draft: str, usage: Usage) -> UsageLine:
        host, model = self.connection.host, self.connection.model
        return UsageLine(self._now(), draft, host, model, usage.prompt, usage.answer, usage.estimated)


class _Clerk(Listener):
    """Makes proposals of what arrives, has them judged, and keeps them: on the desk, so that no stream waits.

    The first is kept at once, and what arrives in the time after it together, at the price of one.
    """

    def __init__(self, of: Rewording, draft: str, plan: Plan, progress: Progress) -> None:
        self._of, self._draft, self._plan, self._progress = of, draft, plan, progress
        self._arrived: list[tuple[int, str]] = []
        self._rest: asyncio.TimerHandle | None = None

    def answered(self, number: int, text: str) -> None:
        self._arrived.append((number, text))
        if self._rest is None:
            self.hand_over()

    def hand_over(self) -> None:
        """Have all that has arrived kept, and rest."""
        if self._rest:
            self._rest.cancel()
            self._rest = None
        if self._arrived:
            self._of.keep(partial(self._keep, self._arrived), self._progress)
            self._arrived = []
            self._rest = asyncio.get_running_loop().call_later(REST, self.hand_over)

    def _keep(self, arrived: list[tuple[int, str]], store: "Store") -> None:
        made = [proposal_of(self._plan, number, text) for number, text in arrived]
        store.keep_proposals(self._draft, made)
        self._progress.same += _same(made)
        self._progress.done += len(made)
        self._progress.begun.set()

    def withdrawn(self, number: int) -> None:
        self.hand_over()

        def work(store: "Store") -> None:
            store.drop_proposal(self._draft, proposal_of(self._plan, number, "").key)
            self._progress.done -= 1

        self._of.keep(work, self._progress)

    def spent(self, usage: Usage) -> None:
        self._of.keep(lambda store: store.log_usage(self._of.line(self._draft, usage)), self._progress)


def _same(proposals: Iterable[Proposal]) -> int:
    return sum(each.after == each.before for each in proposals)


class _Trial(Listener):
    def __init__(self) -> None:
        self.heard = ""
        self.usage: Usage | None = None

    def answered(self, number: int, text: str) -> None:
        self.heard = text

    def withdrawn(self, number: int) -> None:
        self.heard = ""

    def spent(self, usage: Usage) -> None:
        self.usage = usage
