"""The last gate before the wire: what leaves is only what we mean to send, what comes back is bounded.

The SDK and the HTTP library add headers of their own, follow variables of the environment, and unpack whatever a
server sends.
"""

from collections.abc import AsyncIterator, Mapping

import httpx2

from jd_builder.rewriting.faults import ModelError

LONGEST_REPLY = 2_000_000  # bytes, which are also its decoded ones, as none that is packed is taken
_SENT = ("host", "accept", "content-type", "content-length", "connection")


class Gate(httpx2.AsyncBaseTransport):
    """Sends a request with our headers alone, and no answer further than it may go."""

    def __init__(self, headers: Mapping[str, str], at_once: int) -> None:
        limits = httpx2.Limits(max_connections=at_once, max_keepalive_connections=at_once, keepalive_expiry=60)
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False, limits=limits)
        self._headers = {"Accept-Encoding": "identity", "User-Agent": "jd-builder", **headers}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        kept = [(name, value) for name, value in request.headers.raw if name.decode("latin-1").lower() in _SENT]
        request.headers = httpx2.Headers([*kept, *((k.encode(), v.encode()) for k, v in self._headers.items())])
        response = await self._inner.handle_async_request(request)
        if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            await response.aclose()
            raise ModelError("encoded")
        if not isinstance(response.stream, httpx2.AsyncByteStream):
            raise ModelError("garbled")
        response.stream = _Bounded(response.stream)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        total = 0
        async for chunk in self._stream:
            total += len(chunk)
            if total > LONGEST_REPLY:
                raise ModelError("too-long")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
