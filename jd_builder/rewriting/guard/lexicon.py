"""The words the guard knows, from the files beside it: which mean the same, and what kind of fact they state."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from jd_builder.domain.rewriting import Outcome
from jd_builder.rewriting.guard.stems import stem
from jd_builder.rewriting.guard.words import words

FOLDER = Path(__file__).with_name("vocabulary")
# A word of several files is judged by the first of these that has it.
FILES = (
    *("obligation", "permission", "negation", "claim", "glossary", "condition", "frequency", "quantifier", "authority"),
    *("scope", "level", "offer", "timing", "ability", "person", "verbs", "nouns", "qualities"),
)
_GAP = "..."
_NOUN = re.compile(
    r"\w{3}(?:ship|ion|ment|ance|ence|ity|er|or|al|ice|ure|ing)\b|\b(?:part|voice|team|head|duty|views)\b"
)
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Kind(NamedTuple):
    """What is said when a word of this kind goes, comes or changes, and how grave that is."""

    rule: str
    level: Outcome
    lost: str
    new: str
    changed: str
    strict: bool
    verb: bool
    rank: int


class Phrase(NamedTuple):
    """Stems that stand together; those of ``tail`` a few words later, with something between them."""

    head: tuple[str, ...]
    tail: tuple[str, ...]
    senses: frozenset[int]


@dataclass
class Lexicon:
    """``senses`` of a stem are numbers of groups; two words that share one can stand for one another."""

    light: frozenset[str] = frozenset()
    may_come: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    """Those of authority: who acts and on whom is compared for these."""
    actions: frozenset[str] = frozenset()
    """Other words that are verbs, or may be."""
    senses: dict[str, frozenset[int]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    kinds: list[Kind] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    _judged: dict[tuple[str, frozenset[int]], Kind] = field(default_factory=dict, repr=False)

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


LIGHT = -1
"""The sense of a phrase that carries no fact."""


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.low) for word in words(text) if word.is_word)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All files, read once."""
    made = _Making()
    for rank, name in enumerate(FILES):
        made.add(_read(name), rank)
    light = _read("light")
    slight, carrying, may_come = (frozenset(stems(light[key])) for key in ("words", "verbs", "may-come"))
    made.add_light(light["phrases"])
    return made.done(slight, slight | carrying, may_come)


@lru_cache(maxsize=32)
def with_names(acronyms: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Lexicon:
    """The same with acronyms that may be written out and shortened, and with names that have to stay."""
    known = lexicon()
    made = _Making(known)
    kind = next(kind for kind in known.kinds if kind.rule == "name")
    for acronym, long in acronyms:
        made.group([acronym, long], kind)
    for name in names:
        made.name(name, kind)
    return made.done(frozenset(), known.light, known.may_come)


def _read(name: str) -> dict[str, Any]:
    """Every scalar as the text that is written, so that "no" stays a word."""
    data: dict[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Loader)
    return data


class _Making:
    """A lexicon that grows by groups. What it starts from is not changed."""

    def __init__(self, known: Lexicon | None = None) -> None:
        self._kinds = list(known.kinds) if known else []
        self._heads = list(known.heads) if known else []
        self._senses: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[tuple[tuple[str, ...], tuple[str, ...]], set[int]] = defaultdict(set)
        self._verbs: set[str] = set()
        self._actions: set[str] = set()
        self._known = known

    def add(self, data: Mapping[str, Any], rank: int) -> None:
        rule, level, lost, new, changed = (data[key] for key in ("rule", "level", "lost", "new", "changed"))
        kind = Kind(rule, level, lost, new, changed, "strict" in data, "verbs" in data, rank)
        for group in data["groups"]:
            self.group(group.split(", "), kind)
            if "actions" in data:
                self._actions.add(self._heads[-1])
            if kind.verb:
                self._verbs |= {" ".join(stems(each)) for each in group.split(", ") if not _NOUN.search(each)}

    def group(self, members: Sequence[str], kind: Kind) -> None:
        self._kinds.append(kind)
        self._heads.append(" ".join(stems(members[0])))
        for member in members:
            self._member(member, len(self._kinds) - 1, kind)

    def name(self, name: str, kind: Kind) -> None:
        """A name of its own; a single word counts in capitals and in small letters."""
        if parts := stems(name):
            self.group([name], kind)
            if len(parts) == 1:
                self._senses[parts[0]].add(len(self._kinds) - 1)

    def _member(self, member: str, sense: int, kind: Kind) -> None:
        key = _halves(member)
        if kind.rule == "name":
            acronym = self._heads[sense]
            key = tuple(f"^{word}" if word == acronym else word for word in key[0]), key[1]
        if len(key[0]) > 1 or key[1]:
            self._phrases[key].add(sense)
        elif kind.rule == "name" or member.isupper():
            self._senses[f"^{member.casefold()}"].add(sense)
        elif key[0]:
            self._senses[key[0][0]].add(sense)

    def add_light(self, lines: Iterable[str]) -> None:
        for phrase in (phrase for line in lines for phrase in line.split(", ")):
            self._phrases[_halves(phrase)].add(LIGHT)

    def done(self, slight: frozenset[str], light: frozenset[str], may_come: frozenset[str]) -> Lexicon:
        """``slight`` are the light words that a phrase may have or not."""
        made = Lexicon(
            light, may_come, frozenset(self._verbs), frozenset(self._actions), {}, {}, self._kinds, self._heads
        )
        for word, numbers in self._senses.items():
            made.senses[word] = frozenset(numbers)
        for (head, tail), numbers in self._phrases.items():
            numbers = numbers | self._within(head, tail, slight)
            made.phrases.setdefault(head[0], []).append(Phrase(head, tail, frozenset(numbers)))
        for found in made.phrases.values():
            found.sort(key=lambda each: (-len(each.head), not each.tail))
        return _joined(self._known, made) if self._known else made

    def _within(self, head: tuple[str, ...], tail: tuple[str, ...], slight: frozenset[str]) -> set[int]:
        """The senses of the same phrase without its light words: "be part of" is also "part of"."""
        bare = tuple(word for word in head if word not in slight)
        if tail or len(bare) == len(head):
            return set()
        whole = self._phrases.get((bare, ()), set()) if len(bare) > 1 else self._senses.get("".join(bare), set())
        return whole - {LIGHT}


def _halves(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    head, _, tail = phrase.partition(f" {_GAP} ")
    return stems(head), stems(tail)


def _joined(known: Lexicon, more: Lexicon) -> Lexicon:
    senses = dict(known.senses)
    for word, numbers in more.senses.items():
        senses[word] = senses.get(word, frozenset()) | numbers
    phrases = dict(known.phrases)
    for first, found in more.phrases.items():
        whole = {(each.head, each.tail): each for each in phrases.get(first, ())}
        for each in found:
            before = whole.get((each.head, each.tail))
            whole[each.head, each.tail] = each._replace(senses=each.senses | before.senses) if before else each
        phrases[first] = sorted(whole.values(), key=lambda each: (-len(each.head), not each.tail))
    return Lexicon(known.light, known.may_come, known.verbs, known.actions, senses, phrases, more.kinds, more.heads)
