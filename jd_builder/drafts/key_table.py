"""The page on the draft file, from the models: ``python -m jd_builder.drafts.key_table > docs/draft-file.md``."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from jd_builder.domain.base import kebab
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import POST_GROUPS, Post
from jd_builder.drafts.draft_keys import NESTED, TOP
from jd_builder.drafts.examples import example_of
from jd_builder.drafts.fields import Field, fields

_INTRODUCTION = Path(__file__).with_name("introduction.md")
_HEADER = ("Key", "What it is", "Why", "What to write", "Example")


def table() -> str:
    """The whole page as Markdown."""
    own = [("Key", "What it is", "Example"), *_own_rows()]
    answers = fields(Organisation)
    of_post = {field.key: field for field in fields(Post)}
    groups = {heading: [of_post[kebab(name)] for name in names] for heading, names in POST_GROUPS.items()}
    sections = [
        ("The draft", own),
        ("organisation", [_HEADER, *_rows(answers, "organisation")]),
        *((f"post: {heading}", [_HEADER, *_rows(group, "post")]) for heading, group in groups.items()),
    ]
    page = "".join(f"\n## {heading}\n\n{_markdown(rows)}" for heading, rows in sections)
    return _INTRODUCTION.read_text(encoding="utf-8") + page


def _own_rows() -> Iterator[tuple[str, ...]]:
    for key, (words, example) in TOP.items():
        yield _code(key), words, _code(example)
        for place, (_, inner) in NESTED.items():
            if place.split(".")[0] == key:
                yield from ((_code(f"{place}.{name}"), said, _code(shown)) for name, (said, shown) in inner.items())


def _rows(these: Iterable[Field], place: str, around: tuple[type[BaseModel], ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in these:
        needed = ", needed" if field.needed else ""
        yield _code(f"{place}.{field.key}"), field.label, field.why, field.accepts + needed, _code(example_of(field))
        if field.part and field.part not in around:
            yield from _rows(fields(field.part), f"{place}.{field.key}", (*around, field.part))


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _markdown(rows: Iterable[tuple[str, ...]]) -> str:
    header, *others = rows
    lines = [header, ("---",) * len(header), *others]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    sys.stdout.buffer.write(table().encode())
