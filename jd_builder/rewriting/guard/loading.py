"""The lexicon as its files beside this one spell it, and with what a document adds."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from jd_builder.rewriting.guard.lexicon import LIGHT, Kind, Lexicon, Phrase
from jd_builder.rewriting.guard.stems import stem
from jd_builder.rewriting.guard.words import words

FOLDER = Path(__file__).with_name("vocabulary")
# A word of several files is judged by the first of these that has it, if it heads no group of another.
FILES = (
    *("obligation", "permission", "negation", "claim", "glossary", "condition", "frequency", "quantifier"),
    *("authority", "scope", "level", "offer", "timing", "ability", "person", "verbs", "nouns", "qualities"),
    "derived",
)
_GAP = "..."
_LINE = frozenset(map(stem, ("accountable", "answerable", "responsible", "answer", "report")))
# Words of the verbs' files that are nouns.
_NOUN = re.compile(
    r"\w{3}(?:ship|ion|ment|ance|ence|ity|er|or|al|ice|ure|ing)\b|\b(?:part|voice|team|head|duty|views)\b"
)
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Halves = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All files, read once."""
    made = _Making({group.split(", ")[0] for group in _read("glossary")["groups"]})
    for rank, name in enumerate(FILES):
        made.add(_read(name), rank)
    light = _read("light")
    slight, carrying, may_come, may_go = (
        frozenset(_stems(light[key])) for key in ("words", "carriers", "may-come", "may-go")
    )
    for phrase in (phrase for line in light["phrases"] for phrase in line.split(", ")):
        made.phrase(phrase, LIGHT)
    return Lexicon(
        senses=made.senses(),
        phrases=made.phrases(slight),
        kinds=made.kinds,
        heads=made.heads,
        light=slight | carrying,
        carriers=carrying | {" ".join(_halves(phrase)[0]) for phrase in light["carrying-phrases"].split(", ")},
        generic=frozenset(_stems(_read("generic")["words"])),
        may_come=may_come,
        may_go=may_go,
        verbs=frozenset(made.verbs),
        actions=frozenset(made.actions),
    )


@lru_cache(maxsize=32)
def with_names(acronyms: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> Lexicon:
    """The same with acronyms that may be written out and shortened, and with names that have to stay."""
    known = lexicon()
    made = _Making({word[1:] for word in known.senses if word[0] == "^"}, known.kinds, known.heads)
    kind = next(kind for kind in known.kinds if kind.rule == "name")
    for acronym, long in acronyms:
        made.group([acronym, long], kind)
    for name in names:
        made.name(name, kind)
    more = made.senses()
    senses = {**known.senses, **{word: known.senses.get(word, frozenset()) | more[word] for word in more}}
    phrases = {**known.phrases}
    for first, found in made.phrases(frozenset()).items():
        phrases[first] = _merged((*found, *phrases.get(first, ())))
    return replace(known, senses=senses, phrases=phrases, kinds=made.kinds, heads=made.heads)


def _read(name: str) -> dict[str, Any]:
    """Every scalar as the text that is written, so that "no" stays a word."""
    data: dict[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Loader)
    return data


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.low) for word in words(text) if word.is_word)


def _named(text: str, capitals: Container[str]) -> tuple[str, ...]:
    """Those of a name: a comma is a mark between them (Digital, Data and Technology), an acronym has its capitals."""
    found = (word for word in words(text) if word.is_word or word.low == ",")
    return tuple(
        "" if word.low == "," else f"^{word.low}" if word.text.isupper() and word.low in capitals else stem(word.low)
        for word in found
    )


def _halves(phrase: str) -> _Halves:
    head, _, tail = phrase.partition(f" {_GAP} ")
    return _stems(head), _stems(tail)


