"""The one way text enters: what no Word file can hold is dropped, everything else stays as typed."""

import re

# Control characters but line feed and tab, lone surrogates, and Unicode's non-characters.
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}-{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")


def clean_text(text: str) -> str:
    """The text without characters that cannot be printed; line ends become line feeds.

    Joined emoji, direction marks, Persian, Hebrew and combining marks stay whole.
    """
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
