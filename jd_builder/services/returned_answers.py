"""A page of questions that came back: its answers, each beside what the draft says, to be taken or left."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jd_builder.domain.answering import answer_in
from jd_builder.domain.answers import ASK, open_word
from jd_builder.domain.draft import Draft, LeftOver
from jd_builder.services import catalogue, naming, open_questions, typed_answers
from jd_builder.services.comparing import said
from jd_builder.services.labels import label
from jd_builder.services.questions import Question, question
from jd_builder.services.typed_answers import Typed

if TYPE_CHECKING:
    from jd_builder.export.questions_reading import Page, Row
    from jd_builder.storage import Store, StoredDraft

_FROM = "Answers of the manager"


@dataclass(frozen=True)
class Answer:
    """One answer as it was written, and what it would say in the draft."""

    place: str
    label: str
    typed: str
    read: Typed

    @property
    def becomes(self) -> tuple[tuple[str, str], ...]:
        """The questions that it answers, each with what it would say there."""
        return tuple((label(place), said(value, place)) for place, value in self.read.values)


@dataclass(frozen=True)
class Returned:
    """``of`` is whose questions they are; ``unanswered`` are those left open, ``also`` is what else was written."""

    draft: str
    of: str
    answers: tuple[Answer, ...]
    unanswered: tuple[str, ...]
    also: tuple[str, ...]


def opened(content: bytes, name: str) -> Returned | None:
    """What a page of questions brings back, or None where a file is none. A UserError says what is wrong with it."""
    from jd_builder.export.questions_reading import page
    from jd_builder.export.word_safety import checked

    if not content.startswith(b"PK"):
        return None
    found = page(checked(content, name), name)
    if not _is_page(found):
        return None
    rows = [(asked, row) for row in found.rows if (asked := _asked(row))]
    answers = tuple(_answer(asked, row.cells[-1]) for asked, row in rows if _is_given(asked, row.cells[-1]))
    answered = {place for answer in answers for place, _ in answer.read.values}
    return Returned(
        found.draft,
        next(iter(found.texts[1:]), ""),
        answers,
        tuple(asked.label for asked, _ in rows if asked.place not in answered),
        tuple(_also(found, rows)),
    )


def its_draft(store: "Store", returned: Returned) -> "StoredDraft | None":
    """The saved draft that asked; where the file lost its id, the only one of that title and organisation."""
    from jd_builder.storage import NotThereError

    id = returned.draft
    if not id:
        lines = store.list_drafts(returned.of.replace(",", " "), roles=catalogue.titles())
        named = ((line.id, naming.title_of_line(line), line.organisation) for line in lines)
        same = [id for id, *of in named if open_questions.of(*of) == returned.of]
        id = same[0] if len(same) == 1 else ""
    try:
        return store.load_draft(id) if id else None
    except NotThereError:
        return None


def now(draft: Draft, answer: Answer) -> str:
    """What the draft says by now where the answer would go; nothing where that is open."""
    values = [_value(draft, place) for place, _ in answer.read.values]
    return "; ".join(said(value) for value in values if open_word(value) not in ("", ASK))


def taken(draft: Draft, returned: Returned, places: Collection[str]) -> Draft:
    """The draft with the answers to these questions, and with all words beside them that no answer took."""
    left = [(_FROM, text) for text in returned.also]
    for each in returned.answers:
        if each.place in places:
            for place, value in each.read.values:
                draft = draft.answered(place, value)
            left += [(each.label, text) for text in each.read.left]
    known = {(each.heading, each.text) for each in draft.left_over}
    new = tuple(LeftOver(text=text, heading=heading) for heading, text in left if (heading, text) not in known)
    return draft.changed(left_over=(*draft.left_over, *new))


def _value(draft: Draft, place: str) -> Any:
    part, *keys = place.split(".")
    return answer_in(getattr(draft, part), keys)


def _is_page(found: "Page") -> bool:
    """A mark of ours says so; where a program lost them all, the heads of the columns do."""
    heads = tuple(map(_folded, open_questions.HEADER))
    return any(row.place for row in found.rows) or any(tuple(map(_folded, row.cells)) == heads for row in found.rows)


def _asked(row: "Row") -> Question | None:
    """The question of a row: by its mark, or by its label where that was lost."""
    if len(row.cells) < 2:
        return None
    return question(row.place) or open_questions.labelled(row.cells[0])


def _answer(asked: Question, typed: str) -> Answer:
    return Answer(asked.place, asked.label, typed, typed_answers.understood(asked.place, typed))


def _is_given(asked: Question, typed: str) -> bool:
    ours = (asked.label, asked.why, asked.example, open_questions.about(asked))
    return typed_answers.is_answer(typed) and _folded(typed) not in map(_folded, ours)


def _also(found: "Page", rows: Collection[tuple[Question, "Row"]]) -> Iterator[str]:
    """What somebody wrote outside the cells for answers."""
    known = (open_questions.NAME, open_questions.ABOUT, open_questions.BACK, *found.texts[1:2])
    ours = set(map(_folded, known))
    yield from (text for text in found.texts if _folded(text) not in ours)
    for asked, row in rows:
        if len(row.cells) > 2 and _folded(row.cells[1]) != _folded(open_questions.about(asked)):
            yield row.cells[1]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
