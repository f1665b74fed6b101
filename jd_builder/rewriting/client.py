"""A model behind an OpenAI-compatible server. The one file that knows the SDK, which is loaded for the first call.

``create()`` with a raw answer and our own parser: the SDK's own retries, parsing and reading of variables are off, as
they repeat calls that are paid for, wait past any deadline, and send keys and prompts where nobody asked them to.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from jd_builder.domain.errors import UserError
from jd_builder.rewriting.completer import REPLY_SCHEMA, Form, Piece, Usage
from jd_builder.rewriting.connection import Connection, check_key
from jd_builder.rewriting.events import events
from jd_builder.rewriting.faults import Kind, ModelError

if TYPE_CHECKING:
    from httpx2 import Response
    from openai import AsyncOpenAI

CONNECT, LAST = 5.0, 0.5  # seconds
LONGEST_WAIT = 3600.0  # seconds that are worth telling of
_FORMATS: Mapping[Form, Mapping[str, Any]] = {
    "schema": {
        "stream_options": {"include_usage": True},
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reworded", "strict": True, "schema": REPLY_SCHEMA},
        },
    },
    "object": {"stream_options": {"include_usage": True}, "response_format": {"type": "json_object"}},
    "text": {},
}
_BY_STATUS: Mapping[int, Kind] = {
    401: "key-refused", 403: "forbidden", 404: "not-found", 405: "not-found", 408: "busy", 409: "busy",
    413: "too-large", 429: "limited",
}  # fmt: skip
_BY_CODE: Mapping[str, Kind] = {
    "insufficient_quota": "no-quota",
    "content_filter": "filtered",
    "context_length_exceeded": "too-large",
    "model_not_found": "not-found",
    "invalid_api_key": "key-refused",
}


class OpenAICompleter:
    """Made once for a process, so that connections are used again. It belongs to the loop it is first asked in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._client: AsyncOpenAI | None = None
        self._lock = Lock()

    async def stream(self, system: str, user: str, form: Form) -> AsyncGenerator[Piece, None]:
        client = self._opened()
        with_messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        body = {"model": self._connection.model, "messages": with_messages, "stream": True, **_FORMATS[form]}
        async with _in_our_words():
            stream = await client.chat.completions.create(**body)
            kind = stream.response.headers.get("content-type", "").partition(";")[0].strip().lower()
            try:
                if kind == "text/html":
                    raise ModelError("not-a-model")
                if kind != "text/event-stream":
                    for piece in _pieces(_read(await stream.response.aread()), "message"):
                        yield piece
                    return
                async with aclosing(_said(stream.response)) as said:
                    async for data in said:
                        for piece in _pieces(_read(data), "delta"):
                            yield piece
            finally:
                await stream.close()

    def prepare(self) -> None:
        with suppress(ModelError):
            self._opened()

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()
            self._client = None

    def _opened(self) -> "AsyncOpenAI":
        with self._lock:
            if self._client is None:
                self._client = _client(self._connection)
            return self._client


def _client(connection: Connection) -> "AsyncOpenAI":
    """A client to which every setting is given, so that it looks for none in the environment."""
    try:
        check_key(connection.key)
    except UserError:
        raise ModelError("unusable-key") from None
    try:
        import httpx2
        from openai import AsyncOpenAI

        from jd_builder.rewriting.transport import Gate
    except ImportError:
        raise ModelError("no-package") from None
    key = connection.key.get_secret_value() if connection.key else ""
    named = "api-key" if dict(connection.query).get("api-version") else "Authorization"
    value = key if named == "api-key" else f"Bearer {key}"
    gate = Gate({named: value} if key else {}, connection.at_once)
    timeout = httpx2.Timeout(None, connect=CONNECT)  # the whole call has a deadline, which no slow server stretches
    return AsyncOpenAI(
        api_key="unused",  # the gate drops it, and puts ours in its place
        base_url=connection.address,
        default_query=dict(connection.query),
        max_retries=0,
        timeout=timeout,
        http_client=httpx2.AsyncClient(transport=gate, trust_env=False, follow_redirects=False, timeout=timeout),
    )


async def _said(response: "Response") -> AsyncGenerator[bytes, None]:
    """The events of a stream. Its end is waited for a moment after the last: only then is the line used again."""
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as limit:
            async for data in events(response.aiter_raw()):
                if data == b"[DONE]":
                    limit.reschedule(asyncio.get_running_loop().time() + LAST)
                else:
                    yield data


def _read(content: bytes | str) -> Any:
    """A chunk of a stream, or the answer of a server that does not stream. Plain JSON: the SDK's models cost more."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        raise ModelError("not-a-model" if content[:1] in (b"<", "<") else "garbled") from None
    if isinstance(found, dict) and found.get("error"):
        raise ModelError("failing")
    return found


def _pieces(said: Any, part: str) -> list[Piece]:
    """What a chunk, or a whole answer, says; one without choices says what was used, or nothing."""
    found, pieces = _object(said), []
    usage = _object(found.get("usage"))
    sent, came = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if isinstance(sent, int) and isinstance(came, int) and min(sent, came) >= 0:
        pieces.append(Piece(usage=Usage(sent, came)))
    choices = found.get("choices")
    choice = _object(choices[0]) if isinstance(choices, list) and choices else {}
    message = _object(choice.get(part))
    if message.get("refusal"):
        raise ModelError("refused-to")
    text, end = message.get("content"), choice.get("finish_reason")
    return [Piece(text if isinstance(text, str) else "", end if isinstance(end, str) else None), *pieces]


def _object(given: Any) -> Mapping[str, Any]:
    return given if isinstance(given, dict) else {}


@asynccontextmanager
async def _in_our_words() -> AsyncIterator[None]:
    """Every error of the SDK and below as one of ours. None is chained: theirs may hold a key or a text."""
    import httpx2
    import openai

    try:
        yield
    except openai.APIStatusError as error:
        raise _of_status(error.status_code, error.code, error.response.headers) from None
    except openai.APIConnectionError as error:
        raise (error.__cause__ if isinstance(error.__cause__, ModelError) else ModelError("unreachable")) from None
    except (openai.OpenAIError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ModelError("failing" if isinstance(error, openai.APIError) else "garbled") from None
    except (httpx2.HTTPError, httpx2.InvalidURL):
        raise ModelError("unreachable") from None


def _of_status(status: int, code: object, headers: Mapping[str, str]) -> ModelError:
    if known := _BY_CODE.get(str(code)):
        return ModelError(known)
    if 300 <= status < 400:
        return ModelError("moved")
    wait = _wait(headers.get("retry-after", ""))
    if status in _BY_STATUS:
        return ModelError(_BY_STATUS[status], wait)
    return ModelError(
        "busy" if status in (502, 503, 504, 529) else "failing" if status >= 500 else "request-refused", wait
    )


def _wait(given: str) -> float | None:
    """Seconds that a server asks to wait, in either way to write it."""
    from email.utils import parsedate_to_datetime
    from time import time

    try:
        seconds = float(given) if given.strip().isdigit() else parsedate_to_datetime(given).timestamp() - time()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT) or None
