"""A server that does to a client what servers do on a bad day: raw bytes over a socket, written by hand."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Deed = Callable[["Call"], None]


@dataclass
class Call:
    """One request that came in, and the line that it came on."""

    line: socket.socket
    head: str
    body: str
    over: threading.Event

    def send(self, *parts: bytes | str) -> None:
        self.line.sendall(b"".join(part.encode() if isinstance(part, str) else part for part in parts))

    def answer(self, body: bytes | str, status: str = "200 OK", kind: str = "application/json", *headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        named = (f"Content-Type: {kind}", f"Content-Length: {len(raw)}", *headers)
        self.send(f"HTTP/1.1 {status}\r\n", "".join(f"{each}\r\n" for each in named), "\r\n", raw)

    def streaming(self, *chunks: str, done: bool = True) -> None:
        """Server-sent events; without ``done`` the line is closed after the last."""
        self.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")
        for chunk in (*chunks, *(["[DONE]"] if done else [])):
            self.send(f"data: {chunk}\n\n")

    def chunked(self, *chunks: str, ends: bool = True) -> None:
        """The same on a line that stays open; without ``ends`` the answer never does."""
        self.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
        for chunk in (*chunks, "[DONE]"):
            event = f"data: {chunk}\n\n".encode()
            self.send(f"{len(event):x}\r\n", event, "\r\n")
        self.send("0\r\n\r\n" if ends else "")

    def drip(self, text: str, pause: float = 0.05) -> None:
        for each in text.encode():
            if self.over.wait(pause):
                return
            self.line.sendall(bytes([each]))

    def wait(self) -> None:
        """Say nothing until the test is over."""
        self.over.wait(60)

    def reset(self) -> None:
        """Cut the line as a crash would: with an RST."""
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


@dataclass
class Hostile:
    deed: Deed
    calls: list[Call] = field(default_factory=list)
    connections: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._hear, args=(line,), daemon=True).start()

    def _hear(self, line: socket.socket) -> None:
        with line:
            try:
                while call := self._read(line):
                    self.calls.append(call)
                    self.deed(call)
            except OSError:
                pass

    def _read(self, line: socket.socket) -> Call | None:
        raw = b""
        while b"\r\n\r\n" not in raw and not raw.startswith(b"\x16"):  # which opens TLS
            if not (more := line.recv(65536)):
                return None
            raw += more
        if raw.startswith(b"\x16"):
            return None
        head, _, body = raw.partition(b"\r\n\r\n")
        lengths = [
            int(each.split(b":")[1]) for each in head.split(b"\r\n") if each.lower().startswith(b"content-length")
        ]
        while len(body) < (lengths or [0])[0]:
            body += line.recv(65536)
        return Call(line, head.decode("latin-1"), body.decode(), self.over)


@contextmanager
def hostile(deed: Deed) -> Iterator[Hostile]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Hostile(deed, port=listening.getsockname()[1])
        threading.Thread(target=server.serve, args=(listening,), daemon=True).start()
        yield server
        server.over.set()


def chunk(text: str | None = None, end: str | None = None, **more: object) -> str:
    choice = {"index": 0, "delta": {} if text is None else {"content": text}, "finish_reason": end}
    return json.dumps(
        {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}
    )


def whole(content: object, end: object = "stop", **more: object) -> str:
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": end}
    about = {"id": "1", "object": "chat.completion", "created": 1, "model": "m"}
    return json.dumps({**about, "choices": [choice], **more})


def items(*texts: str) -> str:
    return json.dumps({"items": [{"id": number, "text": text} for number, text in enumerate(texts, 1)]})
