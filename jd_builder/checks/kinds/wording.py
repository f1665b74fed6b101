"""Rules about words: existence, substitution and conditional, each from the phrases found in one text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jd_builder.checks.hit import Hit
from jd_builder.checks.phrases import Span
from jd_builder.checks.rule import Conditional, Existence, Role
from jd_builder.checks.words import Words

_LONGEST = 20  # words of a phrase, or of a name
Found = Mapping[Role, Sequence[Span]]
Swap = Mapping[tuple[str, ...], Sequence[str]]  # the words of a phrase, and what to write instead


def existence(rule: Existence, words: Words, found: Found) -> Iterator[Hit]:
    for span in found.get("words", ()):
        yield _hit(words, span, rule.instead)
    for sign in rule.characters:
        if sign in words.text:
            yield from (Hit(*match.span()) for match in re.finditer(re.escape(sign), words.text))


def substitution(swap: Swap, words: Words, found: Found) -> Iterator[Hit]:
    for first, after in found.get("words", ()):
        yield _hit(words, (first, after), swap[tuple(words.words[first:after])])


def conditional(rule: Conditional, words: Words, found: Found) -> Iterator[Hit]:
    if found.get("without"):
        return
    for span in found.get("words", ()):
        if not rule.with_:
            yield _hit(words, span, rule.instead)
        elif whole := _with_its_partner(span, found.get("with", ()), rule.within, words):
            yield _hit(words, whole, rule.instead)


def outside(spans: Iterable[Span], spared: Sequence[Span]) -> list[Span]:
    """The spans that stand in no name and in no phrase that makes them harmless."""
    until: dict[int, int] = {}
    for first, after in spared:
        until[first] = max(after, until.get(first, 0))
    starts = ((span, range(span[0] - _LONGEST, span[0] + 1)) for span in spans)
    return [span for span, firsts in starts if all(until.get(first, 0) < span[1] for first in firsts)]


def _with_its_partner(span: Span, partners: Sequence[Span], within: int, words: Words) -> Span | None:
    """From a word to the nearest of its partners in the same sentence, whichever comes first."""
    start = bisect_left(partners, (span[0] - within - _LONGEST, 0))
    end = bisect_left(partners, (span[1] + within + 1, 0))
    near = [
        (min(span[0], other[0]), max(span[1], other[1]))
        for other in partners[start:end]
        if max(other[0] - span[1], span[0] - other[1]) <= within
    ]
    together = [whole for whole in near if words.in_one_sentence(*whole)]
    return min(together, key=lambda whole: whole[1] - whole[0], default=None)


def _hit(words: Words, span: Span, instead: Sequence[str]) -> Hit:
    """What begins a sentence is replaced with a capital; a name may have one anywhere."""
    start, end = words.span(*span)
    capital = words.text[start].isupper() and words.text[:start].rstrip()[-1:] in ("", ".", "!", "?", ":")
    return Hit(start, end, tuple(each[:1].upper() + each[1:] if capital else each for each in instead))
