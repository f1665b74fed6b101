"""Which ids the data files give and which they refer to; those given twice and those not given."""

from collections.abc import Iterable, Iterator, Set

from jd_builder.content.shapes import RawList, RawRole
from jd_builder.text.located import Path, dotted

Complaint = tuple[Path, str]
"""Where in a file something is wrong, and what."""
Named = tuple[Path, str]
"""Where in a file an id stands, and the id."""


def file_of(name: str) -> str:
    """The id of the role or list that a statement's or skill's id belongs to."""
    return name.partition(".")[0]


def names(file: RawRole | RawList) -> list[Named]:
    """The id of every statement of a file."""
    return [((*place, n, "id"), item.id) for place, _, _, items in file.series() for n, item in enumerate(items)]


def skill_names(role: RawRole) -> list[Named]:
    return [(("skills", n, "id"), skill.id) for n, skill in enumerate(role.skills)]


def suggested(role: RawRole) -> Iterator[Named]:
    for n, name in enumerate(role.suggested_duties):
        yield ("suggested-duties", n), name
    for n, criterion in enumerate(role.suggested_criteria):
        yield ("suggested-criteria", n, "of"), criterion.of


def skills_shown(role: RawRole) -> Iterator[Named]:
    for place, _, _, items in role.series():
        for n, item in enumerate(items):
            for m, name in enumerate(item.shows):
                yield (*place, n, "shows", m), name


def overlaps(further: RawList) -> Iterator[Named]:
    for place, _, _, items in further.series():
        for n, item in enumerate(items):
            for m, name in enumerate(item.overlap.by):
                yield (*place, n, "overlap", "by", m), name


def unknown(references: Iterable[Named], known: Set[str]) -> Iterator[Complaint]:
    """Ids that nothing has. Those of a whole file that is not there are one complaint."""
    files = set(map(file_of, known))
    absent: set[str] = set()
    for path, name in references:
        if file_of(name) in files and name not in known:
            yield path, f"there is no statement or skill '{name}'"
        elif file_of(name) not in files | absent:
            absent.add(file_of(name))
            yield path, f"'{name}' is needed here, but '{file_of(name)}' is not there or could not be read"


def doubles(named: Iterable[Named]) -> Iterator[Complaint]:
    first: dict[str, Path] = {}
    for path, name in named:
        if name in first:
            yield path, f"the id '{name}' stands twice, first at {dotted(first[name][:-1])}"
        first.setdefault(name, path)
