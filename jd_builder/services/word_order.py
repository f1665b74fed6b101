"""Duties and criteria that stand in another order in Word than in the document, list by list."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from jd_builder.domain.document import Bullets, Document, Table, Text, ref_of
from jd_builder.domain.draft import Draft
from jd_builder.export.working_copy_reading import Carried
from jd_builder.services import building, catalogue, criterion_changes
from jd_builder.services.changes import steady
from jd_builder.services.shares import Shares
from jd_builder.text.diff import shifted


@dataclass(frozen=True)
class Moved:
    """The statements of one list, by their ids: as they were printed, as they stand in Word, as the draft has them.

    One that left its list for another is a list by itself, and ``beside`` are the two that it now stands between.
    """

    printed: tuple[str, ...]
    now: tuple[str, ...]
    current: tuple[str, ...]
    beside: tuple[str, ...] = ()

    @property
    def left(self) -> bool:
        return bool(self.beside)

    @property
    def ids(self) -> tuple[str, ...]:
        """The fewest that have to move for the one order to become the other."""
        return self.now if self.left else shifted(self.printed, self.now)

    def said(self, words: Mapping[str, str]) -> str:
        """A line for each statement that moved, with its places in the list."""
        if self.left:
            return "\n".join(words[id] for id in self.ids)
        of = len(self.now)
        places = ((id, self.now.index(id) + 1, self.printed.index(id) + 1) for id in self.ids)
        return "\n".join(f"{words[id]}: now {now} of {of}, was {was}" for id, now, was in places)


def moved(draft: Draft, carried: Carried) -> Iterator[Moved]:
    """Each list of the copy's document, as the draft now makes it, that stands in another order in Word."""
    (document,) = building.documents(draft, (carried.layout,))
    lists = tuple(dict.fromkeys(_lists(document)))
    strays = [id for id in shifted(carried.printed_order, carried.order) if _is_astray(id, carried, lists)]
    yield from (Moved((id,), (id,), (id,), _beside(id, carried.order)) for id in strays)
    seen: set[str] = set()
    for ids in lists:
        printed, now = (_of(order, ids, {*strays, *seen}) for order in (carried.printed_order, carried.order))
        printed, current = _of(printed, now, ()), _of(ids, now, ())
        if now not in (printed, current):
            yield Moved(printed, now, current)
        seen |= set(ids)  # a criterion may stand in a list and again in a table


def reordered(draft: Draft, layout: str, ids: Sequence[str]) -> Draft | None:
    """The draft whose document prints these statements in this order; None if another order holds there, as that of
    the skills of the framework.

    Of the ways that lead there, the one that moves least in all documents.
    """
    before = _printed(draft)
    made = [each for each in _ways(Shares(draft), ids) if _prints(each, layout, ids)]
    return min(made, key=lambda each: _disturbed(before, each), default=None)


def elsewhere(draft: Draft, made: Draft, layout: str) -> tuple[str, ...]:
    """The other documents, by their names, that print their statements in another order too."""
    before, after = _printed(draft), _printed(made)
    names = {each: known.name for each, known in catalogue.layouts_by_id().items()}
    return tuple(names[each] for each in before if each != layout and before[each] != after[each])


def _ways(shares: Shares, ids: Sequence[str]) -> Iterator[Draft]:
    draft, chosen, by_ref = shares.draft, shares.chosen, shares.criteria_by_ref
    if set(ids) <= set(chosen):
        current = _of(chosen, ids, ())
        passed = {id for pair in zip(current, ids, strict=True) if pair[0] != pair[1] for id in pair}
        for named in ({*draft.choose.order, *passed}, chosen):
            yield from map(draft.ordering, _placed(_of(chosen, named, ()), ids))
        yield draft.ordering(_among(chosen, ids))
    elif set(ids) <= by_ref.keys():
        by_id = {each.id: each for each in shares.criteria}
        new = [by_ref[ref].id for ref in ids]
        for order in (*_placed(tuple(by_id), new), _among(tuple(by_id), new)):
            yield steady(shares, draft.requiring(by_id[id] for id in order), "requirements")


