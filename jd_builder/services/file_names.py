"""Names for files that every system takes, and that no two documents share."""

import unicodedata

from jd_builder.domain.document import Document

# Bytes of each part: with dashes, a number and a suffix they stay below the 255 that file systems allow.
_ORGANISATION, _TITLE, _KIND = 70, 110, 45
_DASHES = str.maketrans(dict.fromkeys("/\\|:", "-"))
_REFUSED = frozenset('<>"?*')
_JOINERS = "\u200c\u200d"  # within Persian words and emoji


def file_name(document: Document, suffix: str) -> str:
    """``Harbour Mutual - Chief information security officer - Private advert.docx``."""
    parts = (
        _plain(document.organisation, _ORGANISATION),
        _plain(document.title, _TITLE),
        _plain(document.name, _KIND) or document.layout,
    )
    return " - ".join(filter(None, parts)) + suffix


class Names:
    """The names given out so far. Systems that ignore case must not see two of them as one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, name: str) -> str:
        """The name, with a number before its suffix where it is taken already."""
        stem, dot, suffix = name.rpartition(".")
        given, number = name, 1
        while given.casefold() in self._taken:
            number += 1
            given = f"{stem} ({number}){dot}{suffix}"
        self._taken.add(given.casefold())
        return given


def _plain(text: str, most: int) -> str:
    """The text without what file systems refuse or hide, cut to a number of bytes."""
    dashed = unicodedata.normalize("NFC", text).translate(_DASHES)
    kept = "".join(" " if each.isspace() else each for each in dashed if _is_kept(each))
    cut = " ".join(kept.split()).strip(" .-").encode()[:most]
    return cut.decode(errors="ignore").strip(f" .-{_JOINERS}")


def _is_kept(character: str) -> bool:
    """Direction marks go: they can show ``fdp.exe`` as ``exe.pdf``."""
    if character in _REFUSED:
        return False
    return character in _JOINERS or character.isspace() or not unicodedata.category(character).startswith("C")