def _merged(found: Iterable[Phrase]) -> list[Phrase]:
    """Each phrase once, with all its senses, the longest first."""
    whole: dict[_Halves, Phrase] = {}
    for each in found:
        before = whole.get((each.head, each.tail))
        whole[each.head, each.tail] = each._replace(senses=each.senses | before.senses) if before else each
    return sorted(whole.values(), key=lambda each: (-len(each.head), not each.tail))


class _Making:
    """A lexicon that grows by groups; the numbers of its senses go on from those that are known.

    ``capitals`` are the acronyms, in small letters.
    """

    def __init__(self, capitals: Container[str], kinds: Sequence[Kind] = (), heads: Sequence[str] = ()) -> None:
        self._capitals = capitals
        self.kinds, self.heads = [*kinds], [*heads]
        self.verbs: set[str] = set()
        self.actions: set[str] = set()
        self._senses: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[_Halves, set[int]] = defaultdict(set)

    def add(self, data: Mapping[str, Any], rank: int) -> None:
        rule, level, lost, new, changed = (data[key] for key in ("rule", "level", "lost", "new", "changed"))
        kind = Kind(rule, level, lost, new, changed, "strict" in data, rank)
        for group in data["groups"]:
            members = group.split(", ")
            self.group(members, kind)
            if "actions" in data:
                self.actions.add(self.heads[-1])
            if "verbs" in data:
                self.verbs |= {" ".join(_stems(each)) for each in members if not _NOUN.search(each)}

    def group(self, members: Sequence[str], kind: Kind) -> None:
        self.kinds.append(kind)
        self.heads.append(" ".join(_stems(members[0])))
        for member in members:
            self._member(member, len(self.kinds) - 1, kind)

    def name(self, name: str, kind: Kind) -> None:
        """A name of its own; a single word counts in capitals and in small letters."""
        if parts := _stems(name):
            self.group([name], kind)
            if len(parts) == 1:
                self._senses[parts[0]].add(len(self.kinds) - 1)

    def phrase(self, phrase: str, sense: int) -> None:
        self._phrases[_halves(phrase)].add(sense)

    def _member(self, member: str, sense: int, kind: Kind) -> None:
        """An acronym is known by its capitals, also within a phrase: SC clearance."""
        head, tail = _halves(member)
        if kind.rule == "name" or (member != member.lower() and not tail):
            head = _named(member.replace(";", ","), self._capitals)
            head = tuple(f"^{word}" if word == self.heads[sense] and kind.rule == "name" else word for word in head)
        if len(head) > 1 or tail:
            self._phrases[head, tail].add(sense)
        elif member.isupper() or (kind.rule == "name" and " ".join(head) == self.heads[sense]):
            self._senses[f"^{member.casefold()}"].add(sense)
        elif head:
            self._senses[head[0]].add(sense)

    def senses(self) -> dict[str, frozenset[int]]:
        return {word: frozenset(numbers) for word, numbers in self._senses.items()}

    def phrases(self, slight: frozenset[str]) -> dict[tuple[str, ...], list[Phrase]]:
        """By their first two stems. ``slight`` are the light words that a phrase may have or not."""
        found: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
        for (head, tail), numbers in self._phrases.items():
            is_name = any(number != LIGHT and self.kinds[number].rule == "name" for number in numbers)
            is_line = head[-1] == "to" and head[0] in _LINE  # responsible to somebody is not responsible
            inner = set() if tail or is_name or is_line else self._within(head, slight)
            found[head[:2]].append(Phrase(head, tail, frozenset(numbers | inner)))
        return {first: _merged(each) for first, each in found.items()}

    def _within(self, head: tuple[str, ...], slight: frozenset[str]) -> set[int]:
        """The senses of the same phrase without its light words: "be part of" is also "part of"."""
        bare = tuple(word for word in head if word not in slight)
        if len(bare) == len(head):
            return set()
        whole = self._phrases.get((bare, ()), set()) if len(bare) > 1 else self._senses.get("".join(bare), set())
        return whole - {LIGHT}
