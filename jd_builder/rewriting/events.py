"""Server-sent events: what a stream says, event by event."""

from collections.abc import AsyncGenerator, AsyncIterable


async def events(chunks: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """The data of each event that ends; names, numbers and comments say nothing here."""
    rest, data = b"", list[bytes]()
    async for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                data.append(line[5:].strip())
            elif data and not line.strip():
                yield b"\n".join(data)
                data.clear()
