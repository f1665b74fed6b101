"""Two files of a job and what differs, for the command line: as lines, as data, or as a file of its own."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.services import changes_page, draft_files, old_files, old_versions, publishing, targets, versions
from jd_builder.services.building import Made
from jd_builder.services.changes_page import Compared
from jd_builder.services.old_versions import Version
from jd_builder.services.targets import Target
from jd_builder.services.versions import Change
from jd_builder.text import english
from jd_builder.text.outline import one_line

FORMATS = ("docx", "html", "md")
Trouble = UserError | DataFileError


def read(old: str, new: str) -> tuple[Compared | None, list[Trouble]]:
    """Both files beside each other; where one or both cannot be read, all that is wrong."""
    found: dict[int, Version] = {}
    plain: dict[int, bytes] = {}
    troubles: list[Trouble] = []
    for number, path in enumerate((old, new)):
        try:
            content = draft_files.content_of(path)
            if version := old_versions.known(content, path):
                found[number] = version
            else:
                old_files.outline(content, path)
                plain[number] = content
        except (UserError, DataFileError) as error:
            troubles.append(error)
    if troubles:
        return None, troubles
    beside = next((version.draft for version in found.values()), None)
    found |= {n: old_versions.of_file(content, (old, new)[n], beside) for n, content in plain.items()}
    return changes_page.compared(found[0], found[1]), []


def told(compared: Compared) -> Iterator[str]:
    """What is said beside the changes: their sum, and what of the files was not understood."""
    yield f"{compared.before.name} to {compared.after.name}: {versions.summary(compared.changes)}"
    yield from (version.note for version in (compared.before, compared.after) if version.note)
    for version in compared.unread:
        yield changes_page.not_understood(version)
        yield from (f"  {one_line(text)}" for text in changes_page.passages(version))


def lines(compared: Compared) -> Iterator[str]:
    """One readable line for each change."""
    for each in compared.changes:
        name = f"{each.part}, {each.label}" if each.label else each.part
        texts = [one_line(text) for text in (each.before, each.after) if text]
        said = f"{texts[0]}: {each.place}" if each.place else " -> ".join(texts)
        yield f"{english.raised(compared.became(each))}: {name}: {said}"


def data(change: Change) -> dict[str, Any]:
    """A change with the keys that scripts know; a statement has no label."""
    return {
        "part": change.part,
        "label": change.label or None,
        "sort": change.sort,
        "before": change.before or None,
        "after": change.after or None,
        "place": change.place or None,
    }


def made(compared: Compared, format: str, when: datetime) -> Made:
    """The page of changes as a file, in Word with what went struck out and what came underlined."""
    return publishing.copy_to_publish(changes_page.page(compared), format, when, compared.after.draft)


def write(made: Made, target: Target) -> Path:
    with targets.scratch(target) as folder:
        file = folder / "changes"
        file.write_bytes(made.content)
        return targets.Shelf(target).place(file, made.name)