def _placed(all_: Sequence[str], ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All of them, with some in a new order: those that move come beside a new neighbour, the others stay.

    Of two that changed places either one may have moved.
    """
    new = _of(ids, all_, ())
    old = _of(all_, new, ())
    for moved in dict.fromkeys((shifted(old, new), shifted(old[::-1], new[::-1])[::-1])):
        order = [each for each in all_ if each not in moved]
        for at, id in ((at, id) for at, id in enumerate(new) if id in moved):
            follows = next((each for each in new[at + 1 :] if each not in moved), None)
            is_up = at == 0 or at < old.index(id)
            order.insert(order.index(follows) if follows and is_up else order.index(new[at - 1]) + 1, id)
        yield tuple(order)


def _prints(draft: Draft, layout: str, ids: Sequence[str]) -> bool:
    (document,) = building.documents(draft, (layout,))
    return any(_of(each, ids, ()) == tuple(ids) for each in _lists(document))


def _disturbed(before: Mapping[str, Sequence[str]], draft: Draft) -> int:
    """How many statements change places in any document."""
    return sum(len(shifted(before[layout], now)) for layout, now in _printed(draft).items())


def _printed(draft: Draft) -> Mapping[str, Sequence[str]]:
    """The statements of each document in their order, by its layout."""
    return {each.layout: tuple(dict.fromkeys(chain(*_lists(each)))) for each in building.documents(draft)}


def relisted(draft: Draft, moved: Moved) -> Draft | None:
    """The draft in which a criterion is essential or desirable, as those are that it now stands between; None
    for a duty, whose heading is its own, and where those two differ."""
    shares, (id,) = Shares(draft), moved.now
    by_ref = shares.criteria_by_ref
    one, *near = (by_ref.get(each) for each in (id, *moved.beside))
    needs = {each.need if each else "" for each in near}
    if one is None or len(needs) > 1 or not needs.isdisjoint(("", one.need)):
        return None
    made = criterion_changes.changed(shares, {"action": "need", "id": one.id, "need": needs.pop()}).draft
    by_id = {each.id: each for each in made.criteria}
    order = [each for each in by_id if each != one.id]
    order.insert(order.index(by_ref[moved.beside[0]].id) + 1, one.id)
    return steady(shares.after(made), made.requiring(by_id[each] for each in order), "requirements")


def _lists(document: Document) -> Iterator[tuple[str, ...]]:
    """The statements of each list, and of each table by the first that a row names."""
    for block in document.blocks:
        match block:
            case Bullets(items=items):
                yield tuple(dict.fromkeys(filter(None, (statement_of([item]) for item in items))))
            case Table(rows=rows):
                yield tuple(dict.fromkeys(filter(None, map(statement_of, rows))))


def statement_of(texts: Sequence[Text]) -> str:
    """The first statement that an item or a row names: answers are none."""
    return next((ref for ref in map(ref_of, texts) if ref and not ref.startswith(("post.", "organisation."))), "")


def _is_astray(id: str, carried: Carried, lists: Collection[tuple[str, ...]]) -> bool:
    """Whether a listed statement came to stand between two of another list."""
    beside = _beside(id, carried.order)
    same = set(beside) == set(_beside(id, carried.printed_order))
    if len(beside) < 2 or same or not any(id in ids for ids in lists):
        return False
    return any(set(beside) <= set(ids) for ids in lists if id not in ids)


def _beside(id: str, order: Sequence[str]) -> tuple[str, ...]:
    at = order.index(id)
    return (*order[max(at - 1, 0) : at], *order[at + 1 : at + 2])


def _of(order: Sequence[str], ids: Collection[str], without: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in order if id in ids and id not in without)


def _among(all_: Sequence[str], ids: Sequence[str]) -> tuple[str, ...]:
    """All of them, with some rearranged among their own places."""
    places = iter(ids)
    return tuple(next(places) if id in ids else id for id in all_)
