"""Words that know where they came from, also after Jinja has put them into a sentence."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Self, cast

from jd_builder.domain.document import Origin, Run, Text
from jd_builder.text import english

# Non-characters: text that comes in never holds them (text/clean.py), so they cannot be forged.
_OPEN, _TEXT, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARKED = re.compile(f"{_OPEN}([^{_TEXT}]*){_TEXT}([^{_CLOSE}]*){_CLOSE}")
_SPACES = re.compile(r"\s+")


class Words(str):
    """A string with what a document prints of it, its run, and the value it was made of."""

    __slots__ = ("run", "value")
    run: Run
    value: Any

    def __new__(
        cls, text: str, origin: Origin = "layout", ref: str | None = None, gap: bool = False, value: Any = None
    ) -> Self:
        words = super().__new__(cls, text)
        words.run, words.value = Run(str(text), origin, ref, gap), value
        return words

    @property
    def origin(self) -> Origin:
        return self.run.origin

    @property
    def ref(self) -> str | None:
        return self.run.ref

    @property
    def gap(self) -> bool:
        return self.run.gap

    def said(self, text: str) -> Self:
        """Other text from the same place."""
        _, origin, ref, gap, _ = self.run
        return type(self)(text, origin, ref, gap, self.value)


class Phrase(tuple[str, ...]):
    """Words in a row, each with its own origin; plain strings are the layout's. Nothing said is false."""

    __slots__ = ()


class Absent(Words):
    """A value that is missing: its parts are missing too, so a layout may ask for them safely."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Words:
        if name.startswith("_"):
            raise AttributeError(name)
        return NOTHING


NOTHING = Absent("")


def phrase(*parts: str | Phrase) -> Phrase:
    """Words, phrases and plain strings as one phrase."""
    flat: list[str] = []
    for part in parts:
        if isinstance(part, Phrase):
            flat += part
        elif part:
            flat.append(part)
    return Phrase(flat)


def listing(items: Iterable[str | Phrase], last: str = "and") -> Phrase:
    """The items as a list within a sentence."""
    known = [item for item in items if item]
    return phrase(*(part for pair in zip(english.joints(len(known), last), known, strict=True) for part in pair))


def raised(value: str | Phrase) -> str | Phrase:
    """With a capital at its head, its origin kept."""
    return _at_head(value, english.raised)


def lowered(value: str | Phrase) -> str | Phrase:
    """As it stands inside a sentence, its origin kept."""
    return _at_head(value, english.lowered)


def _at_head(value: str | Phrase, change: Callable[[str], str]) -> str | Phrase:
    if isinstance(value, Phrase):
        return Phrase((_changed(value[0], change), *value[1:])) if value else value
    return _changed(value, change)


def _changed(words: str, change: Callable[[str], str]) -> str:
    return words.said(change(words)) if isinstance(words, Words) else change(words)


def finalize(value: Any) -> str:
    """What Jinja prints for a value: marked where it has an origin other than the layout."""
    if isinstance(value, Words):
        text, origin, ref, gap, _ = value.run
        if origin != "layout" or ref or gap:
            return f"{_OPEN}{origin}|{ref or ''}|{'gap' if gap else ''}{_TEXT}{text}{_CLOSE}"
        return text
    return "".join(map(finalize, value)) if isinstance(value, Phrase) else str(value)


def text_of(value: Any) -> Text:
    """A value or a printed sentence as runs: the layout's spaces folded, no full stop twice."""
    if isinstance(value, Words):
        return (value.run,) if value else ()
    if isinstance(value, Phrase):
        return tuple([part.run if isinstance(part, Words) else Run(part) for part in value if part])
    text = str(value)
    return _parted(text) if _OPEN in text else _own(text.strip())


def _parted(text: str) -> Text:
    runs: list[Run] = []
    first, *pieces = _MARKED.split(text)
    _append_own(runs, first.lstrip())
    pieces[-1] = pieces[-1].rstrip()
    for place, words, after in zip(pieces[0::3], pieces[1::3], pieces[2::3], strict=True):
        origin, _, rest = place.partition("|")
        ref, _, gap = rest.rpartition("|")
        if words:
            runs.append(Run(words, cast(Origin, origin), ref or None, bool(gap)))
        _append_own(runs, after)
    return tuple(runs)


@lru_cache(maxsize=2048)
def _own(text: str) -> Text:
    """Words of a layout, which says the same ones again and again."""
    text = _SPACES.sub(" ", text)
    return (Run(text),) if text else ()


def _append_own(runs: list[Run], text: str) -> None:
    """Add the layout's own text; a full stop after words that end a sentence already goes."""
    if runs and text.startswith(".") and runs[-1].text.endswith((".", "!", "?", "…")):
        text = text[1:]
    runs += _own(text)
