"""The lines to a server, read at fixed moments for all calls together, and not listened to in between.

A model sends each token by itself, and to wake up for every one of them would cost more than all else that a
call does. Nobody sees a proposal sooner for it.
"""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore2

from jd_builder.rewriting.faults import ModelError

STEP = 0.05  # seconds from one reading to the next


class Lines(httpcore2.AsyncNetworkBackend):
    """Raises ModelErrors. Only connecting is timed: a call has a deadline as a whole."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                return _Line(*await asyncio.open_connection(host, port, happy_eyeballs_delay=0.25))
        except socket.gaierror:
            raise ModelError("unknown-host") from None
        except OSError:
            raise ModelError("unreachable") from None


class _Line(httpcore2.AsyncNetworkStream):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        line = self._writer.transport
        assert isinstance(line, asyncio.Transport)
        line.pause_reading()
        await asyncio.sleep(STEP - asyncio.get_running_loop().time() % STEP)
        line.resume_reading()
        try:
            return await self._reader.read(max_bytes)
        except OSError:
            raise ModelError("broken-off") from None

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError:
            raise ModelError("broken-off") from None

    async def aclose(self) -> None:
        self._writer.transport.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError:
            raise ModelError("untrusted") from None
        except OSError:
            raise ModelError("unreachable") from None
        return self

    def get_extra_info(self, info: str) -> Any:
        return self._reader.at_eof() if info == "is_readable" else self._writer.get_extra_info(info)
