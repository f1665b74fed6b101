"""The last gate before the wire: what leaves is only what we mean to send, what comes back is bounded.

The SDK and the HTTP library add headers of their own, follow variables of the environment, and unpack whatever a
server sends.
"""

from collections.abc import AsyncIterable, AsyncIterator, Iterator, Mapping
from contextlib import contextmanager

import httpcore2
import httpx2

from jd_builder.rewriting.faults import ModelError
from jd_builder.rewriting.lines import Lines

LONGEST_REPLY = 2_000_000  # bytes, which are also its decoded ones, as none that is packed is taken
_SENT = ("host", "accept", "content-type", "content-length", "connection")


class Gate(httpx2.AsyncBaseTransport):
    """Sends a request with our headers alone, and no answer further than it may go."""

    def __init__(self, headers: Mapping[str, str], at_once: int) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            max_connections=at_once,
            max_keepalive_connections=at_once,
            keepalive_expiry=60,
            network_backend=Lines(),
        )
        self._headers = {"Accept-Encoding": "identity", "User-Agent": "jd-builder", **headers}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        kept = [(name, value) for name, value in request.headers.raw if name.decode("latin-1").lower() in _SENT]
        request.headers = httpx2.Headers([*kept, *((k.encode(), v.encode()) for k, v in self._headers.items())])
        with _in_our_words():
            answer = await self._pool.handle_async_request(_as_sent(request))
        response = httpx2.Response(answer.status, headers=answer.headers, stream=_Bounded(answer))
        if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            await response.aclose()
            raise ModelError("encoded")
        return response

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        total = 0
        with _in_our_words():
            async for chunk in self._answer.aiter_stream():
                total += len(chunk)
                if total > LONGEST_REPLY:
                    raise ModelError("too-long")
                yield chunk

    async def aclose(self) -> None:
        await self._answer.aclose()


def _as_sent(request: httpx2.Request) -> httpcore2.Request:
    url = request.url
    assert isinstance(request.stream, AsyncIterable)
    return httpcore2.Request(
        request.method,
        httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


@contextmanager
def _in_our_words() -> Iterator[None]:
    """What a server sends may be no HTTP."""
    try:
        yield
    except (httpcore2.ProtocolError, httpcore2.NetworkError):
        raise ModelError("broken-off") from None
