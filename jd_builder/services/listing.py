"""The catalogue and what is missing from documents, as lines to read and as plain data."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from jd_builder.domain.framework import Role

if TYPE_CHECKING:
    from jd_builder.domain.layout import Layout
    from jd_builder.services.bulk import Gaps


def role_data(role: Role) -> dict[str, Any]:
    """A role for other programs: what it is called, and every statement with its id and plain wording."""
    return {
        "id": role.id,
        "title": role.title,
        "edition": role.edition,
        "family": role.family,
        "aliases": list(role.aliases),
        "source": role.source.model_dump(mode="json", by_alias=True),
        "levels": [{"id": level.id, "name": level.name} for level in role.levels],
        "skills": [{"id": skill.id, "name": skill.name} for skill in role.skills_by_id.values()],
        "statements": [
            {"id": each.id, "kind": each.kind, "text": each.wordings.plain, "origin": each.origin}
            for each in role.statements()
        ],
    }


def layout_data(layout: "Layout") -> dict[str, Any]:
    return layout.model_dump(mode="json", by_alias=True)


def role_lines(roles: Iterable[Role]) -> str:
    return _table([(role.id, role.edition, role.title) for role in roles])


def layout_lines(layouts: "Iterable[Layout]") -> str:
    """Each layout in three lines: its id and name, what it is for, and the answers that it needs."""
    return "".join(
        f"{layout.id}: {layout.name}\n    {layout.description}\n    Needs {', '.join(layout.needs)}\n"
        for layout in layouts
    )


def gap_line(draft: str, gaps: "Gaps") -> str:
    """``job.yaml: Short advert: to fill in: Pay (post.pay), Closes (post.closing)``."""
    from jd_builder.services.labels import label

    missing = ", ".join(f"{label(run.ref)} ({run.ref})" if run.ref else run.text for run in gaps.missing)
    return f"{draft}: {gaps.document}: to fill in: {missing}"


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(line.rstrip() + "\n" for line in lines)
