"""Two files of a job and what differs, for the command line: as lines, as data, or as a file of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.services import changes_page, draft_files, old_files, old_versions, publishing, targets, versions
from jd_builder.services.building import Made
from jd_builder.services.changes_page import Compared
from jd_builder.services.targets import Target
from jd_builder.services.versions import Change

FORMATS = ("docx", "html", "md")
Trouble = UserError | DataFileError


@dataclass(frozen=True)
class Pair:
    """The newer of two versions, and what differs from the older."""

    after: Draft
    compared: Compared

    @property
    def said(self) -> str:
        return f"{self.compared.before} to {self.compared.after}: {versions.summary(self.compared.changes)}"


def read(old: str, new: str) -> tuple[Pair | None, list[Trouble]]:
    """Both files beside each other; where one or both cannot be read, all that is wrong."""
    drafts: dict[int, Draft] = {}
    plain: dict[int, bytes] = {}
    troubles: list[Trouble] = []
    for number, path in enumerate((old, new)):
        try:
            content = draft_files.content_of(path)
            if draft := old_versions.known(content, path):
                drafts[number] = draft
            else:
                old_files.outline(content, path)
                plain[number] = content
        except (UserError, DataFileError) as error:
            troubles.append(error)
    if troubles:
        return None, troubles
    beside = next(iter(drafts.values()), None)
    drafts |= {n: old_versions.of_file(content, (old, new)[n], beside) for n, content in plain.items()}
    changes = versions.compared(drafts[0], drafts[1])
    return Pair(drafts[1], Compared(PurePath(old).name, PurePath(new).name, changes)), []


def lines(changes: Sequence[Change]) -> Iterator[str]:
    """One readable line each."""
    for each in changes:
        name = f"{each.part}, {each.label}" if each.label else each.part
        texts = [" ".join(text.split()) for text in (each.before, each.after) if text]
        yield f"{each.sort.capitalize()}: {name}: {' -> '.join(texts)}"


def data(change: Change) -> dict[str, Any]:
    """A change with the keys that scripts know; a statement has no label."""
    return {
        "part": change.part,
        "label": change.label or None,
        "sort": change.sort,
        "before": change.before or None,
        "after": change.after or None,
    }


def made(pair: Pair, format: str, when: datetime) -> Made:
    """The page of changes as a file, in Word with what went struck out and what came underlined."""
    return publishing.copy_to_publish(changes_page.page(pair.after, pair.compared), format, when, pair.after)


def write(made: Made, target: Target) -> Path:
    with targets.scratch(target) as folder:
        file = folder / "changes"
        file.write_bytes(made.content)
        return targets.Shelf(target).place(file, made.name)
