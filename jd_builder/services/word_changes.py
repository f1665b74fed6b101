"""What was changed in Word in a working copy, statement by statement, and the draft with what was taken of it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from jd_builder.domain.answering import answer_in
from jd_builder.domain.document import plain
from jd_builder.domain.draft import Criterion, Draft
from jd_builder.export.working_copy_reading import Added, Carried, Printed
from jd_builder.services import (
    building,
    criterion_changes,
    duty_changes,
    word_additions,
    word_around,
    word_order,
    word_rows,
)
from jd_builder.services.labels import label
from jd_builder.services.shares import Shares
from jd_builder.services.word_order import Moved
from jd_builder.services.word_rows import Cell
from jd_builder.text import diff, english

Sort = Literal["changed", "removed", "moved", "added"]
WORDING = "Wording of the document"
_OF_THE_DOCUMENT = "This wording belongs to the kind of document, so it stays as it was."
_OF_ANSWERS = "These words are made of several answers, so they are not taken over. Change the answers themselves."
_ELSEWHERE = "It stands in another list in Word. Which list it belongs to is chosen on Duties and criteria."
_CHOSEN = "This is chosen from a list, on Duties and criteria, so it stays as it was."
_OF_HOUSE_STYLE = "The house style prints this by itself, so it stays as it was."
_FIXED_ORDER = "This document keeps an order of its own here, so it stays as it was."


@dataclass(frozen=True)
class WordChange:
    """One text that reads otherwise than it was printed, or a list in another order: then ``now`` says which.

    ``of`` says what it belongs to; ``meanwhile`` is what the draft itself says by now, where that is
    neither of the two. What cannot be taken says ``why``, and ``places`` are the answers that it was made of;
    ``elsewhere`` names the other documents whose order it would change.
    """

    sort: Sort
    of: str
    before: str
    now: str
    why: str = ""
    meanwhile: str = ""
    places: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()

    @property
    def can_be_taken(self) -> bool:
        return not self.why

    @property
    def pieces(self) -> tuple[diff.Piece, ...]:
        return (diff.Piece("same", self.now),) if self.sort == "moved" else diff.by_words(self.before, self.now)


def found(draft: Draft, carried: Carried) -> tuple[WordChange, ...]:
    """The differences between a working copy's text and what a draft, as it stands now, prints."""
    return tuple(change for change, _ in _found(draft, carried))


def taken(draft: Draft, carried: Carried, numbers: Collection[int]) -> Draft:
    """The draft with some of the changes that ``found`` gives, by their numbers from 0."""
    written: dict[tuple[str, str], str] = {}
    cells = word_rows.cells(carried)
    for number, (_, source) in enumerate(_found(draft, carried)):
        if number not in numbers:
            continue
        match source:
            case Printed(around=around) if around:
                draft = word_around.taken(draft, carried.layout, source) or draft
            case Printed(mark=mark) if mark in cells:
                draft = word_rows.taken(draft, cells[mark], source) or draft
            case Printed():
                draft = _with(draft, carried, source) or _aside(draft, source) or draft
            case Moved():
                draft = _as_moved(draft, carried.layout, source) or draft
            case Added():
                draft, id = word_additions.added(draft, source, carried.layout, written.get(source.place, ""))
                written[source.place] = id
    return draft


def _found(draft: Draft, carried: Carried) -> Iterator[tuple[WordChange, Printed | Moved | Added]]:
    printed, duties, cells = _printed(draft, carried.layout), Shares(draft).chosen, word_rows.cells(carried)
    for text in word_around.changed(carried):
        if change := _around(draft, carried.layout, text):
            yield change, text
    for text in word_rows.changed(carried):
        cell = cells.get(text.mark)
        change = _beside(draft, carried, text, cell) if cell else _changed(draft, carried, text, printed, duties)
        if change:
            yield change, text
    for moved in word_order.moved(draft, carried):
        yield _moved(draft, carried, moved, duties), moved
    for each in carried.added:
        if _folded(each.text) not in printed and not word_additions.is_aside(draft, each.text):
            yield WordChange("added", word_additions.becomes(draft, each), "", each.text), each


