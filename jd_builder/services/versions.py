"""What changed between two versions of a job: two drafts, two revisions, or a draft and last year's file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any, Literal, get_args

from pydantic import BaseModel

from jd_builder.assembly.view import printed
from jd_builder.domain.base import kebab
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import POST_GROUPS, Post
from jd_builder.services import catalogue
from jd_builder.services.comparing import said
from jd_builder.services.shares import Shares
from jd_builder.text import english
from jd_builder.text.diff import shifted
from jd_builder.text.fingerprint import content_stems
from jd_builder.text.likeness import likeness

Sort = Literal["added", "removed", "changed", "moved"]
_A_FILE, _ANOTHER_FILE = "a Word file", "another Word file"
_SAME, _OWN_SAME = 0.5, 0.2  # likeness from which two texts are one statement reworded; ids of one's own may differ


@dataclass(frozen=True)
class Change:
    """One answer or statement that differs; ``label`` is the name of the answer, empty for a statement.

    ``before`` is empty where it was added, ``after`` where it was removed. ``place`` says where a statement that
    moved stands now and stood before, in words; those of its own are the same then.
    """

    part: str
    label: str
    before: str
    after: str
    place: str = ""

    @property
    def sort(self) -> Sort:
        if self.place:
            return "moved"
        return "changed" if self.before and self.after else "added" if self.after else "removed"


_PRINTED = tuple(name for name in Organisation.model_fields if name != "kept")  # a reason is for one's own file


@dataclass(frozen=True)
class _Entry:
    id: str
    text: str
    stems: frozenset[str]
    need: str = ""


def compared(before: Draft, after: Draft, ordered: bool = True) -> tuple[Change, ...]:
    """Every difference, in the order in which people fill a draft in: answers, then duties, then criteria.

    ``ordered`` says that both have an order of statements that is a draft's and no document's.
    """
    old, new = Shares(before), Shares(after)
    return (
        *_answers("The organisation", "organisation", Organisation, _PRINTED, before, after),
        *(each for part, names in POST_GROUPS.items() for each in _answers(part, "post", Post, names, before, after)),
        *_documents(before, after),
        *_statements("Duties", _duties(old), _duties(new), ordered and before.documents == after.documents),
        *_statements("Criteria", _criteria(old), _criteria(new), ordered),
    )


def summary(changes: Sequence[Change]) -> str:
    """``3 added, 1 removed and 2 changed.``"""
    counts = {sort: sum(each.sort == sort for each in changes) for sort in get_args(Sort)}
    told = [f"{number} {sort}" for sort, number in counts.items() if number]
    return f"{english.listed(told)}." if told else "Nothing changed."


def _answers(
    part: str, of: str, model: type[BaseModel], names: Iterable[str], before: Draft, after: Draft
) -> Iterator[Change]:
    """Answers that mean something else; ``£105,000`` and ``105000`` mean the same."""
    mine, theirs = getattr(before, of), getattr(after, of)
    meant = [getattr(draft, f"read_{of}")() for draft in (before, after)]
    wrong = {problem.place.split(".")[1] for reading in meant for problem in reading.problems if "." in problem.place}
    for name in names:
        key = kebab(name)
        one, other = mine.get(key), theirs.get(key)
        values = [getattr(reading.value, name) for reading in meant]
        if one == other or (key not in wrong and values[0] == values[1] and bool(one) == bool(other)):
            continue
        told = [
            said(typed, f"{of}.{key}") if key in wrong else _in_words(value) or said(typed, f"{of}.{key}")
            for typed, value in zip((one, other), values, strict=True)
        ]
        if name == "house_style":  # kept by the hash of its file, which tells a reader nothing
            told = [_A_FILE if one else "", (_ANOTHER_FILE if one else _A_FILE) if other else ""]
        yield Change(part, model.model_fields[name].title or key, *told)


def _in_words(value: Any) -> str:
    """An answer as a document would print its parts, each with its name."""
    match value:
        case BaseModel():
            fields = [(field.title, getattr(value, name)) for name, field in type(value).model_fields.items()]
            return "; ".join(f"{f'{title}: ' if title else ''}{_in_words(part)}" for title, part in fields if part)
        case tuple():
            return "; ".join(map(_in_words, value))
        case time():
            return english.clock(value)
        case None:
            return ""
        case _:
            return str(printed(value, ""))


def _documents(before: Draft, after: Draft) -> Iterator[Change]:
    names = {layout.id: layout.name for layout in catalogue.layouts()}
    old, new = (english.listed([names.get(each, each) for each in draft.documents]) for draft in (before, after))
    if old != new:
        yield Change("Documents", "Documents", old, new)


def _duties(shares: Shares) -> list[_Entry]:
    words = shares.as_duties(shares.chosen)
    return [_entry(id_, english.raised(words[id_].words)) for id_ in shares.chosen if id_ in words]


def _criteria(shares: Shares) -> list[_Entry]:
    printed = shares.as_requirements(shares.criteria)
    return [
        _entry(id_, f"{each.impersonal} ({english.listed([each.need, *map(str.lower, each.stages)])})", each.need)
        for id_, each in printed.items()
    ]


def _entry(id_: str, text: str, need: str = "") -> _Entry:
    return _Entry(id_, text, content_stems(text), need)


def _statements(part: str, before: Sequence[_Entry], after: Sequence[_Entry], ordered: bool) -> Iterator[Change]:
    pairs = _pairs(before, after)
    for entry in after:
        old = pairs.get(entry.id)
        if old is None or old.text != entry.text:
            yield Change(part, "", old.text if old else "", entry.text)
    kept = {old.id for old in pairs.values()}
    yield from (Change(part, "", entry.text, "") for entry in before if entry.id not in kept)
    yield from _moved(part, before, after, pairs) if ordered else ()


def _moved(
    part: str, before: Sequence[_Entry], after: Sequence[_Entry], pairs: Mapping[str, _Entry]
) -> Iterator[Change]:
    """The statements that changed places; a criterion that became desirable goes to those by that alone."""
    new = {pairs[entry.id].id: entry for entry in after if entry.id in pairs and pairs[entry.id].need == entry.need}
    was = {entry.id: number for number, entry in enumerate(before, start=1)}
    now = {entry.id: number for number, entry in enumerate(after, start=1)}
    for id_ in shifted([entry.id for entry in before if entry.id in new], list(new)):
        entry = new[id_]
        yield Change(part, "", entry.text, entry.text, f"now {now[entry.id]} of {len(after)}, was {was[id_]}")


def _pairs(before: Sequence[_Entry], after: Sequence[_Entry]) -> Mapping[str, _Entry]:
    """For each later statement the one that it was: the same text, else the same id, else the most alike."""
    left = {entry.id: entry for entry in before}
    found: dict[str, _Entry] = {}
    for find in (_equal, _of_the_same_id, _most_alike):
        for entry in after:
            if entry.id not in found and (old := find(entry, left)):
                found[entry.id] = left.pop(old.id)
    return found


def _equal(entry: _Entry, left: Mapping[str, _Entry]) -> _Entry | None:
    return next((old for old in left.values() if old.text == entry.text), None)


def _of_the_same_id(entry: _Entry, left: Mapping[str, _Entry]) -> _Entry | None:
    """A number of one's own means the same only in versions of one draft, so the texts have to be alike as well."""
    old = left.get(entry.id)
    is_own = entry.id.startswith("own.")
    return None if old and is_own and likeness(old.stems, entry.stems) < _OWN_SAME else old


def _most_alike(entry: _Entry, left: Mapping[str, _Entry]) -> _Entry | None:
    best = max(left.values(), key=lambda old: likeness(old.stems, entry.stems), default=None)
    return best if best and likeness(best.stems, entry.stems) >= _SAME else None
