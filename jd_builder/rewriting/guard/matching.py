"""Which words of a rewrite stand for which of the original, and which are left over on either side."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.reading import Concept, Reading

# Of these kinds a phrase that found no partner may still be taken word by word.
_TAKEN_APART = frozenset(("wording", "name", "scope", "qualifier", "timing", "authority"))


# They bound the work on texts that repeat one word a thousand times.
_LONGEST_PATH, _MOST_CHOICES = 4, 12


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
    lost, repeated = _parted(lost, original, rewritten, known, {mine.key for mine, _ in pairs})
    new, again = _parted(new, rewritten, original, known, {yours.key for _, yours in pairs})
    more, lost, new = _paired(_apart(lost, known), _apart(new, known), known)
    lost, repeated_parts = _parted(lost, original, rewritten, known, set())
    new, parts_again = _parted(new, rewritten, original, known, set())
    in_order = tuple(sorted((*pairs, *more), key=lambda pair: pair[0].start))
    return Matching(in_order, tuple(lost), tuple(new), (*repeated, *repeated_parts), (*again, *parts_again))


def _paired(
    ours: Sequence[Concept], theirs: Sequence[Concept], known: Lexicon
) -> tuple[list[tuple[Concept, Concept]], list[Concept], list[Concept]]:
    partners = _same(ours, theirs)
    _alike(ours, theirs, partners, known)
    taken = {there: here for here, there in partners.items()}
    pairs = [(ours[here], theirs[there]) for here, there in partners.items()]
    lost = [concept for place, concept in enumerate(ours) if place not in partners]
    return pairs, lost, [concept for place, concept in enumerate(theirs) if place not in taken]


def _same(ours: Sequence[Concept], theirs: Sequence[Concept]) -> dict[int, int]:
    """The places of the same words, each once, in their order."""
    at: dict[str, list[int]] = defaultdict(list)
    for place in range(len(theirs) - 1, -1, -1):
        at[theirs[place].key].append(place)
    return {place: at[concept.key].pop() for place, concept in enumerate(ours) if at.get(concept.key)}


def _alike(ours: Sequence[Concept], theirs: Sequence[Concept], partners: dict[int, int], known: Lexicon) -> None:
    """Give as many as possible of those left a partner of one of their groups, the nearest one first.

    One that is taken may be had if its holder can do with another: a matching by augmenting paths,
    each at most as long as ``_LONGEST_PATH``.
    """
    stretch = len(theirs) / max(1, len(ours))
    taken = set(partners.values())
    at: dict[int, list[int]] = defaultdict(list)
    for place, concept in enumerate(theirs):
        if place not in taken:
            for sense in open_senses(concept, known):
                at[sense].append(place)
    holders: dict[int, int] = {}

    def choices(here: int) -> list[int]:
        found = {there for sense in open_senses(ours[here], known) for there in at.get(sense, ())[:_MOST_CHOICES]}
        return sorted(found, key=lambda there: (abs(there - here * stretch), there))

    def placed(here: int, asked: set[int], depth: int) -> bool:
        for there in choices(here):
            if there not in asked:
                asked.add(there)
                if there not in holders or (depth and placed(holders[there], asked, depth - 1)):
                    holders[there] = here
                    return True
        return False

    for here in range(len(ours)):
        if here not in partners:
            placed(here, set(), _LONGEST_PATH)
    partners |= {here: there for there, here in holders.items()}


def open_senses(concept: Concept, known: Lexicon) -> Iterable[int]:
    """The groups whose words may stand for it; of a name only those that name it too."""
    if not concept.exact:
        return concept.senses
    return [sense for sense in concept.senses if known.kinds[sense].rule == "name"]


def _apart(concepts: Iterable[Concept], known: Lexicon) -> list[Concept]:
    """The same, phrases taken apart."""
    found = []
    for concept in concepts:
        kind = known.kind(concept.key, concept.senses)
        is_line = concept.key.endswith(" to")  # report to: of report on it has only the word
        if not concept.parts or concept.exact or is_line or (kind and kind.rule not in _TAKEN_APART):
            found.append(concept)
            continue
        for part in concept.parts:
            found.append(concept._replace(key=part, senses=known.senses.get(part, frozenset()), parts=()))
    return found


def _parted(
    left: Iterable[Concept], own: Reading, other: Reading, known: Lexicon, said: set[str]
) -> tuple[list[Concept], list[Concept]]:
    """Those that the other text does not have at all, and those that it has less often.

    ``said`` are the keys that found a partner elsewhere in the same text.
    """
    keys = said | {key for concept in (*other.concepts, *other.light) for key in (concept.key, *concept.parts)}
    senses = {sense for concept in other.concepts for sense in concept.senses}
    names = {sense for sense in senses if known.kinds[sense].rule in ("name", "claim", "offer")}
    here = {concept.key for concept in own.light if concept.key != "have"}  # which also helps other verbs
    slight = {sense for concept in other.light if concept.key not in here for sense in concept.senses}
    ensured = any("ensur" in concept.parts for concept in other.concepts)  # ensure compliance: make sure it complies
    ensure = known.senses["ensur"] if ensured else frozenset()
    missing: list[Concept] = []
    repeated: list[Concept] = []
    for concept in left:
        kind = known.kind(concept.key, concept.senses)
        if (concept.key in keys or not names.isdisjoint(concept.senses)) and not (kind and kind.strict):
            repeated.append(concept)
        elif slight.isdisjoint(open_senses(concept, known)) or (kind and kind.strict):
            missing += [] if not ensure.isdisjoint(concept.senses) else [concept]
    return missing, repeated
