"""The model as we ask for it: one method, so that a scripted one can stand in for it."""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Form = Literal["schema", "object", "text"]  # how a server can be held to JSON, the strictest first
FORMS: tuple[Form, ...] = ("schema", "object", "text")
REPLY_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": {"type": "integer"}, "text": {"type": "string"}},
                "required": ["id", "text"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["items"],
    "additionalProperties": False,
}


@dataclass(frozen=True)
class Usage:
    """Tokens of a call; ``estimated`` where the server did not say."""

    prompt: int = 0
    answer: int = 0
    estimated: bool = False


@dataclass(frozen=True)
class Piece:
    """A piece of an answer: some text, or its end, or what it cost."""

    text: str = ""
    end: str | None = None
    usage: Usage | None = field(default=None)


class Completer(Protocol):
    """Raises nothing but a ModelError. Closing the iterator ends the call at once."""

    def stream(self, system: str, user: str, form: Form) -> AsyncGenerator[Piece, None]: ...

    def prepare(self) -> None:
        """Load what the first call needs, ahead of it. Trouble is told by the call."""

    async def close(self) -> None: ...


def tokens(text: str) -> int:
    """A guess, as each model counts differently: four characters of English to a token."""
    return (len(text) + 3) // 4
