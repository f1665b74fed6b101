"""Building a document from a layout that a test writes."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from tests.assembly.roles import GUARD

TAKES = "duties: {default: 3, least: 1, most: 5}\n  essential: {default: 9, least: 0, most: 9}"
DESIRABLE = "desirable: {default: 9, least: 0, most: 9}"


class Build(Protocol):
    def __call__(
        self, body: str, draft: Any = None, role: Role = GUARD, *, name: str = ..., takes: Iterable[str] = ...,
        needs: Iterable[str] = ..., for_approval: bool = ...,
    ) -> Document: ...  # fmt: skip


def layout_text(body: str, takes: Iterable[str] = (TAKES, DESIRABLE), needs: Iterable[str] = ()) -> str:
    """A layout file of this body."""
    shares = "".join(f"\n  {each}" for each in takes)
    head = f"name: Sheet\ndescription: A test's.\nsuits: []\nneeds: [{', '.join(needs)}]\ntakes:{shares}\n"
    return f"---\n{head}---\n{body}\n"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """``build(body, draft, role)`` writes the layout, loads its folder and assembles the draft with it."""
    numbers = count()

    def build_document(
        body: str,
        draft: Any = None,
        role: Role = GUARD,
        *,
        name: str = "sheet",
        takes: Iterable[str] = (TAKES, DESIRABLE),
        needs: Iterable[str] = (),
        for_approval: bool = False,
    ) -> Document:
        folder = tmp_path / f"layouts-{next(numbers)}"
        folder.mkdir()
        (folder / f"{name}.jinja").write_text(layout_text(body, takes, needs), encoding="utf-8")
        layouts = load_layouts(folder)
        assert layouts.errors == (), [str(error) for error in layouts.errors]
        draft = draft if isinstance(draft, Draft) else Draft.model_validate(draft or {})
        return assemble(draft, role, layouts[name], for_approval=for_approval, layouts=layouts)

    return build_document
