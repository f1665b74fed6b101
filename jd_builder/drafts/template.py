"""A draft file to fill in: what most documents need stands open, all else is a comment that shows how."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from pydantic import BaseModel

from jd_builder.domain.base import kebab
from jd_builder.domain.draft import VERSION
from jd_builder.domain.framework import STAGES, Role
from jd_builder.domain.layout import Layout
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import POST_GROUPS, Post
from jd_builder.drafts.examples import as_written, example_of
from jd_builder.drafts.fields import Field, fields, listed

_ALWAYS_OPEN = ("organisation.name", "organisation.sector", "organisation.nation", "post.title")
WRITTEN_BY_THE_APP = ("kept",)
_USUAL = "private-advert"
_COLUMN, _WIDTH = 40, 132

_HEAD = """\
# A job description to fill in with any text editor. The Word files are made by
#     python -m jd_builder build job.yaml -o documents
# - Fill in what you know. A gap stops nothing: it shows in yellow, and is listed when you build.
# - Someone else knows it? Write: ask the manager. It has no place here? Write: not applicable.
# - Lines that begin with # do nothing. To use one, take the "# " away and put your words for the example.
# - Text with ": " or " #" in it goes into "quotes". docs/draft-file.md explains all keys, and longer texts.
"""


class _Row(NamedTuple):
    """One line: what YAML reads, or would read without its #, and the comment beside it."""

    code: str
    comment: str = ""


def new_draft(role: Role, layouts: Sequence[Layout], chosen: Sequence[Layout] = ()) -> str:
    """The text of a new draft file for a role and the chosen documents, which builds as it is."""
    chosen = chosen or [layout for layout in layouts if layout.id == _USUAL] or layouts[:1]
    half = len(layouts) / 2
    needs = [need for layout in layouts for need in layout.needs]
    open_ = {*_ALWAYS_OPEN, *(need for layout in chosen for need in layout.needs)}
    open_ |= {need for need in needs if needs.count(need) > half}
    asked = [each for each in fields(Organisation) if each.key not in WRITTEN_BY_THE_APP]
    parts = (
        _top(role, layouts, chosen),
        [_Row("organisation:"), *_rows(asked, "organisation", open_)],
        *_post(open_),
        _content(role),
    )
    return _HEAD + "".join("\n" + "".join(_lines(part)) for part in parts)


def _top(role: Role, layouts: Sequence[Layout], chosen: Sequence[Layout]) -> list[_Row]:
    others = listed([layout.id for layout in layouts if layout not in chosen] or ["none"])
    rows = [
        _Row(f"version: {VERSION}"),
        _Row(f"role: {role.id}", role.title),
        _Row(f"# edition: {as_written(role.edition)}", "Of the framework. Left out: the newest."),
        _Row(f"documents: [{', '.join(layout.id for layout in chosen)}]", f"There are also: {others}."),
        _Row("# wording: official", "The framework's own words, once imported. Left out: ours, in plain English."),
    ]
    levels = [level.id for level in role.levels]
    return [*rows, _Row(f"level: {levels[0]}", f"One of: {listed(levels)}.")] if levels else rows


def _post(open_: Collection[str]) -> Iterator[list[_Row]]:
    """The vacancy's keys in their groups."""
    of_post = {field.key: field for field in fields(Post)}
    above = [_Row("post:")]
    for heading, names in POST_GROUPS.items():
        these = [of_post[kebab(name)] for name in names]
        yield [*above, _Row(f"  # ---- {heading} ----"), *_rows(these, "post", open_)]
        above = []


def _rows(these: Iterable[Field], place: str, open_: Collection[str]) -> Iterator[_Row]:
    """The keys of one part, and under an open key that has parts the keys of those."""
    indent = "  " * (place.count(".") + 1)
    for field in these:
        here = f"{place}.{field.key}"
        if not any(need == here or need.startswith(f"{here}.") for need in open_):
            yield _Row(f"{indent}# {field.key}: {example_of(field)}", _why(field))
        elif field.part is None or field.many:
            such_as = "" if field.choices else f" Such as: {example_of(field)}"
            yield _Row(f"{indent}{field.key}:", _why(field) + such_as)
        else:
            yield _Row(f"{indent}{field.key}:", _why(field))
            yield from _parts(field, field.part, here)


