"""What belongs together: which words a sentence, a condition, a comparison or "only" holds, and which it does not."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Concept, Reading

_STOPS = frozenset(".;:!?")
# What begins a part of a sentence that goes on to the next comma, stop or beginning of this kind.
_IF, _THAN = "if", "rather than"
_OPENERS = {"if": _IF, "when": _IF, "where": _IF, "whenever": _IF, "once": _IF, "unless": "unless", "until": "until"}
_OPENERS |= {
    "before": "before",
    "after": "after",
    "following": "after",
    "otherwise": "otherwise",
    "then": "then",
    "because": "because",
}
_OPENERS |= {"than": _THAN, "instead of": _THAN, "rather than": _THAN, "opposed to": _THAN, "place of": _THAN}
_OPENERS |= {"without": "without", "except": "except", "prior to": "before", "ahead of": "before"}
_OPENING = frozenset(opener.split()[-1] for opener in _OPENERS)
_Pair = tuple[Concept, Concept]
_Stretch = tuple[int, int]
_Stretches = dict[str, list[_Stretch]]


def place(both: Comparison) -> Iterator[Verdict]:
    single = _said_once(both)
    yield from _over_stops(single, both)
    ours, theirs = _stretches(both.original), _stretches(both.rewritten)
    if ours and theirs:
        yield from _over_openers(single, ours, theirs)
        yield from _fronted(single, both, ours, theirs)
    yield from _only(both)


def _said_once(both: Comparison) -> list[_Pair]:
    """The pairs of words that neither text repeats: of others nobody can tell which is which."""
    ours, theirs = (Counter(each.key for each in reading.concepts) for reading in (both.original, both.rewritten))
    return [pair for pair in both.matching.pairs if ours[pair[0].key] == 1 == theirs[pair[1].key]]


def _over_stops(single: list[_Pair], both: Comparison) -> Iterator[Verdict]:
    """ "This begins at once; that after vetting": two words that each went over to the other sentence."""
    ours, theirs = _stops(both.original), _stops(both.rewritten)
    if not ours or len(ours) != len(theirs):
        return
    moved: Counter[_Stretch] = Counter(
        (bisect(ours, mine.start), bisect(theirs, yours.start)) for mine, yours in single
    )
    home = {
        here: max(range(len(theirs) + 1), key=lambda there: (moved[here, there], here == there)) for here, _ in moved
    }
    if len(set(home.values())) < len(home):
        return
    gone = {(here, there) for here, there in moved if home[here] != there}
    for mine, yours in single:
        here, there = bisect(ours, mine.start), bisect(theirs, yours.start)
        if any((here, home[other]) in gone and (other, home[here]) in gone and home[other] == there for other in home):
            message = f"“{yours.text}” went over to the other sentence, and something else came from there."
            yield verdict("order", "look", message, (yours.start, yours.end))
            return


def _stops(reading: Reading) -> list[int]:
    """Where the sentences and their halves end, but for the last one."""
    last = reading.concepts[-1].start if reading.concepts else 0
    return [word.start for word in reading.words if word.low in _STOPS and word.start < last]


def _over_openers(single: list[_Pair], ours: _Stretches, theirs: _Stretches) -> Iterator[Verdict]:
    """ "If it fails, tell them": what was the condition and what followed from it changed places."""
    for opener in ours.keys() & theirs.keys():
        if len(ours[opener]) != 1 or len(theirs[opener]) != 1:
            continue
        (first, last), (start, end) = ours[opener][0], theirs[opener][0]
        came = [yours for mine, yours in single if start <= yours.start < end and not first <= mine.start < last]
        went = [yours for mine, yours in single if first <= mine.start < last and not start <= yours.start < end]
        if came and went:
            message = f"“{came[0].text}” and “{went[0].text}” changed places around “{opener}”."
            yield verdict("condition", "look", message, (came[0].start, came[0].end))


def _fronted(single: list[_Pair], both: Comparison, ours: _Stretches, theirs: _Stretches) -> Iterator[Verdict]:
    """ "Do this and, if it fails, do that": the condition came to hold for both, or no longer does."""
    for opener in ours.keys() & theirs.keys() - {_THAN}:
        if len(ours[opener]) != 1 or len(theirs[opener]) != 1:
            continue
        (first, last), (start, end) = ours[opener][0], theirs[opener][0]
        inside, inside_now = _is_inside(first, both.original), _is_inside(start, both.rewritten)
        if inside and not inside_now:
            moved = [yours for mine, yours in single if mine.start < first and yours.start >= end]
        elif inside_now and not inside:
            moved = [yours for mine, yours in single if yours.start < start and mine.start >= last]
        else:
            continue
        if moved and not both.rewritten.text[: max(0, min(start, moved[0].start))].count("."):
            message = f"“{opener}” is now said of more or of less, of “{moved[0].text}” among others."
            yield verdict("condition", "look", message, (moved[0].start, moved[0].end))


def _is_inside(start: int, reading: Reading) -> bool:
    """Whether "and, if" stands in the middle of a sentence."""
    lows = [word.low for word in reading.words if word.end <= start]
    return lows[-3:-1] in (["and", ","], ["or", ","]) or lows[-2:-1] in (["and"], ["or"])


def _stretches(reading: Reading) -> _Stretches:
    found: _Stretches = {}
    opener, start, before = "", 0, ""
    if _OPENING.isdisjoint([word.low for word in reading.words]):
        return found
    for word in reading.words:
        opens = _OPENERS.get(f"{before} {word.low}") or _OPENERS.get(word.low)
        before = word.low
        if opener and (opens or word.low == "," or word.low in _STOPS):
            found.setdefault(opener, []).append((start, word.start))
            opener = ""
        if opens:
            opener, start = opens, word.end
    if opener:
        found.setdefault(opener, []).append((start, len(reading.text)))
    return found


def _only(both: Comparison) -> Iterator[Verdict]:
    """ "Only the head may sign" and "the head may only sign"."""
    ours, theirs = _only_one(both.original), _only_one(both.rewritten)
    if ours is None or theirs is None:
        return
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    (mine, opens, at), (yours, opens_there, there) = ours, theirs
    if opens == opens_there or mine.start not in partner or partner[mine.start] == yours.start:
        return
    back = {b: a for a, b in partner.items()}
    if partner[mine.start] < there if opens else back.get(yours.start, at) < at:
        yield verdict("quantifier", "look", "“only” is now said of something else.", (there, there + 4))


def _only_one(reading: Reading) -> tuple[Concept, bool, int] | None:
    """The word that the one "only" is said of, whether "only" opens a clause, and where it stands."""
    places = [place for place, word in enumerate(reading.words) if word.low == "only"]
    if len(places) != 1:
        return None
    word = reading.words[places[0]]
    said_of = next((each for each in reading.concepts if each.start > word.start), None)
    before = reading.words[places[0] - 1].low if places[0] else "."
    return (said_of, before in _STOPS or before in (",", "and", "that"), word.start) if said_of else None
