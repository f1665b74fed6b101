"""Addresses in running text, so that a reader can follow them."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

# Each repeat is bounded or starts where no other match can, so that 100,000 characters stay linear.
_ADDRESS = re.compile(
    r"(?P<web>(?<![A-Za-z0-9])https?://[^\s<>\"\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+)"
    r"|(?P<mail>(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-]))",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")
_ENDS_A_SENTENCE = ".,;:!?'\u2019\u201d\u00bb\u2026*_"
_LONGEST = 2000  # Word refuses addresses of more than 2,083 characters


def pieces(text: str) -> Iterable[tuple[str, str | None]]:
    """The text in stretches, each with the http, https or mailto address that it leads to, or None."""
    return _cut(text) if "://" in text or "@" in text else ((text, None),)


def _cut(text: str) -> Iterator[tuple[str, str | None]]:
    done = 0
    for match in _ADDRESS.finditer(text):
        shown = _trimmed(match["web"]) if match["web"] else match["mail"]
        address = _web(shown) if match["web"] else f"mailto:{quote(shown, safe='@+')}"
        if address is None:
            continue
        if done < match.start():
            yield text[done : match.start()], None
        yield shown, address
        done = match.start() + len(shown)
    if done < len(text):
        yield text[done:], None


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence around it: "(see https://example.org/a_(b))."."""
    address = address[: _LONGEST + 1].rstrip(_ENDS_A_SENTENCE)
    for opening, closing in ("()", "[]", "{}"):
        while address.endswith(closing) and address.count(opening) < address.count(closing):
            address = address[:-1].rstrip(_ENDS_A_SENTENCE)
    return address


def _web(shown: str) -> str | None:
    """The address as RFC 3986 wants it, or None. Word calls a file with an invalid one damaged.

    A user name before the host is refused: ``https://bank.example@elsewhere.example`` leads elsewhere.
    """
    try:
        parts = urlsplit(shown)
        port = parts.port
    except ValueError:
        return None
    if len(shown) > _LONGEST or "@" in parts.netloc or not _HOST.fullmatch(parts.hostname or ""):
        return None
    host = f"{parts.hostname}:{port}" if port is not None else parts.hostname
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    address = f"{parts.scheme}://{host}{_quoted(parts.path)}{query}{fragment}"
    return address if len(address) <= _LONGEST else None


def _quoted(part: str) -> str:
    kept = quote(part, safe="/?:@!$&'()*+,;=~%")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", kept)
