"""Which words of a rewrite stand for which of the original, and which are left over on either side."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.reading import Concept, Reading

# Of these kinds a phrase that found no partner may still be taken word by word.
_TAKEN_APART = frozenset(("wording", "name", "scope", "qualifier", "timing", "authority"))


@dataclass(frozen=True, slots=True)
class Matching:
    """``pairs`` are the concepts that stand for one another, in the order of the original.

    ``repeated`` and ``again`` are those that the other text has too, but less often: of the original
    and of the rewrite.
    """

    pairs: tuple[tuple[Concept, Concept], ...]
    lost: tuple[Concept, ...]
    new: tuple[Concept, ...]
    repeated: tuple[Concept, ...]
    again: tuple[Concept, ...]


def match(original: Reading, rewritten: Reading, known: Lexicon) -> Matching:
    """Same words first, then words of one group, then the words of phrases one by one."""
    pairs, lost, new = _paired(original.concepts, rewritten.concepts, known)
    lost, repeated = _parted(lost, rewritten, known)
    new, again = _parted(new, original, known)
    more, lost, new = _paired(_apart(lost, known), _apart(new, known), known)
    lost, repeated_parts = _parted(lost, rewritten, known)
    new, parts_again = _parted(new, original, known)
    in_order = tuple(sorted((*pairs, *more), key=lambda pair: pair[0].start))
    return Matching(in_order, tuple(lost), tuple(new), (*repeated, *repeated_parts), (*again, *parts_again))


def _paired(
    ours: Sequence[Concept], theirs: Sequence[Concept], known: Lexicon
) -> tuple[list[tuple[Concept, Concept]], list[Concept], list[Concept]]:
    partners: dict[int, int] = {}
    _pair(ours, theirs, partners, lambda concept: (concept.key,))
    _pair(ours, theirs, partners, lambda concept: open_senses(concept, known))
    taken = set(partners.values())
    pairs = [(ours[here], theirs[there]) for here, there in partners.items()]
    lost = [concept for place, concept in enumerate(ours) if place not in partners]
    return pairs, lost, [concept for place, concept in enumerate(theirs) if place not in taken]


def _pair(
    ours: Sequence[Concept],
    theirs: Sequence[Concept],
    partners: dict[int, int],
    marks: Callable[[Concept], Iterable[object]],
) -> None:
    """Give each of ours that has none the nearest of theirs that is free and shares a mark."""
    taken = set(partners.values())
    at: dict[object, list[int]] = defaultdict(list)
    for place, concept in enumerate(theirs):
        if place not in taken:
            for mark in marks(concept):
                at[mark].append(place)
    stretch = len(theirs) / max(1, len(ours))
    for place, concept in enumerate(ours):
        if place in partners:
            continue
        free = {there for mark in marks(concept) for there in at.get(mark, ()) if there not in taken}
        if free:
            partners[place] = min(free, key=lambda there: (abs(there - place * stretch), there))
            taken.add(partners[place])


def open_senses(concept: Concept, known: Lexicon) -> Iterable[int]:
    """The groups whose words may stand for it; of a name only those that name it too."""
    if not concept.exact:
        return concept.senses
    return [sense for sense in concept.senses if known.kinds[sense].rule == "name"]


def _apart(concepts: Iterable[Concept], known: Lexicon) -> list[Concept]:
    """The same, phrases taken apart."""
    found = []
    for concept in concepts:
        kind = known.kind(concept.senses)
        if not concept.parts or (kind and kind.rule not in _TAKEN_APART):
            found.append(concept)
            continue
        for part in concept.parts:
            found.append(concept._replace(key=part, senses=known.senses.get(part, frozenset()), parts=()))
    return found


def _parted(left: Iterable[Concept], other: Reading, known: Lexicon) -> tuple[list[Concept], list[Concept]]:
    """Those that the other text does not have at all, and those that it has less often."""
    keys = {key for concept in (*other.concepts, *other.light) for key in (concept.key, *concept.parts)}
    names = {sense for concept in other.concepts for sense in concept.senses if known.kinds[sense].rule == "name"}
    slight = {sense for concept in other.light for sense in concept.senses}
    missing: list[Concept] = []
    repeated: list[Concept] = []
    for concept in left:
        kind = known.kind(concept.senses)
        if (concept.key in keys or not names.isdisjoint(concept.senses)) and not (kind and kind.strict):
            repeated.append(concept)
        elif slight.isdisjoint(open_senses(concept, known)) or (kind and kind.strict):
            missing.append(concept)
    return missing, repeated
