"""The words the guard knows, from the files beside it: which mean the same, and what kind of fact they state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jd_builder.domain.rewriting import Outcome

LIGHT = -1
"""The sense of a phrase that carries no fact."""


class Kind(NamedTuple):
    """What is said when a word of this kind goes, comes or changes, and how grave that is."""

    rule: str
    level: Outcome
    lost: str
    new: str
    changed: str
    strict: bool
    rank: int


class Phrase(NamedTuple):
    """Stems that stand together; those of ``tail`` a few words later, with something between them."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    senses: frozenset[int]


@dataclass
class Lexicon:
    """``senses`` of a stem are numbers of groups; two words that share one can stand for one another."""

    senses: Mapping[str, frozenset[int]]
    phrases: Mapping[tuple[str, ...], Sequence[Phrase]]
    """By the first two stems of their heads, or by the only one; the longest first."""
    kinds: Sequence[Kind]
    heads: Sequence[str]
    """For each group its first word."""
    light: frozenset[str]
    carriers: frozenset[str]
    """Those of the light words that have weight as members of a list."""
    generic: frozenset[str]
    """Of these a few may be left over."""
    may_come: frozenset[str]
    may_go: frozenset[str]
    verbs: frozenset[str]
    """Those of authority: who acts and on whom is compared for these."""
    actions: frozenset[str]
    """Other words that are verbs, or may be."""
    _judged: dict[tuple[str, frozenset[int]], Kind] = field(default_factory=dict, init=False, repr=False)

    def kind(self, key: str, senses: frozenset[int]) -> Kind | None:
        """What a word is judged as, none for a word that no file has.

        A kind that blocks goes before others, and a group that the word heads before those it is also in.
        """
        if senses and (key, senses) not in self._judged:
            best = min(senses, key=lambda each: self._rank(key, each))
            self._judged[key, senses] = self.kinds[best]
        return self._judged.get((key, senses))

    def _rank(self, key: str, sense: int) -> tuple[bool, bool, int]:
        kind = self.kinds[sense]
        return kind.level != "block", self.heads[sense] != key, kind.rank
