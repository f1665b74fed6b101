"""Finding many phrases at once: each is woken by its first word, so that a text without it costs nothing."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from jd_builder.checks.words import Words, phrase

K = TypeVar("K", bound=Hashable)
Span = tuple[int, int]  # words, from the first to before the last


class Phrases(Generic[K]):
    """Phrases, each with the key that it is found for."""

    def __init__(self, entries: Iterable[tuple[K, str]]) -> None:
        woken: dict[str, list[tuple[tuple[str, ...], K]]] = {}
        for key, text in entries:
            if words := phrase(text):
                woken.setdefault(words[0], []).append((words, key))
        # Longest first: a phrase inside a longer one of the same key is not said again.
        self._woken = {first: sorted(each, key=lambda one: -len(one[0])) for first, each in woken.items()}
        self._wakes = frozenset(self._woken)

    def __bool__(self) -> bool:
        return bool(self._woken)

    def found(self, words: Words) -> Mapping[K, list[Span]]:
        """The places of the phrases in a text, by key, in the order of the text."""
        awake = self._wakes.intersection(words.words)
        places: dict[K, list[Span]] = {}
        if not awake:
            return places
        for first, word in enumerate(words.words):
            if word in awake:
                for key, after in self._from(words, first, word):
                    spans = places.setdefault(key, [])
                    if not spans or after > spans[-1][1]:
                        spans.append((first, after))
        return places

    def _from(self, words: Words, first: int, word: str) -> Iterable[tuple[K, int]]:
        for wanted, key in self._woken[word]:
            after = first + len(wanted)
            if tuple(words.words[first:after]) == wanted and words.run_on(first, after):
                yield key, after