def _changed(
    draft: Draft, carried: Carried, text: Printed, printed: Counter[str], duties: Collection[str]
) -> WordChange | None:
    """None where the draft says so already, or does not say any more what was removed."""
    now, as_before = text.now or "", _folded(text.before) in printed
    then = sum(_folded(each.before) == _folded(now) and not each.around for each in carried.texts)
    if (now and printed[_folded(now)] > then) or not (now or as_before):
        return None
    meanwhile = "" if as_before else _meanwhile(draft, carried.layout, text)
    if now and _folded(meanwhile) == _folded(now):
        return None
    of, places = _of(text, duties), tuple(dict.fromkeys(_question(ref) for ref in text.refs))
    why = "" if _with(draft, carried, text) else _OF_THE_DOCUMENT if of == WORDING else _OF_ANSWERS
    if why and (kept := _aside(draft, text)):
        if kept == draft:
            return None
        of, why = f"{of}. What was added: {english.lowered(word_additions.KEPT)}", ""
    return WordChange("changed" if now else "removed", of, text.before, now, why, meanwhile, places)


def _around(draft: Draft, layout: str, text: Printed) -> WordChange | None:
    """What the house style prints itself; None where it would print the same of the draft."""
    now, said = text.now or "", word_around.printed(draft, layout, text)
    if now == said:
        return None
    of = label(text.ref) if text.ref else WORDING
    why = "" if word_around.taken(draft, layout, text) else _OF_HOUSE_STYLE
    meanwhile = "" if said == text.before else said
    return WordChange("changed" if now else "removed", of, text.before, now, why, meanwhile, text.refs)


def _beside(draft: Draft, carried: Carried, text: Printed, cell: Cell) -> WordChange | None:
    """A cell beside a statement, whose words stand in other rows too; None where the draft's row says the same."""
    now, there = text.now or "", word_rows.printed(draft, carried.layout, cell)
    if there is None or word_rows.means_the_same(there[1], now):
        return None
    heading, said = there
    made, is_chosen = word_rows.taken(draft, cell, text), word_rows.is_chosen(text.before)
    why = "" if made else _CHOSEN if is_chosen else _OF_THE_DOCUMENT
    return WordChange(
        "changed" if now else "removed",
        f"{heading}: {cell.statement}" if heading else WORDING,
        text.before,
        now,
        why,
        "" if _folded(said) == _folded(text.before) else said,
        (cell.ref,) if is_chosen else (),
    )


def _moved(draft: Draft, carried: Carried, moved: Moved, duties: Collection[str]) -> WordChange:
    words = {text.ref: text.now or text.before for text in reversed(carried.texts) if text.is_statement}
    made = _as_moved(draft, carried.layout, moved)
    of = "Duties" if moved.now[0] in duties else "Criteria"
    if made and moved.left:
        of = f"It becomes {Shares(made).criteria_by_ref[moved.now[0]].need}, like those beside it"
    return WordChange(
        "moved",
        of,
        "",
        moved.said(words),
        "" if made else _ELSEWHERE if moved.left else _FIXED_ORDER,
        "" if moved.current == moved.printed else "another order.",
        () if made else moved.ids[:1],
        word_order.elsewhere(draft, made, carried.layout) if made else (),
    )


def _as_moved(draft: Draft, layout: str, moved: Moved) -> Draft | None:
    return word_order.relisted(draft, moved) if moved.left else word_order.reordered(draft, layout, moved.now)


def _with(draft: Draft, carried: Carried, text: Printed) -> Draft | None:
    """The draft that prints the text as it reads now, by the first way that leads there; None if none does."""
    before = _printed(draft, carried.layout)
    for made in _ways(draft, text, carried.layout):
        after = _printed(made, carried.layout)
        if after[_folded(text.now)] > before[_folded(text.now)] if text.now else after.total() < before.total():
            return made
    return None


