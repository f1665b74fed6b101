"""What can be wrong in data files of the right shape: names, numbers, themes, references."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from jd_builder.content.references import (
    Complaint,
    doubles,
    file_of,
    names,
    overlaps,
    skill_names,
    skills_shown,
    suggested,
    unknown,
)
from jd_builder.content.shapes import RawList, RawRole, RawText
from jd_builder.text.located import Path

Items = Sequence[RawText]


@dataclass(frozen=True)
class Around:
    """The files that a file stands among. Without ``all_read`` some are unknown: what they name is not missed."""

    roles: Sequence[RawRole]
    lists: Sequence[RawList]
    all_read: bool

    def role(self, name: str) -> RawRole | None:
        return next((role for role in self.roles if role.id == name), None)

    def is_taken(self, file: RawRole | RawList) -> bool:
        """Whether an earlier file has this file's id."""
        everything: list[RawRole | RawList] = [*self.roles, *self.lists]
        return next(other for other in everything if other.id == file.id) is not file


def of_role(role: RawRole, around: Around, lists: Iterable[RawList]) -> Iterator[Complaint]:
    """What is wrong in a role's file, beside the sound lists that it may refer to."""
    for key, value in (("address", role.source.address), ("edition-date", role.source.edition_date)):
        if value is None:
            yield ("source",), f"'{key}' is needed: it says which official page the statements stand for"
    if around.is_taken(role):
        yield ("id",), f"another file has the id '{role.id}' too"
    for place, prefix, kind, statements in role.series():
        yield from _wrong_names(place, prefix, statements)
        yield from _wrong_numbers(place, [statement.number for statement in statements])
        yield from _wrong_themes(place, statements, role.themes, needed=kind != "summary")
    for path, name in skill_names(role):
        if not name.startswith(f"{role.id}."):
            yield path, f"the id of a skill of this role begins with '{role.id}.'"
    own = [*skill_names(role), *names(role)]
    yield from doubles(own)
    yield from unknown(skills_shown(role), {name for _, name in skill_names(role)})
    others = chain.from_iterable(names(further) for further in lists if role.id in further.for_)
    yield from unknown(suggested(role), {name for _, name in chain(own, others)})


def of_list(further: RawList, around: Around) -> Iterator[Complaint]:
    """What is wrong in a further list's file, beside the roles that it is for."""
    if around.is_taken(further):
        yield ("id",), f"another file has the id '{further.id}' too"
    for place, prefix, _, items in further.series():
        wrong = list(_wrong_names(place, prefix, items))
        yield from wrong or _wrong_numbers(place, [int(item.id.rpartition(".")[2]) for item in items])
    yield from doubles(names(further))
    for n, name in enumerate(further.for_):
        role = around.role(name)
        if role is not None:
            for place, _, kind, items in further.series():
                yield from _wrong_themes(place, items, role.themes, needed=kind == "duty")
        elif around.all_read:
            yield ("for", n), f"there is no role '{name}'"
    known = {name for role in around.roles for _, name in [*names(role), *skill_names(role)]}
    known |= {name for other in around.lists for _, name in names(other)}
    unread = {name for name in further.for_ if around.role(name) is None}
    yield from unknown([(path, name) for path, name in overlaps(further) if file_of(name) not in unread], known)


def _wrong_names(place: Path, prefix: str, items: Items) -> Iterator[Complaint]:
    for n, item in enumerate(items):
        start, _, last = item.id.rpartition(".")
        if start != prefix or not last.isdecimal():
            yield (*place, n, "id"), f"an id of this list is '{prefix}.' and a number"


def _wrong_numbers(place: Path, numbers: Sequence[int]) -> Iterator[Complaint]:
    """Numbers name the statements of a published list: each from 1 to the last stands once."""
    for n, number in enumerate(numbers):
        if number in numbers[:n]:
            yield (*place, n), f"the number {number} stands twice in this list"
    for number in sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers)):
        yield place, f"the number {number} is missing from this list"


def _wrong_themes(place: Path, items: Items, themes: Mapping[str, str], needed: bool) -> Iterator[Complaint]:
    for n, item in enumerate(items):
        if item.theme is None and needed:
            yield (*place, n), f"a theme is needed: {', '.join(themes)}"
        elif item.theme is not None and item.theme not in themes:
            yield (*place, n, "theme"), f"there is no theme '{item.theme}'; the themes are {', '.join(themes)}"