def _parts(field: Field, part: type[BaseModel], here: str) -> Iterator[_Row]:
    """The keys under an open key; where many are left, those by their names only."""
    first = tuple(_first(field, part))
    others = [inner.key for inner in fields(part) if inner.key not in first]
    named = others if len(others) > 2 else []
    shown = [inner for inner in fields(part) if inner.key not in named]
    yield from _rows(shown, here, {f"{here}.{key}" for key in first})
    if named:
        yield _Row(f"{'  ' * (here.count('.') + 1)}# There are also {', '.join(named[:-1])} and {named[-1]}.")


def _first(field: Field, part: type[BaseModel]) -> Iterator[str]:
    """What to fill in first under a key: what it cannot do without, and what its example gives."""
    for inner in fields(part):
        if inner.needed or inner.key in getattr(part, "lone", "").split() or f"{inner.key}: " in field.example:
            yield inner.key


def _why(field: Field) -> str:
    """Why a key matters, and what it chooses from, which comes first where there is room for one of the two."""
    if not field.choices:
        return field.why or f"{field.label}."
    one_of = f"One of: {listed([choice.value for choice in field.choices])}."
    both = f"{field.why} {one_of}".lstrip()
    return both if len(both) <= _WIDTH - _COLUMN - 2 else one_of


def _content(role: Role) -> list[_Row]:
    """How to choose among the role's statements, with ids that exist."""
    duties = [f"{duty.id}  {_short(duty.wordings.plain)}" for duty in role.duties]
    of_levels = [each.id for level in role.levels for each in level.responsibilities]
    work = [duty.id for duty in role.duties] or of_levels or [*role.by_id]
    further = [each.id for skill in role.skills_by_id.values() for each in skill.statements] or work
    skill = next(iter(role.skills_by_id), work[0])
    stages = listed([f"{letter} {stage.lower()}" for letter, stage in STAGES.items()])
    return [
        _Row("# ---- Duties and criteria ----"),
        _Row(
            "# Every document takes its share by itself. To choose, name statements by their ids, such as the duties:"
        ),
        *(_Row(f"#   {duty}") for duty in duties),
        _Row("choose:", "`python -m jd_builder roles --json` lists all statements and skills."),
        _Row(f"  # include: [{further[0]}]", "Also, in every document."),
        _Row(f"  # exclude: [{work[-1]}]", "In no document."),
        _Row(f"  # order: [{', '.join(work[:2])}]", "In this order among themselves."),
        _Row(f"  # star: [{', '.join(work[:2])}]", "A short advert takes these alone."),
        _Row("criteria:", "Your own in place of the usual ones; or leave it empty."),
        _Row(f"  # - {{statement: {skill}, need: essential, assessed: [A, I]}}", f"{stages}."),
        _Row("  # - {text: You hold a full driving licence, need: desirable, group: qualifications, assessed: [A]}"),
        _Row("edits:", "Other words for a statement."),
        _Row(f"  # {work[0]}: write the sentence as you want it"),
        _Row("own:", "Statements of your own."),
        _Row("  # - {id: own.1, kind: duty, text: chair the security forum of our suppliers}"),
    ]


def _short(text: str) -> str:
    return text if len(text) <= 86 else f"{text[:83].rsplit(' ', 1)[0]} ..."


def _lines(rows: Iterable[_Row]) -> Iterator[str]:
    """The rows with their comments in one column; what does not fit goes on below."""
    for code, comment in rows:
        beside = max(_COLUMN, len(code) + 2)
        if not comment or beside + 2 + len(comment) <= _WIDTH:
            yield (f"{code:<{beside}}# {comment}" if comment else code) + "\n"
            continue
        first = code if len(code) < _COLUMN - 1 else ""
        if not first:
            yield code + "\n"
        for part in wrap(comment, _WIDTH - _COLUMN - 2, break_on_hyphens=False):
            yield f"{first:<{_COLUMN}}# {part}\n"
            first = ""
