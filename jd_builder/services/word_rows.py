"""What stands beside a statement in a table of a working copy: its need, its stages, its part of a specification."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jd_builder.domain.document import Block, Facts, Table, Text, plain
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import GROUPS, STAGES
from jd_builder.export.working_copy_reading import Carried, Printed
from jd_builder.services import building, criterion_changes
from jd_builder.services.changes import Action
from jd_builder.services.shares import Shares
from jd_builder.services.word_order import statement_of

_BETWEEN = re.compile(r"[,;/&\n]|\band\b")
_STAGES = {said.casefold(): stage for stage, name in STAGES.items() for said in (name, stage)}


@dataclass(frozen=True)
class Cell:
    """One cell, by its row and its place among the cells, with what its row is about in words.

    A statement may stand in several tables: ``number`` counts its rows of as many cells.
    """

    ref: str
    of: int
    number: int
    column: int
    statement: str


def changed(carried: Carried) -> Iterator[Printed]:
    """The texts that read otherwise now; of a row that is gone, only what came from a statement or an answer."""
    rows = _rows(carried)
    for text in carried.texts:
        if text.around or not text.changed or not (text.before.strip() or text.now):  # room to write in stays empty
            continue
        row = rows.get(text.row, [])
        is_gone = bool(row) and all(each.now is None for each in row)
        if not is_gone or text is next((each for each in row if each.refs), row[0]):
            yield text


def cells(carried: Carried) -> Mapping[str, Cell]:
    """All that is not a statement itself in the rows that hold one, by their marks."""
    found: dict[str, Cell] = {}
    met: Counter[tuple[str, int]] = Counter()
    for row in _rows(carried).values():
        of = next((each for each in row if each.is_statement), None)
        if of:
            key = of.ref, len(row)
            words = of.now or of.before
            found |= {each.mark: Cell(*key, met[key], n, words) for n, each in enumerate(row) if not each.refs}
            met[key] += 1
    return found


def printed(draft: Draft, layout: str, cell: Cell) -> tuple[str, str] | None:
    """The heading of its column, if it has one, and what the document now says there; None without such a row."""
    (document,) = building.documents(draft, (layout,))
    rows = [pair for block in document.blocks for pair in _headed(block) if statement_of(pair[1]) == cell.ref]
    rows = [(header, row) for header, row in rows if len(row) == cell.of]
    if cell.number >= len(rows):
        return None
    header, row = rows[cell.number]
    return plain(header[cell.column]) if header else "", plain(row[cell.column])


def _headed(block: Block) -> Iterator[tuple[Sequence[Text], Sequence[Text]]]:
    """The rows of a block, each with the headings of its cells."""
    match block:
        case Table(header=header, rows=rows):
            yield from ((header, row) for row in rows)
        case Facts(rows=rows):
            yield from (((), row) for row in rows)


def is_chosen(said: str) -> bool:
    """Whether a cell holds one of the words that are picked for a criterion rather than written."""
    return bool(_chosen(said)) or said in GROUPS.values()


def means_the_same(one: str, other: str) -> bool:
    chosen = _chosen(one)
    return " ".join(one.split()) == " ".join(other.split()) or (bool(chosen) and chosen == _chosen(other))


def taken(draft: Draft, cell: Cell, text: Printed) -> Draft | None:
    """The draft with another need or other stages; None where they are none of our words, or say the same."""
    one = Shares(draft).criteria_by_ref.get(cell.ref)
    if one is None:
        return None
    deeds = _deeds(text.before, text.now or "")
    for deed in deeds:
        draft = criterion_changes.changed(Shares(draft), {**deed, "id": one.id}).draft
    return draft if deeds else None


def _deeds(before: str, now: str) -> Sequence[Action]:
    if _need(before) and _need(now) not in ("", _need(before)):
        return ({"action": "need", "need": _need(now)},)
    if _stages(before) and _stages(now) not in ((), _stages(before)):
        return [{"action": "stage", "stage": stage, "on": stage in _stages(now)} for stage in STAGES]
    return ()


def _chosen(said: str) -> Sequence[str]:
    return _need(said) or _stages(said)


def _need(said: str) -> str:
    word = said.strip().casefold()
    return next((need for need in criterion_changes.NEEDS if word in (need, need[0])), "")


def _stages(said: str) -> Sequence[str]:
    """The stages that a cell names, or nothing where it says anything else too."""
    words = {word for part in _BETWEEN.split(said.casefold()) if (word := part.strip())}
    named = {_STAGES[word] for word in words} if words <= _STAGES.keys() else ()
    return tuple(stage for stage in STAGES if stage in named)


def _rows(carried: Carried) -> Mapping[str, list[Printed]]:
    rows: defaultdict[str, list[Printed]] = defaultdict(list)
    for text in carried.texts:
        if text.row:
            rows[text.row].append(text)
    return rows
