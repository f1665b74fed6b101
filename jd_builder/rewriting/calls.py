"""One call with all its tries: within a deadline, held to JSON as strictly as the server can, and never paid twice."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

from jd_builder.rewriting.completer import FORMS, Completer, Form, Usage, tokens
from jd_builder.rewriting.faults import Kind, ModelError
from jd_builder.rewriting.reply import Reply

TRIES = 3
_PAUSE = 0.5  # seconds before a second try, twice that before a third
_ENDS: Mapping[str, Kind] = {"length": "cut-short", "content_filter": "filtered"}


class Listener(Protocol):
    """Is told while a call goes on, so that nothing is lost when it is ended from outside."""

    def answered(self, number: int, text: str) -> None: ...

    def withdrawn(self, number: int) -> None:
        """The model gave a second answer for a statement, so neither holds."""

    def spent(self, usage: Usage) -> None: ...


@dataclass(frozen=True)
class Outcome:
    """The statements that are without an answer at the end, and why, where it is known."""

    missing: tuple[int, ...]
    fault: ModelError | None


class Caller:
    """Asks one server. It remembers, for the process, how that server can be held to JSON."""

    def __init__(self, completer: Completer, deadline: float) -> None:
        self._completer, self._deadline = completer, deadline
        self._form = 0

    async def ask(self, system: str, texts: Mapping[int, str], listener: Listener) -> Outcome:
        """Ask for other words for the texts. After a fault, only for those that are still missing."""
        left, fault = dict(texts), None
        try:
            async with asyncio.timeout(self._deadline) as limit:
                for attempt in range(1, TRIES + 1):
                    fault = await self._in_any_form(system, left, listener)
                    if not (fault and fault.is_passing and left) or attempt == TRIES:
                        break
                    pause = fault.wait or _PAUSE * attempt
                    if pause > _seconds_left(limit):
                        break
                    await asyncio.sleep(pause)
        except TimeoutError:
            fault = ModelError("too-slow")
        return Outcome(tuple(left), fault)

    async def _in_any_form(self, system: str, left: dict[int, str], listener: Listener) -> ModelError | None:
        """Once, in the strictest form that the server takes; what a server refuses costs nothing."""
        for step in range(self._form, len(FORMS)):
            try:
                await self._once(system, left, FORMS[step], listener)
            except ModelError as fault:
                if fault.kind != "request-refused" or step == len(FORMS) - 1:
                    return fault
            else:
                self._form = step
                break
        return None

    async def _once(self, system: str, left: dict[int, str], form: Form, listener: Listener) -> None:
        user, asked = as_data(left), dict(left)
        times, reply = Counter[int](), Reply()
        usage: Usage | None = None
        end: str | None = None
        try:
            async with aclosing(self._completer.stream(system, user, form)) as pieces:
                async for piece in pieces:
                    usage, end = piece.usage or usage, piece.end or end
                    for number, text in reply.feed(piece.text):
                        times[number] += 1
                        if number in asked and times[number] == 1:
                            del left[number]
                            listener.answered(number, text)
                        elif number in asked and times[number] == 2:
                            left[number] = asked[number]
                            listener.withdrawn(number)
        finally:
            if usage or reply.text:
                listener.spent(usage or Usage(tokens(system + user), tokens(reply.text), estimated=True))
        if kind := _trouble(end, reply):
            raise ModelError(kind)


def as_data(texts: Mapping[int, str]) -> str:
    """Statements as a model is given them: numbered data, whatever they say."""
    items = [{"id": number, "text": text} for number, text in texts.items()]
    return json.dumps({"items": items}, ensure_ascii=False)


def _trouble(end: str | None, reply: Reply) -> Kind | None:
    """What is wrong with an answer that has ended; what of it was whole holds."""
    if end is not None and end in _ENDS:
        return _ENDS[end]
    if reply.is_whole:
        return None
    if end is None:
        return "broken-off" if reply.text else "no-answer"
    return "garbled" if reply.text.strip() else "no-answer"


def _seconds_left(limit: asyncio.Timeout) -> float:
    return (limit.when() or 0.0) - asyncio.get_running_loop().time()
