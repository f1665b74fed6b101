"""The rules that hold for one kind of document, ready to run. What a text gave is remembered."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from jd_builder.checks.hit import Hit
from jd_builder.checks.kinds import wording
from jd_builder.checks.phrases import Phrases, Span
from jd_builder.checks.rule import Conditional, Existence, Role, Rule, Scope, Substitution
from jd_builder.checks.words import Words, phrase

WordRule = Existence | Substitution | Conditional
_Key = tuple[str, Role]
_MASK: _Key = ("", "not-in")
_Found = Mapping[_Key, list[Span]]


class Checker:
    """The word rules of ``rules`` over one text at a time, and the other rules for the caller to run.

    ``names`` are masked, as are the names of the draft's organisation. ``terms`` are words with what the
    organisation says in their place. Compared by identity, so that texts can be remembered by it.
    """

    def __init__(self, rules: Iterable[Rule], names: Iterable[str], terms: Iterable[tuple[str, str]] = ()) -> None:
        self.rules = tuple(_with_terms(rules, dict(terms)))
        self._by_id = {rule.id: rule for rule in self.rules if isinstance(rule, WordRule)}
        self._signs = tuple(rule for rule in self._by_id.values() if isinstance(rule, Existence) and rule.characters)
        self._swaps = {
            rule.id: {phrase(word): instead for word, instead in rule.swap.items()}
            for rule in self._by_id.values()
            if isinstance(rule, Substitution)
        }
        masked = ((_MASK, name) for name in names)
        self._phrases: Phrases[_Key] = Phrases([*_phrases(self._by_id.values()), *masked])

    def hits(self, text: str, scope: Scope) -> tuple[tuple[WordRule, Hit], ...]:
        """What the word rules find in a text, in the order of the text."""
        words = Words(text)
        found = self._phrases.found(words)
        awake = [self._by_id[id_] for id_, role in found if role == "words"]
        rules = {rule.id: rule for rule in (*awake, *self._signs) if scope in rule.scope}
        hits = [(rule, hit) for rule in rules.values() for hit in self._hits(rule, words, found)]
        return tuple(sorted(hits, key=lambda each: each[1].start))

    def _hits(self, rule: WordRule, words: Words, found: _Found) -> Iterable[Hit]:
        spared = (*found.get(_MASK, ()), *found.get((rule.id, "not-in"), ()))
        mine: dict[Role, list[Span]] = {
            role: wording.outside(found.get((rule.id, role), ()), spared) for role in ("words", "with", "without")
        }
        if isinstance(rule, Existence):
            return wording.existence(rule, words, mine)
        if isinstance(rule, Substitution):
            return wording.substitution(self._swaps[rule.id], words, mine)
        return wording.conditional(rule, words, mine)


def _with_terms(rules: Iterable[Rule], terms: Mapping[str, str]) -> Iterator[Rule]:
    """The rules with the house's own words in the one that is about them, or without it where it has none."""
    for rule in rules:
        if not isinstance(rule, Substitution) or not rule.house:
            yield rule
        elif terms:
            yield rule.model_copy(update={"swap": {word: (say,) for word, say in terms.items()}})


def _phrases(rules: Iterable[WordRule]) -> Iterator[tuple[_Key, str]]:
    for rule in rules:
        for role, text in rule.phrases():
            yield (rule.id, role), text


@lru_cache(maxsize=8192)
def remembered(checker: Checker, text: str, scope: Scope) -> tuple[tuple[WordRule, Hit], ...]:
    """The same, kept: of a document in which one block changed, only that block is read again."""
    return checker.hits(text, scope)
