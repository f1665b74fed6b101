"""A model that says what a test has written down."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable

from jd_builder.rewriting.completer import Form, Piece, Usage
from jd_builder.rewriting.faults import ModelError

Answer = Callable[[int, str], str]


class Scripted:
    """Answers each statement by a function of its number and text; ``sent`` is all that it was told."""

    def __init__(self, answer: Answer = lambda _, text: text, fault: ModelError | None = None) -> None:
        self.answer, self.fault = answer, fault
        self.sent: list[str] = []
        self.hold: asyncio.Event | None = None

    async def stream(self, system: str, user: str, form: Form) -> AsyncGenerator[Piece, None]:
        self.sent += [system, user]
        if self.fault:
            raise self.fault
        items = [
            {"id": each["id"], "text": self.answer(each["id"], each["text"])} for each in json.loads(user)["items"]
        ]
        reply = json.dumps({"items": items})
        for start in range(0, len(reply), 40):
            await asyncio.sleep(0)
            yield Piece(reply[start : start + 40])
        if self.hold:
            await self.hold.wait()
        yield Piece(end="stop", usage=Usage(100, 50))

    def prepare(self) -> None:
        pass

    async def close(self) -> None:
        pass