def _aside(draft: Draft, text: Printed) -> Draft | None:
    """The draft that keeps the sentences which were added to a text; None where others changed."""
    added = word_additions.sentences(text.before, text.now or "")
    return word_additions.aside(draft, added) if added else None


def _ways(draft: Draft, text: Printed, layout: str) -> Iterator[Draft]:
    """What could be meant: other words for the answer, the duty or the criterion that a text came from."""
    if not text.whole:
        return
    (ref,) = text.refs
    if ref.startswith(("post.", "organisation.")):
        yield from _answers(draft, ref, text)
        return
    shares = Shares(draft)
    document = layout if any(edit.document == layout for edit in draft.edits.get(ref, ())) else ""
    criteria = [each for each in shares.criteria if ref in (each.id, each.statement)]
    for words in _words(shares, ref, criteria, text):
        said = {"action": "edit" if text.now else "remove", "text": words, "document": document}
        if ref in shares.chosen:
            yield duty_changes.changed(shares, {**said, "id": ref}).draft
        for each in criteria:
            yield criterion_changes.changed(shares, {**said, "id": each.id, "why": each.why or ""}).draft


def _answers(draft: Draft, ref: str, text: Printed) -> Iterator[Draft]:
    """An answer may be printed in several paragraphs: the words change where they stand in it."""
    part, *keys = ref.split(".")
    typed = answer_in(getattr(draft, part), keys)
    if not text.now:
        yield draft.answered(ref, None)
        return
    if isinstance(typed, str):
        for before, now in ((text.before, text.now), (english.lowered(text.before), english.lowered(text.now))):
            if before in typed:
                yield draft.answered(ref, typed.replace(before, now, 1))
    yield draft.answered(ref, text.now)


def _words(shares: Shares, ref: str, criteria: Collection[Criterion], text: Printed) -> Iterator[str]:
    """The new words as the draft holds them: a document may print "Has led" for "You have led"."""
    if not text.now:
        yield ""
        return
    held = [str(duty.words) for duty in shares.as_duties([ref]).values()] if ref in shares.chosen else []
    held += [str(each.words) for each in shares.as_requirements(tuple(criteria)).values()]
    for words in held:
        shared = _common_end(text.before, words)
        printed, kept = text.before[: len(text.before) - shared], words[: len(words) - shared]
        if text.now.startswith(printed):
            yield kept + text.now[len(printed) :]
        yield english.lowered(text.now)
    yield text.now


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length


def _printed(draft: Draft, layout: str) -> Counter[str]:
    """What a document of a draft says, text by text, and how often."""
    (document,) = building.documents(draft, (layout,))
    return Counter(_folded(plain(text)) for _, text in document.texts())


def _meanwhile(draft: Draft, layout: str, text: Printed) -> str:
    """What the document now prints from the same place."""
    (document,) = building.documents(draft, (layout,))
    said = (plain(each) for _, each in document.texts() if text.refs and {run.ref for run in each} & set(text.refs))
    return next(said, "") if text.whole else ""


def _folded(text: str | None) -> str:
    return " ".join((text or "").split())


def _of(text: Printed, duties: Collection[str]) -> str:
    """What a text belongs to, in words."""
    labels = (label(ref) if ref.startswith(("post.", "organisation.")) else _sort(ref in duties) for ref in text.refs)
    return ", ".join(dict.fromkeys(labels)) or WORDING


def _question(ref: str) -> str:
    """The question behind a part of an answer; a statement is a question by itself."""
    return ".".join(ref.split(".")[:2]) if ref.startswith(("post.", "organisation.")) else ref


def _sort(is_duty: bool) -> str:
    return "Duty" if is_duty else "Criterion"
