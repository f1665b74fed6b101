"""Who acts, and on whom: a duty that was yours and became another's, advice that is taken where it was given."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.clauses import THEY, WE, YOU, Party
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.converse import is_rank
from jd_builder.rewriting.guard.deeds import Deed, Deeds
from jd_builder.rewriting.guard.grammar import grammar

_TITLES = frozenset(
    (
        "team",
        "staff",
        "manag",
        "manager*",
        "director*",
        "officer*",
        "lead",
        "leader*",
        "board",
        "committee*",
        "head",
        "group",
    )
)


def direction(both: Comparison) -> Iterator[Verdict]:
    """Told where both texts say plainly who does a thing or to whom, and it is not the same one."""
    was, now = both.deeds
    partner = {mine.start: yours.start for mine, yours in both.matching.pairs}
    back = {yours: mine for mine, yours in partner.items()}
    turned = [after for _, after in _turned(was, now, partner)] + [after for after, _ in _turned(now, was, back)]
    for start, end in dict.fromkeys((each.start, each.end) for each in turned):
        message = f"Somebody else now does this, or it is done to somebody else: “{both.rewritten.text[start:end]}”."
        yield verdict("direction", "look", message, (start, end))


def _turned(ours: Deeds, theirs: Deeds, partner: dict[int, int]) -> Iterator[tuple[Deed, Deed]]:
    """Each of our deeds that the other text has only with somebody else in a part, and the first such one."""
    for deed in ours.all:
        others = [each for each in ours.all if each is not deed and each.key == deed.key]
        same = [
            each
            for each in _same_deeds(deed, theirs, partner)
            if not _is_told_by(each, others, ours, theirs) or not _differ(deed, each, ours, theirs)
        ]
        if same and all(_differ(deed, each, ours, theirs) for each in same):
            yield deed, same[0]


def _is_told_by(theirs_one: Deed, others: list[Deed], ours: Deeds, theirs: Deeds) -> bool:
    """Whether it is another deed of the same name: one report to you, one by you."""
    return any(each.doer and theirs_one.doer and not _differ(each, theirs_one, ours, theirs) for each in others)


def _same_deeds(deed: Deed, theirs: Deeds, partner: dict[int, int]) -> list[Deed]:
    """By what is given, else by its verb, else by the verb that stands for its own, else by its sort."""
    if not deed.doer and not deed.other:
        return []
    return (
        [each for each in theirs.all if _carries_the_same(deed, each) or _names(deed, each)]
        or [each for each in theirs.all if deed.key == each.key]
        or [each for each in theirs.all if deed.how == each.how == "verb" and partner.get(deed.start) == each.start]
        or [each for each in theirs.all if not deed.sorts.isdisjoint(each.sorts)]
    )


def _carries_the_same(one: Deed, other: Deed) -> bool:
    """The same things, or by the same verb what a pronoun stands for."""
    if not one.things.isdisjoint(other.things):
        return True
    return one.key == other.key and not (one.things and other.things)


def _names(one: Deed, other: Deed) -> bool:
    """ "Give advice", "your advice": what is given in one is the deed of the other."""
    if "passed" in (one.how, other.how):
        return False
    named = one.key if other.how == "carried" else other.key
    return named in (one.things | other.things) and _is_deed(named)


def _is_deed(noun: str) -> bool:
    """Advice, training, approval: what is itself done to somebody."""
    return noun in grammar().sorts or noun in grammar().of_somebody


def _differ(one: Deed, other: Deed, ours: Deeds, theirs: Deeds) -> bool:
    if is_rank(one, other) or is_rank(other, one):
        return False
    if _are_two(one.doer, other.doer, ours, theirs) or _are_two(one.other, other.other, ours, theirs):
        return True
    return _changed_sides(one, other) or _changed_sides(other, one)


def _changed_sides(one: Deed, other: Deed) -> bool:
    """ "Challenge directors" and "be challenged": you did it, and it is done to you."""
    if one.how in ("verb", "carried") and not (one.doer or one.other or one.passive):
        return other.other == YOU and bool(other.doer)  # where nobody is named it is you
    if one.doer != YOU or other.other != YOU or one.other == YOU or other.doer:
        return False
    return one.key == other.key or other.how == "verb" or any(_is_deed(thing) for thing in other.things)


def _are_two(was: Party, now: Party, ours: Deeds, theirs: Deeds) -> bool:
    """You and somebody else, or two of whom both texts speak."""
    if was == now or not was or not now:
        return False
    if THEY in (was, now):
        one = now if was == THEY else was
        return one in (YOU, WE) and one <= ours.present and one <= theirs.present
    if YOU in (was, now):
        return True
    common = was & now
    if common - _TITLES or was <= now or now <= was:
        return False
    return not was.isdisjoint(theirs.present) and not now.isdisjoint(ours.present)
